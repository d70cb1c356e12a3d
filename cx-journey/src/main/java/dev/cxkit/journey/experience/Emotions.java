package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.stats.Moments;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The emotion of customers at touchpoints, -2 (very bad)..+2 (very good), as far as it is known: from feedback with
 * {@link #fromFeedback}, or with {@link #named} from whatever else a host knows, such as the tone of a conversation.
 *
 * <p>Emotion is observed, never expected: what a journey map expects stands in the map. An emotion outside -2..+2 is refused by all that
 * ask for it.
 */
public interface Emotions extends Serializable {

    /** Returns the emotion of the customer at the touchpoint, -2..+2; empty if it is not known. */
    OptionalDouble at(Touchpoint touchpoint);

    /** Returns the name by which metrics of these emotions are told from others; the same on every machine. */
    String name();

    /**
     * Returns emotions that the host knows.
     *
     * @param name the name by which metrics of these emotions are told from others
     * @param emotion the emotion at a touchpoint, -2..+2; empty if it is not known
     */
    static Emotions named(String name, Fn<? super Touchpoint, OptionalDouble> emotion) {
        requireNonNull(name, "name");
        requireNonNull(emotion, "emotion");
        return new Emotions() {

            @Override
            public OptionalDouble at(Touchpoint touchpoint) {
                return emotion.apply(touchpoint);
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    /**
     * Returns the emotions that feedback tells of the touchpoints that are its subject: the mean of {@link #emotion} over all ratings of one
     * touchpoint. Feedback on anything else is excluded. Memory: the ids of the touchpoints.
     *
     * <p>Their name holds a fingerprint of the feedback, so counts with other feedback are not merged by mistake; where that is meant, as
     * with a day's journeys and the feedback of that day, {@linkplain #named name} them yourself.
     *
     * @param feedback the feedback, in any order
     * @param questions the questions whose ratings count; all if none is named
     */
    static Emotions fromFeedback(Iterable<Feedback> feedback, String... questions) {
        return FeedbackEmotions.of(feedback, Set.of(questions));
    }

    /**
     * Returns the emotion of a rating, by the bands of its scale: the neutral band is 0; the favourable band goes in even steps from +1 to
     * +2 at its far end, the unfavourable band from -1 to -2. So 1 to 5 of CSAT or stars are -2 to +2; 0, 6, 7, 9 and 10 of NPS are -2, -1, 0,
     * +1 and +2; and 1 of an effort scale on which low is good is +2. The only value of a band is its far end.
     */
    static double emotion(Answer.Rated rating) {
        Scale scale = requireNonNull(rating, "rating").scale();
        double good = scale.higherIsBetter() ? 1 : -1;
        if (rating.value() >= scale.highFrom()) {
            return good * (2 - along(scale.max() - rating.value(), scale.max() - scale.highFrom()));
        }
        if (rating.value() <= scale.lowTo()) {
            return -good * (2 - along(rating.value() - scale.min(), scale.lowTo() - scale.min()));
        }
        return 0;
    }

    private static double along(int points, int all) {
        return all == 0 ? 0 : (double) points / all;
    }

    /**
     * Returns the mean emotion over touchpoints of the journey; empty if none is known.
     *
     * @param from the first index
     * @param to the index behind the last
     * @throws IllegalArgumentException if an emotion is outside -2..+2
     */
    default OptionalDouble mean(Journey journey, int from, int to) {
        double[] emotions = new double[to - from];
        int known = 0;
        for (int i = from; i < to; i++) {
            OptionalDouble emotion = checked(journey.touchpoint(i));
            if (emotion.isPresent()) {
                emotions[known++] = emotion.getAsDouble();
            }
        }
        return Moments.of(Arrays.copyOf(emotions, known)).mean();
    }

    /**
     * Returns {@link #at} the touchpoint.
     *
     * @throws IllegalArgumentException if it is outside -2..+2
     */
    default OptionalDouble checked(Touchpoint touchpoint) {
        OptionalDouble emotion = at(touchpoint);
        if (emotion.isPresent() && !(Math.abs(emotion.getAsDouble()) <= 2)) {
            throw new IllegalArgumentException(
                    "emotion " + emotion.getAsDouble() + " of touchpoint " + touchpoint.id() + " is outside -2..2");
        }
        return emotion;
    }
}
