package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Moments;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How one score is made of the emotions along a journey, each and the score -2 (very bad)..+2 (very good). */
@SuppressWarnings("ImmutableEnumChecker")
public enum JourneyScore {
    /** The mean: every touchpoint weighs the same. */
    MEAN(emotions -> Moments.of(emotions).mean().orElseThrow()),

    /** The worst of them: a journey is as good as its weakest link. */
    WEAKEST_LINK(emotions -> Arrays.stream(emotions).min().orElseThrow()),

    /**
     * The mean of the most intense one, good or bad, and the last one, by which an experience is remembered (Kahneman, Fredrickson,
     * Schreiber and Redelmeier, 1993). Of two that are equally intense the later one counts.
     */
    PEAK_END(emotions -> {
        double peak = emotions[0];
        for (double emotion : emotions) {
            peak = Math.abs(emotion) >= Math.abs(peak) ? emotion : peak;
        }
        return (peak + emotions[emotions.length - 1]) / 2;
    });

    private final ToDoubleFunction<double[]> rule;

    JourneyScore(ToDoubleFunction<double[]> rule) {
        this.rule = rule;
    }

    /**
     * Scores by one rule.
     *
     * @param rule how a score was made
     * @param scores the scores, one for each journey that has a known emotion
     * @param unrated how many journeys have none
     */
    public record Scores(JourneyScore rule, Moments scores, long unrated) {

        /** Checks the parts; throws an {@link IllegalArgumentException} if {@code unrated} is negative. */
        public Scores {
            requireNonNull(rule, "rule");
            requireNonNull(scores, "scores");
            if (unrated < 0) {
                throw new IllegalArgumentException("unrated " + unrated + " is negative");
            }
        }
    }

    /**
     * Returns the score of these emotions.
     *
     * @param emotions in the order of the journey, finite
     * @return empty if there are none
     */
    public OptionalDouble of(double... emotions) {
        return emotions.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(rule.applyAsDouble(emotions));
    }

    /** Returns the score of what was felt on the journey; empty if nothing is known. */
    public OptionalDouble of(Journey journey, Emotions emotions) {
        return of(ActivityEmotion.in(journey, emotions).stream()
                .mapToDouble(ActivityEmotion::emotion)
                .toArray());
    }

    /** Returns the metric of the scores of journeys. */
    public Metric<Journey, Scores> metric(Emotions emotions) {
        requireNonNull(emotions, "emotions");
        Metric<OptionalDouble, Moments> rated =
                Moments.metric().<OptionalDouble>on(OptionalDouble::getAsDouble).where(OptionalDouble::isPresent);
        Metric<OptionalDouble, Moments> all = Moments.metricOfLongs().on(score -> 0L);
        return Metric.both(rated, all, (scores, journeys) -> new Scores(this, scores, journeys.n() - scores.n()))
                .on((Journey journey) -> of(journey, emotions))
                .named("journey score(" + name() + ")");
    }
}
