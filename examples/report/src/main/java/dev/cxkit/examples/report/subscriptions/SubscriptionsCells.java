package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.examples.report.subscriptions.SubscriptionsReport.Figures;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.subscription.ChurnReasons;
import dev.cxkit.metrics.subscription.RecurringMovements;
import dev.cxkit.metrics.subscription.RevenueRetention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures as rows of text, of which the first is the header. */
final class SubscriptionsCells {

    private final SubscriptionsReport report;

    SubscriptionsCells(SubscriptionsReport report) {
        this.report = report;
    }

    /** Returns the amounts of each month. */
    List<List<String>> movements(Figures figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("month", "start", "new", "reactivation", "expansion", "contraction", "churn", "end"));
        for (Series.Point<RevenueRetention> point : figures.months().points()) {
            RecurringMovements all = point.value().all();
            rows.add(List.of(
                    report.month(point.period()),
                    amount(all.start()),
                    amount(all.started()),
                    amount(all.reactivation()),
                    amount(all.expansion()),
                    amount(all.contraction()),
                    amount(all.churn()),
                    amount(all.end())));
        }
        return rows;
    }

    /** Returns the rates of each month. */
    List<List<String>> rates(Figures figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("month", "customers", "lost", "logo churn", "95 % interval", "NRR", "GRR", "quick ratio"));
        for (Series.Point<RevenueRetention> point : figures.months().points()) {
            RevenueRetention value = point.value();
            rows.add(List.of(
                    report.month(point.period()),
                    Unit.count(value.logoChurn().total()),
                    Unit.count(value.logoChurn().count()),
                    share(value.logoChurn().share()),
                    CellText.interval(value.logoChurn()),
                    share(value.nrr()),
                    share(value.grr()),
                    ratio(value.quickRatio())));
        }
        return rows;
    }

    /** Returns the rates of the twelve months to the end of each month. */
    List<List<String>> year(Figures figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("12 months to", "logo churn", "NRR", "GRR", "NRR by movements", "GRR by movements"));
        for (int i = 0; i < figures.points().points().size(); i++) {
            Series.Point<RevenueRetention> point = figures.points().points().get(i);
            RevenueRetention moved = figures.movements().points().get(i).value();
            rows.add(List.of(
                    report.month(point.period()),
                    share(point.value().logoChurn().share()),
                    share(point.value().nrr()),
                    share(point.value().grr()),
                    share(moved.nrr()),
                    share(moved.grr())));
        }
        return rows;
    }

    /** Returns why customers left, the most frequent reason first, with what all down to it make up. */
    List<List<String>> reasons(ChurnReasons reasons) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "why they left", "times", "share", "95 % interval", "up to here", "amount per month", "of all"));
        double sum = 0;
        for (ChurnReasons.Reason reason : reasons.reasons()) {
            sum += reason.count();
            rows.add(List.of(
                    reason.name(),
                    Unit.count(reason.count()),
                    reasons.share(reason.name())
                            .map(share -> Unit.SHARE.show(share.value()))
                            .orElse(CellText.NONE),
                    reasons.share(reason.name()).map(Unit.SHARE::interval).orElse(CellText.NONE),
                    Unit.SHARE.show(sum / reasons.churned()),
                    amount(Math.round(reason.amount())),
                    share(reasons.amountShare(reason.name()))));
        }
        return rows;
    }

    /** Returns the last month of each part. */
    List<List<String>> segments(String column, Map<String, Figures> parts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(column, "customers", "lost", "NRR", "GRR", "start", "end"));
        parts.forEach((value, figures) -> {
            List<Series.Point<RevenueRetention>> months = figures.months().points();
            RevenueRetention last = months.get(months.size() - 1).value();
            rows.add(List.of(
                    value,
                    Unit.count(last.logoChurn().total()),
                    Unit.count(last.logoChurn().count()),
                    share(last.nrr()),
                    share(last.grr()),
                    amount(last.all().start()),
                    amount(last.all().end())));
        });
        return rows;
    }

    /** Returns an amount in whole units with its thousands set apart. */
    String amount(long minorUnits) {
        Money money = new Money(minorUnits, report.request().currency());
        return String.format(Locale.ROOT, "%,." + money.amount().scale() + "f", money.amount());
    }

    static String share(OptionalDouble value) {
        return value.stream().mapToObj(Unit.SHARE::show).findFirst().orElse(CellText.NONE);
    }

    static String ratio(OptionalDouble value) {
        return value.stream().mapToObj(Unit.RATING::show).findFirst().orElse(CellText.NONE);
    }
}
