package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What share has ended for each reason by a time, where one end prevents the others (Aalen and Johansen, 1978). The shares and the
 * survival add up to 1. One less the survival of a curve in which other reasons count as going on would be too much.
 *
 * @param survival the curve of an end for any reason
 * @param causes for each reason that something ended for, one step for each time at which it did, in order; unmodifiable
 */
public record CumulativeIncidence<K>(KaplanMeier survival, Map<K, List<Step>> causes) {

    /**
     * What ended for one reason at one time.
     *
     * @param time the time
     * @param events how many ended for the reason then
     * @param incidence the estimated share that has ended for it by then, above 0 and at most 1
     * @param standardError of the incidence, by Greenwood's way, at least 0
     */
    public record Step(double time, long events, double incidence, double standardError) {

        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if one is outside its range
         */
        public Step {
            Check.notNegative("time", time);
            Check.positive("events", events);
            Check.share("incidence", incidence);
            Check.notNegative("standard error", standardError);
        }
    }

    /** Copies the map and keeps its order. */
    public CumulativeIncidence {
        requireNonNull(survival, "survival");
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    }

    /**
     * Returns the metric. Memory is that of the curves of the reasons, and one for all.
     *
     * @param survivalTime how long something lasted
     * @param cause why it ended, never null; not looked at where it goes on, and then any
     */
    public static <T, K> Metric<T, CumulativeIncidence<K>> metric(
            Fn<? super T, SurvivalTime> survivalTime, Fn<? super T, ? extends K> cause) {
        Metric<T, Segments<K, KaplanMeier>> curves =
                KaplanMeier.metric().<T>on(survivalTime).by(cause);
        return curves.then(CumulativeIncidence::of);
    }

    /**
     * Returns the shares, from the curves of those that ended for each reason; those that go on may be in any of them, or in one of their
     * own.
     */
    public static <K> CumulativeIncidence<K> of(Segments<K, KaplanMeier> curves) {
        Map<K, List<Step>> causes = new LinkedHashMap<>();
        curves.each().forEach((cause, curve) -> {
            List<Step> steps = steps(curves.total().table(), curve.table());
            if (!steps.isEmpty()) {
                causes.put(cause, steps);
            }
        });
        return new CumulativeIncidence<>(curves.total(), causes);
    }

    /**
     * Each time moves the incidence by its own events, and by what they leave to the times after it; the variance at t is a sum over the
     * times before, of which the terms in (F(t) - F) and its square are summed apart.
     */
    private static List<Step> steps(SurvivalTable all, SurvivalTable cause) {
        List<Step> steps = new ArrayList<>();
        double before = 1;
        double incidence = 0;
        double constant = 0;
        double linear = 0;
        double square = 0;
        int at = 0;
        for (int i = 0; i < all.times.length && at < cause.times.length; i++) {
            double n = all.atRisk[i];
            double d = all.events[i];
            double own = 0;
            if (cause.times[at] == all.times[i]) {
                own = cause.events[at++];
            }
            incidence = Math.min(1, incidence + before * own / n);
            double direct = before * before * own * (n - own) / (n * n * n);
            double slope = before * own / (n * n);
            double left = n > d ? d / (n * (n - d)) : 0;
            constant += direct + incidence * (2 * slope + incidence * left);
            linear += slope + incidence * left;
            square += left;
            before = all.survival[i];
            if (own > 0) {
                double variance = constant + incidence * (incidence * square - 2 * linear);
                steps.add(new Step(all.times[i], (long) own, incidence, Math.sqrt(Math.max(0, variance))));
            }
        }
        return List.copyOf(steps);
    }

    /**
     * Returns the share that has ended for a reason by a time, 0..1. Empty where the {@link KaplanMeier#survival(double)} is.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if the time is below 0
     */
    public OptionalDouble incidence(K cause, double time) {
        return survival.survival(time).isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(last(cause, time).map(Step::incidence).orElse(0.0));
    }

    /**
     * Returns the {@link #incidence} with limits on the scale of log(-log F), which never leave 0..1 (Kalbfleisch and Prentice, 1980).
     * Empty where the incidence is, and where it is 0 or 1.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if the time is below 0, or the level not above 0 and below 1
     */
    public Optional<Estimate> incidence(K cause, double time, double level) {
        double z = Estimate.z(level);
        return survival.survival(time).isEmpty()
                ? Optional.empty()
                : last(cause, time).filter(step -> step.incidence < 1).map(step -> {
                    double f = step.incidence;
                    double move = z * step.standardError / (f * Math.log(f));
                    return new Estimate(
                            f,
                            Math.min(f, Math.pow(f, Math.exp(-move))),
                            Math.max(f, Math.pow(f, Math.exp(move))),
                            level,
                            survival.n());
                });
    }

    private Optional<Step> last(K cause, double time) {
        List<Step> steps = causes.getOrDefault(requireNonNull(cause, "cause"), List.of());
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).time <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(steps.get(low - 1));
    }
}
