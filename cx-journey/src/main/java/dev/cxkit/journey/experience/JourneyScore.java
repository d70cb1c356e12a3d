package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Scores of whole journeys, -2 (very bad)..+2 (very good), made from the emotions at their touchpoints by one {@link Rule}: mean, weakest
 * link or {@index "peak-end rule" peak-end}.
 *
 * <p>Edge cases: a journey without a known emotion has no score and is counted in {@code unrated}. An emotion outside -2..+2 fails.
 *
 * @param rule how the scores were made
 * @param scores the scores, one for each journey with a known emotion
 * @param unrated how many journeys have none
 */
public record JourneyScore(Rule rule, Moments scores, long unrated) implements Result {

    /** How the score of a journey is made from its emotions. */
    @SuppressWarnings("ImmutableEnumChecker")
    public enum Rule {
        /** The mean: every touchpoint weighs the same. */
        MEAN(emotions -> Moments.of(emotions).mean().orElseThrow()),

        /** The worst emotion: a journey is as good as its weakest link. */
        WEAKEST_LINK(emotions -> Arrays.stream(emotions).min().orElseThrow()),

        /**
         * The mean of the most intense emotion, good or bad, and the last one, by which an experience is remembered (Kahneman,
         * Fredrickson, Schreiber and Redelmeier, 1993). Of two that are equally intense the later one counts.
         */
        PEAK_END(emotions -> {
            double peak = emotions[0];
            for (double emotion : emotions) {
                peak = Math.abs(emotion) >= Math.abs(peak) ? emotion : peak;
            }
            return (peak + emotions[emotions.length - 1]) / 2;
        });

        private final ToDoubleFunction<double[]> score;

        Rule(ToDoubleFunction<double[]> score) {
            this.score = score;
        }

        /**
         * Returns the score of these emotions.
         *
         * @param emotions in the order of the journey, finite
         * @return empty if there are none
         */
        public OptionalDouble of(double... emotions) {
            return emotions.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(score.applyAsDouble(emotions));
        }

        /** Returns the score of the journey; empty if no emotion is known. */
        public OptionalDouble of(Journey journey, Emotions emotions) {
            return of(ActivityEmotion.in(journey, emotions).stream()
                    .mapToDouble(ActivityEmotion::emotion)
                    .toArray());
        }
    }

    /** Throws an {@link IllegalArgumentException} if {@code unrated} is negative. */
    public JourneyScore {
        requireNonNull(rule, "rule");
        requireNonNull(scores, "scores");
        Require.that(unrated >= 0, () -> "unrated " + unrated + " is negative");
    }

    /** Returns the metric of the scores of journeys. Memory: a few numbers. */
    public static Metric<Journey, JourneyScore> metric(Rule rule, Emotions emotions) {
        requireNonNull(rule, "rule");
        requireNonNull(emotions, "emotions");
        Metric<OptionalDouble, Moments> rated =
                Moments.metric().<OptionalDouble>on(OptionalDouble::getAsDouble).where(OptionalDouble::isPresent);
        Metric<OptionalDouble, Moments> all = Moments.metricOfLongs().on(score -> 0L);
        return Metric.both(rated, all, (scores, journeys) -> new JourneyScore(rule, scores, journeys.n() - scores.n()))
                .on((Journey journey) -> rule.of(journey, emotions))
                .named(Definition.of("journey score", rule, emotions.name()));
    }

    /** Returns {@code rule}, {@code scores} and {@code unrated}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("rule", rule)
                .with("scores", scores)
                .with("unrated", unrated)
                .map();
    }
}
