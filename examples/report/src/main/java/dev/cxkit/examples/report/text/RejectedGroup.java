package dev.cxkit.examples.report.text;

import dev.cxkit.examples.report.rows.Quote;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells by several rows and was refused whole, or a row that belongs to nothing.
 *
 * @param line the line of the file: the row at fault, or the first
 * @param kind what it is, such as a case
 * @param id which; null if the row does not say
 * @param reason why
 * @param rows how many rows are lost with it
 */
public record RejectedGroup(
        long line, String kind, @Nullable String id, String reason, long rows) {

    private static final int MOST_PRINTED = 10;
    private static final int LONGEST_LINE = 500;

    /** Returns what is said of it in a line. */
    public String text() {
        String of = id == null ? "" : ", " + kind + " " + id + " with " + Unit.count(rows) + " rows";
        return Quote.of("row " + line + of + ": " + reason, LONGEST_LINE);
    }

    /** Returns how many rows were refused. */
    public static long rows(List<RejectedGroup> refusals) {
        return refusals.stream().mapToLong(RejectedGroup::rows).sum();
    }

    /** Returns the first of them as lines, and how many more there are. */
    public static List<String> lines(List<RejectedGroup> refusals, int most, String more) {
        List<String> lines = new ArrayList<>();
        refusals.stream().limit(most).forEach(refused -> lines.add(refused.text()));
        if (refusals.size() > most) {
            lines.add("and " + Unit.count(refusals.size() - most) + more);
        }
        return lines;
    }

    /** Prints how many rows were refused, and the first reasons; nothing if there are none. */
    public static void print(List<RejectedGroup> refusals, PrintWriter out) {
        if (!refusals.isEmpty()) {
            out.println("refused: " + Unit.count(rows(refusals)) + " rows (row = line of the file)");
            lines(refusals, MOST_PRINTED, " more").forEach(line -> out.println("  " + line));
            out.println();
        }
    }
}
