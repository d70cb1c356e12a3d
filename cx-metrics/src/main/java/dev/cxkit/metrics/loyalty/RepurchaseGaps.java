package dev.cxkit.metrics.loyalty;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.QuantileType;
import dev.cxkit.metrics.stats.Quantiles;
import dev.cxkit.metrics.stats.ValueDistribution;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The time between consecutive purchases, in ticks of the rule of merging, days as a rule. Only gaps that a purchase has closed are here,
 * and long ones are less likely to be closed by the end of the log, so these are shorter than gaps really are:
 * {@link Repurchase#timeToNext()} takes in the open ones.
 *
 * @param pooled all gaps; customers who buy often have more of them
 * @param moments of the same
 * @param doubledMedians twice the median gap of each customer who has one, each customer once
 * @param means of the mean gap of each of these customers
 */
public record RepurchaseGaps(
        ValueDistribution pooled, Moments moments, ValueDistribution doubledMedians, Moments means) {

    /** Checks the parts. */
    public RepurchaseGaps {
        requireNonNull(pooled, "pooled");
        requireNonNull(moments, "moments");
        requireNonNull(doubledMedians, "doubledMedians");
        requireNonNull(means, "means");
    }

    /** Returns the metric. It is exact; memory grows with the number of distinct gaps. */
    public static Metric<Purchases, RepurchaseGaps> metric() {
        Metric<Purchases, RepurchaseGaps> ofAll = Metric.both(
                        ValueDistribution.exact(), Moments.ofLongs(), RepurchaseGaps::pooled)
                .onEach(purchases -> purchases.gaps().boxed().toList());
        Metric<Purchases, RepurchaseGaps> ofEach = Metric.both(
                ValueDistribution.exact().onEach(RepurchaseGaps::doubledMedian),
                Moments.ofDoubles().onEach(RepurchaseGaps::mean),
                RepurchaseGaps::each);
        return Metric.both(
                ofAll,
                ofEach,
                (all, each) -> new RepurchaseGaps(all.pooled, all.moments, each.doubledMedians, each.means));
    }

    private static RepurchaseGaps pooled(ValueDistribution pooled, Moments moments) {
        return new RepurchaseGaps(pooled, moments, pooled, moments);
    }

    private static RepurchaseGaps each(ValueDistribution doubledMedians, Moments means) {
        return new RepurchaseGaps(doubledMedians, means, doubledMedians, means);
    }

    private static List<Long> doubledMedian(Purchases purchases) {
        double[] median = Quantiles.exact(purchases.gaps().toArray(), QuantileType.TYPE_7, 0.5);
        return median.length == 0 ? List.of() : List.of(Math.round(2 * median[0]));
    }

    private static List<Double> mean(Purchases purchases) {
        int gaps = purchases.size() - 1;
        return gaps < 1 ? List.of() : List.of((double) (purchases.tick(gaps) - purchases.tick(0)) / gaps);
    }

    /** Returns a quantile (type 7) of the median gaps of customers; empty without gaps. */
    public OptionalDouble quantileOfCustomers(double p) {
        OptionalDouble doubled = doubledMedians.quantile(p);
        return doubled.isEmpty() ? doubled : OptionalDouble.of(doubled.getAsDouble() / 2);
    }
}
