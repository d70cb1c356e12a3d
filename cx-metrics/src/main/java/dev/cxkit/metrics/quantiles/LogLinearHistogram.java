package dev.cxkit.metrics.quantiles;

import static dev.cxkit.metrics.quantiles.LogLinearBuckets.OCTAVE;
import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Lanes;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Log-linear {@index histogram} of non-negative integers, such as durations in a unit that the host declares, for quantiles: one value at a
 * time without boxing, or arrays.
 *
 * <ul>
 *   <li>Up to {@value #EXACT} values are kept as they are, so small groups have exact quantiles.
 *   <li>Beyond that they are counted in buckets that grow with the values: exact below 256, and off by at most 1/256 = 0.39 % of the value
 *       above. Smallest and largest value are always exact.
 *   <li>The state is a function of the values alone: no order and no split changes it.
 *   <li>Memory is 1 KB at most while exact; then 8 bytes for each bucket between the smallest and the largest value, 66 KB at the very most
 *       and 23 KB for durations from one second to a month in milliseconds.
 * </ul>
 *
 * <p>Mutable, for one thread. {@link ValueDistribution} is its immutable result and the metric.
 */
public final class LogLinearHistogram implements EmpiricalDistribution {

    /** So many values are kept exactly. */
    public static final int EXACT = 128;

    /** An array up to this length is looked through before it is added; a longer one is counted apart, so it is read but once. */
    private static final int LOOKED_THROUGH = 1 << 14;

    private static final long MOST = 1L << 62;

    private static final long[] NONE = {};

    /** The values, in any order; no longer used when there are buckets. */
    private static final long serialVersionUID = 1;

    private long[] values = NONE;

    private int size;

    /** The counts of the buckets from {@code first} on; empty while exact. */
    private long[] counts = NONE;

    private int first;
    private long min = Long.MAX_VALUE;
    private long max = -1;

    /** Values from here to {@link #countedTo} have buckets, so they need only to be counted; nothing is in between while exact. */
    private long countedFrom = Long.MAX_VALUE;

    private long countedTo = -1;

    /** Makes a histogram of nothing. */
    public LogLinearHistogram() {}

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if the value is below 0
     */
    public void add(long value) {
        if (value < countedFrom || value > countedTo) {
            add(value, 1);
        } else {
            counts[LogLinearBuckets.indexOf(value) - first]++;
        }
    }

    /**
     * Adds a value so many times.
     *
     * @param count how often, at least 0
     * @throws IllegalArgumentException if the value or the count is below 0
     * @throws ArithmeticException if a bucket would hold more than 2^62 values
     */
    public void add(long value, long count) {
        Check.count("value", value);
        Check.count("count", count);
        if (count == 0) {
            return;
        }
        if (isExact() && count <= EXACT - size) {
            makeRoom((int) count);
            Arrays.fill(values, size, size + (int) count, value);
            size += (int) count;
            min = Math.min(min, value);
            max = Math.max(max, value);
        } else {
            cover(value, value);
            int slot = LogLinearBuckets.indexOf(value) - first;
            counts[slot] = sum(counts[slot], count);
        }
    }

    /**
     * Adds the values from index {@code from} (inclusive) to {@code to} (exclusive), faster than one by one.
     *
     * @throws IllegalArgumentException if one of them is below 0; nothing is added
     * @throws IndexOutOfBoundsException if the range is not one of the array
     */
    public void add(long[] added, int from, int to) {
        Objects.checkFromToIndex(from, to, added.length);
        if (to - from <= LOOKED_THROUGH) {
            checkEach(added, from, to);
            addEach(added, from, to);
        } else {
            LogLinearHistogram part = new LogLinearHistogram();
            part.addEach(added, from, to);
            add(part);
        }
    }

    private static void checkEach(long[] values, int from, int to) {
        long all = 0;
        for (int i = from; i < to; i++) {
            all |= values[i];
        }
        if (all < 0) {
            for (int i = from; i < to; i++) {
                Check.countAt(i, values[i]);
            }
        }
    }

    /** Adds the values; one that is refused is so after some may have been added. */
    private void addEach(long[] added, int from, int to) {
        int lane = (to - from) / Lanes.COUNT;
        int end = from + lane;
        int next = from;
        while (next < end) {
            next = countLanes(added, next, next + Math.min(end - next, Lanes.BLOCK), lane);
            if (next < end) {
                for (int each = 0; each < Lanes.COUNT; each++) {
                    int i = next + each * lane;
                    add(Check.countAt(i, added[i]));
                }
                next++;
            }
        }
        for (int i = from + Lanes.COUNT * lane; i < to; i++) {
            add(Check.countAt(i, added[i]));
        }
    }

    /**
     * Counts the values from one place to another and those one, two and three lanes behind them, as long as there are buckets for all;
     * returns the first place of which there are not.
     */
    private int countLanes(long[] added, int from, int to, int lane) {
        long low = countedFrom;
        long high = countedTo;
        int offset = first;
        long[] target = counts;
        for (int i = from; i < to; i++) {
            long a = added[i];
            long b = added[i + lane];
            long c = added[i + 2 * lane];
            long d = added[i + 3 * lane];
            if (a < low || a > high || b < low || b > high || c < low || c > high || d < low || d > high) {
                return i;
            }
            target[LogLinearBuckets.indexOf(a) - offset]++;
            target[LogLinearBuckets.indexOf(b) - offset]++;
            target[LogLinearBuckets.indexOf(c) - offset]++;
            target[LogLinearBuckets.indexOf(d) - offset]++;
        }
        return to;
    }

    /** Adds all that was added to the other histogram, which stays as it is. */
    public void add(LogLinearHistogram other) {
        requireNonNull(other, "other");
        if (other.isExact()) {
            // Taken first, for a histogram that is added to itself.
            long[] added = other.values;
            int end = other.size;
            for (int i = 0; i < end; i++) {
                add(added[i], 1);
            }
        } else {
            cover(other.min, other.max);
            for (int i = 0; i < other.counts.length; i++) {
                if (other.counts[i] > 0) {
                    int slot = other.first - first + i;
                    counts[slot] = sum(counts[slot], other.counts[i]);
                }
            }
        }
    }

    /** The sum of two counts, with as much room left as single values will ever need. */
    private static long sum(long count, long more) {
        if (more > MOST - count) {
            throw new ArithmeticException("a bucket of more than 2^62 values");
        }
        return count + more;
    }

    private void makeRoom(int more) {
        if (size + more > values.length) {
            values = Arrays.copyOf(values, Math.min(EXACT, Math.max(size + more, 2 * values.length)));
        }
    }

    /** Sees to it that there are buckets from {@code lowest} to {@code highest}, and no values outside them. */
    private void cover(long lowest, long highest) {
        min = Math.min(min, lowest);
        max = Math.max(max, highest);
        countedFrom = min;
        countedTo = max;
        int from = LogLinearBuckets.indexOf(min) / OCTAVE * OCTAVE;
        int to = (LogLinearBuckets.indexOf(max) / OCTAVE + 1) * OCTAVE;
        if (to - from > counts.length) {
            long[] wider = new long[to - from];
            System.arraycopy(counts, 0, wider, isExact() ? 0 : first - from, counts.length);
            counts = wider;
            first = from;
        }
        for (int i = 0; i < size; i++) {
            counts[LogLinearBuckets.indexOf(values[i]) - first]++;
        }
        values = NONE;
        size = 0;
    }

    /** Returns how many values were added. */
    @Override
    public long n() {
        long n = size;
        for (long count : counts) {
            n = Math.addExact(n, count);
        }
        return n;
    }

    /** Returns whether quantiles are exact, which holds up to {@value #EXACT} values. */
    @Override
    public boolean isExact() {
        return counts.length == 0;
    }

    /** Returns the smallest value; empty if there is none. */
    @Override
    public OptionalDouble min() {
        return max < 0 ? OptionalDouble.empty() : OptionalDouble.of((double) min);
    }

    /** Returns the largest value; empty if there is none. */
    @Override
    public OptionalDouble max() {
        return max < 0 ? OptionalDouble.empty() : OptionalDouble.of((double) max);
    }

    /**
     * Returns a quantile; empty if there are no values.
     *
     * <p>In buckets the quantile is taken from the middles, kept within the smallest and largest value. It is off by at most 1/256 of
     * the quantile of the values themselves.
     *
     * @param p the share of values at or below the quantile, 0..1
     * @throws IllegalArgumentException if {@code p} is outside 0..1
     */
    @Override
    public OptionalDouble quantile(double p, QuantileType type) {
        Check.share("p", p);
        requireNonNull(type, "type");
        long n = n();
        if (n == 0) {
            return OptionalDouble.empty();
        }
        long[] sorted = sorted();
        double position = type.position(p, n);
        double floor = valueAt((long) Math.floor(position), n, sorted);
        double ceiling = valueAt((long) Math.ceil(position), n, sorted);
        return OptionalDouble.of(QuantileType.interpolate(position, floor, ceiling));
    }

    /** The value at a place, of which the first is 1. */
    private double valueAt(long place, long n, long[] sorted) {
        if (isExact()) {
            return (double) sorted[(int) place - 1];
        }
        if (place <= 1) {
            return (double) min;
        }
        if (place >= n) {
            return (double) max;
        }
        int slot = 0;
        long below = counts[0];
        while (below < place) {
            slot++;
            below += counts[slot];
        }
        double middle = LogLinearBuckets.middle(first + slot);
        return Math.max((double) min, Math.min((double) max, middle));
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Returns the state as whole numbers of at least 0, equal if the values added are equal. With up to {@value #EXACT} values: 0, the
     * smallest, and the step from each to the next. Beyond: 1, the smallest, the largest, and for each bucket in use the step to its
     * index from that of the one before and its count. Most of these numbers are small.
     */
    @Override
    public long[] state() {
        return isExact() ? HistogramState.ofValues(sorted()) : HistogramState.ofBuckets(min, max, first, counts);
    }

    /**
     * Returns the histogram with the {@link #state state}.
     *
     * @throws IllegalArgumentException if the numbers are not the state of a histogram
     */
    public static LogLinearHistogram ofState(long... state) {
        LogLinearHistogram histogram = new LogLinearHistogram();
        boolean valid = state.length > 0 && Arrays.stream(state).allMatch(number -> number >= 0);
        if (valid && state[0] == 0) {
            valid = HistogramState.values(state, histogram::add) && histogram.isExact();
        } else if (valid) {
            valid = state[0] == 1 && histogram.readBuckets(state);
        }
        if (!valid) {
            throw new IllegalArgumentException("not the state of a histogram: " + Arrays.toString(state));
        }
        return histogram;
    }

    private boolean readBuckets(long[] state) {
        if (!HistogramState.isOfBuckets(state)) {
            return false;
        }
        cover(state[1], state[2]);
        return HistogramState.buckets(state, first, counts) > EXACT;
    }
}
