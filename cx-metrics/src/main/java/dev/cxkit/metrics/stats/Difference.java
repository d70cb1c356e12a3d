package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;

/**
 * The first of two groups less the second, with an interval and the p of the two-sided test that there is no difference.
 *
 * @param value the difference, in the unit of what is compared; positive if the first group has more
 * @param low the lower end of the interval, at most {@code value}
 * @param high the upper end of the interval, at least {@code value}
 * @param level the confidence of the interval, above 0 and below 1
 * @param pValue how often chance alone would give a difference at least as large, 0..1
 */
public record Difference(double value, double low, double high, double level, double pValue) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a component is not finite, the value lies outside its interval, or level or p outside 0..1
     */
    public Difference {
        Check.finite("value", value);
        Check.interval("value", value, low, high);
        Check.level(level);
        Check.share("pValue", pValue);
    }

    /**
     * Returns a difference with Wald's interval and the p of the z test, both from one standard error.
     *
     * @param standardError the standard error of the difference, above 0: without any spread there is nothing to test against
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static Difference wald(double value, double standardError, double level) {
        Check.finite("value", value);
        Check.positive("standard error", standardError);
        double margin = Normal.critical(level) * standardError;
        return new Difference(
                value, value - margin, value + margin, level, Normal.twoSidedPValue(value / standardError));
    }

    /**
     * Returns the difference of two shares of independent groups, for shares of weighted observations: Newcombe's hybrid score
     * interval (1998, method 10) and the p of the pooled z test. Shares that are both 0 or both 1 have a p of 1.
     *
     * @param first a share with Wilson's interval, from {@link ProportionInterval#WILSON}
     * @param second a share with Wilson's interval of the same level
     * @throws IllegalArgumentException if a value is outside 0..1 or the levels differ
     */
    public static Difference between(Estimate first, Estimate second) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        Check.share("first", first.value());
        Check.share("second", second.value());
        if (first.level() != second.level()) {
            throw new IllegalArgumentException("levels " + first.level() + " and " + second.level() + " differ");
        }
        double value = first.value() - second.value();
        double down = Math.hypot(first.value() - first.low(), second.high() - second.value());
        double up = Math.hypot(first.high() - first.value(), second.value() - second.low());
        return new Difference(value, value - down, value + up, first.level(), pooledPValue(first, second));
    }

    private static double pooledPValue(Estimate first, Estimate second) {
        double n = first.n() + second.n();
        double pooled = (first.value() * first.n() + second.value() * second.n()) / n;
        double variance = pooled * (1 - pooled) * (1 / first.n() + 1 / second.n());
        double value = first.value() - second.value();
        return variance > 0 ? Normal.twoSidedPValue(value / Math.sqrt(variance)) : 1;
    }
}
