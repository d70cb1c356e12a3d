package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Counting;
import dev.cxkit.metrics.Fn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the values that were given on one scale. */
record RatingCounts(Scale scale) implements Counting<Answer, Distribution> {

    RatingCounts {
        requireNonNull(scale, "scale");
    }

    @Override
    public String definition() {
        return "ratings(" + describe(scale) + ")";
    }

    /** Each value of the scale, then not applicable, then skipped. */
    @Override
    public int counts() {
        return scale.points() + 2;
    }

    @Override
    public int place(Answer answer) {
        if (answer instanceof Answer.Rated rated && rated.scale().equals(scale)) {
            return rated.value() - scale.min();
        } else if (answer instanceof Answer.NotApplicable) {
            return scale.points();
        } else if (answer instanceof Answer.Skipped) {
            return scale.points() + 1;
        }
        throw refused(requireNonNull(answer, "answer"), scale);
    }

    @Override
    public Distribution result(long[] counts) {
        return distribution(scale, counts);
    }

    /** Returns the distribution of the values of the scale, then not applicable, then skipped. */
    static Distribution distribution(Scale scale, long[] counts) {
        int points = scale.points();
        List<Long> values = Arrays.stream(counts, 0, points).boxed().toList();
        return new Distribution(scale, values, counts[points], counts[points + 1]);
    }

    /** Returns what there is of each value of the scale, by the value. */
    static Map<Integer, Object> byValue(Scale scale, List<?> each) {
        Map<Integer, Object> byValue = new LinkedHashMap<>();
        for (int i = 0; i < each.size(); i++) {
            byValue.put(scale.min() + i, each.get(i));
        }
        return byValue;
    }

    /** Returns the scale with all that makes it differ from another one. */
    static String describe(Scale scale) {
        return scale.name() + " " + scale.min() + ".." + scale.max() + (scale.higherIsBetter() ? "" : " low is good")
                + " low to " + scale.lowTo() + " high from " + scale.highFrom();
    }

    /** Returns the getter of the answers that the host holds as plain numbers; null is a question left open. */
    static <T> Fn<T, Answer> answers(Scale scale, Fn<? super T, ? extends @Nullable Integer> value) {
        requireNonNull(scale, "scale");
        requireNonNull(value, "value");
        return observation -> {
            Integer rated = value.apply(observation);
            return rated == null ? Answer.skipped() : scale.rate(rated);
        };
    }

    /** Returns the error for an answer that has no place on the scale. */
    static IllegalArgumentException refused(Answer answer, Scale scale) {
        String what = answer instanceof Answer.Rated rated
                ? "a rating of scale " + describe(rated.scale())
                : "a " + answer.kind() + " answer";
        return new IllegalArgumentException(what + " where a rating of scale " + describe(scale) + " is counted");
    }
}
