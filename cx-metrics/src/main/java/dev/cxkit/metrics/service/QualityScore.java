package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;

/**
 * The quality of service by a rubric. How far two graders agree is asked by {@link dev.cxkit.metrics.stats.Agreement}.
 *
 * @param rubric what was looked at
 * @param scores the scores, 0..1, of the reviews that have one; the mean has an interval
 * @param failed how many of these failed for a critical item
 * @param withoutScore how many reviews have no score, as no item applied
 */
public record QualityScore(Rubric rubric, Moments scores, Proportion failed, long withoutScore) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the numbers of reviews do not agree or one is below 0
     */
    public QualityScore {
        requireNonNull(rubric, "rubric");
        if (failed.of() != scores.n()) {
            throw new IllegalArgumentException("failed " + failed + " is not of " + scores.n() + " scores");
        }
        if (withoutScore < 0) {
            throw new IllegalArgumentException("withoutScore " + withoutScore + " is below 0");
        }
    }

    /** Returns the metric; reviews by another rubric fail with an {@link IllegalArgumentException}. Memory: about 1.2 kB. */
    public static Metric<Review, QualityScore> metric(Rubric rubric) {
        return new Scoring(requireNonNull(rubric, "rubric"));
    }

    private record Scoring(Rubric rubric) implements Metric<Review, QualityScore> {

        @Override
        public String definition() {
            StringBuilder items = new StringBuilder();
            for (Rubric.Item item : rubric.items()) {
                Scale scale = item.scale();
                items.append(',').append(item).append(scale.min()).append("..").append(scale.max());
                items.append(scale.higherIsBetter() ? " high" : " low").append(" is good, low to ");
                items.append(scale.lowTo()).append(", high from ").append(scale.highFrom());
            }
            return "quality(" + rubric.name() + items + ")";
        }

        @Override
        public Accumulator<Review, QualityScore> start() {
            return new State(this);
        }
    }

    private static final class State extends Accumulator<Review, QualityScore> {

        private final Rubric rubric;
        private final Accumulator<Double, Moments> scores = Moments.ofDoubles().start();
        private long failed;
        private long withoutScore;

        State(Scoring metric) {
            super(metric);
            this.rubric = metric.rubric;
        }

        @Override
        public void add(Review review) {
            if (!review.rubric().equals(rubric)) {
                throw new IllegalArgumentException("review by rubric "
                        + review.rubric().name() + " is not by the rubric " + rubric.name() + " of the metric");
            }
            review.score().ifPresentOrElse(scores::add, () -> withoutScore++);
            failed += review.isFailed() ? 1 : 0;
        }

        @Override
        public QualityScore result() {
            Moments moments = scores.result();
            return new QualityScore(rubric, moments, Proportion.of(failed, moments.n()), withoutScore);
        }

        @Override
        protected void absorb(Accumulator<Review, QualityScore> other) {
            State that = (State) other;
            scores.merge(that.scores);
            failed += that.failed;
            withoutScore += that.withoutScore;
        }

        @Override
        protected void write(StateOutput out) {
            out.state(scores);
            out.count(failed);
            out.count(withoutScore);
        }

        @Override
        protected void read(StateInput in) {
            scores.merge(in.state(Moments.ofDoubles()));
            failed = in.count();
            withoutScore = in.count();
        }
    }
}
