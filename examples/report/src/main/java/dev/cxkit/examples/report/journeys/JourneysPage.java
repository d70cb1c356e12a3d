package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.log.TouchpointLog;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Tile;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.render.SvgDirectlyFollows;
import dev.cxkit.journey.render.SvgFunnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures as a page. */
final class JourneysPage {

    private static final int MOST_ACTIVITIES = 100;
    private static final int MOST_EDGES = 50;
    private static final int MOST_VARIANTS = 20;
    private static final int MOST_DEVIATIONS = 50;
    private static final int LONGEST_LINE = 500;
    private static final String TIMES = "Times are days of 24 hours, hours:minutes:seconds.";
    private static final String NOTHING = "\u2013";

    private final JourneysReport report;
    private final Page page;

    private JourneysPage(JourneysReport report) {
        this.report = report;
        this.page = new Page("Journey report", subtitle(report.file()));
    }

    /** Returns the page. */
    static String of(JourneysReport report) {
        return new JourneysPage(report).html();
    }

    private static String subtitle(JourneyFile file) {
        return file.log().name() + " (" + Unit.count(file.log().rows()) + " rows)"
                + (file.asOf() == null ? "" : ", as of " + file.asOf()) + ".";
    }

    private String html() {
        JourneyFigures total = report.total();
        if (total == null) {
            page.section("No journeys", "There was no touchpoint by then.").endSection();
        } else {
            all(total);
            variants(total);
            for (int i = 0; i < total.funnels().size(); i++) {
                funnel(report.request().funnels().get(i), total.funnels().get(i));
            }
            rest(total);
            report.by().forEach(this::segments);
        }
        TouchpointLog log = report.file().log();
        page.rejectedRows(log.place(), log.rejectedRows(), log.rejected());
        return page.html();
    }

    private void all(JourneyFigures total) {
        JourneyFile file = report.file();
        page.section("All journeys", Unit.count(file.touchpoints()) + " touchpoints" + left() + ".");
        if (!file.log().counted().isEmpty()) {
            List<String> counted = new ArrayList<>();
            file.log().counted().forEach((what, count) -> counted.add(JourneyCells.counted(what, count) + "."));
            page.list(counted);
        }
        report.notes().forEach(note -> page.warning(Quote.of(note, LONGEST_LINE)));
        page.tiles(List.of(
                new Tile(
                        "Journeys",
                        Unit.count(total.journeys()),
                        Unit.count(total.variants().distinct()) + " variants"),
                new Tile(
                        "Median length",
                        about(total.lengths().median()),
                        "mean " + about(total.lengths().mean()) + ", p90 "
                                + about(total.lengths().quantile(0.9))),
                new Tile(
                        "Activities",
                        Unit.count(total.graph().activities().size()),
                        Unit.count(total.graph().edges().size()) + " directly-follows pairs"),
                new Tile("With ties", Unit.count(total.tied()), "journeys with two touchpoints at one instant")));
        page.endSection();
    }

    private static String about(OptionalDouble seconds) {
        return seconds.stream().mapToObj(TimeSpan::about).findFirst().orElse(NOTHING);
    }

    private String left() {
        JourneyFile file = report.file();
        StringBuilder left = new StringBuilder();
        left(left, file.log().rejected(), "rows were rejected");
        left(left, file.duplicates(), "duplicates count once");
        left(left, file.revised(), "were revised by later rows");
        left(left, file.later(), "later ones are not looked at");
        return left.toString();
    }

    private static void left(StringBuilder to, long count, String what) {
        to.append(count == 0 ? "" : "; " + Unit.count(count) + " " + what);
    }

    private void variants(JourneyFigures total) {
        page.section("Directly-follows graph", "Which activity directly follows which, and how long after. " + TIMES);
        page.heading("Process map")
                .drawing(
                        SvgDirectlyFollows.render(total.graph()),
                        "How often each activity directly follows another, and the median time between them.");
        page.heading("Activities")
                .table(Page.Table.of(
                        "The most frequent first.", JourneyCells.activities(total.graph(), MOST_ACTIVITIES)));
        page.details(
                "Directly-follows pairs, as a table",
                Page.Table.of(
                        shown(total.graph().edges().size(), MOST_EDGES, "directly-follows pairs"),
                        JourneyCells.edges(total.graph(), MOST_EDGES)));
        if (JourneyCells.hasCommonVariants(total.variants())) {
            page.heading("Most frequent variants")
                    .table(Page.Table.of(
                            shown(total.variants().distinct(), MOST_VARIANTS, "variants"),
                            JourneyCells.variants(total.variants(), MOST_VARIANTS)));
        } else {
            page.paragraph("Every journey is a variant of its own.");
        }
        page.heading("Rework")
                .table(Page.Table.of(
                        "How often activities are repeated.",
                        JourneyCells.rework(
                                total.rework(), report.request().fields().agent() != null)));
        page.endSection();
    }

    private static String shown(long all, int most, String what) {
        return all > most
                ? "The " + most + " most frequent of " + Unit.count(all) + " " + what + "."
                : "All " + Unit.count(all) + " " + what + ".";
    }

    private void funnel(FunnelRequest funnel, Conversion conversion) {
        page.section("Funnel: " + funnel.name(), "Rules: " + funnel.rules() + ".");
        page.paragraph(JourneyCells.outcome(funnel, conversion) + ".");
        page.drawing(
                SvgFunnel.render(conversion),
                "The line across the end of a bar is the interval. Open ones have not converted yet and may.");
        page.details("The same as a table", Page.Table.of(TIMES, JourneyCells.funnel(conversion)));
        page.endSection();
    }

    private void rest(JourneyFigures total) {
        if (total.attribution() != null) {
            String goal = String.valueOf(report.request().goal());
            page.section(
                    "Attribution of conversions to " + goal,
                    "The removal effect is the part of the conversions that would be lost without the activity.");
            page.paragraph(JourneyCells.attributed(goal, total.attribution()) + ".");
            page.table(Page.Table.of("Markov chain of order 1.", JourneyCells.attribution(total.attribution())));
            page.endSection();
        }
        JourneysRequest.Periods periods = report.request().retention();
        if (total.retention() != null && periods != null) {
            page.section("Cohort retention", "By the " + periods.unit() + " of the first touchpoint.");
            periods.cells()
                    .figure(page, total.retention(), report.request().times().zone());
            page.endSection();
        }
        JourneyMap map = report.request().map();
        if (total.conformance() != null && map != null) {
            page.section("Conformance to the designed map", JourneyCells.conformance(total.conformance()) + ".");
            page.drawing(
                    MapPicture.draw(map, total, report.file().journeys(), JourneyFigures.elapsed(report.request())),
                    "The map with what was measured. Times are medians until the next activity.");
            page.table(Page.Table.of(
                    shown(total.conformance().deviations().size(), MOST_DEVIATIONS, "deviations"),
                    JourneyCells.deviations(total.conformance(), MOST_DEVIATIONS)));
            page.endSection();
        }
    }

    private void segments(String column, Map<String, JourneyFigures> parts) {
        page.section("By " + column, "The value at the first touchpoint of a journey.");
        page.table(Page.Table.of(
                TIMES, JourneyCells.segments(column, parts, report.request().funnels())));
        page.endSection();
    }
}
