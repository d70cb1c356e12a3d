package dev.cxkit.examples.report.chart;

import java.util.stream.Stream;

/** How much room a label takes. Without a browser that is a guess, on the wide side for most letters. */
final class Label {

    private static final double WIDTH = 7.2;
    private static final double WIDE = 13.5;

    /** From here on scripts are mostly as wide as they are high: Korean, Chinese, Japanese, emoji. */
    private static final int FIRST_WIDE = 0x1100;

    private Label() {}

    static double width(String text) {
        return text.codePoints().mapToDouble(Label::width).sum();
    }

    /** Returns how much room the widest of the texts takes; 0 if there is none. */
    static double widest(Stream<String> texts) {
        return texts.mapToDouble(Label::width).max().orElse(0);
    }

    private static double width(int c) {
        return c < FIRST_WIDE || Character.getType(c) == Character.DASH_PUNCTUATION ? WIDTH : WIDE;
    }

    /** Returns the text, or as much of its beginning as there is room for. */
    static String cut(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double used = WIDTH;
        for (int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > room && !kept.isEmpty()) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().strip() + "\u2026";
    }
}
