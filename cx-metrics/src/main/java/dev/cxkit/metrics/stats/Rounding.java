package dev.cxkit.metrics.stats;

import java.math.BigInteger;

/** The one rounding from whole numbers of any size to a double: to the nearest, ties to even. */
final class Rounding {

    /** So many bits, of which the last tells of any further ones, are enough to round to 53. */
    private static final int ENOUGH = 64;

    private Rounding() {}

    /**
     * Returns {@code units} times 2 to the power of {@code exponent}, where a result below the normal doubles must be one exactly.
     *
     * @throws ArithmeticException if it is beyond the range of a double
     */
    static double toDouble(BigInteger units, int exponent) {
        BigInteger magnitude = units.abs();
        int excess = Math.max(0, magnitude.bitLength() - ENOUGH);
        BigInteger head = magnitude.shiftRight(excess);
        if (magnitude.signum() != 0 && magnitude.getLowestSetBit() < excess) {
            head = head.setBit(0);
        }
        double rounded = Math.scalb(head.doubleValue(), excess + exponent);
        if (Double.isInfinite(rounded)) {
            throw new ArithmeticException(
                    "a sum of about 2^" + (magnitude.bitLength() + exponent) + " is beyond the range of a double");
        }
        return units.signum() < 0 ? -rounded : rounded;
    }

    /** Returns {@code units / divisor} times 2 to the power of {@code exponent}, for a divisor above 0 and units of at least 0. */
    static double quotient(BigInteger units, long divisor, int exponent) {
        // Shifted so far that the quotient has more than enough bits; then what remains need only be told of.
        int shift = 2 * ENOUGH;
        BigInteger[] parts = units.shiftLeft(shift).divideAndRemainder(BigInteger.valueOf(divisor));
        return toDouble(parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0), exponent - shift);
    }
}
