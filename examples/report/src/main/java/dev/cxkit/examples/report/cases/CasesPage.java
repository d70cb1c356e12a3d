package dev.cxkit.examples.report.cases;

import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Tile;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures as a page. */
final class CasesPage {

    private static final String TIMES = "Days of 24 hours, hours:minutes:seconds.";
    private static final String NOTHING = "\u2013";

    private final CasesReport report;
    private final Page page;

    private CasesPage(CasesReport report) {
        this.report = report;
        this.page = new Page("Case report", subtitle(report.file()));
    }

    /**
     * Returns the page.
     *
     * @param explanation the case whose life it shows, or null
     */
    static String of(CasesReport report, @Nullable Explanation explanation) {
        return new CasesPage(report).html(explanation);
    }

    private static String subtitle(CaseFile file) {
        return file.name() + " (" + Unit.count(file.rows()) + " rows)"
                + (file.asOf() == null ? "" : ", as of " + file.asOf()) + ".";
    }

    private String html(@Nullable Explanation explanation) {
        CaseFigures total = report.total();
        if (total == null) {
            page.section("No cases", "Nothing had been opened by then.").endSection();
        } else {
            all(total);
            report.by().forEach((column, parts) -> {
                page.section("By " + column, "The value in the last row of a case.");
                CasePictures.attainment(page, column, parts, total);
                page.heading("Cases by " + column);
                page.table(Page.Table.of(TIMES, CaseCells.segments(column, parts, List.of())));
                page.endSection();
            });
        }
        if (explanation != null) {
            CaseLife.add(page, explanation);
        }
        page.rejectedGroups(report.file().rejectedGroups());
        return page.html();
    }

    private void all(CaseFigures total) {
        page.section("All cases", Unit.count(report.file().events()) + " events" + left() + ".");
        page.tiles(tiles(total));
        page.heading("How long it takes").table(Page.Table.of(TIMES, CaseCells.times(total)));
        CasePictures.lengths(
                page, "Time to the last resolution", total.calendar().last());
        if (total.business() != null) {
            CasePictures.lengths(
                    page,
                    "Time to the last resolution in business hours",
                    total.business().last());
        }
        CasePictures.backlog(page, report, total.asOf());
        page.heading("Whom cases waited on").table(Page.Table.of(TIMES, CaseCells.waitingOn(total)));
        if (!total.attainment().isEmpty()) {
            page.heading("SLA attainment")
                    .table(Page.Table.of("How many SLA clocks were met.", CaseCells.attainment(total)));
        }
        page.endSection();
    }

    private String left() {
        CaseFile file = report.file();
        return (file.rejected() == 0 ? "" : "; " + Unit.count(file.rejected()) + " rows were rejected")
                + (file.later() == 0 ? "" : "; " + Unit.count(file.later()) + " later events are not looked at");
    }

    private static List<Tile> tiles(CaseFigures total) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                "Cases",
                Unit.count(total.cases()),
                Unit.count(total.open()) + " open, " + Unit.count(total.resolved()) + " resolved"));
        if (total.calendar().firstResponse() != null) {
            tiles.add(tile("Median to first response", total.calendar().firstResponse()));
        }
        tiles.add(tile("Median to last resolution", total.calendar().last()));
        tiles.add(tile("Reopened", total.reopened()));
        total.attainment().forEach((name, share) -> tiles.add(tile("SLA attainment, " + name, share.proportion())));
        return tiles;
    }

    private static Tile tile(String name, ElapsedTime times) {
        return new Tile(
                name,
                times.distribution().median().stream()
                        .mapToObj(TimeSpan::about)
                        .findFirst()
                        .orElse(NOTHING),
                times.finished().mean().stream()
                                .mapToObj(mean -> "mean " + TimeSpan.about(mean) + ", ")
                                .findFirst()
                                .orElse("")
                        + "n\u00a0" + Unit.count(times.n())
                        + (times.open() == 0 ? "" : ", " + Unit.count(times.open()) + " running"));
    }

    private static Tile tile(String name, Proportion share) {
        return new Tile(
                name,
                share.estimate()
                        .map(estimate -> Unit.SHARE.show(estimate.value()))
                        .orElse(NOTHING),
                share.estimate()
                        .map(estimate -> Unit.SHARE.interval(estimate) + ", n\u00a0" + Unit.count(share.total()))
                        .orElse("no cases"));
    }
}
