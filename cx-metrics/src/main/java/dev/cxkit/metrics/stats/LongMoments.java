package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.Check;
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

    private long n;
    private final Int128 sum;
    private final Int128 squares;

    /** Makes the moments of nothing. */
    public LongMoments() {
        this(0, new Int128(), new Int128());
    }

    private LongMoments(long n, Int128 sum, Int128 squares) {
        this.n = n;
        this.sum = sum;
        this.squares = squares;
    }

    /**
     * Adds a value.
     *
     * @throws ArithmeticException if the sum of squares would reach 2^126; nothing is added
     */
    public void add(long value) {
        squares.add(Math.multiplyHigh(value, value), value * value);
        sum.add(value);
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
            squares.add(Math.multiplyHigh(product, value), product * value);
            sum.add(product);
            n = total;
            return;
        }
        BigInteger times = BigInteger.valueOf(count);
        BigInteger product = BigInteger.valueOf(value).multiply(times);
        squares.add(product.multiply(BigInteger.valueOf(value)));
        sum.add(product);
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
        squares.add(other.squares);
        sum.add(other.sum);
        n = total;
    }

    /** Returns the moments of what was added so far. */
    public Moments result() {
        if (n == 0) {
            return new Moments(0, 0, 0);
        }
        BigInteger total = sum.value();
        BigInteger spread = squares.value().multiply(BigInteger.valueOf(n)).subtract(total.multiply(total));
        return new Moments(n, total.doubleValue(), Rounding.quotient(spread, n, 0));
    }

    /**
     * Returns the state as whole numbers of at least 0, equal for equal values: the number of values; 1 for a negative sum or 0; the
     * lower 63 bits of its magnitude and the upper ones; and the same two of the sum of squares.
     */
    public long[] state() {
        BigInteger total = sum.value();
        BigInteger ofSquares = squares.value();
        return new long[] {
            n, total.signum() < 0 ? 1 : 0, lower(total.abs()), upper(total.abs()), lower(ofSquares), upper(ofSquares)
        };
    }

    private static long lower(BigInteger number) {
        return number.longValue() & Long.MAX_VALUE;
    }

    private static long upper(BigInteger number) {
        return number.shiftRight(63).longValue();
    }

    /**
     * Returns the moments with the {@link #state state}.
     *
     * @throws IllegalArgumentException if the numbers are not the state of moments
     */
    public static LongMoments ofState(long... state) {
        boolean valid = state.length == 6 && Arrays.stream(state).allMatch(number -> number >= 0) && state[1] <= 1;
        if (valid) {
            Int128 sum = new Int128();
            Int128 squares = new Int128();
            BigInteger magnitude = number(state[2], state[3]);
            sum.add(state[1] == 1 ? magnitude.negate() : magnitude);
            squares.add(number(state[4], state[5]));
            LongMoments moments = new LongMoments(state[0], sum, squares);
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
        BigInteger total = sum.value();
        int order = squares.value().multiply(BigInteger.valueOf(n)).compareTo(total.multiply(total));
        return n < 2 ? order == 0 && (n == 1 || squares.value().signum() == 0) : order >= 0;
    }
}
