package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

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
 * How customers feel along the way, -2 (very bad)..+2 (very good): what the map expects and, apart from it, what was observed. They are
 * never mixed: an expectation is no observation, and where nothing was observed there is no observed emotion.
 *
 * @param activities the steps of the map, in its order
 * @param stages the stages of the map, in its order
 * @param offMap what was felt at steps that are not on the map
 */
public record EmotionCurve(List<Point> activities, List<Point> stages, Moments offMap) {

    private static final String OFF_MAP = "";
    private static final Moments NOTHING = new Moments(0, 0, 0);

    /**
     * One step or stage.
     *
     * @param name the name of the step or stage
     * @param expected what the map expects, for a stage the mean over its touchpoints of which it is said; see {@link #expectation}
     * @param observed what was felt, one value for each touchpoint at which that is known; {@link Moments#estimate()} is the mean with
     *     its interval, which treats the touchpoints of one customer as independent
     */
    public record Point(String name, @Nullable Double expected, Moments observed) {

        /** Checks the parts. */
        public Point {
            requireNonNull(name, "name");
            requireNonNull(observed, "observed");
        }

        /** Returns what the map expects, -2..+2; empty if it does not say. */
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
    }

    /** Copies the lists. */
    public EmotionCurve {
        activities = List.copyOf(activities);
        stages = List.copyOf(stages);
        requireNonNull(offMap, "offMap");
    }

    /** Returns the metric. Memory grows with the steps of the map. An emotion outside -2..+2 fails. */
    public static Metric<Journey, EmotionCurve> metric(JourneyMap map, Emotions emotions) {
        requireNonNull(emotions, "emotions");
        Map<String, String> stageOf = map.stagesOfActivities();
        Metric<ActivityEmotion, Moments> felt = Moments.metric().on(ActivityEmotion::emotion);
        Metric<ActivityEmotion, Moments> onMap = felt.where(one -> stageOf.containsKey(one.activity()));
        Metric<ActivityEmotion, Segments<String, Moments>> steps = onMap.by(ActivityEmotion::activity);
        Metric<ActivityEmotion, Segments<String, Moments>> stages =
                onMap.by(one -> stageOf.getOrDefault(one.activity(), OFF_MAP));
        Metric<ActivityEmotion, Moments> offMap = felt.where(one -> !stageOf.containsKey(one.activity()));
        Metric<ActivityEmotion, EmotionCurve> onTheMap = Metric.both(
                steps,
                stages,
                (ofSteps, ofStages) -> new EmotionCurve(
                        map.touchpoints().stream()
                                .map(planned -> new Point(
                                        planned.activity(),
                                        planned.expectedEmotion(),
                                        observed(ofSteps, planned.activity())))
                                .toList(),
                        map.stages().stream()
                                .map(stage ->
                                        new Point(stage.name(), expected(stage), observed(ofStages, stage.name())))
                                .toList(),
                        NOTHING));
        return Metric.<ActivityEmotion, EmotionCurve, Moments, EmotionCurve>both(
                        onTheMap, offMap, (curve, off) -> new EmotionCurve(curve.activities, curve.stages, off))
                .onEach((Journey journey) -> ActivityEmotion.in(journey, emotions))
                .named(Definition.of("emotion curve", stageOf));
    }

    private static Moments observed(Segments<String, Moments> felt, String name) {
        return felt.get(name).orElse(NOTHING);
    }

    private static @Nullable Double expected(Stage stage) {
        DoubleStream said = stage.touchpoints().stream()
                .map(PlannedTouchpoint::expectedEmotion)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
        OptionalDouble mean = Moments.of(said.toArray()).mean();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
