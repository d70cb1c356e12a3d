package dev.cxkit.examples.report.log;

import dev.cxkit.examples.report.rows.Column;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Row;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.rows.Times;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a table with a row for each touchpoint. */
final class CsvLog {

    private CsvLog() {}

    /**
     * Returns what the table holds.
     *
     * @throws InputException if it cannot be read, or lacks a column, or the columns of journey, time and activity are not told
     */
    static TouchpointLog read(Path file, String name, LogFields names, Times times) {
        String journey = needed(names.journey(), "--journey");
        needed(names.at(), "--at");
        needed(names.activity(), "--activity");
        TouchpointIntake intake = new TouchpointIntake(names, times);
        try (Table table = Table.open(file, name)) {
            Map<String, Column> columns = new HashMap<>();
            Stream<@Nullable String> all = Stream.of(
                    journey,
                    names.at(),
                    names.activity(),
                    names.end(),
                    names.channel(),
                    names.agent(),
                    names.id(),
                    names.lifecycle(),
                    names.instance());
            Stream.concat(all, names.by().stream()).forEach(column -> {
                if (column != null) {
                    columns.put(column, table.column(column));
                }
            });
            table.forEach(row -> take(table, row, intake, journey, columns));
        }
        return intake.log(name, "line of the file");
    }

    private static void take(
            Table table, Row row, TouchpointIntake intake, String journey, Map<String, Column> columns) {
        intake.row();
        try {
            table.checkWidth(row);
        } catch (IllegalArgumentException e) {
            intake.reject(row.line(), String.valueOf(e.getMessage()));
            return;
        }
        TouchpointIntake.Fields fields = name -> {
            Column column = columns.get(name);
            return column == null ? "" : row.text(column);
        };
        intake.take(row.line(), fields.text(journey), fields);
    }

    private static String needed(@Nullable String column, String option) {
        if (column == null) {
            throw new InputException("a table needs " + option + " COLUMN");
        }
        return column;
    }
}
