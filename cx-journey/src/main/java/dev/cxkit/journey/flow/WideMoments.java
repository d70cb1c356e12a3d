package dev.cxkit.journey.flow;

import dev.cxkit.metrics.numeric.Int128s;
import dev.cxkit.metrics.stats.LongMoments;
import dev.cxkit.metrics.stats.Moments;

/**
 * Number, sum and sum of squares of times for each of many pairs, so that many times which have an end in common are added at once. A
 * sum of squares must stay below 2^126.
 */
final class WideMoments {

    private static final int WIDTH = 3;

    /** For each pair: number, sum and sum of squares, next to each other since they are needed together. */
    private final Int128s cells = new Int128s(16 * WIDTH);

    void grow(int pairs) {
        cells.grow(pairs * WIDTH);
    }

    /**
     * Adds the times from some earlier instants to one instant. All are in milliseconds since the start of a journey.
     *
     * @param n how many earlier ones
     * @param sum their sum
     * @param squares where the sum of their squares is
     * @param place its place there
     */
    void add(int pair, long at, long n, long sum, Int128s squares, int place) {
        int cell = pair * WIDTH;
        long whole = Math.multiplyExact(n, at);
        cells.add(cell, n);
        cells.add(cell + 1, Math.subtractExact(whole, sum));
        // The squares of at - e add up to at * (n * at - 2 * sum of e) + sum of e * e.
        cells.addProduct(cell + 2, at, Math.subtractExact(whole, Math.multiplyExact(2, sum)));
        cells.add(cell + 2, squares, place);
    }

    void add(int pair, WideMoments other, int there) {
        for (int i = 0; i < WIDTH; i++) {
            cells.add(pair * WIDTH + i, other.cells, there * WIDTH + i);
        }
    }

    Moments result(int pair) {
        return LongMoments.ofState(state(pair)).result();
    }

    /** Returns the state of {@link LongMoments}, whose numbers have 63 bits. */
    long[] state(int pair) {
        int cell = pair * WIDTH;
        return new long[] {
            cells.lower(cell),
            0,
            cells.lower(cell + 1),
            cells.upper(cell + 1),
            cells.lower(cell + 2),
            cells.upper(cell + 2)
        };
    }

    /** Takes the {@link #state} of a pair that has nothing yet. */
    long set(int pair, long... state) {
        LongMoments.ofState(state);
        if (state[1] != 0) {
            throw new IllegalArgumentException("state has a negative sum of times");
        }
        grow(pair + 1);
        int cell = pair * WIDTH;
        cells.add(cell, state[0]);
        cells.add(cell + 1, state[2], state[3]);
        cells.add(cell + 2, state[4], state[5]);
        return state[0];
    }
}
