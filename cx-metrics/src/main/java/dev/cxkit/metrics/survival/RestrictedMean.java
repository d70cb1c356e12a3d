package dev.cxkit.metrics.survival;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Restricted mean survival time"} ({@index RMST}): the area under the survival function up to a horizon (Irwin, 1949).
 *
 * <p>It is the mean of the time until the event or the horizon, whichever comes first. With a horizon the mean can be known although some
 * times are right-censored. The variance is that of Klein and Moeschberger (2003, 4.5).
 *
 * @param tau the horizon, above 0
 * @param value the mean, at least 0
 * @param standardError its standard error, at least 0; 0 where all have the same time
 * @param n the number of observations, above 0
 */
public record RestrictedMean(double tau, double value, double standardError, long n) implements Result {

    /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
    public RestrictedMean {
        Check.positive("tau", tau);
        Check.notNegative("value", value);
        Check.notNegative("standard error", standardError);
        Check.positive("n", n);
    }

    /** Returns the mean with Wald's confidence interval; without one where all have the same time. */
    public Estimate estimate(double level) {
        return Estimate.wald(value, standardError, level, n);
    }

    /**
     * Returns this mean less that of an independent group, with confidence interval and p-value of the z test; empty if neither has any
     * spread.
     *
     * @throws IllegalArgumentException if the horizons differ
     */
    public Optional<Difference> minus(RestrictedMean other, double level) {
        Require.that(tau == other.tau, () -> "means to " + tau + " and to " + other.tau + " cannot be compared");
        double error = Math.hypot(standardError, other.standardError);
        return error > 0 ? Optional.of(Difference.wald(value - other.value, error, level)) : Optional.empty();
    }

    /** Returns the mean with its interval, its standard error and the horizon. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(estimate(Estimate.DEFAULT_LEVEL)))
                .with("standardError", standardError)
                .with("tau", tau)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
