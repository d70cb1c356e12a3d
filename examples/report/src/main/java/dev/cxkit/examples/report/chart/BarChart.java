package dev.cxkit.examples.report.chart;

import dev.cxkit.core.feedback.Band;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.journey.render.Svg;
import java.util.List;
import java.util.Locale;

/**
 * How many gave each value, in the colour of its band.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param bars the values in their order
 */
public record BarChart(String title, String description, List<Bar> bars) implements Chart {

    private static final double HEIGHT = 210;
    private static final double TOP = 24;
    private static final double FOOT = 26;
    private static final double WIDEST = 64;

    /**
     * A value.
     *
     * @param label the value
     * @param count how many gave it
     * @param band what it says
     */
    public record Bar(String label, double count, Band band) {}

    /** Copies the bars. */
    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg, double width) {
        double most = Math.max(1, bars.stream().mapToDouble(Bar::count).max().orElse(1));
        double total = bars.stream().mapToDouble(Bar::count).sum();
        double slot = Math.min(WIDEST, width / bars.size());
        double left = (width - slot * bars.size()) / 2;
        double base = HEIGHT - FOOT;
        Axis y = new Axis(0, most, most, base, TOP);
        boolean counts = bars.stream().allMatch(bar -> Chart.width(Unit.count(bar.count())) <= slot);
        boolean shares = Chart.width("99%") <= slot + 2;
        int every = every((Chart.widest(bars.stream().map(Bar::label)) + 4) / slot);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double top = y.at(bar.count());
            double gap = slot > 12 ? slot * 0.1 : 0;
            double middle = left + (i + 0.5) * slot;
            svg.open(
                    "rect",
                    "class",
                    CellText.word(bar.band()),
                    "x",
                    middle - slot / 2 + gap,
                    "y",
                    top,
                    "width",
                    slot - 2 * gap,
                    "height",
                    base - top,
                    "rx",
                    Math.min(2, slot / 8));
            svg.element("title", bar.label() + ": " + Unit.count(bar.count())).close();
            if (counts || shares) {
                String label = counts ? Unit.count(bar.count()) : share(bar.count(), total);
                svg.element("text", label, "text-anchor", "middle", "x", middle, "y", top - 6);
            }
            if (i % every == 0) {
                svg.element(
                        "text", bar.label(), "class", "soft", "text-anchor", "middle", "x", middle, "y", HEIGHT - 8);
            }
        }
        svg.empty("line", "class", "zero", "x1", left, "x2", width - left, "y1", base, "y2", base);
    }

    /** At least so many bars lie from one label to the next; a number that people count by. */
    private static int every(double least) {
        int power = 1;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return factor * power;
                }
            }
            power *= 10;
        }
    }

    private static String share(double count, double total) {
        return total > 0 ? String.format(Locale.ROOT, "%.0f%%", 100 * count / total) : "";
    }
}
