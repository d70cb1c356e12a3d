package dev.cxkit.metrics.numeric;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Signed integers of a magnitude below 2^126 to add to, side by side in one array. An addition that would leave that range fails, and
 * changes nothing: so no sign is ever wrong.
 */
public final class Int128s {

    /** For each number its upper half and its lower half, in two's complement. */
    private long[] halves;

    /** Makes so many numbers, all 0. */
    public Int128s(int size) {
        halves = new long[2 * size];
    }

    /** Makes room for so many numbers; new ones are 0. */
    public void grow(int size) {
        if (2 * size > halves.length) {
            halves = Arrays.copyOf(halves, Math.max(2 * size, 2 * halves.length));
        }
    }

    /**
     * Adds a number.
     *
     * @throws ArithmeticException if the magnitude would reach 2^126
     */
    public void add(int place, long value) {
        addHalves(place, value >> 63, value);
    }

    /**
     * Adds a product.
     *
     * @throws ArithmeticException if the magnitude would reach 2^126
     */
    public void addProduct(int place, long a, long b) {
        addHalves(place, Math.multiplyHigh(a, b), a * b);
    }

    /**
     * Adds one of the numbers of another.
     *
     * @throws ArithmeticException if the magnitude would reach 2^126
     */
    public void add(int place, Int128s other, int there) {
        addHalves(place, other.halves[2 * there], other.halves[2 * there + 1]);
    }

    /**
     * Adds a number.
     *
     * @throws ArithmeticException if the magnitude would reach 2^126
     */
    public void add(int place, BigInteger value) {
        if (value.bitLength() > 126) {
            throw overflow();
        }
        addHalves(place, value.shiftRight(64).longValue(), value.longValue());
    }

    /**
     * Adds a number of at least 0, given as its lower 63 bits and the rest.
     *
     * @throws ArithmeticException if the magnitude would reach 2^126
     */
    public void add(int place, long lower, long upper) {
        addHalves(place, upper >>> 1, lower | upper << 63);
    }

    private void addHalves(int place, long high, long low) {
        int at = 2 * place;
        long before = halves[at + 1];
        long sum = before + low;
        long carry = ((before & low) | ((before | low) & ~sum)) >>> 63;
        long upper = halves[at] + high + carry;
        if ((upper ^ (upper << 1)) < 0) {
            throw overflow();
        }
        halves[at] = upper;
        halves[at + 1] = sum;
    }

    private static ArithmeticException overflow() {
        return new ArithmeticException("a sum or a sum of squares reaches 2^126");
    }

    /** Sets a number to 0. */
    public void clear(int place) {
        halves[2 * place] = 0;
        halves[2 * place + 1] = 0;
    }

    /** Returns a number in full. */
    public BigInteger value(int place) {
        long low = halves[2 * place + 1];
        BigInteger unsignedLow = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(halves[2 * place]).shiftLeft(64).add(unsignedLow);
    }

    /** Returns the lower 63 bits of the magnitude of a number. */
    public long lower(int place) {
        return magnitude(place, false);
    }

    /** Returns the magnitude of a number without its lower 63 bits. */
    public long upper(int place) {
        return magnitude(place, true);
    }

    private long magnitude(int place, boolean upper) {
        long high = halves[2 * place];
        long low = halves[2 * place + 1];
        if (high < 0) {
            low = -low;
            high = low == 0 ? -high : ~high;
        }
        return upper ? high << 1 | low >>> 63 : low & Long.MAX_VALUE;
    }

    /** Returns -1, 0 or 1 as a number is below, at or above 0. */
    public int signum(int place) {
        long high = halves[2 * place];
        return high == 0 && halves[2 * place + 1] == 0 ? 0 : high < 0 ? -1 : 1;
    }
}
