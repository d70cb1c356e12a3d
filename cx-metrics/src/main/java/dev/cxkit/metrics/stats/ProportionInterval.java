package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Confidence intervals of a binomial proportion: Wilson, Clopper-Pearson, Agresti-Coull, Jeffreys.
 *
 * <p>All are kept within 0..1 and include the observed share. {@link #WILSON} is the default everywhere. Brown, Cai and DasGupta, "Interval
 * estimation for a binomial proportion" (Statistical Science, 2001) compare them.
 */
public enum ProportionInterval {

    /** The score interval (Wilson, 1927): good coverage at any size, the default. */
    WILSON {
        @Override
        double bound(double x, double n, double level, int side) {
            double z = Normal.critical(level);
            double spread = z * Math.sqrt(x * ((n - x) / n) + z * z / 4);
            return (x + z * z / 2 + side * spread) / (n + z * z);
        }
    },

    /** The exact interval (Clopper and Pearson, 1934): covers at least the level, so it is the widest. */
    CLOPPER_PEARSON {
        @Override
        double bound(double x, double n, double level, int side) {
            if (side < 0) {
                return x <= 0 ? 0 : betaQuantile(x, n - x + 1, level, side);
            }
            return x >= n ? 1 : betaQuantile(x + 1, n - x, level, side);
        }
    },

    /** Wald's interval around Wilson's centre (Agresti and Coull, 1998): easy to explain, somewhat wide near 0 and 1. */
    AGRESTI_COULL {
        @Override
        double bound(double x, double n, double level, int side) {
            double z = Normal.critical(level);
            double enlarged = n + z * z;
            double centre = (x + z * z / 2) / enlarged;
            return centre + side * z * Math.sqrt(centre * (1 - centre) / enlarged);
        }
    },

    /**
     * The equal-tailed Bayesian interval of Jeffreys' prior. At a share of 0 its lower end is 0, and at a share of 1 its upper end is
     * 1 (Brown, Cai and DasGupta, 2001), where the bare quantile would leave out the observed share.
     */
    JEFFREYS {
        @Override
        double bound(double x, double n, double level, int side) {
            return betaQuantile(x + 0.5, n - x + 0.5, level, side);
        }
    };

    /** From so many successes and failures on the expansion of the quantile is exact to all digits that a double has for it. */
    private static final double MANY = 1e8;

    /** The lower end (side -1) or the upper one (side 1); may fall outside 0..1. */
    abstract double bound(double x, double n, double level, int side);

    /**
     * Returns the share with this interval, for shares of weighted observations.
     *
     * @param share the observed share, 0..1
     * @param n the number of observations, above 0; Kish's effective n where they are weighted
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public Estimate of(double share, double n, double level) {
        Check.share("share", share);
        Check.positive("n", n);
        Check.level(level);
        return around(share, share * n, n, level);
    }

    Estimate around(double share, double x, double n, double level) {
        double low = Math.max(0, bound(x, n, level, -1));
        double high = Math.min(1, bound(x, n, level, 1));
        return new Estimate(share, Math.min(share, low), Math.max(share, high), level, n);
    }

    /** The quantile of the beta distribution at the lower or upper end of an interval. */
    private static double betaQuantile(double a, double b, double level, int side) {
        double tail = (1 - level) / 2;
        if (Math.min(a, b) < MANY) {
            BetaDistribution beta = BetaDistribution.of(a, b);
            return side < 0 ? beta.inverseCumulativeProbability(tail) : beta.inverseSurvivalProbability(tail);
        }
        // Cornish and Fisher (1938): the distribution is so narrow that the way over its probabilities loses all
        // digits.
        double n = a + b;
        double mean = a / n;
        double product = mean * (b / n);
        double skewness = 2 * ((b - a) / n) * Math.sqrt((n + 1) / product) / (n + 2);
        double excess = 6 * (((b - a) / n) * ((b - a) / n) * (n + 1) / (n + 2) - product) / (product * (n + 3));
        double z = side * Normal.critical(level);
        double moved = z
                + skewness * (z * z - 1) / 6
                + excess * z * (z * z - 3) / 24
                - skewness * skewness * z * (2 * z * z - 5) / 36;
        return mean + moved * Math.sqrt(product / (n + 1));
    }
}
