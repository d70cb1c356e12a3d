package dev.cxkit.metrics.stats;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import java.util.Map;

/**
 * Mean, sample variance and size of a group, as a publication prints them or as weighted observations have them.
 *
 * @param mean the mean
 * @param variance the sample variance, with the divisor n - 1, at least 0
 * @param n the number of observations, above 1; a fraction where they are weighted (Kish's effective n)
 */
public record Summary(double mean, double variance, double n) implements Result {

    /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
    public Summary {
        Check.finite("mean", mean);
        Check.notNegative("variance", variance);
        Require.that(n > 1 && n < Double.POSITIVE_INFINITY, () -> "n " + n + " is not a finite number above 1");
    }

    /**
     * Returns the mean with the confidence interval of Student's t (1908); without one where the values do not vary.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Estimate estimate(double level) {
        double margin = StudentT.critical(n - 1, Check.level(level)) * Math.sqrt(squaredError());
        return new Estimate(mean, mean - margin, mean + margin, level, n);
    }

    /** The square of the standard error of the mean. */
    double squaredError() {
        return variance / n;
    }

    /** Returns the mean, the variance and {@code n}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("mean", mean)
                .with("variance", variance)
                .with("n", n)
                .map();
    }
}
