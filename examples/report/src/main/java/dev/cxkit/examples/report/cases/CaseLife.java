package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.Cycle;
import dev.cxkit.core.sla.Stretch;
import dev.cxkit.core.support.Phase;
import dev.cxkit.core.support.Turn;
import dev.cxkit.core.time.Period;
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
        Page.Table turns = new Page.Table("Turns", Explanation.TURNS, explanation.turnRows());
        if (from.isBefore(to)) {
            List<Lane> lanes = lanes(explanation);
            page.figure(
                    new TimelineChart(
                            "Whose turn it was, and what counted",
                            describe(explanation),
                            explanation.zone(),
                            Period.of(from, to),
                            lanes),
                    keys(lanes, to),
                    "From the opening until " + (to.equals(explanation.asOf()) ? "now" : "nothing was left to do")
                            + "; days of " + explanation.zone() + ".",
                    turns);
        } else {
            page.paragraph("No time passed in it before it was done.").table(turns);
        }
        for (Cycle cycle : explanation.cycles()) {
            page.details(
                    explanation.title(cycle),
                    new Page.Table("What the clock counted", Explanation.STRETCHES, explanation.stretchRows(cycle)));
        }
        page.endSection();
    }

    /** A case that is done stays so for ever: the picture ends where the last turn of somebody does. */
    private static Instant end(Explanation explanation) {
        return explanation.turns().stream()
                .filter(turn -> turn.phase() != Phase.DONE)
                .map(turn -> turn.period().to())
                .reduce(explanation.of().openedAt(), (first, second) -> second);
    }

    private static List<Lane> lanes(Explanation explanation) {
        Instant end = end(explanation);
        List<Lane> lanes = new ArrayList<>();
        lanes.add(new Lane(
                "Turns",
                explanation.turns().stream()
                        .filter(turn -> turn.period().from().isBefore(end))
                        .map(CaseLife::bar)
                        .toList(),
                null));
        for (Cycle cycle : explanation.cycles()) {
            lanes.add(new Lane(
                    cycle.goal().name() + ": " + spent(cycle),
                    cycle.stretches().stream().map(CaseLife::bar).toList(),
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

    private static Bar bar(Turn turn) {
        return new Bar(kind(turn.phase()), turn.period(), CaseCells.name(turn.phase()) + ", " + length(turn.period()));
    }

    private static Bar bar(Stretch stretch) {
        return new Bar(kind(stretch.kind()), stretch.period(), kind(stretch.kind()) + ", " + length(stretch.period()));
    }

    private static String length(Period period) {
        return TimeSpan.of(period.length());
    }

    private static String kind(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String spent(Cycle cycle) {
        Duration not = Explanation.sum(cycle, Stretch.Kind.CLOSED).plus(Explanation.sum(cycle, Stretch.Kind.PAUSED));
        return TimeSpan.about(cycle.used().toSeconds()) + " counted, " + TimeSpan.about(not.toSeconds()) + " not; "
                + kind(cycle.status());
    }

    private static String describe(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        for (Turn turn : explanation.turns()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(CaseCells.name(turn.phase()))
                    .append(' ')
                    .append(TimeSpan.about(turn.period().length().toSeconds()));
        }
        for (Cycle cycle : explanation.cycles()) {
            text.append(". Goal ").append(cycle.goal().name()).append(": ").append(spent(cycle));
        }
        return "Turns: " + text + ".";
    }
}
