package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseSegment;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.examples.report.chart.StepChart.Point;
import dev.cxkit.examples.report.chart.TimeTicks;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many cases were open over time, all in one pass: what {@code Backlog} gives for each instant, without a pass for each. */
final class OpenCases {

    private static final int MOST_POINTS = 400;

    private OpenCases() {}

    /** Returns how many were open when the first was opened, at round times from then on, and at the end. */
    static List<Point> of(List<Case> cases, Instant asOf, ZoneId zone) {
        TreeMap<Instant, Long> changes = new TreeMap<>();
        long open = 0;
        for (Case each : cases) {
            for (CaseSegment turn : each.segments(asOf)) {
                if (turn.waitingOn() != WaitingOn.DONE) {
                    changes.merge(turn.range().from(), 1L, Long::sum);
                    changes.merge(turn.range().to(), -1L, Long::sum);
                }
            }
            open += each.waitingOn(asOf) == WaitingOn.DONE ? 0 : 1;
        }
        List<Point> points = new ArrayList<>();
        if (!changes.isEmpty()) {
            points.addAll(between(changes, asOf, zone));
        }
        points.add(new Point(asOf, open));
        return points;
    }

    private static List<Point> between(NavigableMap<Instant, Long> changes, Instant asOf, ZoneId zone) {
        List<Instant> times = new ArrayList<>(List.of(changes.firstKey()));
        TimeTicks.between(changes.firstKey(), asOf, zone, MOST_POINTS).times().stream()
                .map(ZonedDateTime::toInstant)
                .filter(time -> time.isAfter(changes.firstKey()) && time.isBefore(asOf))
                .forEach(times::add);
        List<Point> points = new ArrayList<>();
        NavigableMap<Instant, Long> left = changes;
        long open = 0;
        for (Instant time : times) {
            open += left.headMap(time, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            left = changes.tailMap(time, false);
            points.add(new Point(time, open));
        }
        return points;
    }
}
