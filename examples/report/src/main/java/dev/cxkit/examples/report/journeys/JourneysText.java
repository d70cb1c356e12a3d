package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.log.TouchpointLog;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.flow.Variants;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as tables for a terminal. */
final class JourneysText {

    private static final int MOST_ACTIVITIES = 20;
    private static final int MOST_EDGES = 10;
    private static final int MOST_VARIANTS = 5;
    private static final int MOST_DEVIATIONS = 10;
    private static final int LONGEST_LINE = 500;

    private final JourneysReport report;
    private final PrintWriter out;

    private JourneysText(JourneysReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    /** Prints the tables. */
    static void print(JourneysReport report, PrintWriter out) {
        new JourneysText(report, out).print();
        out.flush();
    }

    private void print() {
        JourneyFile file = report.file();
        TouchpointLog log = file.log();
        line(log.name() + ": " + Unit.count(log.rows()) + " rows, " + Unit.count(file.touchpoints())
                + " touchpoints in " + Unit.count(file.journeys().size()) + " journeys, " + Unit.count(log.rejected())
                + " rejected" + more("duplicates", file.duplicates()) + more("revised", file.revised())
                + more("later", file.later()));
        for (Map.Entry<String, Long> counted : log.counted().entrySet()) {
            line("  " + JourneyCells.counted(counted.getKey(), counted.getValue()));
        }
        JourneyFigures total = report.total();
        if (total != null) {
            line("as of " + file.asOf()
                    + (report.request().asOf() == null ? ", the newest touchpoint (--as-of was not given)" : ""));
            out.println();
            figures(total);
            report.by()
                    .forEach((column, parts) -> table(JourneyCells.segments(
                            column, parts, report.request().funnels())));
        }
        report.notes().forEach(note -> line("note: " + note));
        RejectedGroup.print(
                "rejected: " + Unit.count(log.rejected()) + " (row = " + log.place() + ")",
                log.rejectedRows(),
                log.rejected(),
                out);
    }

    private static String more(String what, long count) {
        return count == 0 ? "" : ", " + Unit.count(count) + " " + what;
    }

    private void figures(JourneyFigures total) {
        line("length of a journey: mean " + JourneyCells.span(total.lengths().mean()) + ", median "
                + JourneyCells.span(total.lengths().median()) + ", p90 "
                + JourneyCells.span(total.lengths().quantile(0.9)));
        line(Unit.count(total.tied()) + " journeys have two touchpoints at one instant");
        out.println();
        some("activities", total.graph().activities().size(), JourneyCells.activities(total.graph(), MOST_ACTIVITIES));
        some("directly-follows pairs", total.graph().edges().size(), JourneyCells.edges(total.graph(), MOST_EDGES));
        if (JourneyCells.hasCommonVariants(total.variants())) {
            variants(total.variants());
        } else {
            line("every journey is a variant of its own");
            out.println();
        }
        table(JourneyCells.rework(total.rework(), report.request().fields().agent() != null));
        for (int i = 0; i < total.funnels().size(); i++) {
            FunnelRequest funnel = report.request().funnels().get(i);
            line("funnel " + funnel.name() + " (" + funnel.rules() + ")");
            line(JourneyCells.outcome(funnel, total.funnels().get(i)));
            table(JourneyCells.funnel(total.funnels().get(i)));
        }
        if (total.attribution() != null) {
            line("attribution: "
                    + JourneyCells.attributed(String.valueOf(report.request().goal()), total.attribution()));
            table(JourneyCells.attribution(total.attribution()));
        }
        JourneysRequest.Periods periods = report.request().retention();
        if (total.retention() != null && periods != null) {
            line("cohort retention, by " + periods.unit());
            table(periods.cells()
                    .rows(total.retention(), report.request().times().zone()));
        }
        if (total.conformance() != null) {
            line("the map: " + JourneyCells.conformance(total.conformance()));
            some(
                    "deviations",
                    total.conformance().deviations().size(),
                    JourneyCells.deviations(total.conformance(), MOST_DEVIATIONS));
        }
    }

    /** A variant is longer than a cell of a table. */
    private void variants(Variants variants) {
        List<List<String>> rows = JourneyCells.variants(variants, MOST_VARIANTS);
        line("the " + (rows.size() - 1) + " most frequent of " + Unit.count(variants.distinct()) + " variants");
        for (List<String> row : rows.subList(1, rows.size())) {
            line(String.format(Locale.ROOT, "  %7s  %7s  %s", row.get(2), row.get(3), row.get(0)));
        }
        out.println();
    }

    private void some(String what, long all, List<List<String>> rows) {
        if (all > rows.size() - 1) {
            line("the " + (rows.size() - 1) + " most frequent of " + Unit.count(all) + " " + what);
        }
        table(rows);
    }

    private void table(List<List<String>> rows) {
        TextTable.print(rows, out);
    }

    /** Prints a line that may hold texts from the file. */
    private void line(String text) {
        out.println(Quote.of(text, LONGEST_LINE));
    }
}
