package dev.cxkit.journey.experience;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.stats.Moments;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Emotions by the id of the touchpoint. */
final class FeedbackEmotions implements Emotions {

    private final HashMap<String, Double> emotions;

    private FeedbackEmotions(Map<String, Double> felt) {
        this.emotions = new HashMap<>(felt);
    }

    static FeedbackEmotions of(Iterable<Feedback> feedback, Set<String> questions) {
        Map<String, Accumulator<Double, Moments>> ratings = new HashMap<>();
        for (Feedback one : feedback) {
            Subject subject = one.subject();
            if (subject.id() != null && subject.kind().equals(Subject.Kind.TOUCHPOINT)) {
                one.answers().forEach((question, answer) -> {
                    if (answer instanceof Answer.Rated rated && (questions.isEmpty() || questions.contains(question))) {
                        ratings.computeIfAbsent(
                                        subject.id(), id -> Moments.metric().start())
                                .add(Emotions.emotion(rated));
                    }
                });
            }
        }
        Map<String, Double> felt = new HashMap<>();
        ratings.forEach((id, moments) -> felt.put(id, moments.result().mean().orElseThrow()));
        return new FeedbackEmotions(felt);
    }

    @Override
    public OptionalDouble at(Touchpoint touchpoint) {
        Double emotion = emotions.get(touchpoint.id());
        return emotion == null ? OptionalDouble.empty() : OptionalDouble.of(emotion);
    }

    /** Returns how many touchpoints are known, and no id. */
    @Override
    public String toString() {
        return "Emotions[touchpoints=" + emotions.size() + "]";
    }
}
