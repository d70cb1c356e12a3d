package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts of unknown content made fit to be drawn: cleaned, measured, shortened and broken into lines.
 *
 * <ul>
 *   <li>Widths are in em, the size of the font: about right for an ordinary sans-serif, as there is no browser to ask. At 13 pixels a
 *       width of 10 em is 130 pixels.
 *   <li>A cleaned text is on one line. White space and control characters become one blank; marks that turn the direction of writing and
 *       such as show nothing go; what XML does not know becomes U+FFFD; a text of which nothing is left becomes {@code (blank)}.
 *   <li>What is too long ends with an ellipsis.
 * </ul>
 */
public final class SvgText {

    /** Stands for a text of which nothing can be seen. */
    private static final String NOTHING = "(blank)";

    private static final int NO_CHARACTER = 0xFFFD;
    private static final String NARROW = "iIljtfr.,:;'|!()[]/ -";
    private static final String BROAD = "mwMW@%&";

    private SvgText() {}

    /** Returns the cleaned text. */
    public static String clean(String text) {
        return clean(text, Integer.MAX_VALUE);
    }

    /** Returns the cleaned text with at most this number of code points, an ellipsis behind the last if there are more. */
    public static String clean(String text, int most) {
        requireNonNull(text, "text");
        StringBuilder cleaned = new StringBuilder();
        int count = 0;
        int lastEnd = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                gap = count > 0;
                continue;
            }
            if (isUnseen(c)) {
                continue;
            }
            if (gap) {
                count++;
                cleaned.append(' ');
            }
            gap = false;
            if (count >= most) {
                cleaned.setLength(lastEnd);
                return cleaned.toString().stripTrailing() + "…";
            }
            count++;
            cleaned.appendCodePoint(isCharacter(c) ? c : NO_CHARACTER);
            if (count < most) {
                lastEnd = cleaned.length();
            }
        }
        return cleaned.isEmpty() ? NOTHING : cleaned.toString();
    }

    /** Marks that turn the direction of writing would reach beyond the label; the others show nothing. */
    private static boolean isUnseen(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0x2060
                || c == 0xFEFF;
    }

    /** XML knows neither halves of surrogate pairs nor the code points that are none. */
    private static boolean isCharacter(int c) {
        return Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE;
    }

    /** Returns the cleaned text on one line of at most this width in em. */
    public static String line(String text, double width) {
        return lines(text, width, 1).get(0);
    }

    /**
     * Returns the cleaned text in lines, broken at blanks and behind hyphens where that can be; at least one line.
     *
     * @param width the greatest width of a line, in em
     * @param most the greatest number of lines
     */
    public static List<String> lines(String text, double width, int most) {
        String rest = clean(text, (int) (most * width * 4));
        List<String> lines = new ArrayList<>();
        while (!rest.isEmpty()) {
            int end = fitting(rest, width);
            if (end < rest.length() && lines.size() == most - 1) {
                lines.add(rest.substring(0, fitting(rest, width - 1)).strip() + "…");
                return lines;
            }
            int cut = end < rest.length() ? breakBefore(rest, end) : end;
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        return lines;
    }

    /** Returns the last place up to the end where a line may end, or the end if there is none. */
    private static int breakBefore(String text, int end) {
        if (text.charAt(end) == ' ') {
            return end;
        }
        int cut = end;
        while (cut > 0 && " -_/".indexOf(text.charAt(cut - 1)) < 0) {
            cut--;
        }
        return cut > 0 ? cut : end;
    }

    /** Returns how much of the text has room, one code point at least. */
    private static int fitting(String text, double width) {
        double used = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            used += width(c);
            if (used > width && i > 0) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Returns about how wide the text is, in em; 0 if it is empty. */
    public static double width(String text) {
        return text.codePoints().mapToDouble(SvgText::width).sum();
    }

    private static double width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (c >= 0x1F000) {
            return 1.4;
        }
        if ((c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFF60)) {
            return 1.05;
        }
        if (NARROW.indexOf(c) >= 0) {
            return 0.34;
        }
        if (BROAD.indexOf(c) >= 0) {
            return 0.96;
        }
        return Character.isUpperCase(c) ? 0.74 : 0.62;
    }
}
