package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.CountsState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;

/**
 * A sum of doubles without rounding: any order and any split into parts give the same state, and so the same bits of the result.
 *
 * <p>The sum is one wide fixed-point number in chunks of 32 bits, after Neal, "Fast exact summation using small and large
 * {@index superaccumulator}s" (2015): each value is added to two chunks with room to spare, and carries are settled now and then. It takes
 * 560 bytes, however many values are added. {@code -0.0} counts as {@code 0.0}.
 *
 * <p>Mutable, for one thread.
 */
public final class ExactSum {

    /** Bit 0 of chunk 0 stands for 2 to this power; one below the smallest double, so that shifts by the exponent need no case. */
    static final int LOWEST_BIT = -1075;

    /** Reaches from the smallest double to 2^63 times the largest. */
    private static final int CHUNKS = 68;

    /** Additions of up to 53 bits that a chunk takes on top of its own 32 bits before it could overflow. */
    private static final int ADDITIONS_PER_CARRY = 1000;

    private static final long CHUNK_MASK = 0xffff_ffffL;
    static final long FRACTION_MASK = (1L << 52) - 1;
    static final long IMPLICIT_BIT = 1L << 52;

    private final long[] chunks = new long[CHUNKS];
    private int room = ADDITIONS_PER_CARRY;

    /** Makes the sum of nothing, which is 0. */
    public ExactSum() {}

    /** Returns the metric of the sum of finite numbers, 0 without any. */
    public static Metric<Double, Double> metric() {
        return CountsState.metric(
                "exact sum",
                ExactSum::new,
                ExactSum::add,
                ExactSum::add,
                ExactSum::state,
                ExactSum::ofState,
                ExactSum::doubleValue);
    }

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if the value is not finite; nothing is added
     */
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        // One branch for all that is rare: 0 and subnormal, not finite, carries due.
        if (exponent == 0 || exponent == 0x7ff || --room < 0) {
            addRare(bits, exponent);
        } else {
            add(bits >> 63, exponent, (bits & FRACTION_MASK) | IMPLICIT_BIT);
        }
    }

    private void addRare(long bits, int exponent) {
        Check.finite("value", Double.longBitsToDouble(bits));
        if (room <= 0) {
            carry();
        }
        room--;
        long implicit = exponent == 0 ? 0 : IMPLICIT_BIT;
        add(bits >> 63, Math.max(1, exponent), (bits & FRACTION_MASK) | implicit);
    }

    /** Adds, or with a sign of -1 subtracts, a number of up to 53 bits times 2^(exponent - 1075). */
    private void add(long sign, int exponent, long significand) {
        int shift = exponent & 31;
        int chunk = exponent >>> 5;
        chunks[chunk] += (((significand << shift) & CHUNK_MASK) ^ sign) - sign;
        chunks[chunk + 1] += ((significand >>> (32 - shift)) ^ sign) - sign;
    }

    /**
     * Adds the values from index {@code from} (inclusive) to {@code to} (exclusive), faster than one by one.
     *
     * @throws IllegalArgumentException if one of them is not finite; nothing is added
     * @throws IndexOutOfBoundsException if the range is not one of the array
     */
    public void add(double[] values, int from, int to) {
        Objects.checkFromToIndex(from, to, values.length);
        ExactSum part = new ExactSum();
        if (to - from < ExponentBins.WORTH_IT) {
            for (int i = from; i < to; i++) {
                Check.finiteAt(i, values[i]);
                part.add(values[i]);
            }
        } else {
            new ExponentBins().add(values, from, to, part);
        }
        add(part);
    }

    /** Adds, or subtracts, an unsigned number of 64 bits times 2^(exponent - 1075), without use of the room. */
    void addWide(boolean negative, int exponent, long significand) {
        int shift = exponent & 31;
        int chunk = exponent >>> 5;
        long sign = negative ? -1 : 0;
        long upper = significand >>> (32 - shift);
        chunks[chunk] += (((significand << shift) & CHUNK_MASK) ^ sign) - sign;
        chunks[chunk + 1] += ((upper & CHUNK_MASK) ^ sign) - sign;
        chunks[chunk + 2] += ((upper >>> 32) ^ sign) - sign;
    }

    /** Adds all that was added to the other sum, which stays as it is. */
    public void add(ExactSum other) {
        requireNonNull(other, "other");
        carry();
        for (int i = 0; i < CHUNKS; i++) {
            chunks[i] += other.chunks[i];
        }
        carry();
    }

    void carry() {
        settle(chunks);
        room = ADDITIONS_PER_CARRY;
    }

    /** Brings each chunk but the last, which has the sign, into 0..2^32-1: two's complement, so one form for each value. */
    private static void settle(long[] chunks) {
        for (int i = 0; i < CHUNKS - 1; i++) {
            chunks[i + 1] += chunks[i] >> 32;
            chunks[i] &= CHUNK_MASK;
        }
    }

    private long[] settled() {
        long[] copy = chunks.clone();
        settle(copy);
        return copy;
    }

    /** The sum as a whole number of units of 2^-1075. */
    BigInteger units() {
        long[] settled = settled();
        byte[] bytes = new byte[(CHUNKS - 1) * 4 + 8];
        for (int i = 0; i < bytes.length; i++) {
            int chunk = Math.min(i / 4, CHUNKS - 1);
            bytes[bytes.length - 1 - i] = (byte) (settled[chunk] >> (8 * (i - 4 * chunk)));
        }
        return new BigInteger(bytes);
    }

    /** Returns the sum in full. */
    public BigDecimal exact() {
        BigInteger units = units();
        int zeros = units.signum() == 0 ? 0 : Math.min(units.getLowestSetBit(), -LOWEST_BIT);
        BigDecimal odd = new BigDecimal(units.shiftRight(zeros));
        return odd.divide(new BigDecimal(BigInteger.TWO.pow(-LOWEST_BIT - zeros)));
    }

    /**
     * Returns the double nearest to the sum (ties to even).
     *
     * @throws ArithmeticException if the sum is beyond the range of a double
     */
    public double doubleValue() {
        return Rounding.toDouble(units(), LOWEST_BIT);
    }

    /**
     * Returns the state as whole numbers of at least 0, equal for equal sums: nothing for a sum of 0; else 1 for a negative sum or 0,
     * the index of the lowest chunk that is not 0, and the chunks of the magnitude from there to the highest that is not 0.
     */
    public long[] state() {
        BigInteger units = units();
        if (units.signum() == 0) {
            return new long[0];
        }
        BigInteger magnitude = units.abs();
        int lowest = magnitude.getLowestSetBit() / 32;
        int highest = (magnitude.bitLength() - 1) / 32;
        long[] state = new long[highest - lowest + 3];
        state[0] = units.signum() < 0 ? 1 : 0;
        state[1] = lowest;
        for (int i = lowest; i <= highest; i++) {
            state[i - lowest + 2] = magnitude.shiftRight(32 * i).longValue() & CHUNK_MASK;
        }
        return state;
    }

    /**
     * Returns the sum with the {@link #state state}.
     *
     * @throws IllegalArgumentException if the numbers are not the state of a sum
     */
    public static ExactSum ofState(long... state) {
        ExactSum sum = new ExactSum();
        if (state.length > 0) {
            checkState(state);
            int lowest = (int) state[1];
            for (int i = 2; i < state.length; i++) {
                sum.chunks[lowest + i - 2] = state[0] == 1 ? -state[i] : state[i];
            }
            sum.carry();
        }
        return sum;
    }

    private static void checkState(long[] state) {
        boolean valid = state.length > 2
                && (state[0] == 0 || state[0] == 1)
                && state[1] >= 0
                && state[1] <= CHUNKS - (state.length - 2)
                && state[2] != 0
                && state[state.length - 1] != 0
                // The lowest bit is below the smallest double, so it is never set.
                && (state[1] > 0 || (state[2] & 1) == 0);
        for (int i = 2; valid && i < state.length; i++) {
            valid = state[i] >= 0 && state[i] <= CHUNK_MASK;
        }
        Require.that(valid, () -> "not the state of an exact sum: " + Arrays.toString(state));
    }

    /** Returns whether the other is an exact sum of the same value; mind that both may change. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExactSum sum && Arrays.equals(settled(), sum.settled());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(settled());
    }

    @Override
    public String toString() {
        return exact().toString();
    }
}
