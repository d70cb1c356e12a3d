package dev.cxkit.metrics.stats;

import java.math.BigInteger;

/** A signed integer of a magnitude below 2^126 to add to. */
final class Int128 {

    private long high;
    private long low;

    void add(long value) {
        add(value >> 63, value);
    }

    void add(Int128 other) {
        add(other.high, other.low);
    }

    void add(BigInteger value) {
        if (value.bitLength() > 126) {
            throw overflow();
        }
        add(value.shiftRight(64).longValue(), value.longValue());
    }

    /** Adds {@code otherHigh * 2^64} and {@code otherLow}, taken as unsigned. */
    void add(long otherHigh, long otherLow) {
        long sum = low + otherLow;
        long carry = ((low & otherLow) | ((low | otherLow) & ~sum)) >>> 63;
        long highSum = high + otherHigh + carry;
        if ((highSum ^ (highSum << 1)) < 0) {
            throw overflow();
        }
        high = highSum;
        low = sum;
    }

    private static ArithmeticException overflow() {
        return new ArithmeticException("a sum or a sum of squares reaches 2^126");
    }

    BigInteger value() {
        BigInteger unsignedLow = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(64).add(unsignedLow);
    }
}
