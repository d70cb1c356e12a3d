package dev.cxkit.metrics.stats;

/**
 * The front of an {@link ExactSum} for long arrays: the significands of each sign and exponent are summed in a bin of their own, and
 * the bins go into the sum block by block (Neal, 2015, calls this a large superaccumulator).
 */
final class ExponentBins {

    /** Values from which on it pays to set up the bins. */
    static final int WORTH_IT = 2048;

    /** So many significands of 53 bits fit into the unsigned 64 bits of a bin. */
    private static final int BLOCK = 1 << 11;

    private static final int SIGN = 1 << 11;

    private final long[] bins = new long[2 * SIGN];
    private int lowest;
    private int highest;

    /** Adds the values to the sum; one that is not finite is refused after some may have been added. */
    void add(double[] values, int from, int to, ExactSum sum) {
        Check.finiteAt(from, values[from]);
        lowest = Math.getExponent(values[from]) + Double.MAX_EXPONENT;
        highest = lowest;
        for (int next = from; next < to; ) {
            int stop = (int) Math.min(to, next + (long) BLOCK);
            fill(values, next, stop);
            flush(sum);
            next = stop;
        }
    }

    private void fill(double[] values, int from, int to) {
        long[] target = bins;
        int low = lowest;
        int high = highest;
        for (int i = from; i < to; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            int bin = (int) (bits >>> 52);
            int exponent = bin & (SIGN - 1);
            if (exponent < low || exponent > high) {
                widen(exponent, values[i], i);
                low = lowest;
                high = highest;
            }
            target[bin] += (bits & ExactSum.FRACTION_MASK) | (exponent == 0 ? 0 : ExactSum.IMPLICIT_BIT);
        }
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
