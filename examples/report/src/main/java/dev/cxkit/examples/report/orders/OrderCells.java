package dev.cxkit.examples.report.orders;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.purchase.InterpurchaseTimes;
import dev.cxkit.metrics.purchase.PurchaseSummary;
import dev.cxkit.metrics.purchase.RfmScores;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The rows of the tables, on a terminal and on a page. */
final class OrderCells {

    private static final int MOST_STEPS = 10;

    private OrderCells() {}

    /** The repeat rates, under a header. */
    static List<List<String>> repeat(PurchaseSummary of) {
        return List.of(
                List.of("", "count", "of", "share", CellText.INTERVAL),
                cells("customers who bought again", of.repeat().repeatPurchaseRate()),
                cells("purchases that were not the first", of.repeat().repeatOrderShare()));
    }

    /** The steps from one purchase to the next, under a header. */
    static List<List<String>> ladder(PurchaseSummary of) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("from purchase", "bought again", "of", "share", CellText.INTERVAL));
        List<Proportion> steps = of.repeat().ladder();
        for (int i = 0; i < Math.min(MOST_STEPS, steps.size()); i++) {
            rows.add(cells((i + 1) + " to " + (i + 2), steps.get(i)));
        }
        return rows;
    }

    private static List<String> cells(String name, Proportion share) {
        return List.of(
                name,
                Unit.count(share.count()),
                Unit.count(share.total()),
                CellText.value(share),
                CellText.interval(share));
    }

    /** The days between purchases, under a header. */
    static List<List<String>> gaps(PurchaseSummary of) {
        InterpurchaseTimes gaps = of.interpurchase();
        return List.of(
                List.of("days between purchases", "n", "mean", "p25", "median", "p75", "p90"),
                List.of(
                        "all that are over",
                        Unit.count(gaps.pooled().n()),
                        days(gaps.moments().mean()),
                        days(gaps.pooled().quantile(0.25)),
                        days(gaps.pooled().median()),
                        days(gaps.pooled().quantile(0.75)),
                        days(gaps.pooled().quantile(0.9))),
                List.of(
                        "the median of each customer",
                        Unit.count(gaps.means().n()),
                        CellText.NONE,
                        days(gaps.quantileOfCustomers(0.25)),
                        days(gaps.quantileOfCustomers(0.5)),
                        days(gaps.quantileOfCustomers(0.75)),
                        days(gaps.quantileOfCustomers(0.9))),
                List.of(
                        "with those not over (Kaplan-Meier)",
                        Unit.count(of.timeToNext().n()),
                        CellText.NONE,
                        days(of.timeToNext().quantile(0.25)),
                        days(of.timeToNext().median()),
                        days(of.timeToNext().quantile(0.75)),
                        days(of.timeToNext().quantile(0.9))));
    }

    private static String days(OptionalDouble days) {
        return days.isEmpty() ? CellText.NONE : String.format(Locale.ROOT, "%.1f", days.getAsDouble());
    }

    /** The segments, under a header. */
    static List<List<String>> segments(OrdersReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("segment", "customers", "share", "revenue"));
        for (RfmScores.Segment segment : report.segments()) {
            rows.add(List.of(
                    segment.name(),
                    Unit.count(segment.customers().count()),
                    CellText.value(segment.customers()),
                    amount(report, segment.spent())));
        }
        return rows;
    }

    /** An amount with its currency, if that is known. */
    static String amount(OrdersReport report, long minorUnits) {
        Money money = new Money(minorUnits, report.request().decimals());
        return report.request().currency() == null ? money.amount().toPlainString() : money.toString();
    }
}
