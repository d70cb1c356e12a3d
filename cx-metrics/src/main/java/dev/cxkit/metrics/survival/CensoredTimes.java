package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.SortedCounts;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.LongMoments;
import dev.cxkit.metrics.stats.Moments;
import java.io.Serializable;
import java.util.Map;

/**
 * Summary statistics of uncensored times beside the Kaplan-Meier estimate of all, right-censored ones included.
 *
 * <ul>
 *   <li>The uncensored times alone look shorter than the times are, since long ones are right-censored more often.
 *   <li>All of it comes from one count for each distinct time, so all of it is exact.
 * </ul>
 *
 * @param uncensored number, mean and variance of the uncensored times
 * @param distribution the quantiles of the uncensored times
 * @param curve the estimate from all times
 */
public record CensoredTimes(Moments uncensored, ValueDistribution distribution, KaplanMeier curve) implements Result {

    public CensoredTimes {
        requireNonNull(uncensored, "uncensored");
        requireNonNull(distribution, "distribution");
        requireNonNull(curve, "curve");
    }

    /**
     * Reads the time off an observation, in the whole units of the host.
     *
     * @param <T> what is observed
     */
    @FunctionalInterface
    public interface Time<T> extends Serializable {
        /** Returns the time, at least 0 and below 2^53. */
        long of(T thing);
    }

    /**
     * Returns the metric. A time outside 0..2^53 - 1 is refused. Memory grows with the number of distinct times, 16 to 48 bytes for each.
     * The definition says nothing of the getters: name two metrics of different getters apart with {@link Metric#named}.
     *
     * @param time the time of the event or of right-censoring
     * @param event whether the event occurred then; else the time is right-censored
     * @throws ArithmeticException when the result is asked for and the squares of the uncensored times come to 2^126, as those of a million
     *     times near the limit do
     */
    public static <T> Metric<T, CensoredTimes> metric(Time<? super T> time, Condition<? super T> event) {
        return metric(time, event, 1);
    }

    /**
     * Returns the metric of times that are counted in whole parts of their unit, such as seconds in milliseconds; the answers are in the
     * unit. Else as {@link #metric(Time, Condition)}.
     *
     * @param time the time in parts
     * @param perUnit how many parts make a unit, above 0
     * @throws IllegalArgumentException if {@code perUnit} is not above 0
     */
    public static <T> Metric<T, CensoredTimes> metric(Time<? super T> time, Condition<? super T> event, long perUnit) {
        if (perUnit < 1) {
            throw new IllegalArgumentException("parts per unit " + perUnit + " are below 1");
        }
        requireNonNull(time, "time");
        requireNonNull(event, "event");
        return new StateMetric<T, State<T>, CensoredTimes>(
                "censored times" + (perUnit == 1 ? "" : " in parts of " + perUnit),
                () -> new State<>(time, event, perUnit),
                State::result);
    }

    private static final class State<T> implements StateMetric.State<T, State<T>> {

        private final Time<? super T> time;
        private final Condition<? super T> event;
        private final long perUnit;
        private final SortedCounts events = new SortedCounts();
        private final SortedCounts censored = new SortedCounts();

        State(Time<? super T> time, Condition<? super T> event, long perUnit) {
            this.time = time;
            this.event = event;
            this.perUnit = perUnit;
        }

        @Override
        public void add(T thing) {
            long ticks = Check.ticks(time.of(thing));
            (event.test(thing) ? events : censored).add(ticks);
        }

        CensoredTimes result() {
            SurvivalTable table =
                    ProductLimit.table(events, censored, new SortedCounts(), ticks -> (double) ticks / perUnit);
            return new CensoredTimes(
                    moments().result().dividedBy(perUnit),
                    ValueDistribution.ofCounts(events.keys(), events.counts(), perUnit),
                    new KaplanMeier(table));
        }

        private LongMoments moments() {
            LongMoments moments = new LongMoments();
            long[] times = events.keys();
            long[] counts = events.counts();
            for (int i = 0; i < times.length; i++) {
                moments.add(times[i], counts[i]);
            }
            return moments;
        }

        @Override
        public void merge(State<T> that) {
            Check.sum(
                    "n", Check.sum("n", events.n(), censored.n()), Check.sum("n", that.events.n(), that.censored.n()));
            events.add(that.events);
            censored.add(that.censored);
        }

        @Override
        public void write(StateOutput out) {
            events.write(out);
            censored.write(out);
        }

        @Override
        public void read(StateInput in) {
            for (SortedCounts each : new SortedCounts[] {events, censored}) {
                each.read(in);
                long[] times = each.keys();
                if (times.length > 0) {
                    Check.ticks(times[times.length - 1]);
                }
            }
            Check.sum("n", events.n(), censored.n());
            moments();
        }
    }

    /** Returns the uncensored times, their distribution, and the curve of all. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("uncensored", uncensored)
                .with("distribution", distribution)
                .with("curve", curve)
                .map();
    }
}
