package dev.cxkit.examples.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.time.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pictures with time on an axis. */
class CaseChartsTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private static List<String> texts(Chart chart, double width) {
        return Pattern.compile("<text [^>]*>([^<]*)<")
                .matcher(chart.svg(width))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void isInside(Chart chart) {
        for (double width : new double[] {330, 680}) {
            String svg = chart.svg(width);
            assertThat(svg).doesNotContain("NaN", "Infinity");
            List<MatchResult> found = Pattern.compile(" (?:x|x1|x2|cx)=\"([-0-9.]+)\"")
                    .matcher(svg)
                    .results()
                    .toList();
            assertThat(found)
                    .allSatisfy(x -> assertThat(Double.parseDouble(x.group(1))).isBetween(0.0, width));
        }
    }

    private static DurationChart lengths(long none, List<DurationChart.Mark> marks, double... edges) {
        List<DurationChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            bars.add(new DurationChart.Bar(edges[i], edges[i + 1], i + 1, "bar"));
        }
        return new DurationChart("t", "d", none, bars, marks);
    }

    @Test
    void theAxisOfLengthsIsLogarithmicAndZeroStandsApart() {
        DurationChart chart = lengths(
                3,
                List.of(new DurationChart.Mark("median 5 min", 300), new DurationChart.Mark("p90", 90_000)),
                10,
                100,
                1_000,
                10_000,
                100_000);
        isInside(chart);
        assertThat(texts(chart, 680)).contains("0", "10 min", "1 h", "1 d", "median 5 min");
        String svg = chart.svg(680);
        List<Double> widths = Pattern.compile("class=\"rate\"[^>]* width=\"([0-9.]+)\"")
                .matcher(svg)
                .results()
                .map(found -> Double.parseDouble(found.group(1)))
                .toList();
        assertThat(widths).hasSize(4).allSatisfy(width -> assertThat(width).isCloseTo(widths.get(0), within(0.02)));
        assertThat(svg).contains("<title>no time at all: 3</title>");
    }

    @Test
    void lengthsOfNothingAndOfOneKindAreDrawn() {
        isInside(lengths(0, List.of()));
        isInside(lengths(5, List.of(new DurationChart.Mark("median 0 s", 0))));
        isInside(lengths(0, List.of(new DurationChart.Mark("median", 10)), 10, 100));
        assertThat(texts(lengths(1, List.of()), 330)).containsExactly("0", "1", "0");
    }

    @Test
    void countsHaveWholeNumbersBesideThem() {
        List<StepChart.Point> points = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            points.add(new StepChart.Point(START.plusSeconds(86_400L * i), i % 10));
        }
        StepChart chart = new StepChart("t", "d", ZoneOffset.UTC, points);
        isInside(chart);
        assertThat(texts(chart, 680)).contains("0", "5", "10", "9 Mar").doesNotContain("3", "8");
        isInside(new StepChart("t", "d", ZoneOffset.UTC, points.subList(0, 1)));
        isInside(new StepChart("t", "d", ZoneOffset.UTC, points.subList(0, 2)));
    }

    @Test
    void lanesHaveTheirSegmentsAndWhenTheyAreDue() {
        TimeRange whole = TimeRange.of(START, START.plusSeconds(10_000));
        TimelineChart.Lane lane = new TimelineChart.Lane(
                "goal",
                List.of(
                        new TimelineChart.Bar("counted", TimeRange.of(START, START.plusSeconds(1)), "short"),
                        new TimelineChart.Bar(
                                "paused", TimeRange.of(START.plusSeconds(5_000), START.plusSeconds(10_000)), "long")),
                START.plusSeconds(2_500));
        TimelineChart chart = new TimelineChart("t", "d", ZoneOffset.UTC, whole, List.of(lane, lane));
        isInside(chart);
        String svg = chart.svg(680);
        assertThat(svg)
                .contains("class=\"counted\" x=\"12\" y=\"26\" width=\"1\"")
                .contains("class=\"paused\" x=\"340\" y=\"26\" width=\"328\"")
                .contains("class=\"due\" x1=\"176\"")
                .contains("<title>long</title>");
        TimelineChart.Lane late = new TimelineChart.Lane("goal", List.of(), START.plusSeconds(20_000));
        assertThat(new TimelineChart("t", "d", ZoneOffset.UTC, whole, List.of(late)).svg(680))
                .doesNotContain("class=\"due\"");
    }
}
