package dev.cxkit.metrics.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's chi-squared test (1900).
 *
 * @param statistic the sum of squared deviations from the expected counts, each in units of its expected count; at least 0
 * @param degreesOfFreedom at least 1
 * @param p how often chance alone would deviate at least as much, 0..1
 */
public record ChiSquared(double statistic, int degreesOfFreedom, double p) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public ChiSquared {
        Check.notNegative("statistic", statistic);
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException("degreesOfFreedom " + degreesOfFreedom + " is below 1");
        }
        Check.share("p", p);
    }

    /**
     * Returns the test that two independent groups fall into categories in the same proportions; empty if fewer than two categories
     * have a count, or a group has none.
     *
     * <p>Categories that neither group has are left out. The approximation is good where the expected counts are 5 or more.
     *
     * @param first how many of the first group fall into each category
     * @param second the same for the second group, in the same order
     * @throws IllegalArgumentException if the arrays differ in length or a count is below 0
     */
    public static Optional<ChiSquared> homogeneity(long[] first, long[] second) {
        return homogeneity(counts(first), counts(second));
    }

    private static double[] counts(long[] counts) {
        return Arrays.stream(counts)
                .mapToDouble(count -> Check.count("count", count))
                .toArray();
    }

    /**
     * Returns the test for counts of weighted observations, each group scaled to its effective n, as {@link #homogeneity(long[],
     * long[])} does for plain counts.
     *
     * @throws IllegalArgumentException if the arrays differ in length or a count is below 0 or not finite
     */
    public static Optional<ChiSquared> homogeneity(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "counts of " + first.length + " and " + second.length + " categories cannot be compared");
        }
        double a = 0;
        double b = 0;
        int categories = 0;
        for (int i = 0; i < first.length; i++) {
            a += Check.notNegative("count", first[i]);
            b += Check.notNegative("count", second[i]);
            categories += first[i] > 0 || second[i] > 0 ? 1 : 0;
        }
        if (a == 0 || b == 0 || categories < 2) {
            return Optional.empty();
        }
        double statistic = 0;
        for (int i = 0; i < first.length; i++) {
            double both = first[i] + second[i];
            if (both > 0) {
                double deviation = first[i] - both * a / (a + b);
                // The second group deviates as much the other way: d^2 (a + b) / (both a) + d^2 (a + b) / (both b).
                statistic += deviation * deviation * (a + b) * (a + b) / (both * a * b);
            }
        }
        double p = ChiSquaredDistribution.of(categories - 1.0).survivalProbability(statistic);
        return Optional.of(new ChiSquared(statistic, categories - 1, p));
    }
}
