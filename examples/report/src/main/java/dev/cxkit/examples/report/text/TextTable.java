package dev.cxkit.examples.report.text;

import dev.cxkit.examples.report.rows.Quote;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under a header, with columns as wide as they need to be: the first to the left, all others to the right. */
public final class TextTable {

    private static final int WIDEST = 40;

    private final List<List<String>> rows = new ArrayList<>();

    /** Makes a table with this header. */
    public TextTable(List<String> header) {
        add(header);
    }

    /** Adds a row of as many cells as the header has. */
    public TextTable add(List<String> cells) {
        if (!rows.isEmpty() && cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells under a header of " + rows.get(0).size());
        }
        rows.add(cells.stream().map(cell -> Quote.of(cell, WIDEST)).toList());
        return this;
    }

    /** Prints rows of which the first is the header, and a blank line. */
    public static void print(List<List<String>> rows, PrintWriter out) {
        TextTable table = new TextTable(rows.get(0));
        rows.subList(1, rows.size()).forEach(table::add);
        table.print(out);
        out.println();
    }

    /** Prints the table. */
    public void print(PrintWriter out) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - length(row.get(i)));
                line.append("  ").append(i == 0 ? row.get(i) + space : space + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
