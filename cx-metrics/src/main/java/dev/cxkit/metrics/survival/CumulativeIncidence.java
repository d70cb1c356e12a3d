package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Condition;
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
import org.jspecify.annotations.Nullable;

/**
 * {@index "Cumulative incidence"} functions under {@index "competing risks"}, by the {@index "Aalen-Johansen estimator"} (1978): for each
 * cause the probability that the event has occurred by a time, and from that cause.
 *
 * <ul>
 *   <li>At every time the incidences of all causes and the survival add up to 1.
 *   <li>F(t) of a cause is the sum over its events up to t of S(t-) d / n. One less a Kaplan-Meier estimate in which other causes censor
 *       would be too much.
 *   <li>Empty where the survival is: without data, and beyond the longest time where that one is right-censored.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.CumulativeIncidence;
 * import dev.cxkit.metrics.survival.SurvivalTime;
 * import java.util.List;
 * import java.util.Locale;
 *
 * record Contract(int months, String cause) {} // "" as long as it runs
 * var contracts = List.of(
 *         new Contract(2, "price"), new Contract(3, ""), new Contract(4, "service"), new Contract(6, "price"),
 *         new Contract(9, ""), new Contract(10, "price"), new Contract(12, ""), new Contract(12, ""));
 * var incidence = CumulativeIncidence.metric(
 *                 (Contract c) -> new SurvivalTime(c.months(), !c.cause().isEmpty()), Contract::cause)
 *         .over(contracts);
 * System.out.printf(Locale.ROOT, "%.3f%n", incidence.incidence("price", 6).getAsDouble());
 * System.out.println(incidence.incidence("price", 12, 0.95).orElseThrow().text(3));
 * // -> 0.271
 * // -> 0.465 (0.095 to 0.780 at 95 %, n 8)
 * }</pre>
 *
 * @param <K> the causes
 * @param survival the survival function of an event of any cause
 * @param causes for each cause that had an event, one step for each time of its events, in order; unmodifiable
 */
public record CumulativeIncidence<K>(KaplanMeier survival, Map<K, List<Step>> causes) implements Result {

    /**
     * The cumulative incidence of one cause at one time.
     *
     * @param time the time
     * @param events how many events of the cause there were then
     * @param incidence the cumulative incidence, above 0 and at most 1
     * @param standardError of the incidence, at least 0: the {@index "infinitesimal jackknife"} (Jaeckel, 1972), the root of the sum over
     *     the observations of the squared derivative of the estimate by the weight of each, as {@code survfit} of R has it; not that of the
     *     formulas of Greenwood's kind for the Aalen-Johansen estimator, from which it differs a little
     */
    public record Step(double time, long events, double incidence, double standardError) implements Result {

        /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
        public Step {
            Check.notNegative("time", time);
            Check.positive("events", events);
            Check.share("incidence", incidence);
            Check.notNegative("standard error", standardError);
        }

        /** Returns the time, the events, the incidence and its standard error. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("time", time)
                    .with("events", events)
                    .with("incidence", incidence)
                    .with("standardError", standardError)
                    .map();
        }
    }

    /** Copies the map and keeps its order. */
    public CumulativeIncidence {
        requireNonNull(survival, "survival");
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    }

    /**
     * Returns the metric. Memory is that of the curves of the causes, and one for all.
     *
     * @param survivalTime the survival time of an observation
     * @param cause the cause of the event, never null; where the time is right-censored it does not matter which
     */
    public static <T, K> Metric<T, CumulativeIncidence<K>> metric(
            Fn<? super T, SurvivalTime> survivalTime, Fn<? super T, ? extends K> cause) {
        Metric<T, Segments<K, KaplanMeier>> curves =
                KaplanMeier.metric().<T>on(survivalTime).by(cause);
        return curves.then(CumulativeIncidence::of);
    }

    /**
     * Returns the metric of records of the host. Memory is that of the curves of the causes, and one for all.
     *
     * @param time the time of the event or of right-censoring, never null, at least 0 and finite
     * @param event whether the event occurred then; else the time is right-censored
     * @param cause the cause of the event; null only where the time is right-censored, and not looked at there
     */
    public static <T, K> Metric<T, CumulativeIncidence<K>> metric(
            Fn<? super T, ? extends Number> time,
            Condition<? super T> event,
            Fn<? super T, ? extends @Nullable K> cause) {
        Metric<T, KaplanMeier> all = KaplanMeier.metric(time, event);
        return Metric.<T, KaplanMeier, Segments<K, KaplanMeier>, CumulativeIncidence<K>>both(
                all,
                all.<K>by(each -> requireNonNull(cause.apply(each), "cause")).where(event),
                (total, causes) -> of(new Segments<>(total, null, causes.each())));
    }

    /**
     * Returns the incidences from the curves of the events of each cause; right-censored times may be in any of them, or in one of their
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
     * Returns the cumulative incidence of a cause at a time, 0..1. Empty where the {@link KaplanMeier#survival(double)} is.
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
     * Returns the {@link #incidence} with a confidence interval from its {@link Step#standardError} (infinitesimal jackknife) on the scale
     * of log(-log F), which never leaves 0..1 (Kalbfleisch and Prentice, 1980). Empty where the incidence is, and where it is 0 or 1.
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

    private Optional<Step> last(K cause, double asked) {
        double time = SurvivalTime.rounded(asked);
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

    /** Returns the survival, and the steps of each cause as {@code key} and {@code result}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("survival", survival)
                .results("causes", causes)
                .map();
    }
}
