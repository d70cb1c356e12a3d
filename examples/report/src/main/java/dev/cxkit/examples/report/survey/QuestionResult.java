package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one file to one question. Its rows are those answered, missing, rejected and superseded, and no others.
 *
 * @param question the question
 * @param total all answers
 * @param by for each column of segments the answers by segment, numbers first and in their order
 * @param series the answers by period, or null if that was not asked
 * @param rejected how many rows were rejected, as rows or for this question
 * @param superseded how many ratings were given by somebody of whom a later one counts
 * @param rejectedRows the first of the ratings that were rejected for this question
 */
public record QuestionResult(
        Question question,
        Measured total,
        Map<String, Segments<String, Measured>> by,
        @Nullable Series<Measured> series,
        long rejected,
        long superseded,
        List<RejectedRow> rejectedRows)
        implements Result {

    /** Copies the collections and puts segments in order. */
    public QuestionResult {
        by = new LinkedHashMap<>(by);
        by.replaceAll((column, segments) ->
                new Segments<>(segments.total(), segments.gathered(), SegmentOrder.of(segments.each())));
        rejectedRows = List.copyOf(rejectedRows);
    }

    /** Returns how many gave a rating that counts. */
    public long answered() {
        return total.counts().answered();
    }

    /** Returns how many rows have no answer. */
    public long missing() {
        return total.counts().skipped();
    }

    /** Returns the question, what became of the rows, the answers in total, by segment and by period, and the first rejected ratings. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("column", question.column())
                .with("scale", question.scale().name())
                .with("answered", answered())
                .with("missing", missing())
                .with("rejected", rejected)
                .with("superseded", superseded)
                .with("total", total)
                .with("by", by.isEmpty() ? null : by)
                .with("series", series)
                .with("rejectedRows", rejectedRows)
                .map();
    }
}
