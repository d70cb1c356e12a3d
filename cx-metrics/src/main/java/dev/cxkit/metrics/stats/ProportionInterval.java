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
        double low(double x, double n, double level) {
            double z = Normal.critical(level);
            double spread = z * Math.sqrt(x * (n - x) / n + z * z / 4);
            return (x + z * z / 2 - spread) / (n + z * z);
        }
    },

    /** The exact interval (Clopper and Pearson, 1934): covers at least the level, so it is the widest. */
    CLOPPER_PEARSON {
        @Override
        double low(double x, double n, double level) {
            return x <= 0 ? 0 : betaQuantile(x, n - x + 1, (1 - level) / 2);
        }
    },

    /** Wald's interval around Wilson's centre (Agresti and Coull, 1998): easy to explain, somewhat wide near 0 and 1. */
    AGRESTI_COULL {
        @Override
        double low(double x, double n, double level) {
            double z = Normal.critical(level);
            double enlarged = n + z * z;
            double centre = (x + z * z / 2) / enlarged;
            return centre - z * Math.sqrt(centre * (1 - centre) / enlarged);
        }
    },

    /**
     * The equal-tailed Bayesian interval of Jeffreys' prior. At a share of 0 its lower end is 0, and at a share of 1 its upper end is
     * 1 (Brown, Cai and DasGupta, 2001), where the bare quantile would leave out the observed share.
     */
    JEFFREYS {
        @Override
        double low(double x, double n, double level) {
            return betaQuantile(x + 0.5, n - x + 0.5, (1 - level) / 2);
        }
    };

    /** The lower end; may fall outside 0..1. Every method treats successes and failures alike, so this gives the upper end too. */
    abstract double low(double x, double n, double level);

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
        double low = Math.max(0, low(x, n, level));
        double high = Math.min(1, 1 - low(n - x, n, level));
        return new Estimate(share, Math.min(share, low), Math.max(share, high), level, n);
    }

    private static double betaQuantile(double a, double b, double p) {
        return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
    }
}
