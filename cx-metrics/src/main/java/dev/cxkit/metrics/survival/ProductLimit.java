package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.SortedCounts;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/** Counts times of what ended and of what goes on, and times of late entry. */
record ProductLimit() implements Metric<SurvivalTime, KaplanMeier> {

    @Override
    public String definition() {
        return "kaplan-meier";
    }

    @Override
    public Accumulator<SurvivalTime, KaplanMeier> start() {
        return new State(this);
    }

    /**
     * Makes the table.
     *
     * @param ended the bits of the times of those that ended
     * @param ongoing the bits of the times of those that go on
     * @param late the bits of the times of entry after 0
     */
    static SurvivalTable table(SortedCounts ended, SortedCounts ongoing, SortedCounts late) {
        return table(ended, ongoing, late, Double::longBitsToDouble);
    }

    /** Makes the table of times that are written as whole numbers in their order. */
    static SurvivalTable table(SortedCounts ended, SortedCounts ongoing, SortedCounts late, LongToDoubleFunction time) {
        long[] ends = ended.keys();
        long[] lasts = ongoing.keys();
        double[] times = new double[ends.length + lasts.length];
        long[] events = new long[times.length];
        long[] censored = new long[times.length];
        int size = 0;
        int e = 0;
        int c = 0;
        while (e < ends.length || c < lasts.length) {
            long end = e < ends.length ? ends[e] : Long.MAX_VALUE;
            long last = c < lasts.length ? lasts[c] : Long.MAX_VALUE;
            times[size] = time.applyAsDouble(Math.min(end, last));
            if (end <= last) {
                events[size] = ended.counts()[e++];
            }
            if (last <= end) {
                censored[size] = ongoing.counts()[c++];
            }
            size++;
        }
        return new SurvivalTable(
                cut(times, size),
                size == times.length ? events : Arrays.copyOf(events, size),
                size == times.length ? censored : Arrays.copyOf(censored, size),
                Arrays.stream(late.keys()).mapToDouble(time).toArray(),
                late.counts().clone());
    }

    private static double[] cut(double[] values, int size) {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }

    private static final class State extends Accumulator<SurvivalTime, KaplanMeier> {

        private final SortedCounts events = new SortedCounts();
        private final SortedCounts censored = new SortedCounts();
        private final SortedCounts entries = new SortedCounts();

        State(ProductLimit metric) {
            super(metric);
        }

        @Override
        public void add(SurvivalTime lasting) {
            // Numbers that are not negative have the order of their bits.
            (lasting.event() ? events : censored).add(Double.doubleToRawLongBits(lasting.time()), lasting.frequency());
            if (lasting.entry() > 0) {
                entries.add(Double.doubleToRawLongBits(lasting.entry()), lasting.frequency());
            }
        }

        @Override
        public KaplanMeier result() {
            return new KaplanMeier(table(events, censored, entries));
        }

        @Override
        protected void absorb(Accumulator<SurvivalTime, KaplanMeier> other) {
            State state = (State) other;
            events.add(state.events);
            censored.add(state.censored);
            entries.add(state.entries);
        }

        /** Whole times are written as such, since they need fewer bytes than their bits. */
        @Override
        protected void write(StateOutput out) {
            boolean whole = isWhole(events) && isWhole(censored) && isWhole(entries);
            out.count(whole ? 1 : 0);
            for (SortedCounts each : new SortedCounts[] {events, censored, entries}) {
                SortedCounts written = new SortedCounts();
                written.add(whole ? ticks(each.keys()) : each.keys(), each.counts());
                written.write(out);
            }
        }

        @Override
        protected void read(StateInput in) {
            boolean whole = in.count(1) == 1;
            for (SortedCounts each : new SortedCounts[] {events, censored, entries}) {
                SortedCounts written = new SortedCounts();
                written.read(in);
                each.add(whole ? bits(written.keys()) : written.keys(), written.counts());
            }
        }

        private static boolean isWhole(SortedCounts counts) {
            return Arrays.stream(counts.keys())
                    .mapToDouble(Double::longBitsToDouble)
                    .allMatch(time -> time == Math.rint(time) && time < Long.MAX_VALUE);
        }

        private static long[] ticks(long... keys) {
            return Arrays.stream(keys)
                    .map(key -> (long) Double.longBitsToDouble(key))
                    .toArray();
        }

        private static long[] bits(long... ticks) {
            return Arrays.stream(ticks)
                    .map(tick -> Double.doubleToRawLongBits((double) tick))
                    .toArray();
        }
    }
}
