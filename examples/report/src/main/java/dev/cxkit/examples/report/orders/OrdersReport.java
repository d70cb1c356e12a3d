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
import java.util.List;
import java.util.Map;

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

    /** Returns what the file has, the decimals of its amounts, what was measured, the model, and the first rows that were rejected. */
    @Override
    public Map<String, Object> document() {
        RfmScores scores = summary.scores();
        return Document.start()
                .with("file", file.name())
                .with("rows", file.rows())
                .with("rejected", file.rejected())
                .with("later", file.later())
                .with("until", until())
                .with("currency", request.currency() == null ? null : request.decimals())
                .with("decimals", request.decimals().getDefaultFractionDigits())
                .with("repeat", summary.repeat())
                .with("interpurchase", summary.interpurchase())
                .with("timeToSecond", summary.timeToSecond())
                .with("timeToNext", summary.timeToNext())
                .with(
                        "rfm",
                        Document.start()
                                .with("recency", scores.recency())
                                .with("frequency", scores.frequency())
                                .with("monetary", scores.monetary())
                                .with("segments", segments())
                                .map())
                .with("cohorts", summary.cohorts())
                .with("revenue", summary.revenue())
                .with("concentration", summary.concentration())
                .with("model", model.fit().isEmpty() && model.spend().isEmpty() ? null : model)
                .with("rejectedRows", file.rejectedRows())
                .map();
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
