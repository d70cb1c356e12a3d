package dev.cxkit.examples.report.chart;

import dev.cxkit.examples.report.markup.Markup;
import java.util.List;

/** The names of periods under a picture. */
final class Periods {

    private Periods() {}

    /** As many labels as there is room for, at equal distances, the last one among them. */
    static void labels(Markup svg, List<String> labels, Axis x, double y, double side) {
        double slot = (x.to() - x.from()) / labels.size();
        int every = Math.max(1, (int) Math.ceil((Label.widest(labels.stream()) + 12) / slot));
        for (int i = labels.size() - 1; i >= 0; i -= every) {
            double half = Label.width(labels.get(i)) / 2;
            double at = Math.max(half, Math.min(x.at(i + 0.5), x.to() + side - half));
            svg.element("text", labels.get(i), "class", "soft", "text-anchor", "middle", "x", at, "y", y);
        }
    }
}
