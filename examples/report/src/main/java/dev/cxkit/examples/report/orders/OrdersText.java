package dev.cxkit.examples.report.orders;

import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.purchase.PurchaseSummary;
import java.io.PrintWriter;
import java.util.List;

/** The figures as tables for a terminal. */
final class OrdersText {

    private static final int MOST_REJECTED = 10;
    private static final int MOST_COLUMNS = 14;

    private OrdersText() {}

    /** Prints the tables. */
    static void print(OrdersReport report, PrintWriter out) {
        OrderFile file = report.file();
        PurchaseSummary summary = report.summary();
        out.println(file.name() + ": " + Unit.count(file.rows()) + " rows, "
                + Unit.count(summary.repeat().orders()) + " orders on "
                + Unit.count(summary.repeat().purchases()) + " days of "
                + Unit.count(summary.repeat().customers())
                + " customers up to " + report.until() + ", " + Unit.count(file.rejected()) + " rejected, "
                + Unit.count(file.later()) + " later");
        out.println("revenue "
                + OrderCells.amount(report, summary.concentration().revenue())
                + (summary.repeat().unmatchedRefunds() == 0
                        ? ""
                        : "; unmatched refunds: "
                                + OrderCells.amount(report, summary.repeat().unmatchedRefunds())));
        out.println();
        table(OrderCells.repeat(summary), out);
        table(OrderCells.ladder(summary), out);
        table(OrderCells.gaps(summary), out);
        table(OrderCells.segments(report), out);
        out.println("bought again, by month after the first purchase");
        table(
                OrdersReport.COHORTS
                        .rows(summary.cohorts(), report.request().times().zone())
                        .stream()
                        .map(row -> row.subList(0, Math.min(MOST_COLUMNS, row.size())))
                        .toList(),
                out);
        if (report.model().fit().isPresent()) {
            table(new ModelFigures(report).parameters(), out);
            report.model().holdout().ifPresent(holdout -> table(ModelFigures.holdout(holdout), out));
        }
        RejectedGroup.lines(file.rejectedRows(), file.rejected(), MOST_REJECTED, " more like these")
                .forEach(out::println);
        out.flush();
    }

    private static void table(List<List<String>> rows, PrintWriter out) {
        TextTable.print(rows, out);
    }
}
