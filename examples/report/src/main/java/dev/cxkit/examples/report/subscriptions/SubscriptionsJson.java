package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.subscriptions.SubscriptionsReport.Figures;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.subscription.ChurnReasons;
import dev.cxkit.metrics.subscription.RecurringMovements;
import dev.cxkit.metrics.subscription.RevenueRetention;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures as JSON. Amounts are in whole units of the currency, per month; rates are from 0, and 1 is all. */
final class SubscriptionsJson {

    private final SubscriptionsReport report;

    private SubscriptionsJson(SubscriptionsReport report) {
        this.report = report;
    }

    /** Returns the document. */
    static ObjectNode of(SubscriptionsReport report) {
        return new SubscriptionsJson(report).document();
    }

    private ObjectNode document() {
        SubscriptionsFile file = report.file();
        ObjectNode document = Json.object().put("file", file.name()).put("rows", file.rows());
        if (report.request().named() != null) {
            document.put("currency", report.request().currency().getCurrencyCode());
        }
        document.put("customers", file.customers().size())
                .put("refused", file.rejected())
                .put("refusedCustomers", file.rejectedGroups().size());
        Figures total = report.total();
        if (total != null) {
            figures(document, total);
        }
        if (!report.by().isEmpty()) {
            ObjectNode by = document.putObject("by");
            report.by().forEach((column, parts) -> {
                ObjectNode values = by.putObject(column);
                parts.forEach((value, part) -> figures(values.putObject(value), part));
            });
        }
        Json.putRejectedGroups(document, file.rejectedGroups());
        return document;
    }

    private void figures(ObjectNode to, Figures figures) {
        ArrayNode months = to.putArray("months");
        figures.months().points().forEach(point -> month(months.addObject(), point));
        List<Series.Point<RevenueRetention>> points = figures.points().points();
        if (!points.isEmpty()) {
            ArrayNode year = to.putArray("trailing12");
            for (int i = 0; i < points.size(); i++) {
                ObjectNode month =
                        year.addObject().put("month", report.month(points.get(i).period()));
                rates(month.putObject("pointToPoint"), points.get(i).value());
                rates(
                        month.putObject("movements"),
                        figures.movements().points().get(i).value());
            }
        }
        reasons(to.putObject("churnReasons"), figures.reasons());
    }

    private void month(ObjectNode to, Series.Point<RevenueRetention> point) {
        RevenueRetention value = point.value();
        to.put("month", report.month(point.period()))
                .put("customers", value.logoChurn().total())
                .put("lost", value.logoChurn().count());
        rates(to, value);
        RecurringMovements all = value.all();
        to.putObject("movements")
                .put("start", amount(all.start()))
                .put("new", amount(all.started()))
                .put("expansion", amount(all.expansion()))
                .put("contraction", amount(all.contraction()))
                .put("churn", amount(all.churn()))
                .put("reactivation", amount(all.reactivation()))
                .put("end", amount(all.end()));
        put(to, "quickRatio", value.quickRatio());
    }

    private static void rates(ObjectNode to, RevenueRetention value) {
        put(to, "nrr", value.nrr());
        put(to, "grr", value.grr());
        value.logoChurn().estimate().ifPresent(churn -> Json.put(to, "logoChurn", churn));
    }

    private static void put(ObjectNode to, String name, OptionalDouble value) {
        value.ifPresent(number -> to.put(name, number));
    }

    private void reasons(ObjectNode to, ChurnReasons reasons) {
        to.put("churned", reasons.churned()).put("amount", amount(reasons.amount()));
        ArrayNode each = to.putArray("reasons");
        for (ChurnReasons.Reason reason : reasons.reasons()) {
            ObjectNode object = each.addObject().put("reason", reason.name()).put("count", Math.round(reason.count()));
            reasons.share(reason.name()).ifPresent(share -> Json.put(object, "share", share));
            object.put("amount", amount(Math.round(reason.amount())));
            if (reasons.amount() > 0) {
                object.put("amountShare", reason.amount() / reasons.amount());
            }
        }
    }

    private BigDecimal amount(long minorUnits) {
        return new Money(minorUnits, report.request().currency()).amount();
    }
}
