package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The time between consecutive purchases, in ticks of the rule of merging, days as a rule. Only gaps that a purchase has closed are here,
 * and long ones are less likely to be closed by the end of the log, so these are shorter than gaps really are:
 * {@link SecondPurchase#timeToNext()} takes in the open ones.
 *
 * @param pooled all gaps; customers who buy often have more of them
 * @param moments of the same
 * @param doubledMedians twice the median gap of each customer who has one, each customer once
 * @param means of the mean gap of each of these customers
 */
public record InterpurchaseTimes(
        ValueDistribution pooled, Moments moments, ValueDistribution doubledMedians, Moments means) {

    /** Checks the parts. */
    public InterpurchaseTimes {
        requireNonNull(pooled, "pooled");
        requireNonNull(moments, "moments");
        requireNonNull(doubledMedians, "doubledMedians");
        requireNonNull(means, "means");
    }

    /** Returns the metric. It is exact; memory grows with the number of distinct gaps. */
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
     * Returns after how many ticks without a purchase a customer is lost, if this share of all gaps is not to be taken for a loss: their
     * quantile (type 7), rounded up. Empty without gaps.
     *
     * @param p such as 0.9
     * @throws IllegalArgumentException if it is outside 0..1
     */
    public OptionalLong limit(double p) {
        OptionalDouble quantile = pooled.quantile(p);
        return quantile.isEmpty() ? OptionalLong.empty() : OptionalLong.of((long) Math.ceil(quantile.getAsDouble()));
    }

    /** Returns a quantile (type 7) of the median gaps of customers; empty without gaps. */
    public OptionalDouble quantileOfCustomers(double p) {
        OptionalDouble doubled = doubledMedians.quantile(p);
        return doubled.isEmpty() ? doubled : OptionalDouble.of(doubled.getAsDouble() / 2);
    }
}
