package dev.cxkit.journey.render;

import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.render.MapColumns.Column;
import dev.cxkit.metrics.stats.Estimate;
import java.util.ArrayList;
import java.util.List;

/** The lane of emotions: expected dashed, observed solid with its interval. */
final class EmotionLane {

    private static final double CURVE = 116;

    private final MapSheet sheet;

    EmotionLane(MapSheet sheet) {
        this.sheet = sheet;
    }

    void draw() {
        List<double[]> expected = new ArrayList<>();
        List<double[]> observed = new ArrayList<>();
        double top = sheet.y + 24;
        for (int i = 0; i < sheet.columns.size(); i++) {
            double x = sheet.left(i) + MapSheet.COLUMN / 2 - 4;
            PlannedTouchpoint touchpoint = sheet.columns.all().get(i).touchpoint();
            Double meant = touchpoint == null ? null : touchpoint.expectedEmotion();
            if (meant != null) {
                expected.add(new double[] {x, level(top, meant)});
            }
            Estimate seen = sheet.at(i).emotion();
            if (seen != null) {
                observed.add(new double[] {x, level(top, seen.value())});
            }
        }
        if (expected.isEmpty() && observed.isEmpty()) {
            return;
        }
        sheet.begin("Emotion");
        for (int mark = -2; mark <= 2; mark++) {
            double at = level(top, mark);
            sheet.svg.path("rule", "M", sheet.left(0) - 4, " ", at, "H", sheet.width - MapSheet.MARGIN - 8);
            sheet.svg.text(
                    MapSheet.MARGIN + MapSheet.LANE - 28,
                    at + 4,
                    "small soft",
                    mark > 0 ? "+" + mark : mark < 0 ? "−" + -mark : "0");
        }
        curve("meant", "emotion as expected", expected);
        curve("seen", "emotion as observed", observed);
        for (int i = 0; i < sheet.columns.size(); i++) {
            points(i, top);
        }
        sheet.y = top + CURVE + 6;
        if (!observed.isEmpty()) {
            sheet.y += MapSheet.LINE;
            sheet.svg.text(sheet.left(0), sheet.y, "small soft", "dashed: expected · solid: observed, with interval");
            sheet.y += 2;
        }
    }

    private static double level(double top, double emotion) {
        return top + CURVE * (2 - Math.max(-2, Math.min(2, emotion))) / 4;
    }

    private void curve(String kind, String title, List<double[]> points) {
        if (points.size() < 2) {
            return;
        }
        StringBuilder d = new StringBuilder();
        double before = 0;
        for (double[] point : points) {
            String at = Svg.commands(point[0], " ", point[1]);
            if (d.isEmpty()) {
                d.append('M').append(at);
            } else {
                // Handles to the side, so that the curve goes no higher or lower than its points.
                double reach = (point[0] - before) / 2;
                d.append(Svg.commands("S", point[0] - reach, " ", point[1], " ", at));
            }
            before = point[0];
        }
        sheet.svg.titled(title, "path", "class", kind, "d", d);
    }

    private void points(int i, double top) {
        Column column = sheet.columns.all().get(i);
        double x = sheet.left(i) + MapSheet.COLUMN / 2 - 4;
        PlannedTouchpoint touchpoint = column.touchpoint();
        Double meant = touchpoint == null ? null : touchpoint.expectedEmotion();
        if (touchpoint != null && meant != null) {
            String text = SvgText.clean(touchpoint.activity(), 80) + ": expected " + Wording.number(meant, 2);
            sheet.svg.titled(text, "circle", "class", "dot", "cx", x, "cy", level(top, meant), "r", 4);
        }
        Estimate seen = sheet.at(column).emotion();
        if (touchpoint != null && seen != null) {
            seen.interval()
                    .ifPresent(interval -> sheet.svg.path(
                            "mark",
                            "M",
                            x - 4,
                            " ",
                            level(top, interval.low()),
                            "h8m-4 0V",
                            level(top, interval.high()),
                            "m-4 0h8"));
            String text = SvgText.clean(touchpoint.activity(), 80) + ": observed " + seen.text(2);
            sheet.svg.titled(text, "circle", "class", "main", "cx", x, "cy", level(top, seen.value()), "r", 4.5);
        }
    }
}
