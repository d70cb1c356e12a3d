package dev.cxkit.examples.report.survival;

import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.examples.report.text.TextTable;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogRank;
import dev.cxkit.metrics.survival.SurvivalInterval;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures in words: for a terminal, and in part for a page. */
final class SurvivalText {

    private static final int MOST_REJECTED = 10;
    private static final int LONGEST_LINE = 500;
    private static final double SMALLEST = 1e-300;

    private SurvivalText() {}

    /** Prints the figures. */
    static void print(SurvivalReport report, PrintWriter out) {
        out.println(line(report.file() + ": " + rows(report)));
        if (!report.groups().isEmpty()) {
            out.println();
            print(groups(report), out);
            report.logRank().ifPresent(test -> out.println(test(test.test())));
            if (!report.pairs().isEmpty()) {
                out.println();
                print(pairs(report), out);
            }
        }
        report.notes().forEach(note -> out.println(line("note: " + note)));
        RejectedGroup.lines(report.rejectedRows(), report.rejected(), MOST_REJECTED, " more like these")
                .forEach(out::println);
        out.flush();
    }

    private static void print(List<List<String>> rows, PrintWriter out) {
        TextTable table = new TextTable(rows.get(0));
        rows.subList(1, rows.size()).forEach(table::add);
        table.print(out);
    }

    static String rows(SurvivalReport report) {
        return Unit.count(report.rows()) + " rows, " + Unit.count(report.rejected()) + " rejected";
    }

    /** One row for each group, under a header. */
    static List<List<String>> groups(SurvivalReport report) {
        Double tau = report.request().tau();
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(
                report.request().group() == null ? "" : report.request().group(),
                "n",
                "events",
                "median",
                "95 % interval"));
        if (tau != null) {
            header.addAll(List.of("mean up to " + Numerals.of(tau), "95 % interval"));
        }
        rows.add(header);
        report.groups().forEach((name, curve) -> {
            List<String> row = new ArrayList<>(List.of(
                    name,
                    Unit.count(curve.n()),
                    Unit.count(curve.events()),
                    Numerals.of(curve.median()),
                    medianInterval(report, curve)));
            if (tau != null) {
                row.add(report.restrictedMean(curve)
                        .map(mean -> Numerals.of(mean.value()))
                        .orElse("-"));
                row.add(report.restrictedMean(curve)
                        .flatMap(mean -> mean.estimate(Estimate.DEFAULT_LEVEL).interval())
                        .map(mean -> Numerals.of(mean.low()) + " to " + Numerals.of(mean.high()))
                        .orElse("-"));
            }
            rows.add(row);
        });
        return rows;
    }

    /** A limit that is not reached is open. */
    private static String medianInterval(SurvivalReport report, KaplanMeier curve) {
        SurvivalInterval interval = report.request().interval();
        String low = Numerals.of(curve.quantileLow(0.5, interval, Estimate.DEFAULT_LEVEL));
        String high = Numerals.of(curve.quantileHigh(0.5, interval, Estimate.DEFAULT_LEVEL));
        return low.equals("-") ? "-" : high.equals("-") ? "from " + low : low + " to " + high;
    }

    /** Two groups each, under a header. */
    static List<List<String>> pairs(SurvivalReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("groups", "chi-squared", "p", "p by Holm"));
        for (LogRank.PairwiseComparison<String> pair : report.pairs()) {
            rows.add(List.of(
                    pair.first() + " and " + pair.second(),
                    String.format(Locale.ROOT, "%.2f", pair.logRank().test().statistic()),
                    Unit.p(pair.logRank().test().pValue()),
                    Unit.p(pair.adjustedPValue())));
        }
        return rows;
    }

    /** The log-rank test in a line; a p that no number holds by its exponent. */
    static String test(ChiSquared test) {
        String p = test.pValue() > SMALLEST
                ? Unit.p(test.pValue())
                : "p about 1e" + String.format(Locale.ROOT, "%.0f", Math.floor(test.logPValue() / Math.log(10)));
        return String.format(
                Locale.ROOT, "log-rank: chi-squared %.2f on %d df, %s", test.statistic(), test.degreesOfFreedom(), p);
    }

    private static String line(String text) {
        return Quote.of(text, LONGEST_LINE);
    }
}
