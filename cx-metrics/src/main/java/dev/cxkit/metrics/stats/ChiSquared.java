package dev.cxkit.metrics.stats;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A {@index "chi-squared test"}: statistic, degrees of freedom, {@index "p-value"} (Pearson, 1900).
 *
 * @param statistic how far what was found deviates from what was expected, squared, in units of its variance; at least 0
 * @param degreesOfFreedom at least 1
 * @param pValue the p-value: the probability of a statistic at least as large under the null hypothesis, 0..1; 0 where that is less than a
 *     double can say
 */
public record ChiSquared(double statistic, int degreesOfFreedom, double pValue) implements Result {

    /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
    public ChiSquared {
        Check.notNegative("statistic", statistic);
        Require.atLeast("degreesOfFreedom", degreesOfFreedom, 1);
        Check.share("pValue", pValue);
    }

    /** A p-value below is no longer exact to all digits, or is 0. */
    private static final double TINY = 1e-280;

    private static final double EXACT = 1e-15;
    private static final int MOST_TERMS = 1_000;

    /**
     * Returns the test with its p-value.
     *
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static ChiSquared of(double statistic, int degreesOfFreedom) {
        double checked = Check.notNegative("statistic", statistic);
        double p = degreesOfFreedom < 1
                ? 1
                : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(checked);
        return new ChiSquared(statistic, degreesOfFreedom, p);
    }

    /** Returns the natural logarithm of the p-value, at most 0: also where the p-value itself is too small for a number. */
    public double logPValue() {
        if (pValue > TINY) {
            return pValue < 0.5
                    ? Math.log(pValue)
                    : Math.log1p(-ChiSquaredDistribution.of(degreesOfFreedom).cumulativeProbability(statistic));
        }
        double a = degreesOfFreedom / 2.0;
        double x = statistic / 2;
        return a * Math.log(x) - x - logGamma(degreesOfFreedom) + Math.log(fraction(a, x));
    }

    /** Legendre's continued fraction of e^x G(a, x) / x^a, which is good where x is far above a; by Lentz's way (1976). */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = Double.MAX_VALUE;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int i = 1; Math.abs(change - 1) > EXACT && i < MOST_TERMS; i++) {
            double numerator = i * (a - i);
            b += 2;
            d = 1 / (b + numerator * d);
            c = b + numerator / c;
            change = c * d;
            value *= change;
        }
        return value;
    }

    /** The logarithm of the gamma function of half a whole number. */
    private static double logGamma(int twice) {
        double sum = twice % 2 == 0 ? 0 : Math.log(Math.PI) / 2;
        for (double factor = twice / 2.0 - 1; factor > 0; factor--) {
            sum += Math.log(factor);
        }
        return sum;
    }

    /**
     * Returns Pearson's test of homogeneity: that two independent groups fall into categories in the same proportions.
     *
     * <ul>
     *   <li>Empty if fewer than two categories have a count, or a group has none.
     *   <li>Categories that neither group has are excluded.
     *   <li>The approximation is good where the expected counts are 5 or more.
     * </ul>
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
     * Returns the test of homogeneity for counts of weighted observations, each group scaled to its effective n, as
     * {@link #homogeneity(long[], long[])} does for plain counts.
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
        return Optional.of(of(statistic, categories - 1));
    }

    /** Returns the statistic, its degrees of freedom, the p-value and its logarithm. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("statistic", statistic)
                .with("degreesOfFreedom", degreesOfFreedom)
                .with("pValue", pValue)
                .with("logPValue", logPValue())
                .map();
    }
}
