package dev.cxkit.journey.render;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Markup (SVG or HTML) in the making, in which every text and every attribute value is escaped.
 *
 * <ul>
 *   <li>Names of elements and attributes are written as they are: they must be the program's own and never come from data.
 *   <li>A {@code double} is rounded to a hundredth. An attribute whose value is an empty text is not written.
 *   <li>Control characters, halves of surrogate pairs and marks that turn the direction of writing become U+FFFD.
 * </ul>
 *
 * <p>Not safe for use by several threads.
 */
public sealed class Markup permits Svg {

    private final StringBuilder text = new StringBuilder(1024);
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts with nothing. */
    public Markup() {}

    /**
     * Opens an element.
     *
     * @param attributes name, value, name, value
     */
    public Markup open(String element, Object... attributes) {
        start(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    /**
     * Closes the element that was opened last.
     *
     * @throws java.util.NoSuchElementException if none is open
     */
    public Markup close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** Adds an element that holds nothing. */
    public Markup empty(String element, Object... attributes) {
        start(element, attributes);
        text.append("/>\n");
        return this;
    }

    /** Adds an element that holds a text. */
    public Markup element(String element, String content, Object... attributes) {
        return open(element, attributes).text(content).close();
    }

    /** Adds a text, escaped. */
    public Markup text(String content) {
        content.codePoints().forEach(this::escape);
        return this;
    }

    /** Adds markup that was made before, such as a drawing. It is not escaped, so it must come from this kit. */
    public Markup add(CharSequence markup) {
        text.append(markup);
        return this;
    }

    private void start(String element, Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = written(attributes[i + 1]);
            if (!value.isEmpty()) {
                text.append(' ').append(attributes[i]).append("=\"");
                text(value);
                text.append('"');
            }
        }
    }

    private static String written(Object value) {
        return value instanceof Double number ? Wording.number(number, 2) : value.toString();
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
     * Returns the markup.
     *
     * @throws IllegalStateException if an element is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("element " + open.peek() + " is still open");
        }
        return text.toString();
    }
}
