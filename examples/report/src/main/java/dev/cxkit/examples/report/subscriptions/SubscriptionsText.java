package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.subscriptions.SubscriptionsReport.Figures;
import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.Unit;
import java.io.PrintWriter;
import java.util.List;

/** The figures as tables for a terminal. */
final class SubscriptionsText {

    private static final int LONGEST_LINE = 500;

    private final PrintWriter out;

    private SubscriptionsText(PrintWriter out) {
        this.out = out;
    }

    /** Prints the tables. */
    static void print(SubscriptionsReport report, PrintWriter out) {
        new SubscriptionsText(out).print(report);
        out.flush();
    }

    private void print(SubscriptionsReport report) {
        SubscriptionsFile file = report.file();
        line(file.name() + ": " + Unit.count(file.rows()) + " rows of "
                + Unit.count(file.customers().size()) + " customers, " + Unit.count(file.rejected()) + " rejected");
        line(
                report.request().named() == null
                        ? "amounts have two decimals (--currency was not given)"
                        : "amounts in " + report.request().named());
        out.println();
        Figures total = report.total();
        if (total == null) {
            line("there are fewer than two months, so nothing can be compared");
        } else {
            SubscriptionsCells cells = new SubscriptionsCells(report);
            table(cells.movements(total));
            table(cells.rates(total));
            if (!total.points().points().isEmpty()) {
                table(cells.year(total));
            }
            if (total.reasons().churned() > 0) {
                table(cells.reasons(total.reasons()));
            }
            report.by().forEach((column, parts) -> {
                line("in the last month");
                table(cells.segments(column, parts.each()));
            });
        }
        RejectedGroup.print(file.rejectedGroups(), out);
    }

    private void table(List<List<String>> rows) {
        TextTable.print(rows, out);
    }

    /** Prints a line that may hold texts from the file. */
    private void line(String text) {
        out.println(Quote.of(text, LONGEST_LINE));
    }
}
