package dev.cxkit.metrics.survey;

import dev.cxkit.metrics.stats.Estimate;

/** The distribution of the mean of n draws that count 1, 0 or -1. */
final class BootstrapScore {

    private static final int MOST_EXACT = 300;

    private BootstrapScore() {}

    /** Returns the quantiles (the smallest score that reaches the probability) at both ends of the level. */
    static double[] bounds(double favour, double against, double n, double level) {
        double tail = (1 - level) / 2;
        if (n <= MOST_EXACT && n == Math.rint(n)) {
            double[] distribution = exact(favour, against, (int) n);
            return new double[] {quantile(distribution, tail, (int) n), quantile(distribution, 1 - tail, (int) n)};
        }
        double mean = favour - against;
        double variance = NpsInterval.variance(favour, against);
        if (variance == 0) {
            return new double[] {mean, mean};
        }
        double third = favour * Math.pow(1 - mean, 3)
                + (1 - favour - against) * Math.pow(-mean, 3)
                + against * Math.pow(-1 - mean, 3);
        double skewness = third / Math.pow(variance, 1.5) / Math.sqrt(n);
        double z = Estimate.z(level);
        double bend = skewness * (z * z - 1) / 6;
        double error = Math.sqrt(variance / n);
        return new double[] {mean + error * (bend - z), mean + error * (bend + z)};
    }

    /** Returns the probability of each sum -n..n: the n-th power of (against, passive, favour), by squaring. */
    private static double[] exact(double favour, double against, int n) {
        double[] power = {1};
        double[] square = {against, Math.max(0, 1 - favour - against), favour};
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = multiply(power, square);
            }
            if (rest > 1) {
                square = multiply(square, square);
            }
        }
        return power;
    }

    private static double[] multiply(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0) {
                for (int j = 0; j < b.length; j++) {
                    product[i + j] += a[i] * b[j];
                }
            }
        }
        return product;
    }

    private static double quantile(double[] distribution, double p, int n) {
        double below = 0;
        for (int i = 0; i < distribution.length; i++) {
            below += distribution[i];
            // The margin keeps a probability that is met exactly, but for rounding, from falling to the next sum.
            if (distribution[i] > 0 && below >= p * (1 - 1e-12)) {
                return (double) (i - n) / n;
            }
        }
        return 1;
    }
}
