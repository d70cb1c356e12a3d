package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A stretch of numbers between round ends, laid over a stretch of pixels.
 *
 * @param low the lowest number
 * @param high the highest number, above {@code low}
 * @param step the distance of the ticks
 * @param from the pixel of {@code low}
 * @param to the pixel of {@code high}
 */
record Axis(double low, double high, double step, double from, double to) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /**
     * Returns an axis that holds these numbers.
     *
     * @param ticks about how many ticks are wanted
     */
    static Axis over(double least, double most, int ticks, double from, double to) {
        double span = most > least ? most - least : Math.max(1e-9, Math.abs(most) / 10);
        double raw = span / Math.max(1, ticks);
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = ROUND[ROUND.length - 1] * magnitude;
        for (int i = ROUND.length - 1; i >= 0; i--) {
            if (ROUND[i] * magnitude >= raw * (1 - 1e-9)) {
                step = ROUND[i] * magnitude;
            }
        }
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.ceil(Math.max(most, least + span / 2) / step - 1e-9) * step;
        return new Axis(low, Math.max(high, low + step), step, from, to);
    }

    /** Returns an axis of counts from 0, with ticks at whole numbers. */
    static Axis counts(double most, int ticks, double from, double to) {
        Axis axis = over(0, Math.max(1, most), ticks, from, to);
        double step = Math.max(1, Math.rint(axis.step) == axis.step ? axis.step : 2 * axis.step);
        return new Axis(0, Math.ceil(Math.max(1, most) / step) * step, step, from, to);
    }

    /** Returns an axis that holds the intervals of all these scores, of which there is at least one. */
    static Axis over(List<Estimate> scores, int ticks, double from, double to) {
        return over(
                scores.stream().mapToDouble(Axis::low).min().orElseThrow(),
                scores.stream().mapToDouble(Axis::high).max().orElseThrow(),
                ticks,
                from,
                to);
    }

    /** Returns the lower end of the interval, or the value where there is none. */
    static double low(Estimate score) {
        return score.interval().map(Estimate.Interval::low).orElse(score.value());
    }

    /** Returns the upper end of the interval, or the value where there is none. */
    static double high(Estimate score) {
        return score.interval().map(Estimate.Interval::high).orElse(score.value());
    }

    /** Returns the numbers that get a tick. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) {
            double tick = low + i * step;
            // Without this a tick may be called 1.4E-17 instead of 0.
            ticks.add(Math.abs(tick) < step / 1e6 ? 0 : tick);
        }
        return ticks;
    }

    /** Draws this axis from left to right: a line down the picture at each tick, and its number under it. */
    void drawAcross(Svg svg, Unit unit, double top, double bottom) {
        for (double tick : ticks()) {
            String kind = tick == 0 ? "zero" : "grid";
            svg.empty("line", "class", kind, "x1", at(tick), "x2", at(tick), "y1", top, "y2", bottom);
            svg.element(
                    "text", unit.tick(tick), "class", "soft", "text-anchor", "middle", "x", at(tick), "y", bottom + 19);
        }
    }

    /** Draws this axis upwards: a line across the picture at each tick, and its name to the left of it. */
    void drawUp(Svg svg, DoubleFunction<String> name, double left, double right) {
        for (double tick : ticks()) {
            String kind = tick == 0 ? "zero" : "grid";
            svg.empty("line", "class", kind, "x1", left, "x2", right, "y1", at(tick), "y2", at(tick));
            svg.element(
                    "text",
                    name.apply(tick),
                    "class",
                    "soft",
                    "text-anchor",
                    "end",
                    "x",
                    left - 6,
                    "y",
                    at(tick) + 4.5);
        }
    }

    /** Returns the pixel of a number. */
    double at(double number) {
        return from + (number - low) / (high - low) * (to - from);
    }

    /** Returns whether the number lies on the axis. */
    boolean holds(double number) {
        return number >= low && number <= high;
    }
}
