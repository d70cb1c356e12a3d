package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Band;
import dev.cxkit.core.feedback.Scale;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A quality review: the grades that one grader gave to one piece of service, such as a conversation.
 *
 * @param rubric what was looked at
 * @param grades a rating or "not applicable" for each item of the rubric, in its order; unmodifiable
 */
public record Review(Rubric rubric, Map<String, Answer> grades) {

    /**
     * Copies the grades. Refused with an {@link IllegalArgumentException} are an item without a grade, a grade on another scale, one that is
     * neither a rating nor "not applicable", and one of no item.
     */
    public Review {
        requireNonNull(rubric, "rubric");
        Map<String, Answer> ordered = new LinkedHashMap<>();
        for (Rubric.Item item : rubric.items()) {
            ordered.put(item.name(), checked(rubric, item, grades.get(item.name())));
        }
        for (String name : grades.keySet()) {
            if (!ordered.containsKey(name)) {
                throw new IllegalArgumentException("grade of " + name + " is of no item of rubric " + rubric.name());
            }
        }
        grades = Collections.unmodifiableMap(ordered);
    }

    private static Answer checked(Rubric rubric, Rubric.Item item, @Nullable Answer grade) {
        String of = item.name() + " of rubric " + rubric.name();
        if (grade == null) {
            throw new IllegalArgumentException("item " + of + " has no grade");
        } else if (grade instanceof Answer.Rated rated) {
            if (!rated.scale().equals(item.scale())) {
                throw new IllegalArgumentException(
                        "grade on scale " + rated.scale() + " is not on scale " + item.scale() + " of item " + of);
            }
        } else if (!(grade instanceof Answer.NotApplicable)) {
            throw new IllegalArgumentException(
                    "grade of item " + of + " is " + grade.kind() + "; allowed are rated and not-applicable");
        }
        return grade;
    }

    /**
     * Returns the score, 0..1: the mean of the grades, each as its part of the way from the bad end of the scale to the good one, by
     * the weights of the items that apply. It is 0 if a critical item fails, and empty if none with a weight applies.
     */
    public OptionalDouble score() {
        if (isFailed()) {
            return OptionalDouble.of(0);
        }
        double sum = 0;
        long weights = 0;
        for (Rubric.Item item : rubric.items()) {
            if (grades.get(item.name()) instanceof Answer.Rated rated) {
                sum += item.weight() * share(rated);
                weights += item.weight();
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, sum / weights));
    }

    private static double share(Answer.Rated rated) {
        Scale scale = rated.scale();
        int above = scale.higherIsBetter() ? rated.value() - scale.min() : scale.max() - rated.value();
        return (double) above / (scale.points() - 1);
    }

    /** Returns whether a critical item has a grade in the unfavourable band of its scale. */
    public boolean isFailed() {
        return rubric.items().stream()
                .filter(Rubric.Item::critical)
                .anyMatch(item ->
                        grades.get(item.name()) instanceof Answer.Rated rated && rated.band() == Band.UNFAVOURABLE);
    }
}
