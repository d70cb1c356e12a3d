package dev.cxkit.examples.report.orders;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.loyalty.Purchases;
import dev.cxkit.metrics.loyalty.RepeatPurchases;
import dev.cxkit.metrics.loyalty.Repurchase;
import dev.cxkit.metrics.loyalty.RepurchaseGaps;
import dev.cxkit.metrics.stats.KaplanMeier;

/**
 * What is measured of orders.
 *
 * @param repeat how often customers buy
 * @param gaps the days between purchases
 * @param toNext the days to the next purchase, with those that are not over
 * @param toSecond the days to the second purchase, with those who have not made one
 */
record OrderFigures(RepeatPurchases repeat, RepurchaseGaps gaps, KaplanMeier toNext, KaplanMeier toSecond) {

    /** Measures the orders. */
    static OrderFigures of(OrderFile file) {
        return file.log().over(file.orders(), metric());
    }

    private static Metric<Purchases, OrderFigures> metric() {
        return Metric.both(
                Metric.both(RepeatPurchases.metric(), RepurchaseGaps.metric(), OrderFigures::partly),
                Metric.both(Repurchase.timeToNext(), Repurchase.timeToSecond(), Waits::new),
                (part, waits) -> new OrderFigures(part.repeat, part.gaps, waits.toNext, waits.toSecond));
    }

    private record Part(RepeatPurchases repeat, RepurchaseGaps gaps) {}

    private record Waits(KaplanMeier toNext, KaplanMeier toSecond) {}

    private static Part partly(RepeatPurchases repeat, RepurchaseGaps gaps) {
        return new Part(repeat, gaps);
    }
}
