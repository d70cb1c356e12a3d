package dev.cxkit.metrics.survey;

import dev.cxkit.core.feedback.Band;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.ProportionInterval;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores of ratings: NPS, net score, top-box share (favourable), mean, index 0..100.
 *
 * <p>Each is the mean of the contribution of a single rating, so that a change of it can be split by segment. All are empty without
 * ratings.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Score {

    /**
     * Net Promoter Score in points, -100..100: the percentage of 9 and 10 less that of 0 to 6. Only of {@link Scale#NPS}; the interval is
     * {@link NpsInterval#ADJUSTED_WALD}.
     */
    NPS(Score::net, Score::netEstimate, Score::compareNet),

    /**
     * Net score: the percentage of favourable ratings less that of unfavourable ones, in points, -100..100, by the bands of the scale; the
     * net form of CES is one. Where easy shall begin at 6 of 7, give the scale other bands.
     */
    NET(Score::net, Score::netEstimate, Score::compareNet),

    /**
     * Top-box share: favourable ratings by the bands of the scale, 0..1, with Wilson's confidence interval: CSAT, and the share of "easy"
     * of CES.
     */
    FAVOURABLE((scale, value) -> scale.band(value) == Band.FAVOURABLE ? 1 : 0, Score::share, Score::compareShares),

    /**
     * Mean of the ratings in points of the scale, with the confidence interval of Student's t kept within the scale. One rating alone, and
     * several that all agree, have a mean without an interval, since that would prove little while they are few.
     */
    MEAN((scale, value) -> value, MeanScore::estimate, MeanScore::compare),

    /** The mean moved onto 0..100, where 100 is the good end whatever the direction of the scale; never rounded. */
    INDEX(Score::index, MeanScore::index, MeanScore::compareIndex);

    private interface Contribution {
        double of(Scale scale, int value);
    }

    private interface Calculation {
        Estimate of(Ratings ratings, double level);
    }

    private interface Contrast {
        Optional<Difference> of(Ratings first, Ratings second, double level);
    }

    private final Contribution contribution;
    private final Calculation calculation;
    private final Contrast contrast;

    Score(Contribution contribution, Calculation calculation, Contrast contrast) {
        this.contribution = contribution;
        this.calculation = calculation;
        this.contrast = contrast;
    }

    private static double net(Scale scale, int value) {
        return switch (scale.band(value)) {
            case FAVOURABLE -> 100;
            case NEUTRAL -> 0;
            case UNFAVOURABLE -> -100;
        };
    }

    private static Estimate netEstimate(Ratings ratings, double level) {
        return NetScore.estimate(ratings, NpsInterval.ADJUSTED_WALD, level);
    }

    private static Optional<Difference> compareNet(Ratings first, Ratings second, double level) {
        return NetScore.compare(first, second, NpsInterval.ADJUSTED_WALD, level);
    }

    private static Estimate share(Ratings ratings, double level) {
        double share = ratings.share(Band.FAVOURABLE).orElseThrow();
        return ProportionInterval.WILSON.of(Math.min(1, share), ratings.effectiveN(), level);
    }

    private static Optional<Difference> compareShares(Ratings first, Ratings second, double level) {
        return Optional.of(Difference.between(share(first, level), share(second, level)));
    }

    private static double index(Scale scale, int value) {
        double way = 100.0 * (value - scale.min()) / (scale.max() - scale.min());
        return scale.higherIsBetter() ? way : 100 - way;
    }

    /** Returns the contribution of a rating of this value; the score is the mean of it. */
    double contribution(Scale scale, int value) {
        return contribution.of(scale, value);
    }

    void check(Scale scale) {
        if (this == NPS && !scale.equals(Scale.NPS)) {
            throw new IllegalArgumentException("NPS is of scale nps 0..10, not of scale " + scale.name() + " "
                    + scale.min() + ".." + scale.max() + "; for a net score of that use NET");
        }
    }

    /** Returns the score at {@link Estimate#DEFAULT_LEVEL}; empty without ratings. */
    public Optional<Estimate> of(Ratings ratings) {
        return of(ratings, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the score with its confidence interval; empty without ratings.
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the scale is not one of this score, or the level outside 0..1
     */
    public Optional<Estimate> of(Ratings ratings, double level) {
        check(ratings.scale());
        Estimate.z(level);
        return ratings.total() > 0 ? Optional.of(calculation.of(ratings, level)) : Optional.empty();
    }

    /**
     * Returns the metric of the score at {@link Estimate#DEFAULT_LEVEL}, of values on this scale that the host holds as plain numbers; null is
     * a question left open. Empty without ratings.
     *
     * @throws IllegalArgumentException if the scale is not one of this score
     */
    public <T> Metric<T, Optional<Estimate>> metric(Scale scale, Fn<? super T, ? extends @Nullable Integer> value) {
        check(scale);
        return Distribution.<T>metric(scale, value).then(this::of);
    }

    /**
     * Returns the score of the first less that of the second, of two groups of different people, with confidence interval and p-value.
     * Empty if one of them has no ratings, or where there is no spread to test a difference of means against.
     *
     * @throws IllegalArgumentException if the scales differ or are not of this score, or the level is outside 0..1
     */
    public Optional<Difference> difference(Ratings first, Ratings second, double level) {
        check(first.scale());
        if (!first.scale().equals(second.scale())) {
            throw new IllegalArgumentException("ratings of scale " + RatingCounts.describe(first.scale())
                    + " and of scale " + RatingCounts.describe(second.scale()) + " are not compared");
        }
        return first.total() > 0 && second.total() > 0 ? contrast.of(first, second, level) : Optional.empty();
    }
}
