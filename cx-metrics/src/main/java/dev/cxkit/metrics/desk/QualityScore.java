package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Quality score"} of service (QA, internal quality score): the mean score of reviews by a {@link Rubric}.
 *
 * <ul>
 *   <li>The score of a review is the weighted mean of its grades, 0..1, see {@link Review#score}; 0 if a critical item failed.
 *   <li>Reviews to which no item applied have no score and are counted apart.
 *   <li>How far two graders agree is asked by {@link dev.cxkit.metrics.stats.Agreement}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.metrics.desk.QualityScore;
 * import dev.cxkit.metrics.desk.Review;
 * import dev.cxkit.metrics.desk.Rubric;
 * import java.util.List;
 * import java.util.Map;
 *
 * Scale solution = Scale.of("solution", 1, 5);
 * Rubric calls = new Rubric("calls", List.of(
 *         Rubric.Item.of("greeting", Rubric.MET, 1),
 *         Rubric.Item.of("solution", solution, 3),
 *         Rubric.Item.critical("identity", Rubric.MET, 0)));
 * List<Review> reviews = List.of(
 *         new Review(calls, Map.of("greeting", Rubric.MET.rate(1), "solution", solution.rate(3), "identity", Rubric.MET.rate(1))),
 *         new Review(calls, Map.of("greeting", Rubric.MET.rate(1), "solution", solution.rate(5), "identity", Rubric.MET.rate(0))));
 * QualityScore score = QualityScore.metric(calls).over(reviews);
 * System.out.println("mean " + score.scores().mean().getAsDouble() + ", failed " + score.failed().count());
 * // -> mean 0.3125, failed 1
 * }</pre>
 *
 * @param rubric the rubric of the reviews
 * @param scores the scores, 0..1, of the reviews that have one; the mean has an interval
 * @param failed how many of these failed for a critical item
 * @param withoutScore how many reviews have no score, as no item applied
 */
public record QualityScore(Rubric rubric, Moments scores, Proportion failed, long withoutScore) implements Result {

    /** Refuses numbers of reviews that do not agree or are below 0 with an {@link IllegalArgumentException}. */
    public QualityScore {
        requireNonNull(rubric, "rubric");
        Require.that(
                failed.total() == scores.n(),
                () -> "failed of " + failed.total() + " is not of " + scores.n() + " scores");
        Require.atLeast("withoutScore", withoutScore, 0);
    }

    /** Returns the metric; reviews by another rubric fail with an {@link IllegalArgumentException}. Memory: about 1.2 kB. */
    public static Metric<Review, QualityScore> metric(Rubric rubric) {
        requireNonNull(rubric, "rubric");
        Metric<Review, Graded> graded = Metric.both(
                        Moments.metric().on((Review review) -> review.score().orElseThrow()),
                        Proportion.metric(Review::isFailed),
                        Graded::new)
                .where(review -> review.score().isPresent());
        return Metric.both(
                        Proportion.metric((Review review) -> hasScore(rubric, review)),
                        graded,
                        (scored, grades) ->
                                new QualityScore(rubric, grades.scores, grades.failed, scored.total() - scored.count()))
                .named(Definition.of(
                        "quality",
                        rubric.name(),
                        rubric.items().stream().map(QualityScore::parts).toList()));
    }

    private record Graded(Moments scores, Proportion failed) {}

    private static boolean hasScore(Rubric rubric, Review review) {
        if (!review.rubric().equals(rubric)) {
            throw new IllegalArgumentException("review by rubric "
                    + review.rubric().name() + " is not by the rubric " + rubric.name() + " of the metric");
        }
        return review.score().isPresent();
    }

    private static List<?> parts(Rubric.Item item) {
        Scale scale = item.scale();
        return List.of(
                item.name(),
                item.weight(),
                item.critical(),
                scale.name(),
                scale.min(),
                scale.max(),
                scale.higherIsBetter(),
                scale.lowTo(),
                scale.highFrom());
    }

    /** Returns the mean score with its interval, as {@link Moments} have it, the failed, those without a score, and the rubric by name. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(scores))
                .with("failed", failed)
                .with("withoutScore", withoutScore)
                .with("rubric", rubric.name())
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
