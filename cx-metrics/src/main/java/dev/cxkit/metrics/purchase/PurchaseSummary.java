package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.survival.KaplanMeier;

/**
 * What there is to know of an order log at first sight, counted in one pass.
 *
 * @param repeat how often customers buy
 * @param interpurchase the time between purchases that are over
 * @param timeToSecond the time from the first purchase to the second
 * @param timeToNext the time from each purchase to the next
 * @param scores recency, frequency and monetary value
 * @param cohorts who comes back, by the period of the first purchase
 * @param revenue what is paid, by the period of the first purchase
 * @param concentration how much of the revenue comes from how few
 */
public record PurchaseSummary(
        RepeatPurchases repeat,
        InterpurchaseTimes interpurchase,
        KaplanMeier timeToSecond,
        KaplanMeier timeToNext,
        RfmScores scores,
        RetentionTable cohorts,
        CohortRevenue revenue,
        RevenueConcentration concentration) {

    /** Checks the parts. */
    public PurchaseSummary {
        requireNonNull(repeat, "repeat");
        requireNonNull(interpurchase, "gaps");
        requireNonNull(timeToSecond, "toSecond");
        requireNonNull(timeToNext, "toNext");
        requireNonNull(scores, "scores");
        requireNonNull(cohorts, "cohorts");
        requireNonNull(revenue, "revenue");
        requireNonNull(concentration, "concentration");
    }

    private record Buying(RepeatPurchases repeat, InterpurchaseTimes gaps) {}

    private record Waits(KaplanMeier toSecond, KaplanMeier toNext) {}

    private record Times(Buying buying, Waits waits) {}

    private record Cohorts(RetentionTable customers, CohortRevenue revenue) {}

    private record Worth(RfmScores scores, RevenueConcentration concentration) {}

    private record Groups(Cohorts cohorts, Worth worth) {}

    /** Returns the metric. Memory: about 100 bytes and the id for each customer. */
    public static Metric<Purchases, PurchaseSummary> metric(RfmRule rule, CohortRetention retention) {
        Metric<Purchases, Times> times = Metric.both(
                Metric.both(RepeatPurchases.metric(), InterpurchaseTimes.metric(), Buying::new),
                Metric.both(SecondPurchase.timeToSecond(), SecondPurchase.timeToNext(), Waits::new),
                Times::new);
        Metric<Purchases, Groups> groups = Metric.both(
                Metric.both(retention.customers(), retention.revenue(), Cohorts::new),
                Metric.both(rule, RevenueConcentration.metric(), Worth::new),
                Groups::new);
        return Metric.both(times, groups, PurchaseSummary::of);
    }

    private static PurchaseSummary of(Times times, Groups groups) {
        return new PurchaseSummary(
                times.buying.repeat,
                times.buying.gaps,
                times.waits.toSecond,
                times.waits.toNext,
                groups.worth.scores,
                groups.cohorts.customers,
                groups.cohorts.revenue,
                groups.worth.concentration);
    }
}
