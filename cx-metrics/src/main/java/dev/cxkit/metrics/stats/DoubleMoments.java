package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Counts {@link Moments} of doubles without rounding: sum and sum of squares are {@link ExactSum}s, so no order and no split changes the
 * result, and nothing cancels where the values are large and close together.
 *
 * <p>A square below the smallest normal double is rounded to a multiple of 2^-1074. Mutable, for one thread.
 */
final class DoubleMoments {

    /** The largest magnitude of a value: the squares must stay within the range of a double. */
    public static final double LIMIT = 1e150;

    private long n;
    private final ExactSum sum;
    private final ExactSum squares;

    /** Makes the moments of nothing. */
    public DoubleMoments() {
        this(0, new ExactSum(), new ExactSum());
    }

    private DoubleMoments(long n, ExactSum sum, ExactSum squares) {
        this.n = n;
        this.sum = sum;
        this.squares = squares;
    }

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if the value is not within -{@value #LIMIT}..{@value #LIMIT}; nothing is added
     */
    public void add(double value) {
        if (!(Math.abs(value) <= LIMIT)) {
            throw new IllegalArgumentException("value " + value + " is outside -" + LIMIT + ".." + LIMIT);
        }
        // A square has twice as many bits as a double holds: the product has the upper ones, the fused one the rest.
        double square = value * value;
        squares.add(square);
        squares.add(Math.fma(value, value, -square));
        sum.add(value);
        n++;
    }

    /** Adds all that was added to the other, which stays as it is. */
    public void add(DoubleMoments other) {
        requireNonNull(other, "other");
        n = Math.addExact(n, other.n);
        sum.add(other.sum);
        squares.add(other.squares);
    }

    /**
     * Returns the moments of what was added so far.
     *
     * @throws ArithmeticException if the sum or that of the squared deviations is beyond the range of a double
     */
    public Moments result() {
        if (n == 0) {
            return new Moments(0, 0, 0);
        }
        BigInteger total = sum.units();
        // n * sum of squares - (sum)^2, in units of 2^(2 * LOWEST_BIT).
        BigInteger spread = squares.units()
                .shiftLeft(-ExactSum.LOWEST_BIT)
                .multiply(BigInteger.valueOf(n))
                .subtract(total.multiply(total))
                .max(BigInteger.ZERO);
        return new Moments(n, sum.doubleValue(), Rounding.quotient(spread, n, 2 * ExactSum.LOWEST_BIT));
    }

    /**
     * Returns the state as whole numbers of at least 0, equal for equal values: the number of values, the length of the
     * {@linkplain ExactSum#state state} of their sum, that state, and the state of the sum of their squares.
     */
    public long[] state() {
        long[] first = sum.state();
        long[] second = squares.state();
        long[] state = new long[2 + first.length + second.length];
        state[0] = n;
        state[1] = first.length;
        System.arraycopy(first, 0, state, 2, first.length);
        System.arraycopy(second, 0, state, 2 + first.length, second.length);
        return state;
    }

    /**
     * Returns the moments with the {@link #state state}.
     *
     * @throws IllegalArgumentException if the numbers are not the state of moments
     */
    public static DoubleMoments ofState(long... state) {
        boolean valid = state.length >= 2 && state[0] >= 0 && state[1] >= 0 && state[1] <= state.length - 2;
        if (!valid || (state[0] == 0 && state.length > 2)) {
            throw new IllegalArgumentException("not the state of moments: " + Arrays.toString(state));
        }
        int split = 2 + (int) state[1];
        ExactSum sum = ExactSum.ofState(Arrays.copyOfRange(state, 2, split));
        ExactSum squares = ExactSum.ofState(Arrays.copyOfRange(state, split, state.length));
        DoubleMoments moments = new DoubleMoments(state[0], sum, squares);
        // n times the sum of squares is at least the square of the sum, and none is beyond what can be added.
        BigDecimal n = BigDecimal.valueOf(state[0]);
        BigDecimal most = n.multiply(new BigDecimal(LIMIT));
        boolean possible = sum.exact().abs().compareTo(most) <= 0
                && squares.exact().compareTo(most.multiply(new BigDecimal(LIMIT))) <= 0
                && squares.exact().signum() >= 0;
        if (!possible) {
            throw new IllegalArgumentException("not the state of moments: " + Arrays.toString(state));
        }
        return moments;
    }
}
