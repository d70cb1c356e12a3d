package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import java.util.List;

/**
 * What each segment adds to a change: one bar for its size among all, one for its answers.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param unit how the change is written
 * @param rows the segments in their order
 */
public record EffectChart(String title, String description, Unit unit, List<Row> rows) implements Chart {

    private static final double ROW = 40;
    private static final double BAR = 13;
    private static final double TOP = 6;
    private static final double FOOT = 26;
    private static final double GAP = 10;

    /**
     * A segment.
     *
     * @param label its name
     * @param mix what it adds by being more or fewer
     * @param rate what it adds by answering otherwise
     */
    public record Row(String label, double mix, double rate) {}

    /** Copies the rows. */
    public EffectChart {
        rows = List.copyOf(rows);
    }

    @Override
    public double height(double width) {
        return TOP + ROW * rows.size() + FOOT;
    }

    @Override
    public void draw(Svg svg, double width) {
        double left = Math.min(0.3 * width, Chart.widest(rows.stream().map(Row::label)) + GAP);
        double least = 0;
        double most = 0;
        for (Row row : rows) {
            least = Math.min(least, Math.min(row.mix(), row.rate()));
            most = Math.max(most, Math.max(row.mix(), row.rate()));
        }
        double label = Chart.width(unit.change(-0.88)) + 4;
        Axis x = Axis.over(least, most, (int) Math.max(2, (width - left) / 110), left + label, width - label);
        double bottom = TOP + ROW * rows.size();
        x.drawAcross(svg, unit, TOP, bottom);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = TOP + ROW * i + (ROW - 2 * BAR) / 2;
            svg.open("text", "x", 0, "y", y + BAR + 4.5).text(Chart.cut(row.label(), left));
            svg.element("title", row.label()).close();
            bar(svg, x, y, row.mix(), "mix");
            bar(svg, x, y + BAR, row.rate(), "rate");
        }
    }

    private void bar(Svg svg, Axis x, double y, double value, String kind) {
        double from = Math.min(x.at(0), x.at(value));
        double to = Math.max(x.at(0), x.at(value));
        svg.empty("rect", "class", kind, "x", from, "y", y + 1, "width", to - from, "height", BAR - 2);
        boolean down = value < 0;
        svg.element(
                "text",
                unit.change(value),
                "class",
                "small",
                "text-anchor",
                down ? "end" : "start",
                "x",
                down ? from - 4 : to + 4,
                "y",
                y + BAR - 2);
    }
}
