package dev.cxkit.metrics.subscription;

import java.math.BigInteger;

/** Sums beyond a {@code long} among counts: of numbers of at least 0 in parts of 32 bits, so that 2^31 observations fit. */
final class WideSums {

    /** How many counts the sum of a number needs, and that of the product of two. */
    static final int NUMBER = 2;

    static final int PRODUCT = 4;

    private static final int BITS = 32;
    private static final long PART = (1L << BITS) - 1;

    private WideSums() {}

    static void put(long[] sums, int at, long number) {
        sums[at] = number & PART;
        sums[at + 1] = number >>> BITS;
    }

    static void put(long[] sums, int at, long a, long b) {
        put(sums, at, a * b);
        put(sums, at + NUMBER, Math.multiplyHigh(a, b));
    }

    static BigInteger get(long[] sums, int at, int size) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = size - 1; i >= 0; i--) {
            sum = sum.shiftLeft(BITS).add(BigInteger.valueOf(sums[at + i]));
        }
        return sum;
    }

    /** A quotient of a number of at least 0, rounded half up. */
    static long rounded(BigInteger number, long by) {
        BigInteger rounded = number.shiftLeft(1)
                .add(BigInteger.valueOf(by))
                .divide(BigInteger.valueOf(by).shiftLeft(1));
        if (rounded.bitLength() >= Long.SIZE) {
            throw new ArithmeticException("overflow: a sum of " + rounded + " is beyond a long");
        }
        return rounded.longValue();
    }
}
