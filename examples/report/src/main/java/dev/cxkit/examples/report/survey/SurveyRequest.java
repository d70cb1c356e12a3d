package dev.cxkit.examples.report.survey;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.examples.report.rows.Times;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an export.
 *
 * @param questions the columns of ratings
 * @param by the columns of segments
 * @param weight the column of weights, or null if all answers weigh the same
 * @param id the column that says who answered, or null if each row is somebody else
 * @param timing when the answers were given, or null if that does not matter
 * @param strict whether the first rejected row ends it
 */
public record SurveyRequest(
        List<Question> questions,
        List<String> by,
        @Nullable String weight,
        @Nullable String id,
        @Nullable Timing timing,
        boolean strict)
        implements Serializable {

    /** Copies the lists. */
    public SurveyRequest {
        questions = List.copyOf(questions);
        by = List.copyOf(by);
    }

    /**
     * When the answers were given.
     *
     * @param column the column of times
     * @param unit the name of the periods: day, week or month
     * @param cadence the periods
     * @param times reads the times
     */
    public record Timing(String column, String unit, Cadence cadence, Times times) implements Serializable {}
}
