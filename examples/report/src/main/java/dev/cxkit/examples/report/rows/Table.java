package dev.cxkit.examples.report.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of rows under a header, read once from the first row to the last. Fields are parted by comma, semicolon or tab, whichever the
 * header has most of.
 */
public final class Table implements AutoCloseable {

    private static final int LONGEST_HEADER = 1 << 16;
    private static final int MOST_NAMED = 40;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    private Table(String name, CsvReader<CsvRecord> reader) {
        this.name = name;
        this.reader = reader;
        this.records = reader.iterator();
        this.header = header();
    }

    /**
     * Opens a file, packed by gzip or not.
     *
     * @param name what messages call it
     * @throws InputException if it cannot be read or has no header
     */
    public static Table open(Path file, String name) {
        return of(name, TextFile.open(file));
    }

    /**
     * Reads rows from anywhere; the reader is closed with the table.
     *
     * @param name what messages call it
     * @throws InputException if there is no header
     */
    public static Table of(String name, Reader text) {
        BufferedReader buffered = new BufferedReader(text, LONGEST_HEADER);
        char separator;
        try {
            separator = separator(buffered);
        } catch (IOException e) {
            throw TextFile.unreadable(name, e);
        }
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(buffered);
        return new Table(name, reader);
    }

    /** Looks at the header line, without taking it. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER - 1];
        int length = 0;
        int read;
        while (length < start.length && (read = text.read(start, length, start.length - length)) > 0) {
            length += read;
        }
        text.reset();
        char[] candidates = {',', ';', '\t'};
        int[] found = new int[candidates.length];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < length; i++) {
            char c = start[i];
            if (begun && !quoted && (c == '\n' || c == '\r')) {
                break;
            }
            begun |= !Character.isWhitespace(c);
            quoted ^= c == '"';
            for (int k = 0; k < candidates.length && !quoted; k++) {
                found[k] += c == candidates[k] ? 1 : 0;
            }
        }
        int best = 0;
        for (int k = 1; k < candidates.length; k++) {
            best = found[k] > found[best] ? k : best;
        }
        return candidates[best];
    }

    private List<String> header() {
        List<String> names = new ArrayList<>();
        if (hasNext()) {
            next().getFields().forEach(field -> names.add(field.strip()));
        }
        if (names.stream().allMatch(String::isEmpty)) {
            throw new InputException(name + " is empty: there is no header");
        }
        return List.copyOf(names);
    }

    /** Returns what messages call this table. */
    public String name() {
        return name;
    }

    /**
     * Returns the column of this name.
     *
     * @throws InputException if the header does not have it, or has it twice
     */
    public Column column(String wanted) {
        int index = header.indexOf(wanted);
        if (index < 0) {
            String there = String.join(", ", header.subList(0, Math.min(MOST_NAMED, header.size())));
            String more = header.size() > MOST_NAMED ? " and " + (header.size() - MOST_NAMED) + " more" : "";
            throw new InputException(name + " has no column '" + wanted + "'; it has " + there + more);
        }
        if (header.lastIndexOf(wanted) != index) {
            throw new InputException(name + " has column '" + wanted + "' twice, as number " + (index + 1) + " and "
                    + (header.lastIndexOf(wanted) + 1));
        }
        return new Column(wanted, index);
    }

    /**
     * Hands over all rows that are left. Blank lines are none.
     *
     * @throws InputException if the file breaks off, or is not a table
     */
    public void forEach(Consumer<? super Row> action) {
        while (hasNext()) {
            CsvRecord record = next();
            action.accept(new Row(record.getStartingLineNumber(), record.getFields()));
        }
    }

    /**
     * Checks that a row has a field for each column of the header.
     *
     * @throws IllegalArgumentException if it has fewer or more
     */
    public void checkWidth(Row row) {
        if (row.fields().size() != header.size()) {
            throw new IllegalArgumentException(
                    "row has " + row.fields().size() + " fields; the header has " + header.size());
        }
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | CsvParseException e) {
            throw broken(e);
        }
    }

    private CsvRecord next() {
        try {
            return records.next();
        } catch (UncheckedIOException | CsvParseException e) {
            throw broken(e);
        }
    }

    private InputException broken(RuntimeException e) {
        return e.getCause() instanceof IOException cause
                ? TextFile.unreadable(name, cause)
                : new InputException(name + " is not a table of comma-separated values: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw TextFile.unreadable(name, e);
        }
    }
}
