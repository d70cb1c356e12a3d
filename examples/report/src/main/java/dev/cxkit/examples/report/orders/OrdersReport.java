package dev.cxkit.examples.report.orders;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.examples.report.cohorts.RetentionCells;
import dev.cxkit.metrics.purchase.CohortRetention;
import dev.cxkit.metrics.purchase.PurchaseSummary;
import dev.cxkit.metrics.purchase.Purchases;
import dev.cxkit.metrics.purchase.RfmRule;
import dev.cxkit.metrics.purchase.RfmScores;
import dev.cxkit.metrics.purchase.RfmSegment;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What was asked and what came out.
 *
 * @param request what was asked
 * @param file the orders
 * @param customers the purchases of each customer
 * @param summary what was measured of them
 * @param model what is to be expected of them
 */
record OrdersReport(
        OrdersRequest request, OrderFile file, List<Purchases> customers, PurchaseSummary summary, OrdersModel model)
        implements Result {

    /** How cohorts are shown. */
    static final RetentionCells COHORTS = new RetentionCells("month", "customers", "first purchase", "bought again");

    private static final int MOST_MONTHS = 24;
    private static final int SCORES = 5;

    private static final int[] QUANTILES = {25, 50, 75, 90};
    private static final int[] TOP = {1, 5, 10, 20};
    private static final int[] WITHIN = {30, 90, 365};

    /** By recency and frequency, each from 1 to 5, where 5 is best. */
    private static final List<RfmSegment> SEGMENTS = List.of(
            RfmSegment.of("best", 5, 5, 4, 5),
            RfmSegment.of("loyal", 3, 5, 3, 5),
            RfmSegment.of("fresh", 4, 5, 1, 2),
            RfmSegment.of("cooling", 3, 3, 1, 2),
            RfmSegment.of("at risk", 1, 2, 3, 5),
            RfmSegment.of("lost", 1, 2, 1, 2));

    /** Copies the list. */
    OrdersReport {
        customers = List.copyOf(customers);
    }

    /**
     * Returns what the file has, the decimals of its amounts, which are in the smallest unit, the figures of the purchases, the model and the
     * first rows that were rejected. Scores are the cuts and the segments, not each customer.
     */
    @Override
    public Map<String, Object> document() {
        RfmScores scores = summary.scores();
        return Document.start()
                .with("file", file.name())
                .with("rows", file.rows())
                .with("rejected", file.rejected())
                .with("later", file.later())
                .with("until", until())
                .with("currency", request.currency())
                .with("decimals", request.decimals().getDefaultFractionDigits())
                .with("repeat", summary.repeat())
                .with("repeatCustomers", summary.repeat().repeatPurchaseRate())
                .with("repeatOrders", summary.repeat().repeatOrderShare())
                .with("interpurchase", summary.interpurchase())
                .with(
                        "gapQuantiles",
                        each(QUANTILES, p -> summary.interpurchase().pooled().quantile(p / 100.0)))
                .with(
                        "customerGapQuantiles",
                        each(QUANTILES, p -> summary.interpurchase().quantileOfCustomers(p / 100.0)))
                .with("timeToSecond", summary.timeToSecond())
                .with("stillOneAfter", each(WITHIN, summary.timeToSecond()::survival))
                .with("timeToNext", summary.timeToNext())
                .with("recencyCuts", scores.recency())
                .with("frequencyCuts", scores.frequency())
                .with("monetaryCuts", scores.monetary())
                .with("segments", segments())
                .with("cohorts", summary.cohorts())
                .with("revenue", summary.revenue())
                .with("concentration", summary.concentration())
                .with("topShares", each(TOP, percent -> summary.concentration().topShareOf(percent / 100.0)))
                .with("model", model)
                .with("rejectedRows", file.rejectedRows())
                .map();
    }

    private static Map<Integer, Object> each(int[] of, IntFunction<?> figure) {
        Map<Integer, Object> each = new LinkedHashMap<>();
        for (int key : of) {
            each.put(key, figure.apply(key));
        }
        return each;
    }

    /** Measures the orders. */
    static OrdersReport of(OrdersRequest request, ModelRequest model, OrderFile file) {
        CohortRetention monthly = CohortRetention.of(
                        Cadence.monthly(request.times().zone()), file.log().to())
                .upTo(MOST_MONTHS);
        List<Purchases> customers = file.orders().purchases(file.log());
        return new OrdersReport(
                request,
                file,
                customers,
                PurchaseSummary.metric(RfmRule.quantiles(SCORES), monthly).over(customers),
                OrdersModel.of(model, request, file, customers));
    }

    /** Returns the segments of the customers. */
    List<RfmScores.Segment> segments() {
        return summary.scores().segments(SEGMENTS);
    }

    /** Returns how many of the smallest unit of the currency are a whole one. */
    double minorUnit() {
        return Math.pow(10, request.decimals().getDefaultFractionDigits());
    }

    /** Returns the last day that is looked at. */
    LocalDate until() {
        return file.log().to().atZone(request.times().zone()).toLocalDate().minusDays(1);
    }
}
