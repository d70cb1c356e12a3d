package dev.cxkit.examples.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.examples.report.chart.HeatChart.Cell;
import dev.cxkit.examples.report.chart.HeatChart.Row;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeatChartTest {

    private static final HeatChart CHART = new HeatChart(
            "t",
            "d",
            List.of("+1", "+2"),
            List.of(
                    new Row("first", List.of(new Cell(1.0, "all of them"), new Cell(0.13, "few"))),
                    new Row("second", List.of(new Cell(0.0, "none"), new Cell(null, "not over")))));

    @Test
    void theLargerTheShareTheDarkerTheCellAndAnUnknownOneHasNone() {
        String svg = CHART.svg(680);
        List<String> shades = Pattern.compile("class=\"rate\" fill-opacity=\"([0-9.]+)\"")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(shades).containsExactly("0.8", "0.17", "0.08");
        assertThat(Pattern.compile(">([0-9]+)</text>").matcher(svg).results().map(found -> found.group(1)))
                .containsExactly("100", "13", "0");
        assertThat(svg).contains("<title>not over</title>", "class=\"lane\"", "<line");
    }

    @Test
    void cellsThatAreTooNarrowForNumbersHaveNone() {
        HeatChart wide = new HeatChart(
                "t",
                "d",
                Collections.nCopies(40, "+1"),
                List.of(new Row("r", Collections.nCopies(40, new Cell(0.5, "half")))));
        assertThat(wide.svg(330)).doesNotContain(">50</text>", ">+1</text>").contains("half");
        assertThat(new HeatChart("t", "d", List.of(), List.of()).svg(330)).doesNotContain("NaN");
    }
}
