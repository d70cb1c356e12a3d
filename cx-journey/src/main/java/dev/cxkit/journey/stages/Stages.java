package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The stages of journeys, in order, and which steps belong to which. A touchpoint whose step belongs to none happens in the stage that the
 * journey is in.
 *
 * <p>A journey can be counted by where it has come: {@code metric.by(journey -> stages.deepest(journey).orElse("none"))}.
 */
public final class Stages implements Serializable {

    /**
     * A stay of a journey in one stage: all that follows until it comes to another.
     *
     * @param stage the number of the stage in its order, from 0 on
     * @param from the index of the touchpoint with which it comes to the stage
     * @param to the index of the touchpoint with which it comes to the next, or the number of touchpoints if it stays
     */
    record Visit(int stage, int from, int to) {}

    private final ArrayList<String> names;
    private final HashMap<String, Integer> places = new HashMap<>();
    private final String rule;
    private final Fn<? super String, ? extends Optional<String>> stageOf;

    private Stages(List<String> names, String rule, Fn<? super String, ? extends Optional<String>> stageOf) {
        this.names = new ArrayList<>(names);
        this.rule = requireNonNull(rule, "rule");
        this.stageOf = requireNonNull(stageOf, "stageOf");
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name of stage is blank");
            }
            if (places.put(name, places.size()) != null) {
                throw new IllegalArgumentException("stage '" + name + "' is there twice");
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there are no stages");
        }
    }

    /**
     * Returns the stages.
     *
     * @param names the stages in order, at least one
     * @param rule the name by which parts that were counted under another rule are told apart
     * @param stageOf the stage of a step, one of these; empty if it belongs to none
     * @throws IllegalArgumentException if there are none, one is blank, or one is there twice
     */
    public static Stages of(List<String> names, String rule, Fn<? super String, ? extends Optional<String>> stageOf) {
        return new Stages(names, rule, stageOf);
    }

    /**
     * Returns the stages.
     *
     * @param names the stages in order, at least one
     * @param stageOf the stage of each step that belongs to one
     * @throws IllegalArgumentException if there are none, one is blank, one is there twice, or a step belongs to another
     */
    public static Stages of(List<String> names, Map<String, String> stageOf) {
        HashMap<String, String> copy = new HashMap<>(stageOf);
        String rule = Definition.text(new TreeMap<>(stageOf));
        Stages stages = new Stages(names, rule, step -> Optional.ofNullable(copy.get(step)));
        copy.keySet().forEach(stages::place);
        return stages;
    }

    /** Returns the stages of the map. */
    public static Stages of(JourneyMap map) {
        return of(map.stages().stream().map(Stage::name).toList(), map.stagesOfActivities());
    }

    /** Returns the stages in order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Returns the metric of times by the calendar, with quantiles within 0.39 %; see {@link #times(Metric, TimeBetween)}. */
    public Metric<Journey, StageTimes> times() {
        return times(Durations.metric(), TimeBetween.CALENDAR);
    }

    /**
     * Returns the metric of how long journeys are in each stage and how they move from one to the other. Its accumulator fails at a step
     * that belongs to none of these stages but to another.
     *
     * @param durations how times are kept, {@link Durations#metric} or {@link Durations#exactMetric}
     * @param elapsed on which clock; a time in a stage is what has passed since the first touchpoint when the stage is left, less what
     *     had passed when it was reached
     */
    public Metric<Journey, StageTimes> times(Metric<Long, Durations> durations, TimeBetween elapsed) {
        return StageTimes.metric(this, requireNonNull(durations, "durations"), requireNonNull(elapsed, "elapsed"));
    }

    /** Returns the first stage that the journey comes to; empty if it comes to none. */
    public Optional<String> first(Journey journey) {
        return one(journey, visits -> visits.get(0).stage());
    }

    /** Returns the stage in which the journey is at its last touchpoint; empty if it came to none. */
    public Optional<String> last(Journey journey) {
        return one(journey, visits -> visits.get(visits.size() - 1).stage());
    }

    /** Returns the last in the order of the stages that the journey comes to; empty if it comes to none. */
    public Optional<String> deepest(Journey journey) {
        return one(journey, Stages::deepest);
    }

    private Optional<String> one(Journey journey, ToIntFunction<List<Visit>> which) {
        List<Visit> visits = visits(journey);
        return visits.isEmpty() ? Optional.empty() : Optional.of(names.get(which.applyAsInt(visits)));
    }

    static int deepest(List<Visit> visits) {
        return visits.stream().mapToInt(Visit::stage).max().orElseThrow();
    }

    /** Returns the visits in order; touchpoints before the first of them are in no stage. */
    List<Visit> visits(Journey journey) {
        List<Visit> visits = new ArrayList<>();
        int current = -1;
        int from = 0;
        for (int i = 0; i < journey.size(); i++) {
            int stage = place(journey.activity(i));
            if (stage >= 0 && stage != current) {
                if (current >= 0) {
                    visits.add(new Visit(current, from, i));
                }
                current = stage;
                from = i;
            }
        }
        if (current >= 0) {
            visits.add(new Visit(current, from, journey.size()));
        }
        return visits;
    }

    /** The number of the stage of the step, -1 if it belongs to none. */
    int place(String step) {
        Optional<String> stage = stageOf.apply(step);
        if (stage.isEmpty()) {
            return -1;
        }
        Integer place = places.get(stage.get());
        if (place == null) {
            throw new IllegalArgumentException(
                    "stage '" + stage.get() + "' of step '" + step + "' is none of " + names);
        }
        return place;
    }

    /** Returns the names in order, and by which rule steps belong to them. */
    @Override
    public String toString() {
        return Definition.of("stages", names, rule);
    }
}
