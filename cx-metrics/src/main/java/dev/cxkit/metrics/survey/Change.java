package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@index Decomposition} of the change of a score into mix and {@index "rate effect"}s of segments (Kitagawa, 1955): because other people
 * answered (mix), or because the same kind of people answered otherwise (rate).
 *
 * <p>With q the share of a segment among the answers, r its score and R the mean of both total scores, the {@index "mix effect"} of a
 * segment is (q₂ - q₁) ((r₁ + r₂) / 2 - R) and its rate effect (r₂ - r₁) (q₁ + q₂) / 2: the symmetric form of Kitagawa, "Components of a
 * difference between two rates" (1955), in which neither period is the base.
 *
 * <ul>
 *   <li>Mix and rate effects of all segments add up to the change.
 *   <li>A segment that is there in one period only has no rate effect; all it does is mix.
 *   <li>Empty if one of the periods has no ratings.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.metrics.survey.Change;
 * import dev.cxkit.metrics.survey.Distribution;
 * import dev.cxkit.metrics.survey.Score;
 * import java.util.List;
 * import java.util.Locale;
 *
 * record Reply(int quarter, String plan, int score) {}
 * var replies = List.of(
 *         new Reply(1, "basic", 3), new Reply(1, "basic", 8), new Reply(1, "pro", 9), new Reply(1, "pro", 10),
 *         new Reply(2, "basic", 4), new Reply(2, "basic", 7), new Reply(2, "basic", 5), new Reply(2, "pro", 9));
 * var byPlan = Distribution.metric(Scale.NPS, Reply::score).by(Reply::plan);
 * var before = byPlan.where(reply -> reply.quarter() == 1).over(replies);
 * var after = byPlan.where(reply -> reply.quarter() == 2).over(replies);
 * var change = Change.between(before, after, Score.NPS, 0.95).orElseThrow();
 * System.out.printf(Locale.ROOT, "%.1f = mix %.1f and rate %.1f%n", change.value(), change.mix(), change.rate());
 * // -> -50.0 = mix -39.6 and rate -10.4
 * }</pre>
 *
 * @param <K> the keys of the segments
 * @param score what was compared
 * @param value the score after less the score before, in the unit of the score
 * @param difference the same with confidence interval and p-value; null where there is no spread to test against
 * @param mixPValue the p-value of the chi-squared test that the shares of the segments are the same, 0..1; 1 with a single segment
 * @param mixChanged whether {@code mixPValue} is below 1 - level: a warning that the change is not one of opinion alone
 * @param effects what each segment adds, in the order of the keys; unmodifiable
 */
public record Change<K>(
        Score score,
        double value,
        @Nullable Difference difference,
        double mixPValue,
        boolean mixChanged,
        Map<K, Effect> effects)
        implements Result {

    /**
     * The effects of one segment on the change, in the unit of the score.
     *
     * @param mix the mix effect, by being more or fewer
     * @param rate the rate effect, by answering otherwise
     */
    public record Effect(double mix, double rate) implements Result {
        /** Returns the mix effect and the rate effect. */
        @Override
        public Map<String, Object> document() {
            return Document.start().with("mix", mix).with("rate", rate).map();
        }
    }

    /** Copies the effects. */
    public Change {
        requireNonNull(score, "score");
        effects = Collections.unmodifiableMap(new LinkedHashMap<>(effects));
    }

    /** Returns the difference with confidence interval and p-value; empty where there is no spread to test against. */
    public Optional<Difference> tested() {
        return Optional.ofNullable(difference);
    }

    /** Returns the sum of the mix effects. */
    public double mix() {
        return effects.values().stream().mapToDouble(Effect::mix).sum();
    }

    /** Returns the sum of the rate effects; with {@link #mix()} it makes the change. */
    public double rate() {
        return effects.values().stream().mapToDouble(Effect::rate).sum();
    }

    /**
     * Returns the change from one period or group to another of different people; empty if one of them has no ratings.
     *
     * @param before the ratings by segment of the first
     * @param after the ratings by segment of the second
     * @param level the confidence level, and 1 less the significance level at which a change of mix is warned of
     * @throws IllegalArgumentException if the scales differ or are not of the score, or if segments beyond a limit were gathered
     */
    public static <K extends Comparable<? super K>> Optional<Change<K>> between(
            Segments<K, ? extends Ratings> before, Segments<K, ? extends Ratings> after, Score score, double level) {
        if (before.rest().isPresent() || after.rest().isPresent()) {
            throw new IllegalArgumentException("segments were gathered beyond a limit, so their effects are not known");
        }
        Ratings totalBefore = before.total();
        Ratings totalAfter = after.total();
        Optional<Difference> tested = score.difference(totalAfter, totalBefore, level);
        if (totalBefore.total() <= 0 || totalAfter.total() <= 0) {
            return Optional.empty();
        }
        double scoreBefore = totalBefore.mean(score).orElseThrow();
        double scoreAfter = totalAfter.mean(score).orElseThrow();
        double middle = (scoreBefore + scoreAfter) / 2;
        Set<K> keys = new TreeSet<>(before.each().keySet());
        keys.addAll(after.each().keySet());
        Map<K, Effect> effects = new LinkedHashMap<>();
        List<double[]> sizes = new ArrayList<>();
        for (K key : keys) {
            Part one = Part.of(before.each().get(key), totalBefore, score);
            Part two = Part.of(after.each().get(key), totalAfter, score);
            if (one.share > 0 || two.share > 0) {
                double rateBefore = one.share > 0 ? one.score : two.score;
                double rateAfter = two.share > 0 ? two.score : one.score;
                effects.put(
                        key,
                        new Effect(
                                (two.share - one.share) * ((rateBefore + rateAfter) / 2 - middle),
                                (rateAfter - rateBefore) * (one.share + two.share) / 2));
                sizes.add(new double[] {one.share * totalBefore.effectiveN(), two.share * totalAfter.effectiveN()});
            }
        }
        double mixPValue = ChiSquared.homogeneity(
                        sizes.stream().mapToDouble(size -> size[0]).toArray(),
                        sizes.stream().mapToDouble(size -> size[1]).toArray())
                .map(ChiSquared::pValue)
                .orElse(1.0);
        return Optional.of(new Change<>(
                score, scoreAfter - scoreBefore, tested.orElse(null), mixPValue, mixPValue < 1 - level, effects));
    }

    /** The share of a segment among all, and its score. */
    private record Part(double share, double score) {

        static Part of(@Nullable Ratings ratings, Ratings all, Score score) {
            return ratings == null || ratings.total() <= 0
                    ? new Part(0, 0)
                    : new Part(
                            ratings.total() / all.total(), ratings.mean(score).orElseThrow());
        }
    }

    /** Returns the change with its interval and p-value where there is one, the score, the effects in sum and by segment, and the test of the mix. */
    @Override
    public Map<String, Object> document() {
        return (difference == null ? Document.start().with("value", value) : Document.of(tested()))
                .with("score", score)
                .with("mix", mix())
                .with("rate", rate())
                .with("mixPValue", mixPValue)
                .with("mixChanged", mixChanged)
                .results("effects", effects)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
