package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
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
        if (observed.frequency() > 1) {
            Check.sum("n", Check.sum("n", events.n(), censored.n()), observed.frequency());
        }
        (observed.event() ? events : censored).add(Double.doubleToRawLongBits(observed.time()), observed.frequency());
        if (observed.entry() > 0) {
            entries.add(Double.doubleToRawLongBits(observed.entry()), observed.frequency());
        }
    }

    @Override
    public void merge(ProductLimit state) {
        Check.sum("n", Check.sum("n", events.n(), censored.n()), Check.sum("n", state.events.n(), state.censored.n()));
        events.add(state.events);
        censored.add(state.censored);
        entries.add(state.entries);
    }

    /** Whole times are written as such, since they need fewer bytes than their bits. */
    @Override
    public void write(StateOutput out) {
        boolean whole = isWhole();
        out.flag(whole);
        for (SortedCounts each : new SortedCounts[] {events, censored, entries}) {
            SortedCounts written = new SortedCounts();
            written.add(whole ? ticks(each.keys()) : each.keys(), each.counts());
            written.write(out);
        }
    }

    @Override
    public void read(StateInput in) {
        boolean whole = in.flag();
        for (SortedCounts each : new SortedCounts[] {events, censored, entries}) {
            SortedCounts written = new SortedCounts();
            written.read(in);
            long[] keys = whole ? bits(written.keys()) : written.keys();
            in.check(
                    keys.length == 0 || keys[keys.length - 1] < Double.doubleToRawLongBits(Double.POSITIVE_INFINITY),
                    "a time is not finite");
            in.check(!whole || Arrays.equals(ticks(keys), written.keys()), "a time is no number of 53 bits");
            in.check(
                    Arrays.stream(keys)
                            .mapToDouble(Double::longBitsToDouble)
                            .allMatch(time -> time == SurvivalTime.rounded(time)),
                    "a time is not rounded");
            each.add(keys, written.counts());
        }
        in.check(whole == isWhole(), "whole times are not written as such");
        Check.sum("n", events.n(), censored.n());
        in.check(isEnteredBeforeItEnds(), "more enter than are there later");
    }

    /** Whether each entry can be that of another one whose time is above it. */
    private boolean isEnteredBeforeItEnds() {
        long[] at = entries.keys();
        int e = events.keys().length;
        int c = censored.keys().length;
        long later = 0;
        for (int i = at.length - 1; i >= 0; i--) {
            while (e > 0 && events.keys()[e - 1] > at[i]) {
                later += events.counts()[--e];
            }
            while (c > 0 && censored.keys()[c - 1] > at[i]) {
                later += censored.counts()[--c];
            }
            later -= entries.counts()[i];
            if (later < 0 || at[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isWhole() {
        return isWhole(events) && isWhole(censored) && isWhole(entries);
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
