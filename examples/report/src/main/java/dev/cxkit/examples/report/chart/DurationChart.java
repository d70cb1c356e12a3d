package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import java.util.List;

/**
 * How many lengths of time there are of each size, on a logarithmic axis. What has no length has no place on it and stands apart.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param none how many have no length
 * @param bars the others, in order, all as wide on the axis
 * @param marks lengths to be pointed out, in order
 */
public record DurationChart(String title, String description, long none, List<Bar> bars, List<Mark> marks)
        implements Chart {

    private static final double HEIGHT = 240;
    private static final double TOP = 44;
    private static final double FOOT = 30;
    private static final double SIDE = 12;
    private static final double NONE = 40;
    private static final int TICKS = 4;

    private static final List<Mark> ROUND = List.of(
            new Mark("1 s", 1),
            new Mark("10 s", 10),
            new Mark("1 min", 60),
            new Mark("10 min", 600),
            new Mark("1 h", 3_600),
            new Mark("6 h", 21_600),
            new Mark("1 d", 86_400),
            new Mark("1 week", 604_800),
            new Mark("30 d", 2_592_000),
            new Mark("100 d", 8_640_000),
            new Mark("1 y", 31_536_000),
            new Mark("5 y", 157_680_000));

    /**
     * A range of lengths.
     *
     * @param from the shortest, in seconds, above 0
     * @param to the end of the range, which does not belong to it
     * @param count how many lie in it
     * @param text what it is
     */
    public record Bar(double from, double to, long count, String text) {}

    /**
     * A length that is pointed out.
     *
     * @param label its name
     * @param seconds how long it is
     */
    public record Mark(String label, double seconds) {}

    /** Copies the lists. */
    public DurationChart {
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg, double width) {
        long most = Math.max(none, bars.stream().mapToLong(Bar::count).max().orElse(0));
        Axis y = Axis.counts(most, TICKS, HEIGHT - FOOT, TOP);
        double left = Chart.widest(y.ticks().stream().map(Unit::count)) + 8;
        y.drawUp(svg, Unit::count, left, width - SIDE);
        if (none > 0) {
            bar(svg, y, left + 6, left + NONE - 8, new Bar(0, 0, none, "no time at all"), "mix");
            label(svg, "0", left + NONE / 2 - 1, left, width);
        }
        if (bars.isEmpty()) {
            return;
        }
        Axis x = new Axis(
                Math.log(bars.get(0).from()),
                Math.log(bars.get(bars.size() - 1).to()),
                1,
                left + (none > 0 ? NONE : 0),
                width - SIDE);
        ticks(svg, x, width);
        for (Bar bar : bars) {
            bar(svg, y, x.at(Math.log(bar.from())) + 0.75, x.at(Math.log(bar.to())) - 0.75, bar, "rate");
        }
        for (int i = 0; i < marks.size(); i++) {
            // The longest has the top row, so that no label lies on the line of a longer one.
            boolean longest = i == marks.size() - 1;
            mark(svg, marks.get(i), x, 16 * (marks.size() - i), longest ? width : 0);
        }
        svg.empty("line", "class", "zero", "x1", left, "x2", width - SIDE, "y1", y.at(0), "y2", y.at(0));
    }

    private void ticks(Svg svg, Axis x, double width) {
        double free = none > 0 ? x.from() - 7 : 0;
        for (Mark tick : ROUND) {
            double at = x.at(Math.log(tick.seconds()));
            if (!x.holds(Math.log(tick.seconds()))) {
                continue;
            }
            svg.empty("line", "class", "tick", "x1", at, "x2", at, "y1", HEIGHT - FOOT, "y2", HEIGHT - FOOT + 5);
            double half = Chart.width(tick.label()) / 2;
            if (at - half > free && at + half < width) {
                label(svg, tick.label(), at, x.from(), width);
                free = at + half + 6;
            }
        }
    }

    private static void label(Svg svg, String text, double at, double left, double width) {
        double half = Chart.width(text) / 2;
        double middle = Math.max(left - 12, Math.min(at, width - half));
        svg.element("text", text, "class", "soft", "text-anchor", "middle", "x", middle, "y", HEIGHT - 8);
    }

    private static void bar(Svg svg, Axis y, double from, double to, Bar bar, String kind) {
        double top = y.at(bar.count());
        double wide = Math.max(0.5, to - from);
        svg.open("rect", "class", kind, "x", from, "y", top, "width", wide, "height", y.at(0) - top);
        svg.element("title", bar.text() + ": " + Unit.count(bar.count())).close();
    }

    /** The label stands to the right of its line if there it ends before {@code room}, else to the left, but never outside. */
    private static void mark(Svg svg, Mark mark, Axis x, double y, double room) {
        double place = mark.seconds() > 0 ? Math.log(mark.seconds()) : Double.NEGATIVE_INFINITY;
        if (!x.holds(place)) {
            return;
        }
        double at = x.at(place);
        double wide = Chart.width(mark.label()) + 6;
        boolean left = at + wide > room && at > wide;
        svg.empty("line", "class", "whole", "x1", at, "x2", at, "y1", y - 10, "y2", HEIGHT - FOOT);
        svg.element("text", mark.label(), "text-anchor", left ? "end" : "start", "x", at + (left ? -5 : 5), "y", y);
    }
}
