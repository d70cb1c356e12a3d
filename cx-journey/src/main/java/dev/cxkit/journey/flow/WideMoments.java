package dev.cxkit.journey.flow;

import dev.cxkit.metrics.stats.LongMoments;
import dev.cxkit.metrics.stats.Moments;
import java.util.Arrays;

/**
 * Number, sum and sum of squares of times for each of many pairs, in integers of 128 bits, so that many times which have an end in common
 * are added at once.
 */
final class WideMoments {

    private static final int WIDTH = 5;

    /** For each pair: number, upper and lower half of the sum, upper and lower half of the sum of squares. */
    private long[] cells = new long[16 * WIDTH];

    void grow(int pairs) {
        if (pairs * WIDTH > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(pairs * WIDTH, 2 * cells.length));
        }
    }

    /**
     * Adds the times from some earlier instants to one instant. All are in milliseconds since the start of a journey.
     *
     * @param n how many earlier ones
     * @param sum their sum
     * @param high the upper half of the sum of their squares
     * @param low the lower half of it
     */
    void add(int pair, long at, long n, long sum, long high, long low) {
        int cell = pair * WIDTH;
        cells[cell] += n;
        plus(cell + 1, 0, Math.subtractExact(Math.multiplyExact(n, at), sum));
        // The squares of at - e add up to at * (n * at - 2 * sum of e) + sum of e * e.
        long factor = Math.subtractExact(Math.multiplyExact(n, at), Math.multiplyExact(2, sum));
        plus(cell + 3, Math.multiplyHigh(at, factor), at * factor);
        plus(cell + 3, high, low);
    }

    private void plus(int place, long high, long low) {
        long sum = cells[place + 1] + low;
        cells[place] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        cells[place + 1] = sum;
    }

    void add(int pair, WideMoments other, int there) {
        int cell = pair * WIDTH;
        int from = there * WIDTH;
        cells[cell] += other.cells[from];
        plus(cell + 1, other.cells[from + 1], other.cells[from + 2]);
        plus(cell + 3, other.cells[from + 3], other.cells[from + 4]);
    }

    Moments result(int pair) {
        return LongMoments.ofState(state(pair)).result();
    }

    /** Returns the state of {@link LongMoments}, whose numbers have 63 bits. */
    long[] state(int pair) {
        int cell = pair * WIDTH;
        return new long[] {cells[cell], 0, lower(cell + 1), upper(cell + 1), lower(cell + 3), upper(cell + 3)};
    }

    private long lower(int place) {
        return cells[place + 1] & Long.MAX_VALUE;
    }

    private long upper(int place) {
        return cells[place] << 1 | cells[place + 1] >>> 63;
    }

    /** Takes the {@link #state} of a pair that has nothing yet. */
    void set(int pair, long... state) {
        LongMoments.ofState(state);
        if (state[1] != 0) {
            throw new IllegalArgumentException("state has a negative sum of times");
        }
        grow(pair + 1);
        int cell = pair * WIDTH;
        cells[cell] = state[0];
        for (int half = 1; half <= 3; half += 2) {
            cells[cell + half] = state[half + 2] >>> 1;
            cells[cell + half + 1] = state[half + 1] | state[half + 2] << 63;
        }
    }
}
