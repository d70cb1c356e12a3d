package dev.cxkit.metrics.numeric;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, as far as intervals and tests need it. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private static final double FAR = 35;

    private Normal() {}

    public static double critical(double level) {
        Check.level(level);
        return STANDARD.inverseSurvivalProbability((1 - level) / 2);
    }

    public static double twoSidedPValue(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    /** The density over the probability to be above: Mills' ratio upside down. */
    public static double hazard(double z) {
        // Beyond, both are near the smallest double; the first terms of the asymptotic series are exact to 1e-10 there.
        return z > FAR
                ? z + 1 / z - 2 / (z * z * z) + 10 / Math.pow(z, 5)
                : STANDARD.density(z) / STANDARD.survivalProbability(z);
    }

    /** The logarithm of the probability to be above. */
    public static double logSurvival(double z) {
        return z > FAR ? STANDARD.logDensity(z) - Math.log(hazard(z)) : Math.log(STANDARD.survivalProbability(z));
    }
}
