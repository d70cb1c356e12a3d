package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.survival.KaplanMeier;
import java.util.Map;

/**
 * Overview of an order log in one pass: repeat purchase, interpurchase times, RFM scores, cohorts and revenue concentration.
 *
 * <p>Each part counts what the metric of its own type counts.
 *
 * @param repeat repeat purchase rate, order ladder, frequency and average order value
 * @param interpurchase complete interpurchase times
 * @param timeToSecond Kaplan-Meier estimate of the ticks from the first purchase to the second
 * @param timeToNext Kaplan-Meier estimate of the ticks from each purchase to the next
 * @param scores RFM scores
 * @param cohorts cohort retention, by the period of the first purchase
 * @param revenue cohort revenue, by the period of the first purchase
 * @param concentration revenue concentration
 */
public record PurchaseSummary(
        RepeatPurchases repeat,
        InterpurchaseTimes interpurchase,
        KaplanMeier timeToSecond,
        KaplanMeier timeToNext,
        RfmScores scores,
        RetentionTable cohorts,
        CohortRevenue revenue,
        RevenueConcentration concentration)
        implements Result {

    /** Checks that nothing is missing. */
    public PurchaseSummary {
        requireNonNull(repeat, "repeat");
        requireNonNull(interpurchase, "interpurchase");
        requireNonNull(timeToSecond, "timeToSecond");
        requireNonNull(timeToNext, "timeToNext");
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

    /**
     * Returns the metric. Memory: about 100 bytes and the id for each customer.
     *
     * @param rule how customers are scored
     * @param retention the cohorts and intervals
     */
    public static Metric<Purchases, PurchaseSummary> metric(RfmRule rule, CohortRetention retention) {
        Metric<Purchases, Times> times = Metric.both(
                Metric.both(RepeatPurchases.metric(), InterpurchaseTimes.metric(), Buying::new),
                Metric.both(
                        KaplanMeier.metric()
                                .<Purchases>onEach(SecondPurchase::survivalTimes)
                                .named("time to second purchase"),
                        KaplanMeier.metric()
                                .<Purchases>onEach(InterpurchaseTimes::survivalTimes)
                                .named("time to next purchase"),
                        Waits::new),
                Times::new);
        Metric<Purchases, Groups> groups = Metric.both(
                Metric.both(retention, CohortRevenue.metric(retention), Cohorts::new),
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

    /** Returns each part by its name. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("repeat", repeat)
                .with("interpurchase", interpurchase)
                .with("timeToSecond", timeToSecond)
                .with("timeToNext", timeToNext)
                .with("scores", scores)
                .with("cohorts", cohorts)
                .with("revenue", revenue)
                .with("concentration", concentration)
                .map();
    }
}
