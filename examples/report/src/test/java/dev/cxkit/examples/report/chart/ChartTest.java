package dev.cxkit.examples.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.feedback.Band;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static Estimate score(double value) {
        return new Estimate(value, value - 10, value + 10, 0.95, 50);
    }

    private static TrendChart.Point point(@Nullable Estimate score, boolean finished) {
        return new TrendChart.Point("Jan 26", score, finished);
    }

    private static long count(String svg, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(svg).results().count();
    }

    @Test
    void anEmptyPeriodBreaksTheLineAndTheEndIsHollow() {
        TrendChart chart = new TrendChart(
                "t",
                "d",
                Unit.POINTS,
                List.of(
                        point(score(10), true),
                        point(null, true),
                        point(score(20), true),
                        point(score(30), true),
                        point(score(25), false)));
        String svg = chart.svg(680);
        assertThat(count(svg, "class=\"whisker\"")).isEqualTo(1);
        assertThat(count(svg, "class=\"band\"")).isEqualTo(1);
        assertThat(count(svg, "class=\"point\"")).isEqualTo(3);
        assertThat(count(svg, "class=\"point hollow\"")).isEqualTo(1);
        assertThat(svg).containsPattern("class=\"trend open\" d=\"M[^L]+L[^L]+\"");
    }

    @Test
    void aTrendOfOneOrOfThousandsIsDrawn() {
        assertThat(new TrendChart("t", "d", Unit.SHARE, List.of(point(score(0.5), false))).svg(330))
                .contains("point hollow")
                .doesNotContain("NaN");
        List<TrendChart.Point> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            many.add(point(score(i % 50), true));
        }
        String svg = new TrendChart("t", "d", Unit.POINTS, many).svg(330);
        assertThat(svg).doesNotContain("<circle");
        assertThat(count(svg, ">Jan 26<")).isBetween(2L, 8L);
    }

    /** The range 0..100 has 101 bars: no room for counts, and labels only here and there. */
    @Test
    void narrowBarsHaveFewerLabels() {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            bars.add(new BarChart.Bar("" + i, 1_000 + i, Band.NEUTRAL));
        }
        String svg = new BarChart("t", "d", bars).svg(330);
        assertThat(count(svg, "<rect")).isEqualTo(101);
        assertThat(count(svg, "<text")).isBetween(5L, 20L);
    }

    @Test
    void barsOfNothingHaveNoHeight() {
        String svg = new BarChart("t", "d", List.of(new BarChart.Bar("1", 0, Band.FAVOURABLE))).svg(330);
        assertThat(svg).contains("height=\"0\"").doesNotContain("NaN");
    }

    @Test
    void longNamesAreCutAndKeptAsTitles() {
        String name = "A very long name of a segment, longer than there is room for";
        String svg = new DotChart("t", "d", Unit.POINTS, score(5), List.of(new DotChart.Row(name, score(5)))).svg(330);
        assertThat(svg).contains("<title>" + name + "</title>").contains("\u2026");
        assertThat(new DotChart(
                                "t",
                                "d",
                                Unit.POINTS,
                                null,
                                List.of(new DotChart.Row("a", null), new DotChart.Row("b", score(1))))
                        .svg(330))
                .contains("no data");
    }

    /** At both widths everything lies inside the picture; only text may reach beyond its own anchor. */
    @Test
    void nothingLiesOutsideThePicture() {
        List<EffectChart.Row> rows = List.of(
                new EffectChart.Row("up", 0, 7.5),
                new EffectChart.Row("down", -33.2, 0),
                new EffectChart.Row("same", 0, 0));
        for (double width : new double[] {330, 680}) {
            Chart chart = new EffectChart("t", "d", Unit.POINTS, rows);
            List<MatchResult> found = Pattern.compile(" (?:x|x1|x2|cx)=\"([-0-9.]+)\"")
                    .matcher(chart.svg(width))
                    .results()
                    .toList();
            assertThat(found).isNotEmpty();
            assertThat(found)
                    .allSatisfy(x -> assertThat(Double.parseDouble(x.group(1))).isBetween(0.0, width));
        }
    }
}
