package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.SortedCounts;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.LongMoments;
import dev.cxkit.metrics.stats.Moments;
import java.io.Serializable;

/**
 * Whole times of which some go on: what can be said of those that ended alone, and the estimate that takes in those that go on. All of it
 * comes from one count for each distinct time, so all of it is exact.
 *
 * @param uncensored number, mean and variance of the times that ended; without those that go on, so they look shorter than they are
 * @param distribution the quantiles of the times that ended
 * @param curve the estimate from all times
 */
public record CensoredTimes(Moments uncensored, ValueDistribution distribution, KaplanMeier curve) {

    /** Checks the parts. */
    public CensoredTimes {
        requireNonNull(uncensored, "uncensored");
        requireNonNull(distribution, "distribution");
        requireNonNull(curve, "curve");
    }

    /**
     * The time of something, in the whole units of the host.
     *
     * @param <T> what has it
     */
    @FunctionalInterface
    public interface Time<T> extends Serializable {
        /** Returns the time, at least 0 and below 2^53. */
        long of(T thing);
    }

    /**
     * Returns the metric. A time outside 0..2^53 - 1 is refused. Memory grows with the number of distinct times, 16 to 48 bytes for each.
     * Where the squares of the times that ended come to 2^126, as those of a million times near the limit do, asking for the result fails
     * with an {@link ArithmeticException}.
     *
     * @param time how long something lasted, or has lasted so far
     * @param event whether it ended then; else it was last seen going on
     */
    public static <T> Metric<T, CensoredTimes> metric(Time<? super T> time, Condition<? super T> event) {
        return new Counted<>(requireNonNull(time, "time"), requireNonNull(event, "event"));
    }

    private record Counted<T>(Time<? super T> time, Condition<? super T> event) implements Metric<T, CensoredTimes> {

        @Override
        public String definition() {
            return "censored times";
        }

        @Override
        public Accumulator<T, CensoredTimes> start() {
            return new State<>(this);
        }
    }

    private static final class State<T> extends Accumulator<T, CensoredTimes> {

        private final Time<? super T> time;
        private final Condition<? super T> event;
        private final SortedCounts events = new SortedCounts();
        private final SortedCounts censored = new SortedCounts();

        State(Counted<T> metric) {
            super(metric);
            time = metric.time;
            event = metric.event;
        }

        @Override
        public void add(T thing) {
            long ticks = Check.ticks(time.of(thing));
            (event.test(thing) ? events : censored).add(ticks);
        }

        @Override
        public CensoredTimes result() {
            SurvivalTable table = ProductLimit.table(events, censored, new SortedCounts(), ticks -> (double) ticks);
            return new CensoredTimes(
                    moments().result(),
                    ValueDistribution.ofCounts(events.keys(), events.counts()),
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
        protected void absorb(Accumulator<T, CensoredTimes> other) {
            State<T> that = (State<T>) other;
            events.add(that.events);
            censored.add(that.censored);
        }

        @Override
        protected void write(StateOutput out) {
            events.write(out);
            censored.write(out);
        }

        @Override
        protected void read(StateInput in) {
            for (SortedCounts each : new SortedCounts[] {events, censored}) {
                each.read(in);
                long[] times = each.keys();
                if (times.length > 0) {
                    Check.ticks(times[times.length - 1]);
                }
            }
            try {
                moments();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("state has times or counts that are too large", e);
            }
        }
    }
}
