package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares in rows and columns, the darker the larger; a cell that is not known is hatched by a line and has no colour.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param columns the names of the columns
 * @param rows the rows in their order
 */
public record HeatChart(String title, String description, List<String> columns, List<Row> rows) implements Chart {

    private static final double ROW = 26;
    private static final double HEAD = 22;
    private static final double GAP = 10;

    /**
     * One row.
     *
     * @param label what it is of
     * @param cells as many as there are columns
     */
    public record Row(String label, List<Cell> cells) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param share the share, 0..1; null if it is not known
     * @param text what it says in full
     */
    public record Cell(@Nullable Double share, String text) {}

    /** Copies the lists. */
    public HeatChart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public double height(double width) {
        return HEAD + ROW * rows.size() + 4;
    }

    @Override
    public void draw(Svg svg, double width) {
        double left = Math.min(0.3 * width, Chart.widest(rows.stream().map(Row::label)) + GAP);
        double cell = (width - left) / Math.max(1, columns.size());
        boolean written = Chart.width("100") + 2 <= cell;
        for (int i = 0; i < columns.size(); i++) {
            if (Chart.width(columns.get(i)) <= cell) {
                svg.element(
                        "text",
                        columns.get(i),
                        "class",
                        "soft",
                        "text-anchor",
                        "middle",
                        "x",
                        left + (i + 0.5) * cell,
                        "y",
                        HEAD - 8);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            double y = HEAD + i * ROW;
            svg.open("text", "x", 0, "y", y + 17.5).text(Chart.cut(rows.get(i).label(), left - GAP));
            svg.element("title", rows.get(i).label()).close();
            for (int k = 0; k < rows.get(i).cells().size(); k++) {
                cell(svg, rows.get(i).cells().get(k), left + k * cell, y, cell, written);
            }
        }
    }

    private static void cell(Svg svg, Cell cell, double x, double y, double width, boolean written) {
        Double share = cell.share();
        svg.open(
                "rect",
                "class",
                share == null ? "lane" : "rate",
                "fill-opacity",
                share == null ? 1.0 : 0.08 + 0.72 * share,
                "x",
                x + 1,
                "y",
                y + 1,
                "width",
                Math.max(1, width - 2),
                "height",
                ROW - 2);
        svg.element("title", cell.text()).close();
        if (share == null) {
            svg.empty("line", "class", "grid", "x1", x + 1, "x2", x + width - 1, "y1", y + ROW - 1, "y2", y + 1);
        } else if (written) {
            String text = Unit.SHARE.tick(Math.rint(100 * share) / 100).replace(" %", "");
            svg.element("text", text, "class", "small", "text-anchor", "middle", "x", x + width / 2, "y", y + 17.5);
        }
    }
}
