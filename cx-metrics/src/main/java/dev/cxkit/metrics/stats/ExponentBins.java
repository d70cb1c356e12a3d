package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Lanes;

/**
 * The front of an {@link ExactSum} for long arrays: the significands of each sign and exponent are summed in a bin of their own, and
 * the bins go into the sum block by block (Neal, 2015, calls this a large superaccumulator).
 */
final class ExponentBins {

    /** Values from which on it pays to set up the bins. */
    static final int WORTH_IT = 2048;

    private static final int SIGN = 1 << 11;

    private final long[] bins = new long[2 * SIGN];
    private int lowest;
    private int highest;

    /** Adds the values to the sum; one that is not finite is refused after some may have been added. */
    void add(double[] values, int from, int to, ExactSum sum) {
        Check.finiteAt(from, values[from]);
        lowest = Math.getExponent(values[from]) + Double.MAX_EXPONENT;
        highest = lowest;
        // A bin has room for 2^11 significands of 53 bits in its 64 without sign, which is one block of all lanes.
        int rest = Lanes.each(from, to, (first, last, lane) -> {
            fill(values, first, last, lane);
            flush(sum);
        });
        for (int i = rest; i < to; i++) {
            sum.add(Check.finiteAt(i, values[i]));
        }
    }

    private void fill(double[] values, int from, int to, int lane) {
        for (int i = from; i < to; i++) {
            fill(values[i], i);
            fill(values[i + lane], i + lane);
            fill(values[i + 2 * lane], i + 2 * lane);
            fill(values[i + 3 * lane], i + 3 * lane);
        }
    }

    private void fill(double value, int index) {
        long bits = Double.doubleToRawLongBits(value);
        int bin = (int) (bits >>> 52);
        int exponent = bin & (SIGN - 1);
        if (exponent < lowest || exponent > highest) {
            widen(exponent, value, index);
        }
        bins[bin] += (bits & ExactSum.FRACTION_MASK) | (exponent == 0 ? 0 : ExactSum.IMPLICIT_BIT);
    }

    private void widen(int exponent, double value, int index) {
        Check.finiteAt(index, value);
        lowest = Math.min(lowest, exponent);
        highest = Math.max(highest, exponent);
    }

    private void flush(ExactSum sum) {
        flush(false, 0, sum);
        flush(true, SIGN, sum);
        sum.carry();
    }

    private void flush(boolean negative, int sign, ExactSum sum) {
        for (int exponent = lowest; exponent <= highest; exponent++) {
            long significand = bins[sign + exponent];
            if (significand != 0) {
                sum.addWide(negative, Math.max(1, exponent), significand);
                bins[sign + exponent] = 0;
            }
        }
    }
}
