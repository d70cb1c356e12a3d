package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.stats.Moments;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How customers felt at touchpoints, -2 (very bad)..+2 (very good), as far as that is known: from their feedback with {@link #fromFeedback}, or
 * from whatever else a host knows, such as the tone of a conversation.
 */
@FunctionalInterface
public interface Emotions extends Serializable {

    /** Returns how the customer felt, -2..+2; empty if that is not known. */
    OptionalDouble at(Touchpoint touchpoint);

    /**
     * Returns the emotions that feedback tells of the touchpoints that are its subject: the mean of {@link #emotion} over all ratings of
     * one touchpoint. Feedback on anything else tells nothing. Memory: the ids of the touchpoints.
     *
     * @param feedback the feedback, in any order
     * @param questions the questions whose ratings count; all if none is named
     */
    static Emotions fromFeedback(Iterable<Feedback> feedback, String... questions) {
        return FeedbackEmotions.of(feedback, Set.of(questions));
    }

    /**
     * Returns the emotion of a rating, by the bands of its scale: neutral is 0; the favourable band goes in even steps from +1 to +2 at
     * its far end, the unfavourable band from -1 to -2. So 1 to 5 of CSAT or stars are -2 to +2, 0, 6, 7, 9 and 10 of NPS are -2, -1, 0,
     * +1 and +2, and 1 of an effort scale on which low is good is +2. The only value of a band is its far end.
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

    private static double along(int steps, int all) {
        return all == 0 ? 0 : (double) steps / all;
    }

    /**
     * Returns how the customer felt on average from one place of the journey to before another; empty if nothing is known.
     *
     * @param from the first index
     * @param to the index behind the last
     * @throws IllegalArgumentException if an emotion is outside -2..+2
     */
    default OptionalDouble mean(Journey journey, int from, int to) {
        double[] felt = new double[to - from];
        int known = 0;
        for (int i = from; i < to; i++) {
            OptionalDouble emotion = checked(journey.touchpoint(i));
            if (emotion.isPresent()) {
                felt[known++] = emotion.getAsDouble();
            }
        }
        return Moments.of(Arrays.copyOf(felt, known)).mean();
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
