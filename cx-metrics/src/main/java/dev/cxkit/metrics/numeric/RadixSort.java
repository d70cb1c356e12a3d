package dev.cxkit.metrics.numeric;

import java.util.Arrays;

/** Sorts numbers without a sign digit by digit, from the last to the first; digits that are all the same cost nothing. */
public final class RadixSort {

    private static final int BITS = 11;
    private static final int MASK = (1 << BITS) - 1;

    /** Below, the sort of the JDK is faster. */
    private static final int FEW = 2048;

    private RadixSort() {}

    /** Sorts the first {@code size} numbers, none negative; they are in the array that is returned, which may be another. */
    public static long[] sort(long[] values, int size) {
        if (size < FEW) {
            Arrays.sort(values, 0, size);
            return values;
        }
        int[][] places = places(values, size);
        long[] from = values;
        long[] to = new long[size];
        for (int digit = 0; digit < places.length; digit++) {
            int[] place = places[digit];
            int shift = digit * BITS;
            if (startsOf(place, (int) (from[0] >>> shift) & MASK, size)) {
                for (int i = 0; i < size; i++) {
                    long value = from[i];
                    to[place[(int) (value >>> shift) & MASK]++] = value;
                }
                long[] emptied = from;
                from = to;
                to = emptied;
            }
        }
        return from;
    }

    /**
     * Returns the indexes in the order of their keys, read as numbers without a sign; those of equal keys keep their order.
     *
     * @param indexes used up
     */
    public static int[] order(int[] indexes, long... keys) {
        int size = indexes.length;
        int[][] places = places(keys, size);
        int[] from = indexes;
        int[] to = new int[size];
        for (int digit = 0; digit < places.length; digit++) {
            int[] place = places[digit];
            int shift = digit * BITS;
            if (startsOf(place, (int) (keys[0] >>> shift) & MASK, size)) {
                for (int index : from) {
                    to[place[(int) (keys[index] >>> shift) & MASK]++] = index;
                }
                int[] emptied = from;
                from = to;
                to = emptied;
            }
        }
        return from;
    }

    /** How often each value of each digit occurs, up to the highest digit in use. */
    private static int[][] places(long[] values, int size) {
        long used = 0;
        for (int i = 0; i < size; i++) {
            used |= values[i];
        }
        int digits = (Long.SIZE - Long.numberOfLeadingZeros(used) + BITS - 1) / BITS;
        int[][] counts = new int[digits][MASK + 1];
        for (int i = 0; i < size; i++) {
            long value = values[i];
            for (int digit = 0; digit < digits; digit++) {
                counts[digit][(int) (value >>> (digit * BITS)) & MASK]++;
            }
        }
        return counts;
    }

    /** Turns counts into the places where each value of the digit begins; false if all have the same one, and nothing is to be moved. */
    private static boolean startsOf(int[] counts, int one, int size) {
        if (counts[one] == size) {
            return false;
        }
        int start = 0;
        for (int i = 0; i < counts.length; i++) {
            int count = counts[i];
            counts[i] = start;
            start += count;
        }
        return true;
    }
}
