package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stages of journeys, in order, and the activities that belong to each: the {@index "journey stage" stage} model against which
 * {@link StageTimes}, the {@linkplain ReturnLoop return loop} and the deepest stage are measured.
 *
 * <ul>
 *   <li>A journey enters a stage with a touchpoint whose activity belongs to it, and stays until the first touchpoint of another stage.
 *   <li>A touchpoint whose activity belongs to no stage happens in the stage that the journey is in.
 *   <li>Before the first touchpoint of a stage the journey is in none.
 * </ul>
 *
 * <p>Any metric is asked by the stage that was reached with {@code metric.by(journey -> stages.deepest(journey).orElse("none"))}.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.stages.StageTimes;
 * import dev.cxkit.journey.stages.Stages;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.Map;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("visit 02", "order 05", "visit 06", "order 07", "use 10")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder("t-" + field[1], TouchpointType.of(field[0]))
 *                 .customer(CustomerId.of("ada"))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[1] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * Stages stages = Stages.of(List.of("look", "buy", "use"), Map.of("visit", "look", "order", "buy", "use", "use"));
 * StageTimes times = StageTimes.metric(stages).over(JourneyAssembler.byCustomer().assemble(log));
 * times.stages().forEach(stage -> System.out.println(stage.name() + " " + stage.times().sum() / 86_400 + " days"));
 * System.out.println(times.movesBackward().count() + " of " + times.movesBackward().total() + " moves backward");
 * // -> look 4.0 days
 * // -> buy 4.0 days
 * // -> use 0.0 days
 * // -> 1 of 4 moves backward
 * }</pre>
 */
public final class Stages implements Serializable {

    /**
     * A visit of a journey to one stage: all touchpoints until it enters another.
     *
     * @param stage the number of the stage in its order, from 0 on
     * @param from the index of the touchpoint with which the journey enters the stage
     * @param to the index of the touchpoint with which it enters the next, or the number of touchpoints if it stays
     */
    record Visit(int stage, int from, int to) {}

    private final ArrayList<String> names;
    private final HashMap<String, Integer> numbers = new HashMap<>();
    private final String definition;
    private final Fn<? super String, ? extends Optional<String>> stageOf;

    private Stages(List<String> names, Object rule, Fn<? super String, ? extends Optional<String>> stageOf) {
        this.names = new ArrayList<>(names);
        this.definition = Definition.of("stages", names, requireNonNull(rule, "rule"));
        this.stageOf = requireNonNull(stageOf, "stageOf");
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name of stage is blank");
            }
            if (numbers.put(name, numbers.size()) != null) {
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
     * @param rule the name of {@code stageOf}, by which it is told from others in definitions
     * @param stageOf the stage of an activity, one of these; empty if it belongs to none
     * @throws IllegalArgumentException if there are none, one is blank, or one is there twice
     */
    public static Stages of(List<String> names, String rule, Fn<? super String, ? extends Optional<String>> stageOf) {
        return new Stages(names, rule, stageOf);
    }

    /**
     * Returns the stages.
     *
     * @param names the stages in order, at least one
     * @param stageOf the stage of each activity that belongs to one
     * @throws IllegalArgumentException if there are none, one is blank, one is there twice, or an activity belongs to another
     */
    public static Stages of(List<String> names, Map<String, String> stageOf) {
        HashMap<String, String> copy = new HashMap<>(stageOf);
        Stages stages = new Stages(names, new TreeMap<>(stageOf), activity -> Optional.ofNullable(copy.get(activity)));
        copy.keySet().forEach(stages::number);
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

    /** Returns the first stage that the journey enters; empty if it enters none. */
    public Optional<String> first(Journey journey) {
        return one(journey, visits -> visits.get(0).stage());
    }

    /** Returns the stage in which the journey is at its last touchpoint; empty if it entered none. */
    public Optional<String> last(Journey journey) {
        return one(journey, visits -> visits.get(visits.size() - 1).stage());
    }

    /** Returns the last stage, in the order of the stages, that the journey enters; empty if it enters none. */
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
        return journey.visits(journey.size(), this::stage).stream()
                .map(visit -> new Visit(names.indexOf(visit.name()), visit.from(), visit.to()))
                .toList();
    }

    /** The stage of the activity, null if it belongs to none. */
    private @Nullable String stage(String activity) {
        int number = number(activity);
        return number < 0 ? null : names.get(number);
    }

    /** The number of the stage of the activity, -1 if it belongs to none. */
    int number(String activity) {
        Optional<String> stage = stageOf.apply(activity);
        if (stage.isEmpty()) {
            return -1;
        }
        Integer number = numbers.get(stage.get());
        if (number == null) {
            throw new IllegalArgumentException(
                    "stage '" + stage.get() + "' of activity '" + activity + "' is none of " + names);
        }
        return number;
    }

    /** Returns the names in order, and the rule by which activities belong to them. */
    @Override
    public String toString() {
        return definition;
    }
}
