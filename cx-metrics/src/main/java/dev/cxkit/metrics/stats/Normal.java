package dev.cxkit.metrics.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, as far as intervals and tests need it. */
final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    static double critical(double level) {
        Check.level(level);
        return STANDARD.inverseSurvivalProbability((1 - level) / 2);
    }

    static double twoSidedP(double z) {
        return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }
}
