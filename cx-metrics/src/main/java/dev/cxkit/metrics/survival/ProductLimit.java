package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.SortedCounts;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/** Counts the times of events, right-censored times, and the times of delayed entry. */
final class ProductLimit implements StateMetric.State<SurvivalTime, ProductLimit> {

    private final SortedCounts events = new SortedCounts();
    private final SortedCounts censored = new SortedCounts();
    private final SortedCounts entries = new SortedCounts();

    static Metric<SurvivalTime, KaplanMeier> metric() {
        return new StateMetric<SurvivalTime, ProductLimit, KaplanMeier>(
                "kaplan-meier",
                ProductLimit::new,
                state -> new KaplanMeier(table(state.events, state.censored, state.entries)));
    }

    /**
     * Makes the table.
     *
     * @param events the bits of the times with an event
     * @param censored the bits of the right-censored times
     * @param entries the bits of the times of delayed entry
     */
    static SurvivalTable table(SortedCounts events, SortedCounts censored, SortedCounts entries) {
        return table(events, censored, entries, Double::longBitsToDouble);
    }

    /** Makes the table of rows in arrays: with an entry of 0, one is at risk from the beginning. */
    static SurvivalTable table(double[] times, boolean[] events, double[] entries, long... frequencies) {
        SortedCounts withEvent = new SortedCounts();
        SortedCounts censored = new SortedCounts();
        SortedCounts entering = new SortedCounts();
        for (int i = 0; i < times.length; i++) {
            (events[i] ? withEvent : censored).add(Double.doubleToRawLongBits(times[i]), frequencies[i]);
            if (entries[i] > 0) {
                entering.add(Double.doubleToRawLongBits(entries[i]), frequencies[i]);
            }
        }
        return table(withEvent, censored, entering);
    }

    /** Makes the table of times that are written as whole numbers in their order. */
    static SurvivalTable table(
            SortedCounts events, SortedCounts censored, SortedCounts entries, LongToDoubleFunction time) {
        long[] eventKeys = events.keys();
        long[] censoredKeys = censored.keys();
        double[] times = new double[eventKeys.length + censoredKeys.length];
        long[] eventCounts = new long[times.length];
        long[] censoredCounts = new long[times.length];
        int size = 0;
        int e = 0;
        int c = 0;
        while (e < eventKeys.length || c < censoredKeys.length) {
            long end = e < eventKeys.length ? eventKeys[e] : Long.MAX_VALUE;
            long last = c < censoredKeys.length ? censoredKeys[c] : Long.MAX_VALUE;
            times[size] = time.applyAsDouble(Math.min(end, last));
            if (end <= last) {
                eventCounts[size] = events.counts()[e++];
            }
            if (last <= end) {
                censoredCounts[size] = censored.counts()[c++];
            }
            size++;
        }
        return new SurvivalTable(
                cut(times, size),
                size == times.length ? eventCounts : Arrays.copyOf(eventCounts, size),
                size == times.length ? censoredCounts : Arrays.copyOf(censoredCounts, size),
                Arrays.stream(entries.keys()).mapToDouble(time).toArray(),
                entries.counts().clone());
    }

    private static double[] cut(double[] values, int size) {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }

    @Override
    public void add(SurvivalTime observed) {
        // Numbers that are not negative have the order of their bits.
        (observed.event() ? events : censored)
                .add(Double.doubleToRawLongBits(observed.time()), observed.frequency());
        if (observed.entry() > 0) {
            entries.add(Double.doubleToRawLongBits(observed.entry()), observed.frequency());
        }
    }

    @Override
    public void merge(ProductLimit state) {
        events.add(state.events);
        censored.add(state.censored);
        entries.add(state.entries);
    }

    /** Whole times are written as such, since they need fewer bytes than their bits. */
    @Override
    public void write(StateOutput out) {
        boolean whole = isWhole(events) && isWhole(censored) && isWhole(entries);
        out.count(whole ? 1 : 0);
        for (SortedCounts each : new SortedCounts[] {events, censored, entries}) {
            SortedCounts written = new SortedCounts();
            written.add(whole ? ticks(each.keys()) : each.keys(), each.counts());
            written.write(out);
        }
    }

    @Override
    public void read(StateInput in) {
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
