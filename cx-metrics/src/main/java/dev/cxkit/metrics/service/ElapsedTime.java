package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.survival.CensoredTimes;
import dev.cxkit.metrics.survival.KaplanMeier;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Times of cases, in seconds. Number, mean and quantiles are of those that are over: a growing backlog makes them look better than
 * they are. So those that go on are counted beside, and the {@link #curve} takes them in.
 *
 * @param cases which cases stand behind it; without a value are those in which nothing was to be measured
 * @param finished number, mean and variance of the times that are over
 * @param distribution their quantiles
 * @param curve the estimate from all times, also those that go on
 */
public record ElapsedTime(Coverage cases, Moments finished, ValueDistribution distribution, KaplanMeier curve) {

    /** Checks the parts. */
    public ElapsedTime {
        requireNonNull(cases, "cases");
        requireNonNull(finished, "finished");
        requireNonNull(distribution, "distribution");
        requireNonNull(curve, "curve");
    }

    public static ElapsedTime of(Coverage cases, CensoredTimes times) {
        return new ElapsedTime(cases, times.uncensored(), times.distribution(), times.curve());
    }

    /** Returns how many times are over. */
    public long n() {
        return finished.n();
    }

    /** Returns how many times go on. */
    public long open() {
        return curve.n() - curve.events();
    }

    /** Returns the mean of the times that are over, with Student's interval; empty if there are fewer than two. */
    public Optional<Estimate> mean() {
        return finished.estimate();
    }

    /** Returns the median of the times that are over; empty if there are none. */
    public OptionalDouble median() {
        return distribution.median();
    }

    /** Returns the time that nine in ten of those that are over do not exceed; empty if there are none. */
    public OptionalDouble p90() {
        return distribution.quantile(0.9);
    }

    /** Returns the median by Kaplan and Meier, which takes in what goes on; empty while fewer than half are over by the estimate. */
    public OptionalLong kaplanMeierMedian() {
        OptionalDouble median = curve.median();
        return median.isPresent() ? OptionalLong.of((long) median.getAsDouble()) : OptionalLong.empty();
    }
}
