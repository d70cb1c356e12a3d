package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Moments;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The {@index "emotion curve"} of a journey map: expected and observed mean emotion by activity and by stage, -2 (very bad)..+2 (very
 * good).
 *
 * <ul>
 *   <li>Expected is what the map says; for a stage the mean over those of its touchpoints for which the map says anything.
 *   <li>Observed is one value for each touchpoint whose emotion is known; {@link Moments#estimate()} is the mean with its confidence
 *       interval, which treats the touchpoints of one customer as independent.
 *   <li>The two are never mixed: where nothing was observed there is no observed emotion, and {@link Point#gap} is empty.
 *   <li>Activities that are not on the map are counted apart, in {@code offMap}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.experience.EmotionCurve;
 * import dev.cxkit.journey.experience.Emotions;
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.PlannedTouchpoint;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.OptionalDouble;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("visit 09:00 1", "order 09:10 -1", "visit 10:00 2")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[2], TouchpointType.of(field[0]))
 *                 .customer(CustomerId.of("ada"))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-02T" + field[1] + ":00Z"))
 *                 .build())
 *         .toList();
 * JourneyMap map = JourneyMap.builder()
 *         .stage("buy", PlannedTouchpoint.of("visit"), PlannedTouchpoint.builder("order").expectedEmotion(1).build())
 *         .build();
 * Emotions emotions = Emotions.named("by id", touchpoint -> OptionalDouble.of(Double.parseDouble(touchpoint.id())));
 * EmotionCurve.metric(map, emotions).over(JourneyAssembler.byCustomer().assemble(log)).activities().forEach(point ->
 *         System.out.println(point.name() + " " + point.observed().mean().orElseThrow() + " " + point.gap()));
 * // -> visit 1.5 OptionalDouble.empty
 * // -> order -1.0 OptionalDouble[-2.0]
 * }</pre>
 *
 * @param activities the activities of the map, in its order
 * @param stages the stages of the map, in its order
 * @param offMap the emotions at activities that are not on the map
 */
public record EmotionCurve(List<Point> activities, List<Point> stages, Moments offMap) implements Result {

    private static final String OFF_MAP = "";
    private static final Moments NOTHING = new Moments(0, 0, 0);

    /**
     * The emotions of one activity or stage.
     *
     * @param name the name of the activity or stage
     * @param expected what the map expects; null if it does not say
     * @param observed the observed emotions
     */
    public record Point(String name, @Nullable Double expected, Moments observed) implements Result {

        public Point {
            requireNonNull(name, "name");
            requireNonNull(observed, "observed");
        }

        /** Returns the expected emotion, -2..+2; empty if the map does not say. */
        public OptionalDouble expectation() {
            return expected == null ? OptionalDouble.empty() : OptionalDouble.of(expected);
        }

        /** Returns the observed mean less the expected emotion, -4..+4; empty if either is not known. */
        public OptionalDouble gap() {
            OptionalDouble mean = observed.mean();
            return expected == null || mean.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(mean.getAsDouble() - expected);
        }

        /** Returns {@code name}, {@code expected}, {@code observed} and {@code gap}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("name", name)
                    .with("expected", expected)
                    .with("observed", observed)
                    .with("gap", gap())
                    .map();
        }
    }

    public EmotionCurve {
        activities = List.copyOf(activities);
        stages = List.copyOf(stages);
        requireNonNull(offMap, "offMap");
    }

    /** Returns the metric. Memory grows with the activities of the map. An emotion outside -2..+2 fails. */
    public static Metric<Journey, EmotionCurve> metric(JourneyMap map, Emotions emotions) {
        requireNonNull(emotions, "emotions");
        Map<String, String> stageOf = map.stagesOfActivities();
        Metric<ActivityEmotion, Moments> emotion = Moments.metric().on(ActivityEmotion::emotion);
        Metric<ActivityEmotion, Moments> onMap = emotion.where(one -> stageOf.containsKey(one.activity()));
        Metric<ActivityEmotion, Segments<String, Moments>> activities = onMap.by(ActivityEmotion::activity);
        Metric<ActivityEmotion, Segments<String, Moments>> stages =
                onMap.by(one -> stageOf.getOrDefault(one.activity(), OFF_MAP));
        Metric<ActivityEmotion, Moments> offMap = emotion.where(one -> !stageOf.containsKey(one.activity()));
        Metric<ActivityEmotion, EmotionCurve> onTheMap = Metric.both(
                activities,
                stages,
                (ofActivities, ofStages) -> new EmotionCurve(
                        map.touchpoints().stream()
                                .map(planned -> new Point(
                                        planned.activity(),
                                        planned.expectedEmotion(),
                                        observed(ofActivities, planned.activity())))
                                .toList(),
                        map.stages().stream()
                                .map(stage ->
                                        new Point(stage.name(), expected(stage), observed(ofStages, stage.name())))
                                .toList(),
                        NOTHING));
        return Metric.<ActivityEmotion, EmotionCurve, Moments, EmotionCurve>both(
                        onTheMap, offMap, (curve, off) -> new EmotionCurve(curve.activities, curve.stages, off))
                .onEach((Journey journey) -> ActivityEmotion.in(journey, emotions))
                .named(Definition.of("emotion curve", stageOf, emotions.name()));
    }

    private static Moments observed(Segments<String, Moments> emotions, String name) {
        return emotions.get(name).orElse(NOTHING);
    }

    private static @Nullable Double expected(Stage stage) {
        DoubleStream said = stage.touchpoints().stream()
                .map(PlannedTouchpoint::expectedEmotion)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
        OptionalDouble mean = Moments.of(said.toArray()).mean();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }

    /** Returns {@code activities}, {@code stages} and {@code offMap}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("activities", activities)
                .with("stages", stages)
                .with("offMap", offMap)
                .map();
    }
}
