package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The distribution of a count per case, such as of transfers or of touches.
 *
 * @param cases which cases stand behind it
 * @param none in how many of them it is 0
 * @param moments number, mean and variance
 * @param distribution the quantiles, exact
 */
public record CaseCounts(Coverage cases, long none, Moments moments, ValueDistribution distribution) implements Result {

    /** Refuses a {@code none} outside 0..n with an {@link IllegalArgumentException}. */
    public CaseCounts {
        requireNonNull(cases, "cases");
        requireNonNull(distribution, "distribution");
        Require.range("none", none, 0, moments.n());
    }

    /**
     * Returns the metric of a count, such as {@code CaseCounts.metric(Transfers.count(), asOf)}.
     *
     * @param counts the count of each thing, at least 0
     * @param asOf the instant as of which each is read
     */
    public static <T> Metric<T, CaseCounts> metric(Reading<T, Long> counts, Instant asOf) {
        Metric<Long, Long> none =
                Moments.metricOfLongs().where(count -> count == 0).then(Moments::n);
        return Coverage.metric(
                counts,
                Metric.both(none, Spread.metric(), Parts::new),
                (cases, parts) ->
                        new CaseCounts(cases, parts.none, parts.spread.moments(), parts.spread.distribution()),
                asOf);
    }

    private record Parts(Long none, Spread spread) {}

    /** Returns the share of cases in which it is 0. */
    public Proportion shareOfNone() {
        return Proportion.of(none, moments.n());
    }

    /** Returns the mean with its interval, as {@link Moments} have it, those with none, the distribution and the coverage. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(moments))
                .with("none", none)
                .with("shareOfNone", shareOfNone())
                .with("distribution", distribution)
                .with("cases", cases)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
