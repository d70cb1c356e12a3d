package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.examples.report.chart.FlowChart;
import dev.cxkit.examples.report.chart.LinesChart;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Legend;
import dev.cxkit.examples.report.page.Page.Tile;
import dev.cxkit.examples.report.subscriptions.SubscriptionsReport.Figures;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.subscription.RecurringMovements;
import dev.cxkit.metrics.subscription.RevenueRetention;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The figures as a page. */
final class SubscriptionsPage {

    private final SubscriptionsReport report;
    private final SubscriptionsCells cells;
    private final Page page;

    private SubscriptionsPage(SubscriptionsReport report) {
        this.report = report;
        this.cells = new SubscriptionsCells(report);
        this.page = new Page("Subscription report", subtitle(report.file()));
    }

    /** Returns the page. */
    static String of(SubscriptionsReport report) {
        return new SubscriptionsPage(report).html();
    }

    private static String subtitle(SubscriptionsFile file) {
        return file.name() + " (" + Unit.count(file.rows()) + " rows), "
                + Unit.count(file.customers().size()) + " customers.";
    }

    private String html() {
        Figures total = report.total();
        if (total == null) {
            page.section("Nothing to compare", "There are fewer than two months.")
                    .endSection();
        } else {
            all(total);
            report.by().forEach((column, parts) -> {
                page.section("By " + column, "The value in the last row of a customer.");
                page.table(Page.Table.of("In the last month", cells.segments(column, parts.each())));
                page.endSection();
            });
        }
        page.rejectedGroups(report.file().rejectedGroups());
        return page.html();
    }

    private void all(Figures total) {
        page.section(
                "All customers",
                report.file().rejected() == 0 ? "" : Unit.count(report.file().rejected()) + " rows were rejected.");
        page.tiles(tiles(total));
        movements(total);
        rates(total);
        if (!total.points().points().isEmpty()) {
            page.heading("Twelve months")
                    .paragraph(
                            "From point to point, a customer who left and was reactivated at the same price did neither. By movements, "
                                    + "whoever leaves is lost. Neither is the product of the monthly rates.")
                    .table(Page.Table.of("The twelve months to the end of each month", cells.year(total)));
        }
        if (total.reasons().churned() > 0) {
            page.heading("Why customers left")
                    .table(Page.Table.of(
                            "The first reason of each, most frequent first", cells.reasons(total.reasons())));
        }
        page.endSection();
    }

    private List<Tile> tiles(Figures total) {
        List<Series.Point<RevenueRetention>> months = total.months().points();
        Series.Point<RevenueRetention> last = months.get(months.size() - 1);
        RevenueRetention value = last.value();
        String month = "in " + report.month(last.period());
        return List.of(
                new Tile(
                        "Recurring per month",
                        Unit.count(units(value.all().end())),
                        "at the end of " + report.month(last.period())),
                new Tile("Net retention", SubscriptionsCells.share(value.nrr()), month),
                new Tile("Gross retention", SubscriptionsCells.share(value.grr()), month),
                new Tile(
                        "Customers lost",
                        SubscriptionsCells.share(value.logoChurn().share()),
                        value.logoChurn()
                                        .estimate()
                                        .map(churn -> Unit.SHARE.interval(churn) + ", ")
                                        .orElse("")
                                + Unit.count(value.logoChurn().count()) + " of "
                                + Unit.count(value.logoChurn().total())));
    }

    private void movements(Figures total) {
        List<FlowChart.Bar> bars = new ArrayList<>();
        long gained = 0;
        long lost = 0;
        for (Series.Point<RevenueRetention> point : total.months().points()) {
            RecurringMovements all = point.value().all();
            gained += all.gained();
            lost += all.lost();
            bars.add(new FlowChart.Bar(
                    report.month(point.period()),
                    List.of(
                            new FlowChart.Part("began", "new", units(all.started())),
                            new FlowChart.Part("reactivated", "reactivation", units(all.reactivation())),
                            new FlowChart.Part("more", "expansion", units(all.expansion())),
                            new FlowChart.Part("less", "contraction", -units(all.contraction())),
                            new FlowChart.Part("left", "churn", -units(all.churn())))));
        }
        page.figure(
                new FlowChart(
                        "Movements of recurring revenue",
                        "In " + bars.size() + " months " + cells.amount(gained) + " gained and " + cells.amount(lost)
                                + " lost.",
                        Unit::count,
                        bars),
                List.of(
                        new Legend("began", "new"),
                        new Legend("reactivated", "reactivation"),
                        new Legend("more", "expansion"),
                        new Legend("less", "contraction"),
                        new Legend("left", "churn")),
                "Recurring amount per month: above the line what was gained in each month, below it what was lost.",
                Page.Table.of("Movements of recurring revenue", cells.movements(total)));
    }

    private double units(long minorUnits) {
        return new Money(minorUnits, report.request().currency()).amount().doubleValue();
    }

    private void rates(Figures total) {
        List<LinesChart.Point> points = total.months().points().stream()
                .map(point -> new LinesChart.Point(
                        report.month(point.period()),
                        boxed(point.value().nrr()),
                        boxed(point.value().grr())))
                .toList();
        LinesChart.Point last = points.get(points.size() - 1);
        page.figure(
                new LinesChart(
                        "Net and gross retention by month",
                        "In " + last.label() + " net " + show(last.first()) + ", gross " + show(last.second()) + ".",
                        Unit.SHARE,
                        1,
                        points),
                List.of(
                        new Legend("rate", "net: what the customers of the month before pay now, solid line"),
                        new Legend("second", "gross: nobody counts for more than before, dashed line")),
                "Of what customers paid in the month before; new and returning ones are in neither. The thin dashed line is 100 %.",
                Page.Table.of("Rates by month", cells.rates(total)));
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isEmpty() ? null : (Double) value.getAsDouble();
    }

    private static String show(@Nullable Double value) {
        return value == null ? CellText.NONE : Unit.SHARE.show(value);
    }
}
