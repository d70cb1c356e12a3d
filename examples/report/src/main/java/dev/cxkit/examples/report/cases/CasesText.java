package dev.cxkit.examples.report.cases;

import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.service.CaseCounts;
import java.io.PrintWriter;
import java.util.List;

/** The figures as tables for a terminal. */
final class CasesText {

    private static final int LONGEST_LINE = 500;

    private final CasesReport report;
    private final PrintWriter out;

    private CasesText(CasesReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    /** Prints the tables. */
    static void print(CasesReport report, PrintWriter out) {
        new CasesText(report, out).print();
        out.flush();
    }

    private void print() {
        CaseFile file = report.file();
        CaseFigures total = report.total();
        line(file.name() + ": " + Unit.count(file.rows()) + " rows, " + Unit.count(file.events()) + " events in "
                + Unit.count(total == null ? 0 : total.cases()) + " cases, " + Unit.count(file.rejected())
                + " rejected, "
                + Unit.count(file.later()) + " later");
        if (total != null) {
            line("as of " + total.asOf()
                    + (report.request().asOf() == null
                            ? ", the latest event of the cases (--as-of was not given)"
                            : ""));
            out.println();
            overview(total);
            table(CaseCells.times(total));
            table(CaseCells.waitingOn(total));
            if (!total.attainment().isEmpty()) {
                table(CaseCells.attainment(total));
            }
            report.by()
                    .forEach((column, parts) -> table(
                            CaseCells.segments(column, parts, total.attainment().keySet())));
        }
        RejectedGroup.print(file.rejectedGroups(), out);
    }

    private void overview(CaseFigures total) {
        List<List<String>> rows = CaseCells.overview(total);
        TextTable table = new TextTable(rows.get(0));
        rows.subList(1, rows.size()).forEach(table::add);
        table.print(out);
        total.backlog().age().median().ifPresent(age -> line("  median age of the open ones: " + TimeSpan.of(age)));
        CaseCounts transfers = total.transfers();
        if (transfers != null) {
            line("  transfers: none in " + Unit.count(transfers.none()) + " cases, mean "
                    + transfers.moments().mean().stream()
                            .mapToObj(Unit.RATING::show)
                            .findFirst()
                            .orElse(CellText.NONE)
                    + ", most "
                    + transfers.distribution().max().stream()
                            .mapToObj(Unit::count)
                            .findFirst()
                            .orElse(CellText.NONE));
        }
        out.println();
    }

    private void table(List<List<String>> rows) {
        TextTable.print(rows, out);
    }

    /** Prints a line that may hold texts from the file. */
    private void line(String text) {
        out.println(Quote.of(text, LONGEST_LINE));
    }
}
