package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A count over time. It holds from each point on until the next.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param zone in which its days begin
 * @param points the counts in the order of time
 */
public record StepChart(String title, String description, ZoneId zone, List<Point> points) implements Chart {

    private static final double HEIGHT = 220;
    private static final double TOP = 12;
    private static final double FOOT = 30;
    private static final double SIDE = 14;
    private static final int TICKS = 4;

    /**
     * A count.
     *
     * @param at from when on it holds
     * @param count how many
     */
    public record Point(Instant at, long count) {}

    /** Copies the points. */
    public StepChart {
        points = List.copyOf(points);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg, double width) {
        if (points.size() < 2) {
            return;
        }
        long most = points.stream().mapToLong(Point::count).max().orElse(0);
        Axis y = Axis.counts(most, TICKS, HEIGHT - FOOT, TOP);
        double left = Chart.widest(y.ticks().stream().map(Unit::count)) + 8;
        double from = points.get(0).at().getEpochSecond();
        double to = points.get(points.size() - 1).at().getEpochSecond();
        Axis x = new Axis(from, Math.max(to, from + 1), 1, left, width - SIDE);
        TimeTicks.draw(svg, x, zone, TOP, HEIGHT - FOOT);
        y.drawUp(svg, Unit::count, left, width - SIDE);
        String line = line(x, y);
        String floor = String.format(Locale.ROOT, "%.2f", y.at(0));
        svg.empty("path", "class", "band", "d", line + "V" + floor + "H" + String.format(Locale.ROOT, "%.2fZ", left));
        svg.empty("path", "class", "trend", "d", line);
    }

    private String line(Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double at = x.at(point.at().getEpochSecond());
            path.append(
                    path.isEmpty()
                            ? String.format(Locale.ROOT, "M%.2f %.2f", at, y.at(point.count()))
                            : String.format(Locale.ROOT, "H%.2fV%.2f", at, y.at(point.count())));
        }
        return path.toString();
    }
}
