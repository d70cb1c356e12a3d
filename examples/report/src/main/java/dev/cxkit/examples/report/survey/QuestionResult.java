package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.RejectedRow;
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
 * @param by for each column of segments the answers by segment
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
        List<RejectedRow> rejectedRows) {

    /** Copies the collections. */
    public QuestionResult {
        by = new LinkedHashMap<>(by);
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
}
