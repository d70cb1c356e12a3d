package dev.cxkit.examples.report.rows;

/** Makes a text from a file fit for one line of a message: short, and free of control characters, which a terminal would obey. */
public final class Quote {

    private Quote() {}

    /** Returns the text with at most {@code length} characters and each control character replaced. */
    public static String of(String text, int length) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().limit(length).forEach(c -> quoted.appendCodePoint(unsafe(c) ? '\uFFFD' : c));
        return text.codePointCount(0, text.length()) > length ? quoted + "..." : quoted.toString();
    }

    private static boolean unsafe(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
