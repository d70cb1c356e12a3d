package dev.cxkit.examples.report.rows;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line the line of the file on which it begins; the header is on line 1 unless blank lines precede it
 * @param fields its fields, as many as it happens to have
 */
public record Row(long line, List<String> fields) {

    /** Copies the fields. */
    public Row {
        fields = List.copyOf(fields);
    }

    /** Returns the field of the column without the white space around it; empty if blank. */
    public String text(Column column) {
        return fields.get(column.index()).strip();
    }
}
