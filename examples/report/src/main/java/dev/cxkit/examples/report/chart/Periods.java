package dev.cxkit.examples.report.chart;

import dev.cxkit.journey.render.Svg;
import java.util.List;

/** The names of periods under a picture. */
final class Periods {

    private Periods() {}

    /** As many labels as there is room for, at equal distances, the last one among them. */
    static void labels(Svg svg, List<String> labels, Axis x, double y, double side) {
        double slot = (x.to() - x.from()) / labels.size();
        int every = Math.max(1, (int) Math.ceil((Chart.widest(labels.stream()) + 12) / slot));
        for (int i = labels.size() - 1; i >= 0; i -= every) {
            double half = Chart.width(labels.get(i)) / 2;
            double at = Math.max(half, Math.min(x.at(i + 0.5), x.to() + side - half));
            svg.element("text", labels.get(i), "class", "soft", "text-anchor", "middle", "x", at, "y", y);
        }
    }
}
