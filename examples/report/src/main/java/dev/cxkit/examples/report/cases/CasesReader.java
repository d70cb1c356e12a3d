package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.examples.report.cases.CaseFile.Entered;
import dev.cxkit.examples.report.rows.Column;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Row;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.text.RejectedGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a log and puts the rows of each case together. A case with one bad row would be another case: it is rejected whole. */
final class CasesReader {

    private static final String BLANK = "(blank)";
    private static final String CASE = "case";
    private static final int MOST_SEGMENTS = 1_000;

    private final Table table;
    private final CasesRequest request;
    private final @Nullable Column id;
    private final List<Place> moments;
    private final @Nullable Column owner;
    private final @Nullable Column actor;
    private final List<Column> by;
    private final Map<String, Rows> byCase = new LinkedHashMap<>();
    private final List<RejectedGroup> rejectedGroups = new ArrayList<>();
    private long rows;

    /** The rows of a case, with the first fault among them. */
    private static final class Rows {
        private final List<Entry> entries = new ArrayList<>();
        private long rows;
        private long line;
        private @Nullable String fault;
    }

    /** Where a row says when something happened, and what: a column, or the event itself if that is null. */
    private record Place(Column at, @Nullable Column what, String event) {}

    /** A case with its rows in the order of time. */
    private record Built(Case of, List<Entry> rows) {}

    private CasesReader(Table table, CasesRequest request) {
        this.table = table;
        this.request = request;
        CasesRequest.Columns columns = request.columns();
        this.id = columns.id() == null ? null : table.column(columns.id());
        this.moments = columns.moments().stream()
                .map(moment -> new Place(
                        table.column(moment.at()), moment.dated() ? null : table.column(moment.what()), moment.what()))
                .toList();
        this.owner = columns.owner() == null ? null : table.column(columns.owner());
        this.actor = columns.actor() == null ? null : table.column(columns.actor());
        this.by = columns.by().stream().map(table::column).toList();
    }

    /**
     * Returns the cases in the table.
     *
     * @throws InputException if a column is not there, or has too many values for segments
     */
    static CaseFile read(Table table, CasesRequest request) {
        return new CasesReader(table, request).read();
    }

    private CaseFile read() {
        table.forEach(this::take);
        List<Built> built = new ArrayList<>();
        byCase.forEach((name, of) -> build(name, of, built));
        rejectedGroups.sort(Comparator.comparingLong(RejectedGroup::line));
        Instant asOf = request.asOf() != null ? request.asOf() : latest(built);
        long events = 0;
        long later = 0;
        List<Entered> entered = new ArrayList<>();
        for (Built each : built) {
            List<Entry> until =
                    each.rows.stream().filter(row -> !row.at().isAfter(asOf)).toList();
            events += until.size();
            later += each.rows.size() - until.size();
            if (!until.isEmpty()) {
                entered.add(new Entered(each.of, until.get(until.size() - 1).segments()));
            }
        }
        checkSegments(entered);
        return new CaseFile(
                table.name(), built.isEmpty() ? request.asOf() : asOf, rows, events, later, entered, rejectedGroups);
    }

    private static Instant latest(List<Built> built) {
        return built.stream()
                .map(each -> each.rows.get(each.rows.size() - 1).at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private void take(Row row) {
        rows++;
        try {
            table.checkWidth(row);
        } catch (IllegalArgumentException e) {
            rejectedGroups.add(new RejectedGroup(row.line(), CASE, null, String.valueOf(e.getMessage()), 1));
            return;
        }
        String name = id == null ? Long.toString(row.line()) : row.text(id);
        if (name.isEmpty()) {
            rejectedGroups.add(new RejectedGroup(row.line(), CASE, null, "case is missing", 1));
            return;
        }
        Rows of = byCase.computeIfAbsent(name, key -> new Rows());
        of.rows++;
        of.line = of.rows == 1 ? row.line() : of.line;
        try {
            entries(row, of.entries);
        } catch (IllegalArgumentException e) {
            if (of.fault == null) {
                of.fault = String.valueOf(e.getMessage());
                of.line = row.line();
            }
        }
    }

    private void entries(Row row, List<Entry> to) {
        List<String> segments = new ArrayList<>();
        for (Column column : by) {
            String text = row.text(column);
            segments.add(text.isEmpty() ? BLANK : text);
        }
        for (Place place : moments) {
            String time = row.text(place.at);
            if (place.what == null && time.isEmpty()) {
                continue;
            }
            to.add(new Entry(
                    row.line(),
                    request.times().read(time),
                    place.what == null ? place.event : row.text(place.what),
                    owner == null ? "" : row.text(owner),
                    actor == null ? "" : row.text(actor),
                    segments));
        }
    }

    private void build(String name, Rows of, List<Built> built) {
        if (of.fault != null) {
            rejectedGroups.add(new RejectedGroup(of.line, CASE, name, of.fault, of.rows));
            return;
        }
        try {
            Case read = request.log().read(CaseId.of(name), of.entries);
            List<Entry> ordered = new ArrayList<>(of.entries);
            ordered.sort(Comparator.comparing(Entry::at));
            built.add(new Built(read, ordered));
        } catch (IllegalArgumentException e) {
            rejectedGroups.add(new RejectedGroup(of.line, CASE, name, String.valueOf(e.getMessage()), of.rows));
        }
    }

    private void checkSegments(List<Entered> entered) {
        for (int i = 0; i < by.size(); i++) {
            Set<String> values = new HashSet<>();
            for (Entered each : entered) {
                values.add(each.segments().get(i));
            }
            if (values.size() > MOST_SEGMENTS) {
                throw new InputException(table.name() + ": column " + by.get(i).name() + " has more than "
                        + MOST_SEGMENTS + " values, too many for segments");
            }
        }
    }
}
