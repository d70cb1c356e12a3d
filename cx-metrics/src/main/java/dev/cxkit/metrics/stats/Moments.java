package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.WithMissing;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.CountsState;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Number, sum, {@index mean} and {@index "sample variance"} of a sample, added exactly.
 *
 * <ul>
 *   <li>The mean is empty without values; variance and {@index "standard deviation"} below two values.
 *   <li>The mean has no confidence interval where nothing varies: of one value, and of values that are all the same.
 *   <li>Sums are exact, so no order and no split changes a bit of the result.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.stats.Moments;
 *
 * Moments minutes = Moments.of(12, 15, 11, 19, 14, 13, 16, 12);
 * System.out.println(minutes.mean().getAsDouble() + " " + minutes.variance().getAsDouble());
 * System.out.println(minutes.estimate().orElseThrow().text(2));
 * // -> 14.0 6.857142857142857
 * // -> 14.00 (11.81 to 16.19 at 95 %, n 8)
 * }</pre>
 *
 * @param n the number of values, at least 0
 * @param sum the sum of the values, 0 if there are none
 * @param squaredDeviations the sum of the squared deviations from the mean, at least 0
 */
public record Moments(long n, double sum, double squaredDeviations) implements Result, Difference.Contrast<Moments> {

    /** Refuses a component outside its range, and deviations among fewer than two values, with an {@link IllegalArgumentException}. */
    public Moments {
        Check.count("n", n);
        Check.finite("sum", sum);
        Check.notNegative("squaredDeviations", squaredDeviations);
        if (n == 0 && sum != 0) {
            throw new IllegalArgumentException("sum " + sum + " of no values is not 0");
        }
        if (n < 2 && squaredDeviations != 0) {
            throw new IllegalArgumentException(
                    "squaredDeviations " + squaredDeviations + " of " + n + " values are not 0");
        }
    }

    /** Returns the moments of the same values in a unit of which one is so many of theirs, such as seconds for milliseconds. */
    public Moments dividedBy(double divisor) {
        return new Moments(n, sum / divisor, squaredDeviations / divisor / divisor);
    }

    /** Returns the metric of whole numbers; their sums are exact. */
    public static Metric<Long, Moments> metricOfLongs() {
        return CountsState.metric(
                "moments of longs",
                LongMoments::new,
                LongMoments::add,
                LongMoments::add,
                LongMoments::state,
                LongMoments::ofState,
                LongMoments::result);
    }

    /** Returns the metric of finite numbers within -1e150..1e150; their sums are exact, so no order shows in the result. */
    public static Metric<Double, Moments> metric() {
        return CountsState.metric(
                "moments of doubles",
                DoubleMoments::new,
                DoubleMoments::add,
                DoubleMoments::add,
                DoubleMoments::state,
                DoubleMoments::ofState,
                DoubleMoments::result);
    }

    /**
     * Returns the metric of a number that an observation may have, as {@link #metric()}.
     *
     * @param value the number of an observation, null if it is missing
     */
    public static <T> Metric<T, WithMissing<Moments>> metric(Fn<? super T, ? extends @Nullable Number> value) {
        requireNonNull(value, "value");
        return WithMissing.metric(metric(), observation -> {
            Number number = value.apply(observation);
            return number == null ? null : number.doubleValue();
        });
    }

    /** Returns the moments of the values. */
    public static Moments of(double... values) {
        DoubleMoments moments = new DoubleMoments();
        for (double value : values) {
            moments.add(value);
        }
        return moments.result();
    }

    /** Returns the mean; empty if there are no values. */
    public OptionalDouble mean() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
    }

    /** Returns the sample variance, with the divisor n - 1; empty if there are fewer than two values. */
    public OptionalDouble variance() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(squaredDeviations / (n - 1));
    }

    /** Returns the square root of the {@link #variance variance}; empty if there are fewer than two values. */
    public OptionalDouble standardDeviation() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squaredDeviations / (n - 1)));
    }

    /** Returns this mean less the other, by {@link Welch} at {@link Estimate#DEFAULT_LEVEL}; empty where that is. */
    @Override
    public Optional<Difference> minus(Moments other) {
        return Welch.of(this, other).map(Welch::difference);
    }

    /** Returns the mean with its confidence interval at {@link Estimate#DEFAULT_LEVEL}; empty if there are no values. */
    public Optional<Estimate> estimate() {
        return estimate(Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the mean with the confidence interval of Student's t (1908); empty if there are no values. One value, and values that are
     * all the same, have a mean without an interval.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> estimate(double level) {
        Check.level(level);
        return n == 1
                ? Optional.of(new Estimate(sum, null, level, 1))
                : summary().map(summary -> summary.estimate(level));
    }

    /** Returns mean and variance, for a test; empty if there are fewer than two values. */
    public Optional<Summary> summary() {
        return n < 2 ? Optional.empty() : Optional.of(new Summary(sum / n, squaredDeviations / (n - 1), n));
    }

    /** Returns the mean with its interval and {@code n}, the standard deviation and the sum. */
    @Override
    public Map<String, Object> document() {
        return Document.of(estimate())
                .with("n", n == 0 ? n : null)
                .with("standardDeviation", standardDeviation())
                .with("sum", sum)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
