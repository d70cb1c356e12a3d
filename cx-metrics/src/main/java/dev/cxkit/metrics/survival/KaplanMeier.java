package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import dev.cxkit.metrics.stats.Estimate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import java.util.function.IntToDoubleFunction;

/**
 * {@index "Kaplan-Meier"} estimate ({@index "product-limit estimator"}) of the {@index "survival function"} of right-censored, possibly
 * left-truncated times (Kaplan and Meier, 1958): S(t), the probability that the event comes later than t.
 *
 * <ul>
 *   <li>Counted: every time, with its frequency; a right-censored one is at risk up to its time, that time included.
 *   <li>Times that differ by rounding alone are one time, as {@link SurvivalTime} says.
 *   <li>Of an event and a right-censoring at one time, the event comes first.
 *   <li>With delayed entry, at risk after the entry only.
 * </ul>
 *
 * <p>S(t) is the product over the times of events up to t of (1 - d / n), with d events and n at risk; its variance is Greenwood's (1926),
 * the {@index "cumulative hazard"} that of Nelson (1969) and Aalen (1978), the sum of d / n.
 *
 * <ul>
 *   <li>Empty without data.
 *   <li>Empty beyond the longest time where that one is right-censored: there nothing is known.
 *   <li>The median is empty while S stays above one half.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.KaplanMeier;
 * import dev.cxkit.metrics.survival.SurvivalInterval;
 * import java.util.Arrays;
 *
 * double[] weeks = {6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
 * boolean[] relapse = new boolean[21]; // the 6-MP group of Gehan (1965): the first nine had the event
 * Arrays.fill(relapse, 0, 9, true);
 * KaplanMeier curve = KaplanMeier.of(weeks, relapse);
 * System.out.println(curve.median().getAsDouble());
 * System.out.println(curve.survival(10, SurvivalInterval.LOG_LOG, 0.95).orElseThrow().text(3));
 * // -> 23.0
 * // -> 0.753 (0.503 to 0.889 at 95 %, n 21)
 * }</pre>
 */
public final class KaplanMeier implements Result {

    private static final long serialVersionUID = 1;

    /** Room for the rounding of a product of many factors, so that a survival of one half is seen as such. */
    private static final double ROUNDING = 1e-12;

    private final SurvivalTable table;

    /**
     * The estimate at one distinct time.
     *
     * @param time the time
     * @param atRisk how many were at risk just before it
     * @param events how many events there were then
     * @param censored how many were right-censored then
     * @param survival the survival function at the time, 0..1
     * @param standardError of the survival (Greenwood, 1926), at least 0; 0 where the survival is 0, since it is not known there
     * @param cumulativeHazard the Nelson-Aalen estimate of the cumulative hazard, at least 0
     * @param cumulativeHazardVariance its variance, at least 0
     */
    public record Step(
            double time,
            long atRisk,
            long events,
            long censored,
            double survival,
            double standardError,
            double cumulativeHazard,
            double cumulativeHazardVariance)
            implements Result {

        /**
         * Refuses a component outside its range, and more events and right-censored times than there are at risk, with an
         * {@link IllegalArgumentException}.
         */
        public Step {
            Check.notNegative("time", time);
            Check.count("events", events);
            Check.count("censored", censored);
            Check.share("survival", survival);
            Check.notNegative("standard error", standardError);
            Check.notNegative("cumulativeHazard", cumulativeHazard);
            Check.notNegative("cumulativeHazardVariance", cumulativeHazardVariance);
            if (events + censored < 1 || events + censored > atRisk) {
                throw new IllegalArgumentException(
                        "events " + events + " and censored " + censored + " are not 1.." + atRisk + " together");
            }
        }

        /** Returns the time, the counts, the survival and the hazard. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("time", time)
                    .with("atRisk", atRisk)
                    .with("events", events)
                    .with("censored", censored)
                    .with("survival", survival)
                    .with("standardError", standardError)
                    .with("cumulativeHazard", cumulativeHazard)
                    .with("cumulativeHazardVariance", cumulativeHazardVariance)
                    .map();
        }
    }

    KaplanMeier(SurvivalTable table) {
        this.table = table;
    }

    /** The estimate column by column; not to be changed. */
    SurvivalTable table() {
        return table;
    }

    /**
     * Returns the metric. Memory grows with the number of distinct times, 16 to 48 bytes for each. The estimate from arrays is the same,
     * and many times as fast: {@link #of(double[], boolean[])}.
     */
    public static Metric<SurvivalTime, KaplanMeier> metric() {
        return ProductLimit.metric();
    }

    /**
     * Returns the metric of records of the host.
     *
     * @param time the time of the event or of right-censoring, never null, at least 0 and finite
     * @param event whether the event occurred then; else the time is right-censored
     */
    public static <T> Metric<T, KaplanMeier> metric(Fn<? super T, ? extends Number> time, Condition<? super T> event) {
        requireNonNull(time, "time");
        requireNonNull(event, "event");
        return metric().on(thing -> {
            Number at = requireNonNull(time.apply(thing), "time");
            return at instanceof Long ticks
                    ? new SurvivalTime(ticks, event.test(thing))
                    : new SurvivalTime(at.doubleValue(), event.test(thing));
        });
    }

    /**
     * Returns the estimate of times in arrays, which are not changed. It takes least where all times are whole numbers up to 65,535.
     *
     * @param events whether the event occurred at each time; else it is right-censored then
     * @throws IllegalArgumentException if the arrays differ in length, or a time is negative or not finite
     */
    public static KaplanMeier of(double[] times, boolean[] events) {
        return SurvivalColumns.curve(times, events);
    }

    /** Returns the estimate of times in arrays, with their delayed entries and frequency weights. */
    public static KaplanMeier of(SurvivalColumns columns) {
        return columns.curve();
    }

    /**
     * Returns the estimate of each group of times in arrays, in the order of the groups, as {@link #of} does.
     *
     * @param events whether the event occurred at each time; else it is right-censored then
     * @param group the group of each, from 0
     * @param groups how many groups there are
     * @throws IllegalArgumentException if the arrays differ in length, a time is negative or not finite, or a group outside its range
     */
    public static List<KaplanMeier> byGroup(double[] times, boolean[] events, int[] group, int groups) {
        return SurvivalColumns.curves(times, events, group, groups);
    }

    /** Returns one step for each distinct time, in order; unmodifiable. */
    public List<Step> steps() {
        return new Steps(table);
    }

    private static final class Steps extends AbstractList<Step> implements RandomAccess {

        private final SurvivalTable table;

        Steps(SurvivalTable table) {
            this.table = table;
        }

        @Override
        public Step get(int i) {
            return new Step(
                    table.times[i],
                    table.atRisk[i],
                    table.events[i],
                    table.censored[i],
                    table.survival[i],
                    table.survival[i] * Math.sqrt(table.logVariance[i]),
                    table.hazard[i],
                    table.hazardVariance[i]);
        }

        @Override
        public int size() {
            return table.times.length;
        }
    }

    /** Returns how many observations there are, with an event or right-censored. */
    public long n() {
        return table.n;
    }

    /** Returns how many of them had the event. */
    public long events() {
        return Arrays.stream(table.events).sum();
    }

    /**
     * Returns how many were at risk just before this time: entered before it, or at the beginning, and with neither event nor
     * right-censoring before it.
     */
    public long atRisk(double time) {
        return table.atRisk(Check.notNegative("time", time));
    }

    /**
     * Returns the survival function S(t): the probability that the event comes later than this, 0..1. Empty without data, and beyond the
     * longest time where that one is right-censored: there nothing is known.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if the time is below 0
     */
    public OptionalDouble survival(double time) {
        int step = table.last(Check.notNegative("time", time));
        return table.isKnown(time) ? OptionalDouble.of(step < 0 ? 1 : table.survival[step]) : OptionalDouble.empty();
    }

    /**
     * Returns the {@link #survival(double)} with its pointwise confidence interval; empty where that is, and where it is 0. There is no
     * interval before the first event.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if the time is below 0, or the level not above 0 and below 1
     */
    public Optional<Estimate> survival(double time, SurvivalInterval interval, double level) {
        double z = Normal.critical(level);
        int step = table.last(Check.notNegative("time", time));
        double s = step < 0 ? 1 : table.survival[step];
        return table.isKnown(time) && s > 0
                ? Optional.of(new Estimate(
                        s, confidenceLimit(step, interval, -z), confidenceLimit(step, interval, z), level, (double)
                                table.n))
                : Optional.empty();
    }

    private double confidenceLimit(int step, SurvivalInterval interval, double z) {
        return step < 0 ? 1 : interval.at(table.survival[step], table.logVariance[step], z);
    }

    /** Returns the median survival time: the shortest time at which S is at most one half; empty where S stays above that. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /**
     * Returns the shortest time at which S is at most 1 - p: by then a share of p has had the event. Empty where the estimate does not get
     * so far.
     *
     * @param p above 0 and at most 1
     * @throws IllegalArgumentException if {@code p} is outside its range
     */
    public OptionalDouble quantile(double p) {
        return first(p, i -> table.survival[i]);
    }

    /**
     * Returns the lower confidence limit of the {@link #quantile}: the shortest time at which the lower confidence limit of S gets so far
     * (Brookmeyer and Crowley, 1982). Empty where it never does.
     *
     * @param p above 0 and at most 1
     * @throws IllegalArgumentException if {@code p} or the level is outside its range
     */
    public OptionalDouble quantileLow(double p, SurvivalInterval interval, double level) {
        return firstConfidenceLimit(p, interval, -Normal.critical(level));
    }

    /**
     * Returns the upper confidence limit of the {@link #quantile}: the shortest time at which the upper confidence limit of S gets so far.
     * Empty where it never does, which is common: the quantile may then lie anywhere above its lower confidence limit.
     *
     * @param p above 0 and at most 1
     * @throws IllegalArgumentException if {@code p} or the level is outside its range
     */
    public OptionalDouble quantileHigh(double p, SurvivalInterval interval, double level) {
        return firstConfidenceLimit(p, interval, Normal.critical(level));
    }

    private OptionalDouble firstConfidenceLimit(double p, SurvivalInterval interval, double z) {
        requireNonNull(interval, "interval");
        return first(p, i -> table.survival[i] > 0 ? confidenceLimit(i, interval, z) : Double.POSITIVE_INFINITY);
    }

    private OptionalDouble first(double p, IntToDoubleFunction height) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("p " + p + " is not above 0 and at most 1");
        }
        for (int i = 0; i < table.times.length; i++) {
            if (height.applyAsDouble(i) <= 1 - p + ROUNDING) {
                return OptionalDouble.of(table.times[i]);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * Returns the {@index "conditional survival"} S(target) / S(age): the probability that the event comes later than the target, given
     * that it had not occurred by the age; such as the risk that an open case breaches its target. Empty where S of either is, or is 0 at
     * the age. A confidence interval comes with {@link #conditionalOn}.
     *
     * @param age at least 0
     * @param target at least the age
     * @throws IllegalArgumentException if one is outside its range
     */
    public OptionalDouble conditionalSurvival(double target, double age) {
        if (target < age) {
            throw new IllegalArgumentException("target " + target + " is below age " + age);
        }
        OptionalDouble now = survival(age);
        OptionalDouble then = survival(target);
        return now.isEmpty() || then.isEmpty() || now.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(then.getAsDouble() / now.getAsDouble());
    }

    /**
     * Returns the estimate given survival beyond an age. Times count from the same beginning: its survival at a target is the conditional
     * one, and its median less the age is the median residual time.
     *
     * @param age at least 0
     * @throws IllegalArgumentException if the age is below 0
     */
    public KaplanMeier conditionalOn(double age) {
        return new KaplanMeier(table.conditionalOn(Check.notNegative("age", age)));
    }

    /**
     * Returns the restricted mean survival time up to a horizon. Empty where the {@link #survival(double)} at the horizon is not known.
     *
     * @param tau the horizon, above 0
     * @throws IllegalArgumentException if it is not
     */
    public Optional<RestrictedMean> restrictedMean(double tau) {
        return restrictedMeanResidual(0, tau);
    }

    /**
     * Returns the restricted mean residual time after an age: that until the event or the horizon, whichever comes first, given survival
     * beyond the age. Empty where the {@link #survival(double)} at the horizon is not known, and where S is 0 at the age.
     *
     * @param age at least 0
     * @param tau the horizon, above the age
     * @throws IllegalArgumentException if one is outside its range
     */
    public Optional<RestrictedMean> restrictedMeanResidual(double age, double tau) {
        if (!(tau > Check.notNegative("age", age) && tau < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tau " + tau + " is not a finite number above " + age);
        }
        SurvivalTable left = age > 0 ? table.conditionalOn(age) : table;
        if (!left.isKnown(tau)) {
            return Optional.empty();
        }
        double[] area = left.area(SurvivalTime.rounded(age), SurvivalTime.rounded(tau));
        return Optional.of(new RestrictedMean(tau, area[0], Math.sqrt(area[1]), left.n));
    }

    /**
     * Returns the reverse Kaplan-Meier estimate, of the time to right-censoring, in which an event censors (Schemper and Smith, 1996). Its
     * median is the {@index "median follow-up"}.
     */
    public KaplanMeier followUp() {
        return new KaplanMeier(table.reversed());
    }

    /** Returns {@code n}, the events, the median, and a step for each distinct time. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("n", n())
                .with("events", events())
                .with("median", median())
                .with("steps", steps())
                .map();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof KaplanMeier other && table.equals(other.table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }

    @Override
    public String toString() {
        return text(2);
    }
}
