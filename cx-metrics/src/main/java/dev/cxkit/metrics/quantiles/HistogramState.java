package dev.cxkit.metrics.quantiles;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The state of a {@link LogLinearHistogram} as whole numbers of at least 0; {@link LogLinearHistogram#state} says what they are. */
final class HistogramState {

    private HistogramState() {}

    static long[] ofValues(long... sorted) {
        long[] state = new long[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            state[i + 1] = sorted[i] - (i == 0 ? 0 : sorted[i - 1]);
        }
        return state;
    }

    static long[] ofBuckets(long min, long max, int first, long... counts) {
        long[] state =
                new long[3 + 2 * (int) Arrays.stream(counts).filter(c -> c > 0).count()];
        state[0] = 1;
        state[1] = min;
        state[2] = max;
        int next = 3;
        int before = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] > 0) {
                int step = first + slot - before;
                before += step;
                state[next++] = step;
                state[next++] = counts[slot];
            }
        }
        return state;
    }

    /** Gives the values, and returns whether none of them was beyond a long. */
    static boolean values(long[] state, LongConsumer each) {
        long value = 0;
        for (int i = 1; i < state.length && value >= 0; i++) {
            value += state[i];
            if (value >= 0) {
                each.accept(value);
            }
        }
        return value >= 0;
    }

    static boolean isOfBuckets(long... state) {
        return state.length >= 5 && state.length % 2 == 1 && state[1] <= state[2];
    }

    /** Puts the counts into buckets, of which there is one for each value from the smallest to the largest; -1 if they are not such. */
    static long buckets(long[] state, int first, long... counts) {
        int lowest = LogLinearBuckets.indexOf(state[1]);
        int highest = LogLinearBuckets.indexOf(state[2]);
        long index = 0;
        long n = 0;
        for (int i = 3; i < state.length; i += 2) {
            index += state[i];
            n += state[i + 1];
            // The first bucket must be that of the smallest value; later ones must follow, up to that of the largest.
            boolean inOrder = i == 3 ? index == lowest : state[i] > 0 && index > 0 && index <= highest;
            if (!inOrder || state[i + 1] == 0 || n < 0) {
                return -1;
            }
            counts[(int) index - first] = state[i + 1];
        }
        return index == highest ? n : -1;
    }
}
