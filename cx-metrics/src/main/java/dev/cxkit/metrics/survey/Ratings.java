package dev.cxkit.metrics.survey;

import dev.cxkit.core.feedback.Band;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Result;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * Counted or weighted ratings of one scale: what every {@link Score} is calculated from. Ratings of two scales never meet in one of these.
 */
public sealed interface Ratings extends Result permits Distribution, WeightedDistribution {

    /** Returns the scale of the ratings. */
    Scale scale();

    /**
     * Returns how many ratings had this value, or the sum of their weights; at least 0.
     *
     * @throws IllegalArgumentException if the value is outside the scale
     */
    double weight(int value);

    /** Returns how many ratings there are, or the sum of their weights; at least 0. */
    double total();

    /**
     * Returns the number of ratings that a confidence interval may count on: all of them, or Kish's effective n where they are weighted.
     */
    double effectiveN();

    /** Returns how many ratings were in this band, or the sum of their weights. */
    default double weight(Band band) {
        double sum = 0;
        for (int value = scale().min(); value <= scale().max(); value++) {
            if (scale().band(value) == band) {
                sum += weight(value);
            }
        }
        return sum;
    }

    /** Returns the share of the ratings in this band, 0..1; empty without ratings. */
    default OptionalDouble share(Band band) {
        return total() > 0 ? OptionalDouble.of(weight(band) / total()) : OptionalDouble.empty();
    }

    /** Returns the mean of the ratings, within the scale; empty without ratings. */
    default OptionalDouble mean() {
        return mean(value -> value);
    }

    /** Returns the mean of what each rating contributes; empty without ratings. */
    private OptionalDouble mean(IntToDoubleFunction contribution) {
        if (total() <= 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double total = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int value = scale().min(); value <= scale().max(); value++) {
            double weight = weight(value);
            if (weight > 0) {
                double counted = contribution.applyAsDouble(value);
                sum += weight * counted;
                total += weight;
                lowest = Math.min(lowest, counted);
                highest = Math.max(highest, counted);
            }
        }
        // Kept within what was given: the last bit of a division must not make spread where all agree.
        return OptionalDouble.of(Math.max(lowest, Math.min(highest, sum / total)));
    }

    /** Returns the mean of the contributions of the ratings to a score; empty without ratings. */
    default OptionalDouble mean(Score score) {
        return mean(value -> score.contribution(scale(), value));
    }

    /**
     * Returns the variance of the ratings with divisor n - 1, where n is {@link #effectiveN()}; empty where that is not above 1.
     */
    default OptionalDouble variance() {
        double n = effectiveN();
        if (n <= 1) {
            return OptionalDouble.empty();
        }
        double mean = mean().orElseThrow();
        double squares = mean(value -> (value - mean) * (value - mean)).orElseThrow();
        return OptionalDouble.of(squares * n / (n - 1));
    }
}
