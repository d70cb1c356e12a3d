package dev.cxkit.metrics.quantiles;

import dev.cxkit.metrics.numeric.Lanes;
import java.util.Arrays;

/**
 * Finds the values at given places of the sorted order without sorting: the values are counted in log-linear buckets, then only the
 * buckets that hold a wanted place are gathered and sorted. A bucket that holds too many values is counted again on its own, by the
 * distance from its lowest number; it is at most 1/128 as wide, so that ends after ten rounds at most.
 */
final class Selection {

    /** Buckets with at most this share of the values are gathered. */
    private static final int GATHERED_SHARE = 32;

    /** Buckets with at most so many values are gathered whatever the share. */
    private static final int GATHERED = 4096;

    private static final short NOT_WANTED = -1;

    private final long[] values;
    private final int[] places;
    private final long[] found;

    private Selection(long[] values, int[] places) {
        this.values = values;
        this.places = places;
        this.found = new long[places.length];
    }

    /**
     * Returns the values at the places, in the order of the places.
     *
     * @param values at least one
     * @param places sorted, from 0
     */
    static long[] of(long[] values, int[] places) {
        Selection selection = new Selection(values, places);
        int[] counts = new int[LogLinearBuckets.indexOf(-1) + 1];
        int rest = Lanes.each(0, values.length, (from, to, lane) -> count(values, counts, from, to, lane));
        for (int i = rest; i < values.length; i++) {
            counts[LogLinearBuckets.indexOf(values[i])]++;
        }
        int negative = 0;
        for (int bucket = LogLinearBuckets.COUNT; bucket < counts.length; bucket++) {
            negative += counts[bucket];
        }
        if (negative == 0) {
            selection.find(counts, 0, Long.MAX_VALUE, 0, 0, places.length);
        } else {
            // Two halves, as the distance from the smallest to the largest long is beyond a long.
            int half = selection.indexOf(negative);
            selection.find(Long.MIN_VALUE, -1, 0, 0, half);
            selection.find(0, Long.MAX_VALUE, negative, half, places.length);
        }
        return selection.found;
    }

    /** Counts what lies in the lanes from one place to another. */
    private static void count(long[] values, int[] counts, int from, int to, int lane) {
        for (int i = from; i < to; i++) {
            counts[LogLinearBuckets.indexOf(values[i])]++;
            counts[LogLinearBuckets.indexOf(values[i + lane])]++;
            counts[LogLinearBuckets.indexOf(values[i + 2 * lane])]++;
            counts[LogLinearBuckets.indexOf(values[i + 3 * lane])]++;
        }
    }

    /** The index of the first place that is not below this one. */
    private int indexOf(int place) {
        int index = Arrays.binarySearch(places, place);
        return index < 0 ? -index - 1 : index;
    }

    /**
     * Finds the places from index {@code from} to {@code to}, which are those of values within {@code base..last}.
     *
     * @param last such that the distance from {@code base} is one below a power of two, so it is the end of a bucket
     * @param below how many values are less than {@code base}
     */
    private void find(long base, long last, int below, int from, int to) {
        if (from < to) {
            find(count(base, last), base, last, below, from, to);
        }
    }

    private void find(int[] counts, long base, long last, int below, int from, int to) {
        short[] slots = new short[counts.length];
        Arrays.fill(slots, NOT_WANTED);
        long[][] gathered = new long[to - from][];
        int[] firstPlaces = new int[to - from];
        int wanted = 0;
        int next = from;
        int first = below;
        for (int bucket = 0; next < to; bucket++) {
            int end = first + counts[bucket];
            int stop = next;
            while (stop < to && places[stop] < end) {
                stop++;
            }
            if (stop > next) {
                long lowest = base + LogLinearBuckets.lowest(bucket);
                long highest = base + LogLinearBuckets.highest(bucket);
                if (lowest == highest) {
                    Arrays.fill(found, next, stop, lowest);
                } else if (counts[bucket] > Math.max(GATHERED, values.length / GATHERED_SHARE)) {
                    find(lowest, highest, first, next, stop);
                } else {
                    slots[bucket] = (short) wanted;
                    gathered[wanted] = new long[counts[bucket]];
                    firstPlaces[wanted++] = first;
                }
            }
            next = stop;
            first = end;
        }
        if (wanted > 0) {
            gather(base, last, slots, gathered);
        }
        for (int i = 0; i < wanted; i++) {
            take(gathered[i], firstPlaces[i]);
        }
    }

    private int[] count(long base, long last) {
        int[] counts = new int[LogLinearBuckets.COUNT];
        for (long value : values) {
            if (value >= base && value <= last) {
                counts[LogLinearBuckets.indexOf(value - base)]++;
            }
        }
        return counts;
    }

    private void gather(long base, long last, short[] slots, long[][] gathered) {
        Gathering gathering = new Gathering(base, last, slots, gathered);
        int rest = Lanes.each(0, values.length, (from, to, lane) -> gathering.addLanes(values, from, to, lane));
        for (int i = rest; i < values.length; i++) {
            gathering.add(values[i]);
        }
    }

    /** The values of the wanted buckets. */
    private static final class Gathering {

        private final long base;
        private final long last;

        /** For each bucket its place in {@link #gathered}, or {@link #NOT_WANTED}. */
        private final short[] slots;

        private final long[][] gathered;
        private final int[] filled;

        Gathering(long base, long last, short[] slots, long[][] gathered) {
            this.base = base;
            this.last = last;
            this.slots = slots;
            this.gathered = gathered;
            this.filled = new int[gathered.length];
        }

        void addLanes(long[] values, int from, int to, int lane) {
            for (int i = from; i < to; i++) {
                add(values[i]);
                add(values[i + lane]);
                add(values[i + 2 * lane]);
                add(values[i + 3 * lane]);
            }
        }

        void add(long value) {
            if (value >= base && value <= last) {
                int slot = slots[LogLinearBuckets.indexOf(value - base)];
                if (slot >= 0) {
                    gathered[slot][filled[slot]++] = value;
                }
            }
        }
    }

    private void take(long[] bucket, int firstPlace) {
        Arrays.sort(bucket);
        for (int i = indexOf(firstPlace); i < places.length && places[i] < firstPlace + bucket.length; i++) {
            found[i] = bucket[places[i] - firstPlace];
        }
    }
}
