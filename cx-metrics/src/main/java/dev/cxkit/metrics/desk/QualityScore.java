package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;

/**
 * The quality of service by a rubric. How far two graders agree is asked by {@link dev.cxkit.metrics.stats.Agreement}.
 *
 * @param rubric what was looked at
 * @param scores the scores, 0..1, of the reviews that have one; the mean has an interval
 * @param failed how many of these failed for a critical item
 * @param withoutScore how many reviews have no score, as no item applied
 */
public record QualityScore(Rubric rubric, Moments scores, Proportion failed, long withoutScore) {

    /** Checks the parts; throws an {@link IllegalArgumentException} if the numbers of reviews do not agree or one is below 0. */
    public QualityScore {
        requireNonNull(rubric, "rubric");
        if (failed.total() != scores.n()) {
            throw new IllegalArgumentException("failed " + failed + " is not of " + scores.n() + " scores");
        }
        if (withoutScore < 0) {
            throw new IllegalArgumentException("withoutScore " + withoutScore + " is below 0");
        }
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
                        (scored, of) -> new QualityScore(rubric, of.scores, of.failed, scored.total() - scored.count()))
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
}
