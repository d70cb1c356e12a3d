package dev.cxkit.examples.report.chart;

import dev.cxkit.core.time.TimeRange;
import dev.cxkit.journey.render.Svg;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of time in lanes, one above the other.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param zone in which its days begin
 * @param whole from when to when
 * @param lanes the lanes, from top to bottom
 */
public record TimelineChart(String title, String description, ZoneId zone, TimeRange whole, List<Lane> lanes)
        implements Chart {

    private static final double LANE = 52;
    private static final double BAR = 22;
    private static final double TOP = 4;
    private static final double FOOT = 28;
    private static final double SIDE = 12;
    private static final double THINNEST = 1;

    /**
     * A lane.
     *
     * @param label what it shows, written above it
     * @param bars its stretches
     * @param due where to draw a line, or null
     */
    public record Lane(
            String label, List<Bar> bars, @Nullable Instant due) {

        /** Copies the stretches. */
        public Lane {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A stretch.
     *
     * @param kind the class of its colour
     * @param period from when to when
     * @param text what it is
     */
    public record Bar(String kind, TimeRange period, String text) {}

    /** Copies the lanes. */
    public TimelineChart {
        lanes = List.copyOf(lanes);
    }

    @Override
    public double height(double width) {
        return TOP + LANE * lanes.size() + FOOT;
    }

    @Override
    public void draw(Svg svg, double width) {
        Axis x = new Axis(
                whole.from().getEpochSecond(),
                Math.max(whole.to().getEpochSecond(), whole.from().getEpochSecond() + 1),
                1,
                SIDE,
                width - SIDE);
        double bottom = TOP + LANE * lanes.size();
        for (int i = 0; i < lanes.size(); i++) {
            lane(svg, lanes.get(i), x, TOP + LANE * i, width);
        }
        TimeTicks.draw(svg, x, zone, bottom - 4, bottom);
    }

    private static void lane(Svg svg, Lane lane, Axis x, double top, double width) {
        svg.open("text", "x", x.from(), "y", top + 15).text(Chart.cut(lane.label(), width - 2 * SIDE));
        svg.element("title", lane.label()).close();
        double y = top + 22;
        svg.empty("rect", "class", "lane", "x", x.from(), "y", y, "width", x.to() - x.from(), "height", BAR);
        for (Bar bar : lane.bars()) {
            double from = x.at(bar.period().from().getEpochSecond());
            double to = x.at(bar.period().to().getEpochSecond());
            double wide = Math.min(Math.max(to - from, THINNEST), x.to() - from);
            svg.open("rect", "class", bar.kind(), "x", from, "y", y, "width", wide, "height", BAR);
            svg.element("title", bar.text()).close();
        }
        Instant due = lane.due();
        if (due != null && x.holds(due.getEpochSecond())) {
            double at = x.at(due.getEpochSecond());
            svg.empty("line", "class", "due", "x1", at, "x2", at, "y1", y - 4, "y2", y + BAR + 4);
        }
    }
}
