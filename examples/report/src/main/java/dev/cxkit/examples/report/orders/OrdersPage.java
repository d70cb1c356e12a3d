package dev.cxkit.examples.report.orders;

import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Tile;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.purchase.PurchaseSummary;
import dev.cxkit.metrics.stats.Estimate;
import java.util.List;

/** The figures as a page. */
final class OrdersPage {

    private final OrdersReport report;
    private final PurchaseSummary summary;
    private final Page page;

    private OrdersPage(OrdersReport report) {
        this.report = report;
        this.summary = report.summary();
        this.page = new Page(
                "Order report",
                report.file().name() + " (" + Unit.count(report.file().rows()) + " rows), up to " + report.until()
                        + ".");
    }

    /** Returns the page. */
    static String of(OrdersReport report) {
        return new OrdersPage(report).html();
    }

    private String html() {
        page.section("All customers", "The orders of a customer on one day are one purchase." + left());
        page.tiles(tiles());
        page.heading("Order ladder")
                .table(Page.Table.of("From each purchase to the next.", OrderCells.ladder(summary)));
        page.heading("How long it takes")
                .table(Page.Table.of(
                        "Gaps that are over are shorter than gaps really are: the long ones are still open.",
                        OrderCells.gaps(summary)));
        page.endSection();
        page.section("Cohort retention", "By the month of the first purchase.");
        OrdersReport.COHORTS.figure(
                page, summary.cohorts(), report.request().times().zone());
        page.endSection();
        page.section(
                "Segments",
                "By recency and frequency, each in five groups between the quantiles; equal values are in one group.");
        page.table(Page.Table.of("The first rule that fits counts.", OrderCells.segments(report)));
        page.endSection();
        new ModelFigures(report).on(page);
        page.rejectedRows(
                "line of the file on which it begins",
                report.file().rejectedRows(),
                report.file().rejected());
        return page.html();
    }

    private String left() {
        OrderFile file = report.file();
        long refunds = summary.repeat().unmatchedRefunds();
        return (file.rejected() == 0 ? "" : " " + Unit.count(file.rejected()) + " rows were rejected.")
                + (file.later() == 0 ? "" : " " + Unit.count(file.later()) + " later orders are not looked at.")
                + (refunds == 0 ? "" : " Unmatched refunds: " + OrderCells.amount(report, refunds) + ".");
    }

    private List<Tile> tiles() {
        String n = "n\u00a0" + Unit.count(summary.repeat().customers());
        return List.of(
                new Tile(
                        "Customers",
                        Unit.count(summary.repeat().customers()),
                        Unit.count(summary.repeat().orders()) + " orders on "
                                + Unit.count(summary.repeat().purchases()) + " days"),
                new Tile(
                        "Bought again",
                        CellText.value(summary.repeat().repeatPurchaseRate()),
                        summary.repeat()
                                .repeatPurchaseRate()
                                .estimate()
                                .map(share -> Unit.SHARE.interval(share) + ", " + n)
                                .orElse(n)),
                new Tile(
                        "Revenue of a purchase",
                        summary.repeat()
                                .averageOrderValue()
                                .map(Estimate::value)
                                .map(Math::round)
                                .map(value -> OrderCells.amount(report, value))
                                .orElse(CellText.NONE),
                        OrderCells.amount(report, summary.concentration().revenue()) + " in all"),
                new Tile(
                        "Revenue of the top 10 % of customers",
                        summary.concentration().topShareOf(0.1).stream()
                                .mapToObj(Unit.SHARE::show)
                                .findFirst()
                                .orElse(CellText.NONE),
                        n));
    }
}
