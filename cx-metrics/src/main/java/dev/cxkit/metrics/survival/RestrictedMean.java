package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Optional;

/**
 * The mean time that passes before the end, where what comes after a horizon does not count: the area under a curve up to there (Irwin,
 * 1949). With a horizon the mean can be known although some go on.
 *
 * @param tau the horizon, above 0
 * @param value the mean, at least 0
 * @param standardError its standard error, at least 0; 0 where all have the same time
 * @param n how many stand behind it, above 0
 */
public record RestrictedMean(double tau, double value, double standardError, long n) {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public RestrictedMean {
        Check.positive("tau", tau);
        Check.notNegative("value", value);
        Check.notNegative("standard error", standardError);
        Check.positive("n", n);
    }

    /** Returns the mean with Wald's interval. */
    public Estimate estimate(double level) {
        return Estimate.wald(value, standardError, level, n);
    }

    /**
     * Returns this mean less that of an independent group, with the test that there is no difference; empty if neither has any spread.
     *
     * @throws IllegalArgumentException if the horizons differ
     */
    public Optional<Difference> minus(RestrictedMean other, double level) {
        if (tau != other.tau) {
            throw new IllegalArgumentException("means to " + tau + " and to " + other.tau + " cannot be compared");
        }
        double error = Math.hypot(standardError, other.standardError);
        return error > 0 ? Optional.of(Difference.wald(value - other.value, error, level)) : Optional.empty();
    }
}
