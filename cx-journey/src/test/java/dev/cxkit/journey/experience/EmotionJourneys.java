package dev.cxkit.journey.experience;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.metrics.stats.Correction;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/** A map, a goal and emotions for the journeys of {@link SampleTouchpoints}. */
public final class EmotionJourneys {

    /** All that there is, found or not. */
    public static final FindingRule ANY = new FindingRule(1, 0.95, Correction.HOLM);

    private EmotionJourneys() {}

    /** Activities A and B, then C, then E, of which the map says nothing more; D and F are not on the map. */
    public static JourneyMap map() {
        return JourneyMap.builder()
                .stage(
                        "look",
                        PlannedTouchpoint.builder("A")
                                .expectedEmotion(1)
                                .importance(5)
                                .channels(Channel.of("web"))
                                .build(),
                        PlannedTouchpoint.builder("B")
                                .expectedEmotion(0)
                                .importance(2)
                                .channels(Channel.of("phone"))
                                .build())
                .stage("buy", PlannedTouchpoint.builder("C").expectedEmotion(-1).build())
                .stage("use", PlannedTouchpoint.of("E"))
                .build();
    }

    /** Journeys that are over an hour after their last touchpoint, looked at after two hours. */
    public static JourneyGoal goal() {
        return JourneyGoal.of("F").abandonedAfter(Duration.ofMinutes(30), SampleTouchpoints.ZERO.plusSeconds(7200));
    }

    /** Emotions by the number at the end of the touchpoint's id, for three of four. */
    public static Emotions emotions() {
        return Emotions.named("by number", touchpoint -> {
            int number =
                    Integer.parseInt(touchpoint.id().substring(touchpoint.id().lastIndexOf('-') + 1));
            return number % 4 == 0 ? OptionalDouble.empty() : OptionalDouble.of(number % 4 * 1.3 - 2);
        });
    }

    /** Emotions by the id of the touchpoint, such as {@code anna-0} for the first one of anna. */
    public static Emotions emotions(Map<String, Double> known) {
        Map<String, Double> copy = Map.copyOf(known);
        return Emotions.named(
                "by id",
                touchpoint -> copy.containsKey(touchpoint.id())
                        ? OptionalDouble.of(copy.get(touchpoint.id()))
                        : OptionalDouble.empty());
    }

    public static PainPoints painPoints() {
        return PainPoints.of(goal())
                .map(map())
                .emotions(emotions())
                .waitingLongerThan(Duration.ofMinutes(10))
                .supportContactWithin(Duration.ofMinutes(20), "D")
                .examples(2);
    }

    public static Journey journey(String customer, String text) {
        return SampleTouchpoints.journey(customer, text);
    }
}
