package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Distribution of {@index "interpurchase times"} (time between consecutive purchases) that are complete, in ticks of the
 * {@link PurchaseRule}, days as a rule.
 *
 * <ul>
 *   <li>Pooled: all complete gaps, so customers who buy often count more than once.
 *   <li>By customer: the median and the mean gap of each customer with at least two purchases, each customer once.
 *   <li>Excluded: the right-censored gap from the last purchase to the end of the log. Long gaps are less likely to be complete by then, so
 *       these distributions are shorter than gaps really are; {@code KaplanMeier.metric().onEach(InterpurchaseTimes::survivalTimes)} takes
 *       the last gaps in.
 *   <li>Quantiles are of type 7 (Hyndman and Fan, 1996) and exact; empty without complete gaps.
 * </ul>
 *
 * @param pooled all complete gaps
 * @param moments of the same
 * @param doubledMedians twice the median gap of each customer who has one
 * @param means of the mean gap of each of these customers
 */
public record InterpurchaseTimes(
        ValueDistribution pooled, Moments moments, ValueDistribution doubledMedians, Moments means) implements Result {

    /** Checks that nothing is missing. */
    public InterpurchaseTimes {
        requireNonNull(pooled, "pooled");
        requireNonNull(moments, "moments");
        requireNonNull(doubledMedians, "doubledMedians");
        requireNonNull(means, "means");
    }

    /** Returns the metric. Memory: the distinct gaps. */
    public static Metric<Purchases, InterpurchaseTimes> metric() {
        Metric<Purchases, InterpurchaseTimes> ofAll = Metric.both(
                        ValueDistribution.exactMetric(), Moments.metricOfLongs(), InterpurchaseTimes::pooled)
                .onEach(InterpurchaseTimes::gaps);
        Metric<Purchases, InterpurchaseTimes> ofEach = Metric.both(
                ValueDistribution.exactMetric().onEach(InterpurchaseTimes::doubledMedian),
                Moments.metric().onEach(InterpurchaseTimes::mean),
                InterpurchaseTimes::each);
        return Metric.both(
                ofAll,
                ofEach,
                (all, each) -> new InterpurchaseTimes(all.pooled, all.moments, each.doubledMedians, each.means));
    }

    private static InterpurchaseTimes pooled(ValueDistribution pooled, Moments moments) {
        return new InterpurchaseTimes(pooled, moments, pooled, moments);
    }

    private static InterpurchaseTimes each(ValueDistribution doubledMedians, Moments means) {
        return new InterpurchaseTimes(doubledMedians, means, doubledMedians, means);
    }

    /**
     * Returns the survival times from each purchase to the next in ticks, for {@link KaplanMeier}: the last one is right-censored at the
     * end of the log.
     */
    public static List<SurvivalTime> survivalTimes(Purchases purchases) {
        return purchases.survivalTimes(purchases.size());
    }

    private static List<Long> gaps(Purchases purchases) {
        List<Long> gaps = new ArrayList<>(purchases.size());
        for (int i = 1; i < purchases.size(); i++) {
            gaps.add(purchases.gap(i));
        }
        return gaps;
    }

    private static List<Long> doubledMedian(Purchases purchases) {
        long[] gaps = purchases.gaps();
        Arrays.sort(gaps);
        int n = gaps.length;
        return n == 0 ? List.of() : List.of(gaps[(n - 1) / 2] + gaps[n / 2]);
    }

    private static List<Double> mean(Purchases purchases) {
        int gaps = purchases.size() - 1;
        return gaps < 1 ? List.of() : List.of((double) (purchases.tick(gaps) - purchases.tick(0)) / gaps);
    }

    /**
     * Returns a limit of inactivity for {@link ActivityChurn} that this share of the complete gaps does not exceed: their quantile, rounded
     * up to a whole tick. Empty without complete gaps.
     *
     * @param p the share, such as 0.9
     * @param rule the purchase rule of the log that the purchases are of
     * @throws IllegalArgumentException if the share is outside 0..1, or ticks are periods of the host's own
     */
    public Optional<TemporalAmount> limit(double p, PurchaseRule rule) {
        return pooled.quantile(p).stream()
                .mapToObj(ticks -> rule.length((int) Math.ceil(ticks)))
                .findFirst();
    }

    /** Returns a quantile of the median gaps of customers; empty without complete gaps. */
    public OptionalDouble quantileOfCustomers(double p) {
        OptionalDouble doubled = doubledMedians.quantile(p);
        return doubled.isEmpty() ? doubled : OptionalDouble.of(doubled.getAsDouble() / 2);
    }

    /** Returns the {@code pooled} gaps with their {@code moments}, the {@code medianOfCustomers} and the {@code means} of customers. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("pooled", pooled)
                .with("moments", moments)
                .with("medianOfCustomers", quantileOfCustomers(0.5))
                .with("means", means)
                .map();
    }
}
