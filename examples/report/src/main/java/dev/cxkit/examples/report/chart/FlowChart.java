package dev.cxkit.examples.report.chart;

import dev.cxkit.journey.render.Svg;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What came, above a line, and what went, below it, in each period, in parts of different colours.
 *
 * @param title what it shows
 * @param description what there is to see
 * @param show writes an amount
 * @param bars the periods in their order
 */
public record FlowChart(String title, String description, DoubleFunction<String> show, List<Bar> bars)
        implements Chart {

    private static final double HEIGHT = 260;
    private static final double TOP = 12;
    private static final double FOOT = 30;
    private static final double SIDE = 14;
    private static final double WIDEST = 48;

    /**
     * A period.
     *
     * @param label its short name
     * @param parts from the line outwards, those that came and those that went
     */
    public record Bar(String label, List<Part> parts) {

        /** Copies the parts. */
        public Bar {
            parts = List.copyOf(parts);
        }

        double sum(boolean came) {
            return parts.stream()
                    .mapToDouble(Part::amount)
                    .filter(amount -> came == (amount > 0))
                    .sum();
        }
    }

    /**
     * A part.
     *
     * @param kind the class of its colour
     * @param name what it is
     * @param amount how much; below 0 for what went
     */
    public record Part(String kind, String name, double amount) {}

    /** Copies the bars. */
    public FlowChart {
        bars = List.copyOf(bars);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg, double width) {
        double most = bars.stream().mapToDouble(bar -> bar.sum(true)).max().orElse(0);
        double least = bars.stream().mapToDouble(bar -> bar.sum(false)).min().orElse(0);
        Axis y = Axis.over(least, most, 5, HEIGHT - FOOT, TOP);
        double left = Chart.widest(y.ticks().stream().map(show::apply)) + 8;
        Axis x = new Axis(0, Math.max(1, bars.size()), 1, left, width - SIDE);
        y.drawUp(svg, show, left, width - SIDE);
        Periods.labels(svg, bars.stream().map(Bar::label).toList(), x, HEIGHT - 8, SIDE);
        double half = Math.min(WIDEST, 0.8 * (x.at(1) - x.at(0))) / 2;
        for (int i = 0; i < bars.size(); i++) {
            double up = 0;
            double down = 0;
            for (Part part : bars.get(i).parts) {
                double from = part.amount > 0 ? up : down;
                double to = from + part.amount;
                up = Math.max(up, to);
                down = Math.min(down, to);
                if (part.amount != 0) {
                    double top = y.at(Math.max(from, to));
                    double height = y.at(Math.min(from, to)) - top;
                    svg.open(
                            "rect",
                            "class",
                            part.kind,
                            "x",
                            x.at(i + 0.5) - half,
                            "y",
                            top,
                            "width",
                            2 * half,
                            "height",
                            height);
                    String name = bars.get(i).label + ", " + part.name + ": " + show.apply(Math.abs(part.amount));
                    svg.element("title", name).close();
                }
            }
        }
    }
}
