package dev.cxkit.metrics.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution, as far as intervals and tests need it. */
final class StudentT {

    private StudentT() {}

    static double critical(double degreesOfFreedom, double level) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
    }

    static double twoSidedPValue(double degreesOfFreedom, double t) {
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t)));
    }
}
