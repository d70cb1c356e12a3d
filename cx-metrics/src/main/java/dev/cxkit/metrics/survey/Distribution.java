package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Frequency distribution"} of ratings on one scale, with the answers that gave none. The counts are exact; scores are derived from
 * them.
 *
 * <ul>
 *   <li>Counted: each value of the scale, not applicable and skipped answers apart.
 *   <li>Refused: answers of another kind, on another scale or outside of it.
 * </ul>
 *
 * @param scale the scale
 * @param counts how many answers gave each value, from {@code scale.min()} on; each at least 0
 * @param notApplicable how many answers said that the question does not apply; they are in no denominator
 * @param skipped how many left the question open; they are in no denominator
 */
public record Distribution(Scale scale, List<Long> counts, long notApplicable, long skipped) implements Ratings {

    /** Refuses other than one count of at least 0 for each value, with an {@link IllegalArgumentException}; copies the counts. */
    public Distribution {
        requireNonNull(scale, "scale");
        counts = List.copyOf(counts);
        if (counts.size() != scale.points()) {
            throw new IllegalArgumentException(
                    counts.size() + " counts for the " + scale.points() + " values of scale " + scale.name());
        }
        counts.forEach(count -> Check.count("count", count));
        Check.count("notApplicable", notApplicable);
        Check.count("skipped", skipped);
    }

    /** Returns the distribution with these counts, from {@code scale.min()} on, and nothing unanswered. */
    public static Distribution ofCounts(Scale scale, long... counts) {
        return new Distribution(scale, Arrays.stream(counts).boxed().toList(), 0, 0);
    }

    /**
     * Returns the metric that counts answers on this scale. Skipped and not applicable ones are counted apart; an answer of another
     * kind or on another scale is refused. Memory: one count for each value.
     */
    public static Metric<Answer, Distribution> metric(Scale scale) {
        return new RatingCounts(scale);
    }

    /**
     * Returns the metric that counts values on this scale which the host holds as plain numbers; null is a question left open. A
     * value outside the scale is refused. Nothing is made for an observation, so this is the fastest way from objects.
     */
    public static <T> Metric<T, Distribution> metric(Scale scale, Fn<? super T, ? extends @Nullable Integer> value) {
        return new ValueCounts<>(scale, value);
    }

    /** Returns how many answers gave a value. */
    public long answered() {
        long sum = 0;
        for (long count : counts) {
            sum = Check.sum("answers", sum, count);
        }
        return sum;
    }

    /** Returns how many were asked: those who gave a value, skipped the question or said that it does not apply. */
    public long asked() {
        return Check.sum("answers", answered(), Check.sum("answers", notApplicable, skipped));
    }

    /** Returns how many answers gave this value; throws an {@link IllegalArgumentException} if it is outside the scale. */
    public long count(int value) {
        scale.band(value);
        return counts.get(value - scale.min());
    }

    /** Returns how many answers gave a value within both ends. */
    long count(int from, int to) {
        long sum = 0;
        for (int value = Math.max(from, scale.min()); value <= Math.min(to, scale.max()); value++) {
            sum = Check.sum("answers", sum, counts.get(value - scale.min()));
        }
        return sum;
    }

    @Override
    public double weight(int value) {
        return count(value);
    }

    @Override
    public double total() {
        return answered();
    }

    @Override
    public double effectiveN() {
        return answered();
    }

    /** Returns the scale by name, the mean with its interval, the counts, and that of each value. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("scale", scale.name())
                .with("mean", Score.MEAN.of(this))
                .with("answered", answered())
                .with("notApplicable", notApplicable)
                .with("skipped", skipped)
                .with("counts", RatingCounts.byValue(scale, counts))
                .map();
    }
}
