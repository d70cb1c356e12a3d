package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import dev.cxkit.metrics.stats.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores side by side: a dot for each, with its interval as a line, and a dashed line through all of them for the whole.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param unit how the scores are written
 * @param whole the score of all together, or null without one
 * @param rows the scores in their order
 */
public record DotChart(
        String title,
        String description,
        Unit unit,
        @Nullable Estimate whole,
        List<Row> rows) implements Chart {

    private static final double ROW = 28;
    private static final double TOP = 8;
    private static final double FOOT = 28;
    private static final double GAP = 10;

    /**
     * One of the scores.
     *
     * @param label whose it is
     * @param score the score, or null if nothing is known
     */
    public record Row(String label, @Nullable Estimate score) {}

    /** Copies the rows. */
    public DotChart {
        rows = List.copyOf(rows);
    }

    @Override
    public double height(double width) {
        return TOP + ROW * rows.size() + FOOT;
    }

    @Override
    public void draw(Svg svg, double width) {
        double left = Math.min(0.34 * width, Chart.widest(rows.stream().map(Row::label)) + GAP);
        double right = width - Chart.width(unit.show(-99.9 / 100)) - GAP - 8;
        List<Estimate> scores =
                rows.stream().map(Row::score).filter(score -> score != null).toList();
        if (scores.isEmpty()) {
            return;
        }
        Axis x = Axis.over(scores, (int) Math.max(2, (right - left) / 80), left + GAP, right);
        double bottom = TOP + ROW * rows.size();
        x.drawAcross(svg, unit, TOP, bottom);
        if (whole != null && x.holds(whole.value())) {
            double at = x.at(whole.value());
            svg.empty("line", "class", "whole", "x1", at, "x2", at, "y1", TOP, "y2", bottom);
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), x, TOP + ROW * (i + 0.5), left, width);
        }
    }

    private void row(Svg svg, Row row, Axis x, double y, double left, double width) {
        svg.open("text", "x", 0, "y", y + 4.5).text(Chart.cut(row.label(), left));
        svg.element("title", row.label()).close();
        Estimate score = row.score();
        if (score == null) {
            svg.element("text", "no data", "class", "soft", "x", x.from() + 4, "y", y + 4.5);
            return;
        }
        double low = x.at(Axis.low(score));
        svg.empty("line", "class", "whisker", "x1", low, "x2", x.at(Axis.high(score)), "y1", y, "y2", y);
        svg.open("circle", "class", "point", "cx", x.at(score.value()), "cy", y, "r", 5);
        svg.element("title", row.label() + ": " + unit.show(score.value()) + ", " + unit.interval(score))
                .close();
        svg.element("text", unit.show(score.value()), "text-anchor", "end", "x", width - 2, "y", y + 4.5);
    }
}
