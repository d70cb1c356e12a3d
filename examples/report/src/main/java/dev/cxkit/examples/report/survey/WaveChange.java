package dev.cxkit.examples.report.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survey.Change;
import dev.cxkit.metrics.survey.Ratings;
import dev.cxkit.metrics.survey.Score;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the headline score of a question changed from one file to another.
 *
 * @param by the column that the change is split by, or null if it is not split
 * @param counted the change where all answers weigh the same
 * @param weighted the change of the weighted score, or null without weights
 */
public record WaveChange(
        @Nullable String by,
        Change<String> counted,
        @Nullable Change<String> weighted) implements Result {

    private static final String EVERYBODY = "all";

    /** Returns the change; empty if one of the files has no answers to the question. */
    static Optional<WaveChange> between(QuestionResult before, QuestionResult after, @Nullable String by) {
        Score score = Headline.of(before.question().scale()).score();
        Segments<String, Measured> first = segments(before, by);
        Segments<String, Measured> second = segments(after, by);
        Optional<Change<String>> counted = change(first, second, Measured::counts, score);
        boolean weights = before.total().weights() != null;
        Optional<Change<String>> weighted =
                weights ? change(first, second, Measured::ratings, score) : Optional.empty();
        return counted.map(change -> new WaveChange(by, change, weighted.orElse(null)));
    }

    private static Segments<String, Measured> segments(QuestionResult result, @Nullable String by) {
        return by == null
                ? new Segments<>(result.total(), null, Map.of(EVERYBODY, result.total()))
                : requireNonNull(result.by().get(by), by);
    }

    private static Optional<Change<String>> change(
            Segments<String, Measured> before,
            Segments<String, Measured> after,
            Function<Measured, Ratings> view,
            Score score) {
        return Change.between(before.map(view), after.map(view), score, Estimate.DEFAULT_LEVEL);
    }

    /** Returns the change that is shown first: the weighted one where there are weights. */
    public Change<String> shown() {
        return weighted == null ? counted : weighted;
    }

    /** Returns the change where all answers weigh the same, the column that it is split by, and the weighted change. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(counted))
                .with("by", by)
                .with("weighted", weighted)
                .map();
    }
}
