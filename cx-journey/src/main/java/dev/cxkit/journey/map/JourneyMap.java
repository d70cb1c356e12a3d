package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "customer journey map"}: the journey as it is designed for a persona in a scenario, with stages in order, what happens in each, and
 * the loops that lead back.
 *
 * <ul>
 *   <li>A map that exists is sound: {@link Builder#faults()} tells all that is wrong with one in the making, and making or reading an unsound one
 *       fails with all its faults at once.
 *   <li>An {@linkplain PlannedTouchpoint#activity() activity} has one place in a map.
 *   <li>A loop leads from the end of a stage back to the beginning of the same or an earlier one.
 * </ul>
 *
 * <p>In JSON an object with the property {@code schema}, {@value #SCHEMA}; a document of another version is refused, unknown properties are
 * passed over.
 *
 * <pre>{@code
 * import dev.cxkit.journey.map.Group;
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.PlannedTouchpoint;
 * JourneyMap map = JourneyMap.builder()
 *         .persona("Buyer")
 *         .stage("awareness", PlannedTouchpoint.of("visit"))
 *         .stage("purchase", PlannedTouchpoint.of("order"), Group.anyOrder(PlannedTouchpoint.of("invoice"), PlannedTouchpoint.of("delivery")))
 *         .loop("purchase", "awareness", "word of mouth")
 *         .build();
 * System.out.println(map.stages().get(1).flow());
 * System.out.println(map.loops());
 * // -> order, any-order(invoice, delivery)
 * // -> [word of mouth: purchase -> awareness]
 * }</pre>
 *
 * @param persona who makes the journey; absent if that is not said
 * @param scenario on what occasion; absent if that is not said
 * @param goal what the persona wants to reach; absent if that is not said
 * @param stages the stages in order, at least one
 * @param loops the loops, in order
 */
@JsonPropertyOrder({"schema", "persona", "scenario", "goal", "stages", "loops"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record JourneyMap(
        @JsonProperty("persona") @Nullable String persona,
        @JsonProperty("scenario") @Nullable String scenario,
        @JsonProperty("goal") @Nullable String goal,
        @JsonProperty("stages") List<Stage> stages,
        @JsonProperty("loops") List<Loop> loops)
        implements Serializable {

    /** The version of the JSON schema that is written and read. */
    public static final int SCHEMA = 1;

    /**
     * Looks for all faults of stages, touchpoints, groups, gates and loops.
     *
     * @throws InvalidMapException if there is any fault
     */
    public JourneyMap {
        stages = JsonValues.list("stages of a journey map", stages);
        loops = JsonValues.list("loops of a journey map", loops);
        List<String> faults = Faults.of(stages, loops);
        if (!faults.isEmpty()) {
            throw new InvalidMapException(faults);
        }
    }

    @JsonCreator
    static JourneyMap read(
            @JsonProperty("schema") @Nullable Object schema,
            @JsonProperty("persona") @Nullable Object persona,
            @JsonProperty("scenario") @Nullable Object scenario,
            @JsonProperty("goal") @Nullable Object goal,
            @JsonProperty("stages") @Nullable List<Stage> stages,
            @JsonProperty("loops") @Nullable List<Loop> loops) {
        if (!Integer.valueOf(SCHEMA).equals(schema)) {
            throw new IllegalArgumentException("schema " + schema + " of a journey map is unknown; known is " + SCHEMA);
        }
        return new JourneyMap(
                JsonValues.text("persona", persona),
                JsonValues.text("scenario", scenario),
                JsonValues.text("goal", goal),
                stages == null ? List.of() : stages,
                loops == null ? List.of() : loops);
    }

    /** Returns a builder of a map. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the version of the JSON schema. */
    @JsonProperty("schema")
    public int schema() {
        return SCHEMA;
    }

    /** Returns the stage of this name; empty if there is none. */
    public Optional<Stage> stage(String name) {
        requireNonNull(name, "name");
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** Returns the stage of the activity; empty if the activity is not on the map. It looks through the whole map. */
    public Optional<Stage> stageOf(String activity) {
        requireNonNull(activity, "activity");
        return stages.stream()
                .filter(stage -> stage.touchpoints().stream()
                        .anyMatch(touchpoint -> touchpoint.activity().equals(activity)))
                .findFirst();
    }

    /** Returns the stage of the activity that is named like the type. */
    public Optional<Stage> stageOf(TouchpointType type) {
        return stageOf(type.name());
    }

    /** Returns the touchpoint of this activity; empty if the activity is not on the map. It looks through the whole map. */
    public Optional<PlannedTouchpoint> touchpoint(String activity) {
        requireNonNull(activity, "activity");
        return touchpoints().stream()
                .filter(touchpoint -> touchpoint.activity().equals(activity))
                .findFirst();
    }

    /** Returns the touchpoint of the activity that is named like the type. */
    public Optional<PlannedTouchpoint> touchpoint(TouchpointType type) {
        return touchpoint(type.name());
    }

    /** Returns the touchpoints of all stages in order. */
    public List<PlannedTouchpoint> touchpoints() {
        return stages.stream().flatMap(stage -> stage.touchpoints().stream()).toList();
    }

    /** Returns the name of the stage of each activity, in the order of the map; unmodifiable. */
    public Map<String, String> stagesOfActivities() {
        Map<String, String> stages = new LinkedHashMap<>();
        this.stages.forEach(
                stage -> stage.touchpoints().forEach(touchpoint -> stages.put(touchpoint.activity(), stage.name())));
        return Collections.unmodifiableMap(stages);
    }

    /**
     * Returns the map with this stage in place of the one of the same name: how a template is filled in.
     *
     * @throws IllegalArgumentException if there is no stage of this name
     * @throws InvalidMapException if the map is no longer sound
     */
    public JourneyMap withStage(Stage stage) {
        if (stage(stage.name()).isEmpty()) {
            throw new IllegalArgumentException("stage " + stage.name() + " is not on the map; allowed are "
                    + stages.stream().map(Stage::name).toList());
        }
        List<Stage> changed = stages.stream()
                .map(other -> other.name().equals(stage.name()) ? stage : other)
                .toList();
        return new JourneyMap(persona, scenario, goal, changed, loops);
    }

    /** Returns a builder that has all of this map. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.persona = persona;
        builder.scenario = scenario;
        builder.goal = goal;
        builder.stages.addAll(stages);
        builder.loops.addAll(loops);
        return builder;
    }

    /** Returns what has to change in this map to make it the other one; nothing exactly if they are equal. */
    public List<MapChange> changesTo(JourneyMap other) {
        return MapChangeFinder.of(this, requireNonNull(other, "other"));
    }

    /** Builds a {@link JourneyMap}. A builder belongs to one thread. */
    public static final class Builder {
        private @Nullable String persona;
        private @Nullable String scenario;
        private @Nullable String goal;
        private final List<Stage> stages = new ArrayList<>();
        private final List<Loop> loops = new ArrayList<>();

        private Builder() {}

        /** Sets who makes the journey. */
        public Builder persona(String persona) {
            this.persona = persona;
            return this;
        }

        /** Sets on what occasion. */
        public Builder scenario(String scenario) {
            this.scenario = scenario;
            return this;
        }

        /** Sets what the persona wants to reach. */
        public Builder goal(String goal) {
            this.goal = goal;
            return this;
        }

        /** Adds a stage behind the others. */
        public Builder stage(Stage stage) {
            stages.add(requireNonNull(stage, "stage"));
            return this;
        }

        /** Adds a stage without goal and limit behind the others. */
        public Builder stage(String name, Part... parts) {
            return stage(Stage.of(name, parts));
        }

        /** Adds a loop from the end of a stage to the beginning of the same or an earlier one. */
        public Builder loop(String from, String to, String name) {
            loops.add(Loop.of(from, to, name));
            return this;
        }

        /** Returns all that is wrong so far, in the order of the map; empty if it can be built. */
        public List<String> faults() {
            return Faults.of(stages, loops);
        }

        /**
         * Returns the map.
         *
         * @throws InvalidMapException if there is any fault
         */
        public JourneyMap build() {
            return new JourneyMap(persona, scenario, goal, stages, loops);
        }
    }
}
