package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Customer satisfaction"} score ({@index CSAT}) as top-box share: the satisfied of those who answered; {@index "top-2-box"} on
 * a scale of 1 to 5.
 *
 * <ul>
 *   <li>Satisfied, by the bands of the scale: 4 and 5 of 1 to 5, 3 and 4 of 1 to 4, 3 of 1 to 3, 2 of 1 to 2.
 *   <li>In the denominator: the neutral ones too.
 *   <li>In no denominator: not applicable and skipped. Empty without answers.
 *   <li>For the mean, which some call by the same name, see {@link Score#MEAN}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.metrics.survey.Csat;
 * import java.util.List;
 *
 * record Reply(Integer stars) {} // null: the question was left open
 * Csat csat = Csat.metric(Scale.CSAT, Reply::stars).over(List.of(
 *         new Reply(5), new Reply(4), new Reply(3), new Reply(5), new Reply(null), new Reply(2), new Reply(4), new Reply(5)));
 * System.out.println(csat.satisfied() + " of " + csat.answered() + ", skipped " + csat.skipped());
 * System.out.println(csat.estimate().orElseThrow().text(3));
 * // -> 5 of 7, skipped 1
 * // -> 0.714 (0.359 to 0.918 at 95 %, n 7)
 * }</pre>
 *
 * @param scale the scale, whose bands say who is satisfied
 * @param satisfied how many gave a favourable rating
 * @param neutral how many gave one between the bands
 * @param dissatisfied how many gave an unfavourable rating
 * @param notApplicable how many said that the question does not apply; not in the denominator
 * @param skipped how many left the question open; not in the denominator
 */
public record Csat(Scale scale, long satisfied, long neutral, long dissatisfied, long notApplicable, long skipped)
        implements Result, Difference.Contrast<Csat> {

    /** Refuses a negative count, with an {@link IllegalArgumentException}. */
    public Csat {
        requireNonNull(scale, "scale");
        if (satisfied < 0 || neutral < 0 || dissatisfied < 0 || notApplicable < 0 || skipped < 0) {
            throw new IllegalArgumentException("counts " + satisfied + ", " + neutral + ", " + dissatisfied + ", "
                    + notApplicable + ", " + skipped + " are not all at least 0");
        }
    }

    /** Returns the metric of answers on {@link Scale#CSAT}, 1 to 5. */
    public static Metric<Answer, Csat> metric() {
        return metric(Scale.CSAT);
    }

    /** Returns the metric of answers on this scale. */
    public static Metric<Answer, Csat> metric(Scale scale) {
        return Distribution.metric(scale).then(Csat::of);
    }

    /** Returns the metric of ratings on this scale that the host holds as plain numbers; null is a question left open. */
    public static <T> Metric<T, Csat> metric(Scale scale, Fn<? super T, ? extends @Nullable Integer> value) {
        return Distribution.<T>metric(scale, value).then(Csat::of);
    }

    /** Returns the satisfaction in a distribution. */
    public static Csat of(Distribution ratings) {
        Scale scale = ratings.scale();
        long low = ratings.count(scale.min(), scale.lowTo());
        long high = ratings.count(scale.highFrom(), scale.max());
        long neutral = ratings.answered() - low - high;
        return scale.higherIsBetter()
                ? new Csat(scale, high, neutral, low, ratings.notApplicable(), ratings.skipped())
                : new Csat(scale, low, neutral, high, ratings.notApplicable(), ratings.skipped());
    }

    /** Returns how many gave a rating. */
    public long answered() {
        return Check.sum("answers", Check.sum("answers", satisfied, neutral), dissatisfied);
    }

    /** Returns the satisfied, of those who answered. */
    public Proportion share() {
        return Proportion.of(satisfied, answered());
    }

    /**
     * Returns the share of the satisfied, 0..1, with Wilson's confidence interval at {@link Estimate#DEFAULT_LEVEL}; empty without answers.
     */
    public Optional<Estimate> estimate() {
        return share().estimate();
    }

    /**
     * Returns this share less the other, with Newcombe's confidence interval and the p-value of the z test; empty if one has no answers.
     *
     * @throws IllegalArgumentException if the scales differ
     */
    @Override
    public Optional<Difference> minus(Csat other) {
        if (!scale.equals(other.scale)) {
            throw new IllegalArgumentException("satisfaction on scale " + RatingCounts.describe(scale)
                    + " and on scale " + RatingCounts.describe(other.scale) + " is not compared");
        }
        return share().minus(other.share());
    }

    /** Returns the share with its interval, the counts and the scale by name. */
    @Override
    public Map<String, Object> document() {
        return Document.of(estimate())
                .with("satisfied", satisfied)
                .with("neutral", neutral)
                .with("dissatisfied", dissatisfied)
                .with("notApplicable", notApplicable)
                .with("skipped", skipped)
                .with("scale", scale.name())
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
