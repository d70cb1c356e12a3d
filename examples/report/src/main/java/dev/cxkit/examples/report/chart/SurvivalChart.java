package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalInterval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * The shares that last, over time, with their intervals as bands and how many are at risk under them. Where some are right-censored
 * there is a tick. A curve is told by its colour, its dashes and its name.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param curves the groups, at most {@link #MOST}
 * @param interval how the bands are made
 * @param number how a time is written
 */
public record SurvivalChart(
        String title, String description, List<Curve> curves, SurvivalInterval interval, DoubleFunction<String> number)
        implements Chart {

    /** How many curves can be told apart. */
    public static final int MOST = 6;

    private static final double PLOT = 300;
    private static final double TOP = 12;
    private static final double FOOT = 30;
    private static final double ROW = 20;
    private static final double SIDE = 18;
    private static final double TICK = 4;
    private static final double SAMPLE = 22;
    private static final int MOST_TICKS = 120;

    /** What moves a line by less cannot be seen. */
    private static final double VISIBLE = 0.4;

    /**
     * One group.
     *
     * @param name its name
     * @param curve its estimate
     */
    public record Curve(String name, KaplanMeier curve) {}

    /** Copies the list. */
    public SurvivalChart {
        curves = List.copyOf(curves);
    }

    /** Returns the class of the colour of a curve. */
    public static String kind(int curve) {
        return "curve-" + curve;
    }

    /** Returns the times of the axis at a width. */
    public List<Double> times(double width) {
        return across(0, width).ticks().stream().filter(time -> time <= end()).toList();
    }

    private double end() {
        return curves.stream()
                .map(Curve::curve)
                .filter(curve -> curve.n() > 0)
                .mapToDouble(
                        curve -> curve.steps().get(curve.steps().size() - 1).time())
                .max()
                .orElse(1);
    }

    private Axis across(double left, double width) {
        int ticks = Math.max(2, (int) ((width - left) / 80));
        Axis round = Axis.over(0, Math.max(end(), Double.MIN_NORMAL), ticks, left, width - SIDE);
        return new Axis(0, round.high(), round.step(), left, width - SIDE);
    }

    @Override
    public double height(double width) {
        return TOP + PLOT + FOOT + 22 + ROW * curves.size();
    }

    @Override
    public void draw(Svg svg, double width) {
        double bottom = TOP + PLOT;
        double names = Chart.widest(curves.stream().map(curve -> Chart.cut(curve.name, width / 4)));
        double left = Math.max(SAMPLE + 6 + names, Chart.widest(Stream.of(Unit.SHARE.tick(1)))) + 14;
        Axis y = new Axis(0, 1, 0.25, bottom, TOP);
        Axis x = across(left, width);
        y.drawUp(svg, Unit.SHARE::tick, left, width - SIDE);
        double risks = bottom + FOOT + 18;
        svg.element("text", "at risk", "class", "soft small", "x", 0, "y", risks);
        for (double time : x.ticks()) {
            svg.empty("line", "class", "grid", "x1", x.at(time), "x2", x.at(time), "y1", TOP, "y2", bottom);
            svg.element(
                    "text",
                    number.apply(time),
                    "class",
                    "soft",
                    "text-anchor",
                    "middle",
                    "x",
                    x.at(time),
                    "y",
                    bottom + 19);
        }
        for (int i = 0; i < curves.size(); i++) {
            if (curves.get(i).curve.n() > 0) {
                svg.empty("path", "class", "area " + kind(i), "d", band(curves.get(i).curve, x, y));
            }
        }
        for (int i = 0; i < curves.size(); i++) {
            curve(svg, i, x, y);
            risk(svg, i, x, risks + ROW * (i + 1), width);
        }
    }

    private void curve(Svg svg, int i, Axis x, Axis y) {
        KaplanMeier curve = curves.get(i).curve;
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.2f %.2f", x.at(0), y.at(1)));
        StringBuilder ticks = new StringBuilder();
        double shown = y.at(1);
        double lastX = x.at(0);
        long censored =
                curve.steps().stream().filter(step -> step.censored() > 0).count();
        int left = curve.steps().size();
        for (KaplanMeier.Step step : curve.steps()) {
            double at = x.at(step.time());
            double height = y.at(step.survival());
            left--;
            if (Math.abs(height - shown) >= VISIBLE || left == 0) {
                path.append(String.format(Locale.ROOT, "H%.2fV%.2f", at, height));
                shown = height;
            }
            if (step.censored() > 0 && censored <= MOST_TICKS && at - lastX >= VISIBLE) {
                ticks.append(String.format(Locale.ROOT, "M%.2f %.2fV%.2f", at, height - TICK, height + TICK));
                lastX = at;
            }
        }
        if (curve.n() > 0) {
            svg.empty("path", "class", "line " + kind(i), "d", path.toString());
            if (!ticks.isEmpty()) {
                svg.empty("path", "class", "line gone " + kind(i), "d", ticks.toString());
            }
        }
    }

    /** The band between the limits, which ends where they are not known. */
    private String band(KaplanMeier curve, Axis x, Axis y) {
        StringBuilder there = new StringBuilder(String.format(Locale.ROOT, "M%.2f %.2f", x.at(0), y.at(1)));
        StringBuilder back = new StringBuilder();
        double low = y.at(1);
        double high = y.at(1);
        double end = x.at(0);
        for (KaplanMeier.Step step : curve.steps()) {
            Optional<Estimate> limits = step.survival() > 0
                    ? curve.survival(step.time(), interval, Estimate.DEFAULT_LEVEL)
                    : Optional.empty();
            end = x.at(step.time());
            if (limits.isEmpty()) {
                break;
            }
            double lower = y.at(Axis.low(limits.get()));
            double upper = y.at(Axis.high(limits.get()));
            if (Math.abs(lower - low) >= VISIBLE || Math.abs(upper - high) >= VISIBLE) {
                there.append(String.format(Locale.ROOT, "H%.2fV%.2f", end, upper));
                back.insert(0, String.format(Locale.ROOT, "V%.2fH%.2f", lower, end));
                low = lower;
                high = upper;
            }
        }
        return there + String.format(Locale.ROOT, "H%.2f", end) + back + String.format(Locale.ROOT, "V%.2fZ", y.at(1));
    }

    private void risk(Svg svg, int i, Axis x, double y, double width) {
        Curve curve = curves.get(i);
        svg.empty("line", "class", "line " + kind(i), "x1", 0, "x2", SAMPLE, "y1", y - 4, "y2", y - 4);
        svg.element("text", Chart.cut(curve.name, width / 4), "class", "small", "x", SAMPLE + 6, "y", y);
        for (double time : x.ticks()) {
            svg.element(
                    "text",
                    Unit.count(curve.curve.atRisk(time)),
                    "class",
                    "small soft",
                    "text-anchor",
                    "middle",
                    "x",
                    x.at(time),
                    "y",
                    y);
        }
    }
}
