package dev.cxkit.examples.report.chart;

/** How much room a label takes. Without a browser that is a guess, on the wide side for most letters. */
final class Label {

    private static final double WIDTH = 7.2;

    private Label() {}

    static double width(String text) {
        return WIDTH * text.codePointCount(0, text.length());
    }

    /** Returns the text, or as much of its beginning as there is room for. */
    static String cut(String text, double room) {
        int most = Math.max(1, (int) (room / WIDTH));
        int length = text.codePointCount(0, text.length());
        return length <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(1, most - 1)))
                                .strip() + "\u2026";
    }
}
