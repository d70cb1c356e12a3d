package dev.cxkit.examples.report.orders;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.metrics.purchase.CohortRevenue;
import dev.cxkit.metrics.purchase.InterpurchaseTimes;
import dev.cxkit.metrics.purchase.PurchaseSummary;
import dev.cxkit.metrics.purchase.RepeatPurchases;
import dev.cxkit.metrics.purchase.RevenueConcentration;
import dev.cxkit.metrics.purchase.RfmScores;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.survival.KaplanMeier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures as JSON: times in days, amounts in whole units of the currency, shares from 0 to 1. */
final class OrdersJson {

    private static final double[] QUANTILES = {0.25, 0.5, 0.75, 0.9};
    private static final int[] TOP = {1, 5, 10, 20};
    private static final int[] WITHIN = {30, 90, 365};

    private final OrdersReport report;
    private final PurchaseSummary summary;
    private final Currency currency;
    private final double minorUnit;

    private OrdersJson(OrdersReport report) {
        this.report = report;
        this.summary = report.summary();
        this.currency = report.request().decimals();
        this.minorUnit = report.minorUnit();
    }

    /** Returns the document. */
    static ObjectNode of(OrdersReport report) {
        return new OrdersJson(report).document();
    }

    private ObjectNode document() {
        OrderFile file = report.file();
        RepeatPurchases repeat = summary.repeat();
        ObjectNode to = Json.object()
                .put("file", file.name())
                .put("rows", file.rows())
                .put("refused", file.rejected())
                .put("later", file.later())
                .put("until", report.until().toString());
        if (report.request().currency() != null) {
            to.put("currency", currency.getCurrencyCode());
        }
        to.put("customers", repeat.customers())
                .put("orders", repeat.orders())
                .put("orderDays", repeat.purchases())
                .put("revenue", exact(summary.concentration().revenue()))
                .put("refundsLeftOver", exact(repeat.unmatchedRefunds()));
        repeat.repeatPurchaseRate().share().ifPresent(share -> to.put("repeatRate", share));
        share(to.putObject("repeatCustomers"), repeat.repeatPurchaseRate());
        share(to.putObject("repeatOrders"), repeat.repeatOrderShare());
        repeat.frequency().ifPresent(frequency -> Json.put(to.putObject("frequency"), "value", frequency));
        repeat.averageOrderValue().ifPresent(value -> amount(to.putObject("averageOrderValue"), value));
        ArrayNode ladder = to.putArray("ladder");
        List<Proportion> steps = repeat.ladder();
        for (int i = 0; i < steps.size(); i++) {
            share(ladder.addObject().put("from", i + 1).put("to", i + 2), steps.get(i));
        }
        gaps(to.putObject("gaps"));
        second(to.putObject("secondPurchase"), summary.timeToSecond());
        rfm(to.putObject("rfm"));
        cohorts(to.putArray("cohorts"));
        concentration(to.putObject("concentration"));
        ModelJson.put(to, report.model(), minorUnit);
        ArrayNode rejectedRows = to.putArray("refusals");
        file.rejectedRows()
                .forEach(rejected ->
                        rejectedRows.addObject().put("row", rejected.position()).put("reason", rejected.reason()));
        return to;
    }

    private BigDecimal exact(long minorUnits) {
        return new Money(minorUnits, currency).amount();
    }

    private void amount(ObjectNode to, Estimate of) {
        to.put("value", of.value() / minorUnit);
        of.interval()
                .ifPresent(
                        interval -> to.put("low", interval.low() / minorUnit).put("high", interval.high() / minorUnit));
    }

    private static void share(ObjectNode to, Proportion share) {
        to.put("count", share.count()).put("of", share.total());
        share.estimate().ifPresent(estimate -> Json.put(to, "share", estimate));
    }

    private void gaps(ObjectNode to) {
        InterpurchaseTimes gaps = summary.interpurchase();
        to.put("n", gaps.pooled().n());
        gaps.moments().mean().ifPresent(mean -> to.put("mean", mean));
        for (double p : QUANTILES) {
            gaps.pooled().quantile(p).ifPresent(days -> to.put(name(p), days));
        }
        summary.timeToNext().median().ifPresent(days -> to.put("kaplanMeierMedian", days));
        ObjectNode each = to.putObject("customers").put("n", gaps.means().n());
        gaps.means().mean().ifPresent(mean -> each.put("mean", mean));
        for (double p : QUANTILES) {
            gaps.quantileOfCustomers(p).ifPresent(days -> each.put(name(p), days));
        }
    }

    private static String name(double p) {
        return p == 0.5 ? "median" : "p" + Math.round(100 * p);
    }

    private static void second(ObjectNode to, KaplanMeier wait) {
        to.put("customers", wait.n()).put("made", wait.events());
        for (int days : WITHIN) {
            wait.survival(days).ifPresent(share -> to.put("within" + days, 1 - share));
        }
        wait.median().ifPresent(days -> to.put("median", days));
    }

    private void rfm(ObjectNode to) {
        RfmScores scores = summary.scores();
        ObjectNode cuts = to.putObject("cuts");
        scores.recency().forEach(cuts.putArray("recency")::add);
        scores.frequency().forEach(cuts.putArray("frequency")::add);
        ArrayNode monetary = cuts.putArray("monetary");
        scores.monetary().forEach(cut -> monetary.add(cut / minorUnit));
        ArrayNode segments = to.putArray("segments");
        report.segments().forEach(segment -> {
            ObjectNode object = segments.addObject()
                    .put("name", segment.name())
                    .put("customers", segment.customers().count());
            segment.customers().share().ifPresent(share -> object.put("share", share));
            object.put("revenue", exact(segment.spent()));
        });
    }

    private void cohorts(ArrayNode to) {
        OrdersReport.COHORTS.cohorts(to, summary.cohorts());
        List<CohortRevenue.Row> rows = summary.revenue().cohorts();
        for (int row = 0; row < rows.size(); row++) {
            for (int interval = 0; interval < rows.get(row).cells().size(); interval++) {
                CohortRevenue.Cell cell = rows.get(row).cells().get(interval);
                if (cell.customers() > 0 && to.get(row).get("intervals").get(interval) instanceof ObjectNode object) {
                    object.put("revenue", exact(cell.retained()));
                    cell.perCustomer().ifPresent(sum -> object.put("revenuePerCustomerSoFar", sum / minorUnit));
                }
            }
        }
    }

    private void concentration(ObjectNode to) {
        RevenueConcentration of = summary.concentration();
        for (int percent : TOP) {
            of.topShareOf(percent / 100.0).ifPresent(share -> to.put("top" + percent + "percent", share));
        }
        of.herfindahl().ifPresent(index -> to.put("herfindahl", index));
    }
}
