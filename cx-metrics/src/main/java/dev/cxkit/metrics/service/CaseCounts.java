package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;

/**
 * How often something happened per case.
 *
 * @param cases which cases stand behind it
 * @param none in how many of them it never happened
 * @param moments number, mean and variance
 * @param distribution quantiles and the highest number
 */
public record CaseCounts(Coverage cases, long none, Moments moments, ValueDistribution distribution) {

    /** Checks the parts; throws an {@link IllegalArgumentException} if {@code none} is outside 0..n. */
    public CaseCounts {
        requireNonNull(cases, "cases");
        requireNonNull(distribution, "distribution");
        if (none < 0 || none > moments.n()) {
            throw new IllegalArgumentException("none " + none + " is outside 0.." + moments.n());
        }
    }

    /** Returns the share of cases in which it never happened. */
    public Proportion shareOfNone() {
        return Proportion.of(none, moments.n());
    }
}
