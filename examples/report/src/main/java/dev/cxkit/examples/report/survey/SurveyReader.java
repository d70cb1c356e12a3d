package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.examples.report.rows.Column;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Numbers;
import dev.cxkit.examples.report.rows.Row;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table from its first row to its last and counts the answers to all questions on the way. */
public final class SurveyReader {

    /** The segment of rows that have none. */
    static final String BLANK = "(blank)";

    private static final int MOST_SEGMENTS = 1_000;
    private static final int MOST_PERIODS = 5_000;

    private final Table table;
    private final SurveyRequest request;
    private final List<Column> questions;
    private final List<Column> by;
    private final @Nullable Column weight;
    private final @Nullable Column id;
    private final @Nullable Column at;
    private final List<QuestionCounter> counters;
    private final List<Set<String>> segments = new ArrayList<>();
    private int firstPeriod = Integer.MAX_VALUE;
    private int lastPeriod = Integer.MIN_VALUE;

    /** A row that is good so far, with what it says. */
    private record Understood(Row row, Response response) {}

    private SurveyReader(Table table, SurveyRequest request) {
        this.table = table;
        this.request = request;
        this.questions = request.questions().stream()
                .map(question -> table.column(question.column()))
                .toList();
        this.by = request.by().stream().map(table::column).toList();
        this.weight = request.weight() == null ? null : table.column(request.weight());
        this.id = request.id() == null ? null : table.column(request.id());
        Timing timing = request.timing();
        this.at = timing == null ? null : table.column(timing.column());
        this.counters = request.questions().stream()
                .map(question -> new QuestionCounter(question, request))
                .toList();
        by.forEach(column -> segments.add(new HashSet<>()));
    }

    /**
     * Returns the answers in the table.
     *
     * @throws InputException if a column is not there, or a row is rejected and the request is strict
     */
    public static Wave read(Table table, SurveyRequest request) {
        return new SurveyReader(table, request).read();
    }

    private Wave read() {
        Intake<Understood> intake = Intake.into(this::take);
        table.forEach(row -> {
            intake.offer(row.line(), () -> understand(row));
            if (request.strict()) {
                stopAt(intake, "");
            }
        });
        long rejected = intake.rejected();
        return new Wave(
                table.name(),
                intake.accepted() + rejected,
                rejected,
                intake.rejectedRows(),
                counters.stream().map(counter -> counter.result(rejected)).toList(),
                counters.stream().flatMap(counter -> counter.note().stream()).toList());
    }

    private Understood understand(Row row) {
        Timing timing = request.timing();
        table.checkWidth(row);
        List<String> in = new ArrayList<>();
        for (Column column : by) {
            String text = row.text(column);
            in.add(text.isEmpty() ? BLANK : text);
        }
        String person = id == null || row.text(id).isEmpty() ? null : row.text(id);
        return new Understood(
                row,
                new Response(
                        row.line(),
                        timing == null || at == null ? null : time(timing, row.text(at)),
                        weight == null ? 1 : Numbers.weight(row.text(weight)),
                        in,
                        person));
    }

    private void take(Understood understood) {
        Response response = understood.response();
        if (request.timing() != null) {
            checkSpan(request.timing(), response.givenAt());
        }
        for (int i = 0; i < by.size(); i++) {
            Set<String> known = segments.get(i);
            known.add(response.segments().get(i));
            if (known.size() > MOST_SEGMENTS) {
                throw new InputException(table.name() + ": column " + by.get(i).name() + " has more than "
                        + MOST_SEGMENTS + " values, too many for segments");
            }
        }
        for (int i = 0; i < counters.size(); i++) {
            QuestionCounter counter = counters.get(i);
            counter.offer(response, understood.row().text(questions.get(i)));
            if (request.strict()) {
                stopAt(counter.intake(), " in column " + questions.get(i).name());
            }
        }
    }

    /** Reads the time of a row; one outside the years that periods are made for is rejected here. */
    private static Instant time(Timing timing, String text) {
        Instant instant = timing.times().read(text);
        timing.cadence().period(instant);
        return instant;
    }

    /** One mistyped century would make a series of thousands of empty periods. */
    private void checkSpan(Timing timing, Instant instant) {
        int period = timing.cadence().index(instant.getEpochSecond());
        firstPeriod = Math.min(firstPeriod, period);
        lastPeriod = Math.max(lastPeriod, period);
        if ((long) lastPeriod - firstPeriod >= MOST_PERIODS) {
            throw new InputException(table.name() + ": times in column " + timing.column() + " run from "
                    + timing.cadence().period(firstPeriod).from() + " to "
                    + timing.cadence().period(lastPeriod).to() + ", more than " + MOST_PERIODS + " "
                    + timing.unit() + "s; are they right?");
        }
    }

    private void stopAt(Intake<?> intake, String where) {
        if (intake.rejected() > 0) {
            RejectedRow rejected = intake.rejectedRows().get(0);
            throw new InputException(table.name() + ": row " + rejected.position() + where + ": " + rejected.reason());
        }
    }
}
