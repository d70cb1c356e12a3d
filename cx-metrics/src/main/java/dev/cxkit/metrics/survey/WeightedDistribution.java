package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighted frequency distribution of ratings on one scale. Scores come from the weights, confidence intervals from Kish's effective n.
 *
 * @param scale the scale
 * @param weights the sum of the weights of those who gave each value, from {@code scale.min()} on; each finite and at least 0
 * @param effectiveN Kish's {@index "effective sample size"} (1965), what the weighted answers are worth in answers of equal weight: (sum of
 *     w)² / sum of w², unless the metric says otherwise; 0 without answers
 * @param answered how many answers gave a value; one with a weight of 0 counts here and nowhere else
 * @param notApplicable how many answers said that the question does not apply
 * @param skipped how many left the question open
 */
public record WeightedDistribution(
        Scale scale, List<Double> weights, double effectiveN, long answered, long notApplicable, long skipped)
        implements Ratings {

    /**
     * Refuses other than one weight for each value, and numbers that are negative or not finite, with an {@link IllegalArgumentException};
     * copies the weights.
     */
    public WeightedDistribution {
        requireNonNull(scale, "scale");
        weights = List.copyOf(weights);
        if (weights.size() != scale.points()) {
            throw new IllegalArgumentException(
                    weights.size() + " weights for the " + scale.points() + " values of scale " + scale.name());
        }
        weights.forEach(weight -> Check.notNegative("weight", weight));
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        Check.notNegative("sum of weights", sum);
        Check.notNegative("effectiveN", effectiveN);
        if ((effectiveN > 0) != (sum > 0)) {
            throw new IllegalArgumentException("effectiveN " + effectiveN + " does not fit a sum of weights of " + sum);
        }
        Check.notNegative("answered", answered);
        Check.notNegative("notApplicable", notApplicable);
        Check.notNegative("skipped", skipped);
    }

    /**
     * Returns the metric of values on this scale that the host holds as plain numbers, as {@link #metricOfAnswers}.
     *
     * @param value the value of an observation, null for a question left open
     * @param weight its weight, 0 or within 1e-100..1e100
     */
    public static <T> Metric<T, WeightedDistribution> metric(
            Scale scale, Fn<? super T, ? extends @Nullable Integer> value, Fn<? super T, ? extends Number> weight) {
        return metricOfAnswers(scale, RatingCounts.answers(scale, value), weight);
    }

    /**
     * Returns the metric that adds up the weights of answers on this scale. Sums are exact, so the result is the same bit for bit
     * whatever the order. Memory: an exact sum (about 0.5 kB) for each value that occurs.
     *
     * @param answer the answer of an observation
     * @param weight its weight, 0 or within 1e-100..1e100, such as from {@link Raking}; others are refused
     */
    public static <T> Metric<T, WeightedDistribution> metricOfAnswers(
            Scale scale, Fn<? super T, ? extends Answer> answer, Fn<? super T, ? extends Number> weight) {
        return new RatingWeights<>(scale, answer, weight).metric();
    }

    @Override
    public double weight(int value) {
        scale.band(value);
        return weights.get(value - scale.min());
    }

    @Override
    public double total() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /**
     * Returns the design effect: how much wider confidence intervals are than those of equal weights, as a ratio of variances, at least 1;
     * 1 without answers.
     */
    public double designEffect() {
        return effectiveN > 0 ? Math.max(1, answered / effectiveN) : 1;
    }

    /** Returns the scale by name, the mean with its interval, the counts, what they are worth, and the weight of each value. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("scale", scale.name())
                .with("mean", Score.MEAN.of(this))
                .with("answered", answered)
                .with("notApplicable", notApplicable)
                .with("skipped", skipped)
                .with("effectiveN", effectiveN)
                .with("designEffect", designEffect())
                .with("total", total())
                .with("weights", RatingCounts.byValue(scale, weights))
                .map();
    }
}
