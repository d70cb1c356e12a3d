package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.ClockSegment;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.support.CaseSegment;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.examples.report.chart.TimelineChart;
import dev.cxkit.examples.report.chart.TimelineChart.Bar;
import dev.cxkit.examples.report.chart.TimelineChart.Lane;
import dev.cxkit.examples.report.page.Page;
import dev.cxkit.examples.report.page.Page.Legend;
import dev.cxkit.examples.report.text.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The life of one case as lanes of time: whose turn it was, and what the clock of each goal counted. */
final class CaseLife {

    private static final List<Legend> KEYS = List.of(
            new Legend("ours", "our turn"),
            new Legend("customer", "the customer's turn"),
            new Legend("other", "a third party's turn"),
            new Legend("done", "done"),
            new Legend("counted", "counted"),
            new Legend("paused", "paused"),
            new Legend("closed", "outside the hours"),
            new Legend("due", "due"));

    private CaseLife() {}

    /** Adds it to the page. */
    static void add(Page page, Explanation explanation) {
        page.section("The life of case " + explanation.of().id().value(), "");
        Instant from = explanation.of().openedAt();
        Instant to = end(explanation);
        Page.Table turns = new Page.Table("Turns", Explanation.CASE_SEGMENTS, explanation.segmentRows());
        if (from.isBefore(to)) {
            List<Lane> lanes = lanes(explanation);
            page.figure(
                    new TimelineChart(
                            "Whose turn it was, and what counted",
                            describe(explanation),
                            explanation.zone(),
                            TimeRange.of(from, to),
                            lanes),
                    keys(lanes, to),
                    "From the opening until " + (to.equals(explanation.asOf()) ? "now" : "nothing was left to do")
                            + "; days of " + explanation.zone() + ".",
                    turns);
        } else {
            page.paragraph("No time passed in it before it was done.").table(turns);
        }
        for (SlaClock cycle : explanation.clocks()) {
            page.details(
                    explanation.title(cycle),
                    new Page.Table("What the clock counted", Explanation.CLOCK_SEGMENTS, explanation.clockRows(cycle)));
        }
        page.endSection();
    }

    /** A case that is done stays so for ever: the picture ends where the last turn of somebody does. */
    private static Instant end(Explanation explanation) {
        return explanation.segments().stream()
                .filter(turn -> turn.waitingOn() != WaitingOn.DONE)
                .map(turn -> turn.range().to())
                .reduce(explanation.of().openedAt(), (first, second) -> second);
    }

    private static List<Lane> lanes(Explanation explanation) {
        Instant end = end(explanation);
        List<Lane> lanes = new ArrayList<>();
        lanes.add(new Lane(
                "Turns",
                explanation.segments().stream()
                        .filter(turn -> turn.range().from().isBefore(end))
                        .map(CaseLife::bar)
                        .toList(),
                null));
        for (SlaClock cycle : explanation.clocks()) {
            lanes.add(new Lane(
                    cycle.target().name() + ": " + spent(cycle),
                    cycle.segments().stream().map(CaseLife::bar).toList(),
                    cycle.due().orElse(null)));
        }
        return lanes;
    }

    /** Only what there is to see. */
    private static List<Legend> keys(List<Lane> lanes, Instant end) {
        return KEYS.stream()
                .filter(key -> lanes.stream()
                        .anyMatch(lane ->
                                lane.bars().stream().anyMatch(bar -> bar.kind().equals(key.kind()))
                                        || (key.kind().equals("due")
                                                && lane.due() != null
                                                && !lane.due().isAfter(end))))
                .toList();
    }

    private static Bar bar(CaseSegment turn) {
        return new Bar(
                kind(turn.waitingOn()), turn.range(), CaseCells.name(turn.waitingOn()) + ", " + length(turn.range()));
    }

    private static Bar bar(ClockSegment stretch) {
        return new Bar(kind(stretch.kind()), stretch.range(), kind(stretch.kind()) + ", " + length(stretch.range()));
    }

    private static String length(TimeRange period) {
        return TimeSpan.of(period.length());
    }

    private static String kind(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String spent(SlaClock cycle) {
        Duration not =
                Explanation.sum(cycle, ClockSegment.Kind.CLOSED).plus(Explanation.sum(cycle, ClockSegment.Kind.PAUSED));
        return TimeSpan.about(cycle.elapsed().toSeconds()) + " counted, " + TimeSpan.about(not.toSeconds()) + " not; "
                + kind(cycle.status());
    }

    private static String describe(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        for (CaseSegment turn : explanation.segments()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(CaseCells.name(turn.waitingOn()))
                    .append(' ')
                    .append(TimeSpan.about(turn.range().length().toSeconds()));
        }
        for (SlaClock cycle : explanation.clocks()) {
            text.append(". Goal ").append(cycle.target().name()).append(": ").append(spent(cycle));
        }
        return "Turns: " + text + ".";
    }
}
