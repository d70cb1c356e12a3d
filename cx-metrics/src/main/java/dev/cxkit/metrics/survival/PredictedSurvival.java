package dev.cxkit.metrics.survival;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Survival function S(t|x) that a {@link Cox} fit predicts for one with given covariates: how long until the event, and how much longer for
 * one without it so far.
 *
 * <ul>
 *   <li>S(t|x) = exp(-H(t) exp(b'x)), with the {@index "baseline hazard"} of Breslow (1972) in the form for ties that matches the fit: of d
 *       events at one time, each is over when a part of the others is (Efron, 1977).
 *   <li>Empty beyond the longest time of the stratum: there nothing is known.
 *   <li>The median is empty while S stays above one half up to there.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.Cox;
 * import dev.cxkit.metrics.survival.PredictedSurvival;
 * import java.util.Locale;
 * import java.util.Map;
 *
 * double[] months = {2, 3, 5, 6, 8, 9, 11, 12, 12};
 * boolean[] churned = {true, true, true, true, false, true, false, false, false};
 * Cox cox = Cox.fit(months, churned, Map.of("tickets", new double[] {4, 1, 3, 0, 2, 1, 0, 1, 0}));
 * PredictedSurvival two = cox.survival(Map.of("tickets", 2.0)).orElseThrow();
 * System.out.printf(Locale.ROOT, "%.3f %.3f%n",
 *         two.survival(6).getAsDouble(), two.conditionalSurvival(9, 6).getAsDouble());
 * // -> 0.401 0.439
 * }</pre>
 */
public final class PredictedSurvival implements Result {

    private static final long serialVersionUID = 1;

    /** Room for the rounding of an exponential, so that a survival of one half is seen as such. */
    private static final double ROUNDING = 1e-12;

    private final double[] times;
    private final double[] hazard;
    private final double end;

    /** Takes the arrays over: the times of events, in order, the cumulative hazard at each, and the longest time. */
    PredictedSurvival(double[] times, double[] hazard, double end) {
        this.times = times;
        this.hazard = hazard;
        this.end = end;
    }

    /** The same with so many times the hazard; empty where that is beyond all numbers. */
    Optional<PredictedSurvival> times(double hazardRatio) {
        double[] all = Arrays.stream(hazard).map(h -> h * hazardRatio).toArray();
        return Arrays.stream(all).allMatch(Double::isFinite)
                ? Optional.of(new PredictedSurvival(times, all, end))
                : Optional.empty();
    }

    private double at(double time) {
        int place = Arrays.binarySearch(times, SurvivalTime.rounded(time));
        int last = place < 0 ? -place - 2 : place;
        return last < 0 ? 0 : hazard[last];
    }

    private boolean isKnown(double time) {
        return SurvivalTime.rounded(Check.notNegative("time", time)) <= end;
    }

    /**
     * Returns the cumulative hazard up to a time, at least 0.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if it is not
     */
    public OptionalDouble cumulativeHazard(double time) {
        return isKnown(time) ? OptionalDouble.of(at(time)) : OptionalDouble.empty();
    }

    /**
     * Returns the probability that the event comes later than this, 0..1.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if it is not
     */
    public OptionalDouble survival(double time) {
        return isKnown(time) ? OptionalDouble.of(Math.exp(-at(time))) : OptionalDouble.empty();
    }

    /**
     * Returns the {@index "conditional survival"}: the probability that the event comes later than the target, given that it had not
     * occurred by the age; 0..1.
     *
     * @param age at least 0
     * @param target at least the age
     * @throws IllegalArgumentException if one is outside its range
     */
    public OptionalDouble conditionalSurvival(double target, double age) {
        Check.notNegative("age", age);
        if (target < age) {
            throw new IllegalArgumentException("target " + target + " is below age " + age);
        }
        return isKnown(target) ? OptionalDouble.of(Math.exp(at(age) - at(target))) : OptionalDouble.empty();
    }

    /** Returns the median survival time: the shortest time at which the survival is at most one half. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /**
     * Returns the shortest time at which the survival is at most 1 - p: by then the event has occurred with a probability of p. Empty if
     * the survival stays above.
     *
     * @param p above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public OptionalDouble quantile(double p) {
        return first(Check.inside("p", p), 0);
    }

    /**
     * Returns the {@index "median residual time"} of one without the event by an age: how long after the age the survival is at most half
     * of what it is then. Empty if it stays above.
     *
     * @param age at least 0
     * @throws IllegalArgumentException if it is not
     */
    public OptionalDouble medianResidual(double age) {
        OptionalDouble then = first(0.5, at(Check.notNegative("age", age)));
        return then.isPresent() && isKnown(age) ? OptionalDouble.of(then.getAsDouble() - age) : OptionalDouble.empty();
    }

    private OptionalDouble first(double p, double before) {
        for (int i = 0; i < times.length; i++) {
            if (Math.exp(before - hazard[i]) <= 1 - p + ROUNDING) {
                return OptionalDouble.of(times[i]);
            }
        }
        return OptionalDouble.empty();
    }

    /** Returns the median, a point for each time of an event, and the time up to which it is known. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("median", median())
                .with("end", end)
                .with(
                        "points",
                        IntStream.range(0, times.length)
                                .mapToObj(i -> Document.start()
                                        .with("time", times[i])
                                        .with("survival", Math.exp(-hazard[i]))
                                        .with("cumulativeHazard", hazard[i])
                                        .map())
                                .toList())
                .map();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof PredictedSurvival other
                && end == other.end
                && Arrays.equals(times, other.times)
                && Arrays.equals(hazard, other.hazard);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(hazard);
    }

    @Override
    public String toString() {
        return text(2);
    }
}
