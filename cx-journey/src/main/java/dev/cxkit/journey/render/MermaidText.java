package dev.cxkit.journey.render;

import java.util.regex.Pattern;

/** Texts that Mermaid takes for nothing but text, found out with Mermaid 11.17. */
final class MermaidText {

    /** Mermaid refuses diagrams of more than 50,000 characters unless it is told otherwise. */
    static final int LONGEST = 60;

    /** What stands for itself everywhere: it neither ends a label nor begins a directive, a comment, HTML or Markdown. */
    private static final String SAFE = " -.,'()/+=?!$@€→·–×…";

    /** At the beginning of a label these would be read as such; their first letter is written as a number. */
    private static final Pattern KEYWORD =
            Pattern.compile("title|section|journey|accTitle|accDescr", Pattern.CASE_INSENSITIVE);

    private MermaidText() {}

    /** Returns the label for a journey or a flowchart. */
    static String of(String label) {
        String cleaned = SvgText.clean(label, LONGEST);
        boolean keyword = KEYWORD.matcher(cleaned).lookingAt();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cleaned.length(); i += Character.charCount(cleaned.codePointAt(i))) {
            int c = cleaned.codePointAt(i);
            boolean itself = (i > 0 || !keyword) && standsForItself(c);
            text.append(itself ? Character.toString(c) : "#" + c + ";");
        }
        return text.toString();
    }

    private static boolean standsForItself(int c) {
        if (c == 'ﬂ' || c == 'ß') {
            // With these Mermaid marks the numbered characters of its own.
            return false;
        }
        return SAFE.indexOf(c) >= 0
                || Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /**
     * Returns the node of a Sankey diagram, whose grammar knows ASCII alone, in quotes. Other texts are written as HTML with numbered
     * characters, which Mermaid turns back as long as there is a tag: the empty {@code <x>}, which it drops. It would show the names of
     * the three characters that HTML reserves, so these are written as their wide forms.
     */
    static String quoted(String label) {
        boolean plain = label.chars().allMatch(c -> c >= ' ' && c < 0x7F && "<#%;{}\"\\".indexOf(c) < 0);
        if (plain) {
            return '"' + label + '"';
        }
        StringBuilder text = new StringBuilder("\"<x>");
        label.codePoints().forEach(c -> {
            if (c == ' ' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                text.append((char) c);
            } else {
                text.append("&#").append(c == '&' || c == '<' || c == '>' ? c - '!' + 0xFF01 : c);
            }
        });
        return text.append('"').toString();
    }
}
