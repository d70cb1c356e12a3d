package dev.cxkit.metrics.survey;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Summary;
import dev.cxkit.metrics.stats.Welch;
import java.util.Optional;

/** The mean of ratings, which cannot leave its scale. */
final class MeanScore {

    private MeanScore() {}

    static Estimate estimate(Ratings ratings, double level) {
        Scale scale = ratings.scale();
        double mean = ratings.mean().orElseThrow();
        double n = ratings.effectiveN();
        Optional<Estimate.Interval> free =
                n > 1 ? summary(ratings).estimate(level).interval() : Optional.empty();
        return free.map(interval -> new Estimate(
                        mean,
                        Math.min(mean, Math.max(scale.min(), interval.low())),
                        Math.max(mean, Math.min(scale.max(), interval.high())),
                        level,
                        n))
                .orElse(new Estimate(mean, null, level, n));
    }

    static Estimate index(Ratings ratings, double level) {
        Estimate mean = estimate(ratings, level);
        double atLow = Score.INDEX.contribution(ratings.scale(), ratings.scale().min());
        double slope = slope(ratings.scale());
        double value = ratings.mean(Score.INDEX).orElseThrow();
        return mean.interval()
                .map(interval -> {
                    double a = atLow + slope * (interval.low() - ratings.scale().min());
                    double b =
                            atLow + slope * (interval.high() - ratings.scale().min());
                    double low = Math.max(0, Math.min(a, b));
                    double high = Math.min(100, Math.max(a, b));
                    return new Estimate(value, Math.min(value, low), Math.max(value, high), level, mean.n());
                })
                .orElse(new Estimate(value, null, level, mean.n()));
    }

    static Optional<Difference> compare(Ratings first, Ratings second, double level) {
        return first.effectiveN() > 1 && second.effectiveN() > 1
                ? Welch.of(summary(first), summary(second), level)
                        .map(welch -> within(first.scale().max() - first.scale().min(), welch.difference()))
                : Optional.empty();
    }

    /** Two means of a scale cannot be further apart than its ends. */
    private static Difference within(double width, Difference free) {
        return new Difference(
                free.value(),
                Math.min(free.value(), Math.max(-width, free.low())),
                Math.max(free.value(), Math.min(width, free.high())),
                free.level(),
                free.pValue());
    }

    private static Summary summary(Ratings ratings) {
        return new Summary(ratings.mean().orElseThrow(), ratings.variance().orElseThrow(), ratings.effectiveN());
    }

    static Optional<Difference> compareIndex(Ratings first, Ratings second, double level) {
        double slope = slope(first.scale());
        return compare(first, second, level)
                .map(mean -> new Difference(
                        slope * mean.value(),
                        Math.min(slope * mean.low(), slope * mean.high()),
                        Math.max(slope * mean.low(), slope * mean.high()),
                        level,
                        mean.pValue()));
    }

    /** Points of the index for one point of the scale; below 0 where low is good. */
    private static double slope(Scale scale) {
        double points = 100.0 / (scale.max() - scale.min());
        return scale.higherIsBetter() ? points : -points;
    }
}
