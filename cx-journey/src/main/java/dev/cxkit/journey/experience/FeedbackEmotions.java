package dev.cxkit.journey.experience;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.stats.Moments;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Emotions from feedback, by the id of the touchpoint. */
final class FeedbackEmotions implements Emotions {

    private final String name;
    private final HashMap<String, Double> emotions;

    private FeedbackEmotions(Map<String, Double> emotions, Set<String> questions) {
        this.emotions = new HashMap<>(emotions);
        this.name = Definition.of("feedback", new TreeSet<>(questions), Long.toHexString(fingerprint(emotions)));
    }

    /** Tells the emotions from others by their sorted ids and values, mixed so that two that change places are seen. */
    private static long fingerprint(Map<String, Double> emotions) {
        long hash = 1;
        for (Map.Entry<String, Double> entry : new TreeMap<>(emotions).entrySet()) {
            for (long part : new long[] {entry.getKey().hashCode(), Double.doubleToLongBits(entry.getValue())}) {
                hash = 0x9e3779b97f4a7c15L * (hash ^ (hash >>> 29)) + part;
            }
        }
        return hash;
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
        Map<String, Double> emotions = new HashMap<>();
        ratings.forEach(
                (id, moments) -> emotions.put(id, moments.result().mean().orElseThrow()));
        return new FeedbackEmotions(emotions, questions);
    }

    @Override
    public OptionalDouble at(Touchpoint touchpoint) {
        Double emotion = emotions.get(touchpoint.id());
        return emotion == null ? OptionalDouble.empty() : OptionalDouble.of(emotion);
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the name, which holds no id. */
    @Override
    public String toString() {
        return name;
    }
}
