package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Int128s;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Counts {@link Moments} of whole numbers without rounding, in integers of 128 bits: no order and no split changes the result.
 *
 * <p>The sum of the squares must stay below 2^126, which leaves room for 2^62 values of up to 4 billion. Mutable, for one thread.
 */
public final class LongMoments {

    /** Products of two numbers below this fit into a {@code long}. */
    private static final long SMALL = 1L << 31;

    private static final int SUM = 0;
    private static final int SQUARES = 1;

    private final Int128s sums = new Int128s(2);
    private long n;

    /** Makes the moments of nothing. */
    public LongMoments() {}

    /**
     * Adds a value.
     *
     * @throws ArithmeticException if the sum of squares would reach 2^126; nothing is added
     */
    public void add(long value) {
        sums.addProduct(SQUARES, value, value);
        sums.add(SUM, value);
        n++;
    }

    /**
     * Adds a value so many times.
     *
     * @param count how often, at least 0
     * @throws IllegalArgumentException if the count is below 0
     * @throws ArithmeticException if the sum of squares would reach 2^126; nothing is added
     */
    public void add(long value, long count) {
        Check.count("count", count);
        long total = Math.addExact(n, count);
        if (value > -SMALL && value < SMALL && count < SMALL) {
            long product = value * count;
            sums.addProduct(SQUARES, product, value);
            sums.add(SUM, product);
            n = total;
            return;
        }
        BigInteger times = BigInteger.valueOf(count);
        BigInteger product = BigInteger.valueOf(value).multiply(times);
        sums.add(SQUARES, product.multiply(BigInteger.valueOf(value)));
        sums.add(SUM, product);
        n = total;
    }

    /**
     * Adds all that was added to the other, which stays as it is.
     *
     * @throws ArithmeticException if the sum of squares would reach 2^126; nothing is added
     */
    public void add(LongMoments other) {
        requireNonNull(other, "other");
        long total = Math.addExact(n, other.n);
        sums.add(SQUARES, other.sums, SQUARES);
        sums.add(SUM, other.sums, SUM);
        n = total;
    }

    /** Returns the moments of what was added so far. */
    public Moments result() {
        if (n == 0) {
            return new Moments(0, 0, 0);
        }
        BigInteger total = sums.value(SUM);
        BigInteger spread = sums.value(SQUARES).multiply(BigInteger.valueOf(n)).subtract(total.multiply(total));
        return new Moments(n, total.doubleValue(), Rounding.quotient(spread, n, 0));
    }

    /**
     * Returns the state as whole numbers of at least 0, equal for equal values: the number of values; 1 for a negative sum or 0; the
     * lower 63 bits of its magnitude and the upper ones; and the same two of the sum of squares.
     */
    public long[] state() {
        return new long[] {
            n, sums.signum(SUM) < 0 ? 1 : 0, sums.lower(SUM), sums.upper(SUM), sums.lower(SQUARES), sums.upper(SQUARES)
        };
    }

    /**
     * Returns the moments with the {@link #state state}.
     *
     * @throws IllegalArgumentException if the numbers are not the state of moments
     */
    public static LongMoments ofState(long... state) {
        boolean valid = state.length == 6 && Arrays.stream(state).allMatch(number -> number >= 0) && state[1] <= 1;
        if (valid) {
            LongMoments moments = new LongMoments();
            BigInteger magnitude = number(state[2], state[3]);
            moments.n = state[0];
            moments.sums.add(SUM, state[1] == 1 ? magnitude.negate() : magnitude);
            moments.sums.add(SQUARES, number(state[4], state[5]));
            if (moments.isPossible() && Arrays.equals(moments.state(), state)) {
                return moments;
            }
        }
        throw new IllegalArgumentException("not the state of moments: " + Arrays.toString(state));
    }

    private static BigInteger number(long lower, long upper) {
        return BigInteger.valueOf(upper).shiftLeft(63).add(BigInteger.valueOf(lower));
    }

    /** Whether some values could have these sums: by Cauchy and Schwarz, and since a single value has no spread. */
    private boolean isPossible() {
        BigInteger total = sums.value(SUM);
        int order = sums.value(SQUARES).multiply(BigInteger.valueOf(n)).compareTo(total.multiply(total));
        return n < 2 ? order == 0 && (n == 1 || sums.signum(SQUARES) == 0) : order >= 0;
    }
}
