package dev.cxkit.examples.report.orders;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.purchase.PurchaseSummary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The figures as tables for a terminal. */
final class OrdersText {

    private static final int MOST_REJECTED = 10;
    private static final int LONGEST_LINE = 500;
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
                + " customers up to " + report.until() + ", " + Unit.count(file.rejected()) + " refused, "
                + Unit.count(file.later()) + " later");
        out.println("revenue "
                + OrderCells.amount(report, summary.concentration().revenue())
                + (summary.repeat().unmatchedRefunds() == 0
                        ? ""
                        : "; refunds of no purchase: "
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
        rejectedRows(file, MOST_REJECTED).forEach(out::println);
        out.flush();
    }

    private static void table(List<List<String>> rows, PrintWriter out) {
        TextTable table = new TextTable(rows.get(0));
        rows.subList(1, rows.size()).forEach(table::add);
        table.print(out);
        out.println();
    }

    /** The first refused rows with their reasons, one in a line. */
    static List<String> rejectedRows(OrderFile file, int most) {
        List<String> lines = new ArrayList<>();
        for (RejectedRow refusal : file.rejectedRows()
                .subList(0, Math.min(most, file.rejectedRows().size()))) {
            lines.add(Quote.of("row " + refusal.position() + ": " + refusal.reason(), LONGEST_LINE));
        }
        if (file.rejected() > lines.size()) {
            lines.add("and " + Unit.count(file.rejected() - lines.size()) + " more like these");
        }
        return lines;
    }
}
