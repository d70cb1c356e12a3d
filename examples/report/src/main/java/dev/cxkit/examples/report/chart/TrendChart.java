package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import dev.cxkit.metrics.stats.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A score over time, with its interval as a band. Periods without an answer are gaps. The end that is not over yet is hollow and dashed.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param unit how the score is written
 * @param points the periods in their order
 */
public record TrendChart(String title, String description, Unit unit, List<Point> points) implements Chart {

    private static final double HEIGHT = 260;
    private static final double TOP = 12;
    private static final double FOOT = 30;
    private static final double SIDE = 14;
    private static final int MOST_DOTS = 120;

    /**
     * A period.
     *
     * @param label its short name
     * @param score the score, or null if nobody answered
     * @param finished whether it is over
     */
    public record Point(String label, @Nullable Estimate score, boolean finished) {}

    /** Copies the points. */
    public TrendChart {
        points = List.copyOf(points);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg, double width) {
        List<Estimate> scores =
                points.stream().map(Point::score).filter(score -> score != null).toList();
        if (scores.isEmpty()) {
            return;
        }
        Axis y = Axis.over(scores, 5, HEIGHT - FOOT, TOP);
        double left = Chart.widest(y.ticks().stream().map(unit::tick)) + 8;
        Axis x = new Axis(0, points.size(), 1, left, width - SIDE);
        y.drawUp(svg, unit::tick, left, width - SIDE);
        Periods.labels(svg, points.stream().map(Point::label).toList(), x, HEIGHT - 8, SIDE);
        runs(svg, x, y);
        if (points.size() <= MOST_DOTS) {
            dots(svg, x, y);
        }
    }

    /** Draws each stretch of periods without a gap. */
    private void runs(Svg svg, Axis x, Axis y) {
        int from = 0;
        while (from < points.size()) {
            int to = from;
            while (to < points.size() && points.get(to).score() != null) {
                to++;
            }
            if (to - from == 1) {
                whisker(svg, x.at(from + 0.5), y, points.get(from));
            } else if (to > from) {
                svg.empty("path", "class", "band", "d", band(x, y, from, to));
                int solid = to;
                while (solid > from && !points.get(solid - 1).finished()) {
                    solid--;
                }
                svg.empty("path", "class", "trend", "d", path(x, y, from, solid, Estimate::value));
                svg.empty(
                        "path", "class", "trend open", "d", path(x, y, Math.max(from, solid - 1), to, Estimate::value));
            }
            from = to + 1;
        }
    }

    private static void whisker(Svg svg, double x, Axis y, Point point) {
        Estimate score = point.score();
        if (score != null) {
            double low = y.at(Axis.low(score));
            svg.empty("line", "class", "whisker", "x1", x, "x2", x, "y1", low, "y2", y.at(Axis.high(score)));
        }
    }

    private void dots(Svg svg, Axis x, Axis y) {
        for (int i = 0; i < points.size(); i++) {
            Estimate score = points.get(i).score();
            if (score != null) {
                String kind = points.get(i).finished() ? "point" : "point hollow";
                svg.open("circle", "class", kind, "cx", x.at(i + 0.5), "cy", y.at(score.value()), "r", 4);
                svg.element(
                        "title", points.get(i).label() + ": " + unit.show(score.value()) + ", " + unit.interval(score));
                svg.close();
            }
        }
    }

    private String band(Axis x, Axis y, int from, int to) {
        StringBuilder back = new StringBuilder();
        for (int i = to - 1; i >= from; i--) {
            back.append(step("L", x, y, i, Axis::low));
        }
        return path(x, y, from, to, Axis::high) + back + "Z";
    }

    private String path(Axis x, Axis y, int from, int to, ToDoubleFunction<Estimate> value) {
        StringBuilder path = new StringBuilder();
        for (int i = from; i < to; i++) {
            path.append(step(i == from ? "M" : "L", x, y, i, value));
        }
        return path.toString();
    }

    private String step(String command, Axis x, Axis y, int i, ToDoubleFunction<Estimate> value) {
        Estimate score = points.get(i).score();
        return score == null
                ? ""
                : String.format(Locale.ROOT, "%s%.2f %.2f", command, x.at(i + 0.5), y.at(value.applyAsDouble(score)));
    }
}
