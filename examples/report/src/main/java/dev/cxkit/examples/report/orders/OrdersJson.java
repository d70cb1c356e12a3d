package dev.cxkit.examples.report.orders;

import dev.cxkit.examples.report.json.Json;
import dev.cxkit.metrics.loyalty.RepeatPurchases;
import dev.cxkit.metrics.loyalty.RepurchaseGaps;
import dev.cxkit.metrics.stats.Proportion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures as JSON: times in days, amounts in whole units of the currency, shares from 0 to 1. */
final class OrdersJson {

    private static final double[] QUANTILES = {0.25, 0.5, 0.75, 0.9};

    private OrdersJson() {}

    /** Returns the document. */
    static ObjectNode of(OrdersReport report) {
        OrderFile file = report.file();
        RepeatPurchases repeat = report.figures().repeat();
        ObjectNode document = Json.object()
                .put("file", file.name())
                .put("rows", file.rows())
                .put("refused", file.refused())
                .put("later", file.later())
                .put("until", report.until().toString())
                .put("customers", repeat.customers())
                .put("orders", repeat.orders())
                .put("orderDays", repeat.purchases());
        share(document.putObject("repeatRate"), repeat.repeatCustomers());
        share(document.putObject("repeatOrders"), repeat.repeatOrders());
        ArrayNode ladder = document.putArray("ladder");
        for (Proportion step : repeat.ladder()) {
            share(ladder.addObject().put("from", ladder.size()), step);
        }
        gaps(document.putObject("gaps"), report.figures());
        ArrayNode refusals = document.putArray("refusals");
        file.refusals()
                .forEach(refusal ->
                        refusals.addObject().put("row", refusal.position()).put("reason", refusal.reason()));
        return document;
    }

    private static void share(ObjectNode to, Proportion share) {
        to.put("count", share.count()).put("of", share.of());
        share.estimate().ifPresent(estimate -> Json.put(to, "share", estimate));
    }

    private static void gaps(ObjectNode to, OrderFigures figures) {
        RepurchaseGaps gaps = figures.gaps();
        to.put("n", gaps.pooled().n());
        gaps.moments().mean().ifPresent(mean -> to.put("mean", mean));
        for (double p : QUANTILES) {
            gaps.pooled().quantile(p).ifPresent(days -> to.put(name(p), days));
        }
        ObjectNode each = to.putObject("customers").put("n", gaps.means().n());
        gaps.means().mean().ifPresent(mean -> each.put("mean", mean));
        for (double p : QUANTILES) {
            gaps.quantileOfCustomers(p).ifPresent(days -> each.put(name(p), days));
        }
    }

    private static String name(double p) {
        return p == 0.5 ? "median" : "p" + Math.round(100 * p);
    }
}
