package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Net Promoter Score"} ({@index NPS}; Reichheld, 2003): of those who answered "how likely are you to recommend us" from 0 to 10,
 * the percentage of {@index promoters} (9 and 10) less that of {@index detractors} (0 to 6).
 *
 * <ul>
 *   <li>Counted: every rating of {@link Scale#NPS}; 0 is a detractor, 7 and 8 are {@index passives}.
 *   <li>In no denominator, but counted: skipped and not applicable.
 *   <li>Refused: ratings of any other scale, so a 1 to 10 question has no NPS.
 *   <li>Empty without answers.
 * </ul>
 *
 * <p>The default confidence interval is the adjusted Wald interval of Rocks (2016), which holds at small n too.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survey.Nps;
 *
 * Nps nps = Nps.of(10, 9, 9, 8, 7, 10, 6, 3);
 * System.out.println(nps.promoters() + " " + nps.passives() + " " + nps.detractors());
 * System.out.println(nps.estimate().orElseThrow().text(1));
 * System.out.println(nps.minus(Nps.ofCounts(40, 30, 30)).orElseThrow().value());
 * // -> 4 2 2
 * // -> 25.0 (-29.4 to 65.8 at 95 %, n 8)
 * // -> 15.0
 * }</pre>
 *
 * @param promoters how many gave 9 or 10
 * @param passives how many gave 7 or 8
 * @param detractors how many gave 0 to 6
 * @param notApplicable how many said that the question does not apply
 * @param skipped how many left the question open
 * @param method the form of the confidence interval
 * @param level the confidence level, above 0 and below 1
 */
public record Nps(
        long promoters,
        long passives,
        long detractors,
        long notApplicable,
        long skipped,
        NpsInterval method,
        double level)
        implements Result, Difference.Contrast<Nps> {

    /** Refuses a negative count and a level outside 0..1, with an {@link IllegalArgumentException}. */
    public Nps {
        requireNonNull(method, "method");
        if (promoters < 0 || passives < 0 || detractors < 0 || notApplicable < 0 || skipped < 0) {
            throw new IllegalArgumentException("counts " + promoters + ", " + passives + ", " + detractors + ", "
                    + notApplicable + ", " + skipped + " are not all at least 0");
        }
        Require.that(level > 0 && level < 1, () -> "level " + level + " is not above 0 and below 1");
    }

    /** Returns the metric with {@link NpsInterval#ADJUSTED_WALD} at {@link Estimate#DEFAULT_LEVEL}. */
    public static Metric<Answer, Nps> metric() {
        return metric(NpsInterval.ADJUSTED_WALD, Estimate.DEFAULT_LEVEL);
    }

    /** Returns the metric with this interval. */
    public static Metric<Answer, Nps> metric(NpsInterval method, double level) {
        // Made once on nothing, so that a bad argument fails here and not at the first result.
        of(Distribution.ofCounts(Scale.NPS, new long[Scale.NPS.points()]), method, level);
        return Distribution.metric(Scale.NPS).then(ratings -> of(ratings, method, level));
    }

    /**
     * Returns the metric with the default interval, of ratings 0 to 10 that the host holds as plain numbers; null is a question left
     * open. Another interval is {@code Distribution.metric(Scale.NPS, value).then(d -> Nps.of(d, method, level))}.
     */
    public static <T> Metric<T, Nps> metric(Fn<? super T, ? extends @Nullable Integer> value) {
        return Distribution.<T>metric(Scale.NPS, value).then(Nps::of);
    }

    /**
     * Returns the score of these answers.
     *
     * @param answers each 0 to 10
     * @throws IllegalArgumentException if one is not
     */
    public static Nps of(int... answers) {
        return of(Arrays.stream(answers).boxed().toList());
    }

    /**
     * Returns the score of these answers.
     *
     * @param answers each 0 to 10, or null for a question left open
     * @throws IllegalArgumentException if one is neither
     */
    public static Nps of(Collection<? extends @Nullable Integer> answers) {
        return metric().over(answers.stream()
                .map(answer -> answer == null ? Answer.skipped() : Scale.NPS.rate(answer))
                .toList());
    }

    /** Returns the score of these numbers of promoters, passives and detractors. */
    public static Nps ofCounts(long promoters, long passives, long detractors) {
        return new Nps(promoters, passives, detractors, 0, 0, NpsInterval.ADJUSTED_WALD, Estimate.DEFAULT_LEVEL);
    }

    /** Returns the score of a distribution; throws an {@link IllegalArgumentException} if it is not of {@link Scale#NPS}. */
    public static Nps of(Distribution ratings) {
        return of(ratings, NpsInterval.ADJUSTED_WALD, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the score of a distribution with this interval.
     *
     * @throws IllegalArgumentException if it is not of {@link Scale#NPS}
     */
    public static Nps of(Distribution ratings, NpsInterval method, double level) {
        Scale scale = ratings.scale();
        Score.NPS.check(scale);
        return new Nps(
                ratings.count(scale.highFrom(), scale.max()),
                ratings.count(scale.lowTo() + 1, scale.highFrom() - 1),
                ratings.count(scale.min(), scale.lowTo()),
                ratings.notApplicable(),
                ratings.skipped(),
                method,
                level);
    }

    /** Returns how many gave a rating. */
    public long answered() {
        return Check.sum("answers", Check.sum("answers", promoters, passives), detractors);
    }

    /** Returns the score in points, -100..100, not rounded; empty without answers. */
    public OptionalDouble score() {
        long answered = answered();
        return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (promoters - detractors) / answered);
    }

    /**
     * Returns the score in points with its confidence interval, which is kept within -100..100 and includes the score; empty without
     * answers.
     */
    public Optional<Estimate> estimate() {
        return answered() == 0 ? Optional.empty() : Optional.of(NetScore.estimate(ratings(), method, level));
    }

    /**
     * Returns this score less the other, in points, -200..200, with confidence interval and the p-value of the z test of two independent
     * groups, both adjusted unless the method is {@link NpsInterval#WALD}. Empty if one has no answers, or if nothing varies and nothing
     * was adjusted.
     */
    @Override
    public Optional<Difference> minus(Nps other) {
        requireNonNull(other, "other");
        return answered() == 0 || other.answered() == 0
                ? Optional.empty()
                : NetScore.compare(
                        ratings(),
                        other.ratings(),
                        method == NpsInterval.WALD ? NpsInterval.WALD : NpsInterval.ADJUSTED_WALD,
                        level);
    }

    /** Returns the score with its interval in points, the counts and the {@code interval} by name. */
    @Override
    public Map<String, Object> document() {
        return Document.of(estimate())
                .with("promoters", promoters)
                .with("passives", passives)
                .with("detractors", detractors)
                .with("notApplicable", notApplicable)
                .with("skipped", skipped)
                .with("interval", method)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }

    /** A distribution with the same bands; where in the band the answers lie does not matter to the score. */
    private Distribution ratings() {
        long[] counts = new long[Scale.NPS.points()];
        counts[10] = promoters;
        counts[7] = passives;
        counts[0] = detractors;
        return Distribution.ofCounts(Scale.NPS, counts);
    }
}
