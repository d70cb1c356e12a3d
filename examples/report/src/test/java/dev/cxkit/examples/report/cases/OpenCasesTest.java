package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.StatusLog;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.examples.report.chart.StepChart.Point;
import dev.cxkit.metrics.service.Backlog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The backlog over time against the metric of the library, asked for each instant. */
class OpenCasesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<WaitingOn> PHASES = List.of(WaitingOn.values());

    /** Times in whole hours, so that much happens at the very instants that are looked at. */
    private static List<Case> cases(Instant asOf) {
        Random random = new Random(7);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<StatusLog.Row> rows = new ArrayList<>();
            long hour = random.nextInt(24 * 15);
            for (int step = random.nextInt(5); step >= 0; step--) {
                WaitingOn phase = PHASES.get(random.nextInt(PHASES.size()));
                rows.add(new StatusLog.Row(START.plusSeconds(3_600 * hour), phase.name(), null, null));
                hour += random.nextInt(40);
            }
            if (!rows.get(0).occurredAt().isAfter(asOf)) {
                cases.add(StatusLog.read(CaseId.of("c" + i), rows, WaitingOn::valueOf));
            }
        }
        return cases;
    }

    @Test
    void eachPointIsTheBacklogOfItsInstant() {
        for (int hours : new int[] {0, 1, 24, 24 * 10, 24 * 40}) {
            Instant asOf = START.plusSeconds(3_600L * hours);
            List<Case> cases = cases(asOf);
            List<Point> points = OpenCases.of(cases, asOf, ZoneOffset.UTC);
            assertThat(points.get(points.size() - 1).at()).isEqualTo(asOf);
            assertThat(points)
                    .allSatisfy(point -> assertThat(point.count())
                            .as("at %s as of %s", point.at(), asOf)
                            .isEqualTo(Backlog.metric(point.at())
                                    .over(cases.stream()
                                            .filter(each -> !each.openedAt().isAfter(point.at()))
                                            .toList())
                                    .open()));
            assertThat(points).extracting(Point::at).isSorted().doesNotHaveDuplicates();
        }
        assertThat(OpenCases.of(cases(START.plusSeconds(864_000)), START.plusSeconds(864_000), ZoneOffset.UTC))
                .as("every hour of ten days")
                .hasSizeGreaterThan(75);
    }
}
