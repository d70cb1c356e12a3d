package dev.cxkit.examples.report.survival;

import dev.cxkit.examples.report.chart.SurvivalChart;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Legend;
import dev.cxkit.examples.report.page.Page.Tile;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.RestrictedMean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The figures as a page. */
final class SurvivalPage {

    private static final double WIDTH = 680;
    private static final String TITLE = "How many last how long";

    private final SurvivalReport report;
    private final Page page;

    private SurvivalPage(SurvivalReport report) {
        this.report = report;
        this.page = new Page("Survival report", report.file() + " (" + SurvivalText.rows(report) + ").");
    }

    /** Returns the page. */
    static String of(SurvivalReport report) {
        return new SurvivalPage(report).html();
    }

    private String html() {
        if (report.groups().isEmpty()) {
            page.section("No data", "There is no row to measure.").endSection();
        } else {
            curves();
            comparison();
        }
        page.rejectedRows("line on which it begins", report.rejectedRows(), report.rejected());
        return page.html();
    }

    private void curves() {
        page.section(
                "How long it lasts",
                "By the product-limit estimate of Kaplan and Meier: right-censored times count as at risk until they were last observed.");
        report.notes().forEach(page::warning);
        if (report.groups().size() == 1) {
            report.groups().values().forEach(curve -> page.tiles(tiles(curve)));
        }
        SurvivalChart chart = chart();
        List<Legend> keys = new ArrayList<>();
        for (int i = 0; i < chart.curves().size() && chart.curves().size() > 1; i++) {
            keys.add(new Legend(
                    "area " + SurvivalChart.kind(i), chart.curves().get(i).name()));
        }
        page.figure(
                chart,
                keys,
                "Survival function: the share that lasts longer, with its 95 % interval ("
                        + CellText.word(report.request().interval())
                        + "), and how many were at risk. A tick is where some are right-censored."
                        + (chart.curves().size() < report.groups().size()
                                ? " Shown are the " + chart.curves().size() + " largest of "
                                        + report.groups().size() + " groups."
                                : ""),
                table(chart));
        page.table(Page.Table.of("One row for each group.", SurvivalText.groups(report)));
        page.endSection();
    }

    private List<Tile> tiles(KaplanMeier curve) {
        List<List<String>> cells = SurvivalText.groups(report);
        List<String> row = cells.get(1);
        List<Tile> tiles = new ArrayList<>(List.of(
                new Tile("Observed", row.get(1), row.get(2) + " events"),
                new Tile("Median", row.get(3), row.get(4)),
                new Tile("Median follow-up", Numerals.of(curve.followUp().median()), "until the time of censoring")));
        Double tau = report.request().tau();
        if (tau != null) {
            tiles.add(new Tile(
                    "Mean up to " + Numerals.of(tau),
                    row.get(5),
                    report.restrictedMean(curve)
                            .map(RestrictedMean::standardError)
                            .map(error -> row.get(6) + ", standard error " + Numerals.of(error))
                            .orElse("not known so far")));
        }
        return tiles;
    }

    private SurvivalChart chart() {
        List<SurvivalChart.Curve> largest = report.groups().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, KaplanMeier> group) ->
                        -group.getValue().n()))
                .limit(SurvivalChart.MOST)
                .map(group -> new SurvivalChart.Curve(group.getKey(), group.getValue()))
                .toList();
        List<String> said = new ArrayList<>();
        for (SurvivalChart.Curve curve : largest) {
            said.add((report.request().group() == null ? "" : curve.name() + ": ")
                    + Unit.count(curve.curve().n()) + ", median "
                    + (curve.curve().median().isPresent()
                            ? Numerals.of(curve.curve().median())
                            : "not reached"));
        }
        return new SurvivalChart(
                TITLE, String.join("; ", said) + ".", largest, report.request().interval(), Numerals::of);
    }

    private Page.Table table(SurvivalChart chart) {
        List<List<String>> rows = new ArrayList<>();
        for (double time : chart.times(WIDTH)) {
            for (SurvivalChart.Curve curve : chart.curves()) {
                rows.add(List.of(
                        Numerals.of(time),
                        curve.name(),
                        Unit.count(curve.curve().atRisk(time)),
                        curve.curve().survival(time).isPresent()
                                ? Unit.SHARE.show(curve.curve().survival(time).getAsDouble())
                                : "-",
                        curve.curve()
                                .survival(time, report.request().interval(), Estimate.DEFAULT_LEVEL)
                                .map(Unit.SHARE::interval)
                                .orElse("-")));
            }
        }
        return new Page.Table(TITLE, List.of("time", "group", "at risk", "last longer", "95 % interval"), rows);
    }

    private void comparison() {
        report.logRank().ifPresent(test -> {
            page.section(
                    "Do the groups differ?",
                    "The log-rank test asks whether all groups have the same hazard at all times; it looks at the whole of the curves.");
            page.paragraph(SurvivalText.test(test.test()) + ".");
            List<List<String>> rows = new ArrayList<>();
            List<String> names = List.copyOf(report.groups().keySet());
            for (int i = 0; i < names.size(); i++) {
                rows.add(List.of(
                        names.get(i),
                        Unit.count(test.groups().get(i).observed()),
                        Numerals.of(test.groups().get(i).expected())));
            }
            page.table(new Page.Table(
                    "Events observed, and expected if the hazards were equal.",
                    List.of("group", "observed", "expected"),
                    rows));
            if (!report.pairs().isEmpty()) {
                page.table(Page.Table.of("Each two groups, p adjusted for their number.", SurvivalText.pairs(report)));
            }
            page.endSection();
        });
    }
}
