package dev.cxkit.examples.report.text;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.examples.report.rows.Quote;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were rejected together, such as those of one case, or a rejected row that belongs to nothing.
 *
 * @param line the line of the file: the row at fault, or the first
 * @param kind what it is, such as a case
 * @param id which; null if the row does not say
 * @param reason why
 * @param rows how many rows are lost with it
 */
public record RejectedGroup(
        long line, String kind, @Nullable String id, String reason, long rows) implements Result {

    private static final int MOST_PRINTED = 10;
    private static final int LONGEST_LINE = 500;
    private static final int MOST_WRITTEN = 100;

    /** Returns the row, which group it is, how many rows are lost with it, and why. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("row", line)
                .with(kind, id)
                .with("rows", rows)
                .with("reason", reason)
                .map();
    }

    /** Returns the first of them, as many as a document names. */
    public static List<RejectedGroup> first(List<RejectedGroup> groups) {
        return groups.subList(0, Math.min(MOST_WRITTEN, groups.size()));
    }

    /** Returns what is said of it in a line. */
    public String text() {
        String of = id == null ? "" : ", " + kind + " " + id + " with " + Unit.count(rows) + " rows";
        return Quote.of("row " + line + of + ": " + reason, LONGEST_LINE);
    }

    /** Returns how many rows were rejected. */
    public static long rows(List<RejectedGroup> groups) {
        return groups.stream().mapToLong(RejectedGroup::rows).sum();
    }

    /** Returns the first of them as lines, and how many more there are. */
    public static List<String> lines(List<RejectedGroup> groups, int most, String more) {
        return first(groups, groups.size(), most, more);
    }

    /**
     * Returns the first rejected rows as lines, and how many more there are.
     *
     * @param all how many were rejected, also of those that were not kept
     */
    public static List<String> lines(List<RejectedRow> rows, long all, int most, String more) {
        return first(
                rows.stream()
                        .map(row -> new RejectedGroup(row.position(), "", null, row.reason(), 1))
                        .toList(),
                all,
                most,
                more);
    }

    private static List<String> first(List<RejectedGroup> groups, long all, int most, String more) {
        List<String> lines = new ArrayList<>();
        groups.stream().limit(most).forEach(rejected -> lines.add(rejected.text()));
        if (all > most) {
            lines.add("and " + Unit.count(all - most) + more);
        }
        return lines;
    }

    /** Prints how many rows were rejected, and the first reasons; nothing if there are none. */
    public static void print(List<RejectedGroup> groups, PrintWriter out) {
        if (!groups.isEmpty()) {
            print(
                    "rejected: " + Unit.count(rows(groups)) + " rows (row = line of the file)",
                    lines(groups, MOST_PRINTED, " more"),
                    out);
        }
    }

    /** Prints how many rows were rejected, and the first reasons; nothing if there are none. */
    public static void print(String title, List<RejectedRow> rows, long all, PrintWriter out) {
        if (all > 0) {
            print(title, lines(rows, all, MOST_PRINTED, " more"), out);
        }
    }

    private static void print(String title, List<String> lines, PrintWriter out) {
        out.println(Quote.of(title, LONGEST_LINE));
        lines.forEach(line -> out.println("  " + line));
        out.println();
    }
}
