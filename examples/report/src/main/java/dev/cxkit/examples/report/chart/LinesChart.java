package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two values side by side over time, the first as a solid line, the second as a dashed one with hollow dots, so that no colour is needed
 * to tell them apart. Periods without a value are gaps.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param unit how the values are written
 * @param mark a value with a line of its own across the picture
 * @param points the periods in their order
 */
public record LinesChart(String title, String description, Unit unit, double mark, List<Point> points)
        implements Chart {

    private static final double HEIGHT = 240;
    private static final double TOP = 12;
    private static final double FOOT = 30;
    private static final double SIDE = 14;
    private static final int MOST_DOTS = 60;

    /**
     * A period.
     *
     * @param label its short name
     * @param first the first value; null if there is none
     * @param second the second value; null if there is none
     */
    public record Point(
            String label, @Nullable Double first, @Nullable Double second) {

        @Nullable
        Double value(boolean ofFirst) {
            return ofFirst ? first : second;
        }
    }

    /** Copies the points. */
    public LinesChart {
        points = List.copyOf(points);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg, double width) {
        double[] values = points.stream()
                .flatMap(point -> Stream.of(point.first, point.second))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length == 0) {
            return;
        }
        double least = Math.min(mark, Arrays.stream(values).min().orElse(mark));
        double most = Math.max(mark, Arrays.stream(values).max().orElse(mark));
        Axis y = Axis.over(least, most, 5, HEIGHT - FOOT, TOP);
        double left = Chart.widest(y.ticks().stream().map(unit::tick)) + 8;
        Axis x = new Axis(0, points.size(), 1, left, width - SIDE);
        y.drawUp(svg, unit::tick, left, width - SIDE);
        svg.empty("line", "class", "whole", "x1", left, "x2", width - SIDE, "y1", y.at(mark), "y2", y.at(mark));
        Periods.labels(svg, points.stream().map(Point::label).toList(), x, HEIGHT - 8, SIDE);
        line(svg, x, y, true);
        line(svg, x, y, false);
    }

    private void line(Svg svg, Axis x, Axis y, boolean ofFirst) {
        StringBuilder path = new StringBuilder();
        boolean gap = true;
        for (int i = 0; i < points.size(); i++) {
            Double value = points.get(i).value(ofFirst);
            if (value != null) {
                path.append(String.format(Locale.ROOT, "%s%.2f %.2f", gap ? "M" : "L", x.at(i + 0.5), y.at(value)));
            }
            gap = value == null;
        }
        svg.empty("path", "class", ofFirst ? "trend" : "trend second", "d", path.toString());
        for (int i = 0; i < points.size() && points.size() <= MOST_DOTS; i++) {
            Double value = points.get(i).value(ofFirst);
            if (value != null) {
                svg.open(
                        "circle",
                        "class",
                        ofFirst ? "point" : "point second",
                        "cx",
                        x.at(i + 0.5),
                        "cy",
                        y.at(value),
                        "r",
                        4);
                svg.element("title", points.get(i).label + ": " + unit.show(value))
                        .close();
            }
        }
    }
}
