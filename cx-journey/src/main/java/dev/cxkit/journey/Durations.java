package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Durations summed up: number, sum, mean, standard deviation and quantiles, counted in whole milliseconds and given in seconds.
 *
 * <ul>
 *   <li>Mean, standard deviation and variance are exact; quantiles are within 0.39 % or, by {@link #exactMetric}, exact.
 *   <li>Mean, median and quantiles are empty if there are no durations, the standard deviation if there are fewer than two; the sum is 0.
 * </ul>
 *
 * @param millis number, sum and variance, in milliseconds; exact
 * @param distribution the quantiles, in milliseconds
 */
public record Durations(Moments millis, ValueDistribution distribution) implements Result {

    private static final double A_SECOND = 1000;

    public Durations {
        requireNonNull(millis, "millis");
        requireNonNull(distribution, "distribution");
    }

    /** Returns the metric of durations in milliseconds, with quantiles within 0.39 %. Memory: that of {@link ValueDistribution#metric}. */
    public static Metric<Long, Durations> metric() {
        return Metric.both(Moments.metricOfLongs(), ValueDistribution.metric(), Durations::new);
    }

    /** Returns the metric of durations in milliseconds, with exact quantiles. Memory grows with the different durations. */
    public static Metric<Long, Durations> exactMetric() {
        return Metric.both(Moments.metricOfLongs(), ValueDistribution.exactMetric(), Durations::new);
    }

    /** Returns how many there are. */
    public long n() {
        return millis.n();
    }

    /** Returns the sum in seconds, 0 if there are none. */
    public double sum() {
        return millis.sum() / A_SECOND;
    }

    /** Returns the mean in seconds; empty if there are none. */
    public OptionalDouble mean() {
        return seconds(millis.mean());
    }

    /** Returns the sample standard deviation in seconds; empty if there are fewer than two. */
    public OptionalDouble standardDeviation() {
        return seconds(millis.standardDeviation());
    }

    /** Returns the median in seconds, with two in the middle their mean; empty if there are none. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /**
     * Returns the quantile of type 7 in seconds; empty if there are none.
     *
     * @throws IllegalArgumentException if {@code p} is outside 0..1
     */
    public OptionalDouble quantile(double p) {
        return seconds(distribution.quantile(p));
    }

    private static OptionalDouble seconds(OptionalDouble millis) {
        return millis.isPresent() ? OptionalDouble.of(millis.getAsDouble() / A_SECOND) : millis;
    }

    /** Returns {@code n}, {@code sum}, {@code mean}, {@code standardDeviation}, {@code median} and {@code p90}, in seconds. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("n", n())
                .with("sum", n() == 0 ? null : sum())
                .with("mean", mean())
                .with("standardDeviation", standardDeviation())
                .with("median", median())
                .with("p90", quantile(0.9))
                .map();
    }
}
