package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Phase;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.service.Counts;
import dev.cxkit.metrics.service.Times;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The figures as tables for a terminal. */
final class CasesText {

    private static final String NONE = "-";
    private static final int MOST_REFUSALS = 10;
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
        line(file.name() + ": " + Unit.count(file.rows()) + " rows, " + Unit.count(file.events()) + " in "
                + Unit.count(total == null ? 0 : total.cases()) + " cases, " + Unit.count(file.refused()) + " refused, "
                + Unit.count(file.later()) + " later");
        if (total != null) {
            line("as of " + total.asOf()
                    + (report.request().asOf() == null
                            ? ", the latest event of the cases (--as-of was not given)"
                            : ""));
            out.println();
            overview(total);
            times(total);
            phases(total);
            goals(total);
            segments();
        }
        refusals(file);
    }

    private void overview(CaseFigures total) {
        TextTable table = new TextTable(List.of("", "cases", "share", "95 % interval"));
        table.add(List.of("open", Unit.count(total.open()), NONE, NONE));
        table.add(List.of("resolved", Unit.count(total.resolved()), NONE, NONE));
        table.add(List.of(
                "reopened, of " + Unit.count(total.reopened().of()) + " ever resolved",
                Unit.count(total.reopened().count()),
                total.reopened()
                        .estimate()
                        .map(share -> Unit.SHARE.show(share.value()))
                        .orElse(NONE),
                total.reopened().estimate().map(Unit.SHARE::interval).orElse(NONE)));
        table.print(out);
        total.backlog().age().median().ifPresent(age -> line("  median age of the open ones: " + TimeSpan.of(age)));
        Counts transfers = total.transfers();
        if (transfers != null) {
            line("  transfers: none in " + Unit.count(transfers.none()) + " cases, mean "
                    + transfers.moments().mean().stream()
                            .mapToObj(Unit.RATING::show)
                            .findFirst()
                            .orElse(NONE)
                    + ", most "
                    + transfers.distribution().max().stream()
                            .mapToObj(Unit::count)
                            .findFirst()
                            .orElse(NONE));
        }
        out.println();
    }

    private void times(CaseFigures total) {
        TextTable table =
                new TextTable(List.of("time to", "n", "running", "mean", "median", "p90", "median with the running"));
        times(table, "", total.calendar());
        if (total.business() != null) {
            times(table, ", business", total.business());
        }
        table.print(out);
        out.println();
    }

    private static void times(TextTable table, String hours, CaseFigures.Clocked clocked) {
        if (clocked.firstResponse() != null) {
            table.add(times("first response" + hours, clocked.firstResponse()));
        }
        table.add(times("first resolution" + hours, clocked.first()));
        table.add(times("last resolution" + hours, clocked.last()));
    }

    private static List<String> times(String name, Times times) {
        OptionalLong curve = times.kaplanMeierMedian();
        return List.of(
                name,
                Unit.count(times.n()),
                Unit.count(times.running()),
                span(times.finished().mean()),
                span(times.median()),
                span(times.p90()),
                curve.isPresent() ? TimeSpan.of(curve.getAsLong()) : NONE);
    }

    private static String span(OptionalDouble seconds) {
        return seconds.isPresent() ? TimeSpan.of(seconds.getAsDouble()) : NONE;
    }

    private void phases(CaseFigures total) {
        CaseFigures.Clocked business = total.business();
        TextTable table = new TextTable(
                business == null
                        ? List.of("turn, all cases together", "time")
                        : List.of("turn, all cases together", "time", "business"));
        total.calendar().phases().forEach((phase, seconds) -> {
            String time = TimeSpan.of(seconds);
            table.add(
                    business == null
                            ? List.of(name(phase), time)
                            : List.of(
                                    name(phase),
                                    time,
                                    TimeSpan.of(business.phases().getOrDefault(phase, 0L))));
        });
        table.print(out);
        out.println();
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case OURS -> "ours";
            case CUSTOMER -> "the customer's";
            case OTHER -> "a third party's";
            case DONE -> "nobody's";
        };
    }

    private void goals(CaseFigures total) {
        if (total.goals().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                List.of("goal", "met", "missed", "running", "paused", "cancelled", "attainment", "95 % interval"));
        total.goals()
                .forEach((name, share) -> table.add(List.of(
                        name,
                        Unit.count(share.proportion().count()),
                        Unit.count(share.proportion().of() - share.proportion().count()),
                        Unit.count(share.leftOut("running")),
                        Unit.count(share.leftOut("paused")),
                        Unit.count(share.leftOut("cancelled")),
                        share.proportion()
                                .estimate()
                                .map(estimate -> Unit.SHARE.show(estimate.value()))
                                .orElse(NONE),
                        share.proportion().estimate().map(Unit.SHARE::interval).orElse(NONE))));
        table.print(out);
        out.println();
    }

    private void segments() {
        report.by().forEach((column, parts) -> {
            TextTable table = new TextTable(
                    List.of(column, "cases", "open", "reopened", "median to last resolution", "with the running"));
            parts.forEach((value, part) -> {
                Times last = part.calendar().last();
                OptionalLong curve = last.kaplanMeierMedian();
                table.add(List.of(
                        value,
                        Unit.count(part.cases()),
                        Unit.count(part.open()),
                        Unit.count(part.reopened().count()),
                        span(last.median()),
                        curve.isPresent() ? TimeSpan.of(curve.getAsLong()) : NONE));
            });
            table.print(out);
            out.println();
        });
    }

    private void refusals(CaseFile file) {
        if (file.refusals().isEmpty()) {
            return;
        }
        line("refused: " + Unit.count(file.refused()) + " rows (row = line of the file)");
        file.refusals().stream()
                .limit(MOST_REFUSALS)
                .forEach(refused -> line("  row " + refused.line()
                        + (refused.id() == null
                                ? ""
                                : ", case " + refused.id() + " with " + Unit.count(refused.rows()) + " rows")
                        + ": " + refused.reason()));
        if (file.refusals().size() > MOST_REFUSALS) {
            out.println("  and " + Unit.count(file.refusals().size() - MOST_REFUSALS) + " more");
        }
        out.println();
    }

    /** Prints a line that may hold texts from the file. */
    private void line(String text) {
        out.println(Quote.of(text, LONGEST_LINE));
    }
}
