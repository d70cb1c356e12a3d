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
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The life of one case as lanes of time: whom it waited on, and what its SLA clocks counted. */
final class CaseLife {

    private static final List<Legend> KEYS = List.of(
            new Legend("us", "waiting on us"),
            new Legend("customer", "waiting on the customer"),
            new Legend("third-party", "waiting on a third party"),
            new Legend("done", "done"),
            new Legend("counted", "counted"),
            new Legend("paused", "paused"),
            new Legend("closed", "outside the hours"),
            new Legend("due", "due"));

    private CaseLife() {}

    /** Adds it to the page. */
    static void add(Page page, Explanation explanation) {
        page.section("The life of case " + explanation.supportCase().id().value(), "");
        Instant from = explanation.supportCase().openedAt();
        Instant to = end(explanation);
        Page.Table segments = new Page.Table("Waiting on", Explanation.CASE_SEGMENTS, explanation.segmentRows());
        if (from.isBefore(to)) {
            List<Lane> lanes = lanes(explanation);
            page.figure(
                    new TimelineChart(
                            "Whom the case waited on, and what counted",
                            describe(explanation),
                            explanation.zone(),
                            TimeRange.of(from, to),
                            lanes),
                    keys(lanes, to),
                    "From the opening until " + (to.equals(explanation.asOf()) ? "now" : "nothing was left to do")
                            + "; days of " + explanation.zone() + ".",
                    segments);
        } else {
            page.paragraph("No time passed in it before it was done.").table(segments);
        }
        for (SlaClock clock : explanation.clocks()) {
            page.details(
                    explanation.title(clock),
                    new Page.Table("What the clock counted", Explanation.CLOCK_SEGMENTS, explanation.clockRows(clock)));
        }
        page.endSection();
    }

    /** A case that is done stays so for ever: the picture ends where it last waited on somebody. */
    private static Instant end(Explanation explanation) {
        return explanation.segments().stream()
                .filter(segment -> segment.waitingOn() != WaitingOn.DONE)
                .map(segment -> segment.range().to())
                .reduce(explanation.supportCase().openedAt(), (first, second) -> second);
    }

    private static List<Lane> lanes(Explanation explanation) {
        Instant end = end(explanation);
        List<Lane> lanes = new ArrayList<>();
        lanes.add(new Lane(
                "Waiting on",
                explanation.segments().stream()
                        .filter(segment -> segment.range().from().isBefore(end))
                        .map(CaseLife::bar)
                        .toList(),
                null));
        for (SlaClock clock : explanation.clocks()) {
            lanes.add(new Lane(
                    clock.target().name() + ": " + spent(clock),
                    clock.segments().stream().map(CaseLife::bar).toList(),
                    clock.due().orElse(null)));
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

    private static Bar bar(CaseSegment segment) {
        return new Bar(
                CellText.word(segment.waitingOn()),
                segment.range(),
                CaseCells.name(segment.waitingOn()) + ", " + length(segment.range()));
    }

    private static Bar bar(ClockSegment segment) {
        return new Bar(
                CellText.word(segment.kind()),
                segment.range(),
                CellText.word(segment.kind()) + ", " + length(segment.range()));
    }

    private static String length(TimeRange range) {
        return TimeSpan.of(range.length());
    }

    private static String spent(SlaClock clock) {
        Duration not =
                Explanation.sum(clock, ClockSegment.Kind.CLOSED).plus(Explanation.sum(clock, ClockSegment.Kind.PAUSED));
        return TimeSpan.about(clock.elapsed().toSeconds()) + " counted, " + TimeSpan.about(not.toSeconds()) + " not; "
                + CellText.word(clock.status());
    }

    private static String describe(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        for (CaseSegment segment : explanation.segments()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(CaseCells.name(segment.waitingOn()))
                    .append(' ')
                    .append(TimeSpan.about(segment.range().length().toSeconds()));
        }
        for (SlaClock clock : explanation.clocks()) {
            text.append(". SLA target ")
                    .append(clock.target().name())
                    .append(": ")
                    .append(spent(clock));
        }
        return "Waiting on: " + text + ".";
    }
}
