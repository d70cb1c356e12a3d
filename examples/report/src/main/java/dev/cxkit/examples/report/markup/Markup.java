package dev.cxkit.examples.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML or SVG in the making. All texts and attributes are escaped here and nowhere else; the names of tags and attributes are ours and
 * never come from data.
 */
public final class Markup {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens a tag with attributes, given as name, value, name, value. */
    public Markup open(String tag, Object... attributes) {
        start(tag, attributes);
        text.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the tag opened last. */
    public Markup close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** Adds a tag that holds nothing. */
    public Markup empty(String tag, Object... attributes) {
        start(tag, attributes);
        text.append("/>\n");
        return this;
    }

    /** Adds a tag that holds a text. */
    public Markup element(String tag, String content, Object... attributes) {
        return open(tag, attributes).text(content).close();
    }

    /** Adds a text. */
    public Markup text(String content) {
        content.codePoints().forEach(this::escape);
        return this;
    }

    /** Adds markup that was made before. */
    public Markup add(Markup other) {
        text.append(other);
        return this;
    }

    /** Adds a drawing that the library made and in which it escaped all texts itself. */
    public Markup drawing(String svg) {
        text.append(svg);
        return this;
    }

    /** Adds a style sheet of ours, which is no data. */
    public Markup style(String css) {
        text.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    private void start(String tag, Object... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text(written(attributes[i + 1]));
            text.append('"');
        }
    }

    private static String written(Object value) {
        if (value instanceof Double number) {
            // A hundredth of a pixel is more than enough, and short.
            double rounded = Math.rint(number * 100) / 100;
            return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
        }
        return value.toString();
    }

    private void escape(int c) {
        switch (c) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            default -> text.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
        }
    }

    /** Control characters have no place in a document, half a surrogate pair cannot be written, and others turn the text around. */
    private static boolean isAllowed(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= 0x20 && !(c >= 0x7f && c < 0xa0) && !(c >= 0xd800 && c < 0xe000) && !turns(c) && c < 0xfffe)
                || c > 0xffff;
    }

    private static boolean turns(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    /**
     * Returns the text so far.
     *
     * @throws IllegalStateException if a tag is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("tag " + open.peek() + " is still open");
        }
        return text.toString();
    }
}
