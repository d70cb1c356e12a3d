package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint of a journey map as it is designed: activity, cardinality, channels, owner, expected emotion, importance, goal, KPI and gate. Ranges
 * are checked by the map that it is put in, which tells all faults at once.
 *
 * @param activity the activity by which the touchpoints of journeys are recognised, one place in the map each; by default the name of a type;
 *     in JSON {@code step}
 * @param occurs how often it happens
 * @param channels the channels by which it may happen; any if there is none
 * @param owner who in the company answers for it; absent if nobody does yet
 * @param stakeholders who else has a part in it, such as the buyer's finance department; in order
 * @param visibility front stage or back stage
 * @param expectedBehaviour what the customer is expected to do, in words; absent if that is not said
 * @param expectedEmotion how the customer is expected to feel, -2 (very bad)..+2 (very good); absent if that is not said
 * @param importance how important it is, 1 (little)..5 (most); absent if that is not said
 * @param momentOfTruth whether it is a {@index "moment of truth"}, at which the customer decides
 * @param goal what is to be reached by it, in words; absent if that is not said
 * @param kpi by which figure it is watched; absent if by none
 * @param gate what has to be so before the journey goes on; absent if nothing has to
 */
@JsonPropertyOrder({
    "kind",
    "step",
    "occurs",
    "channels",
    "owner",
    "stakeholders",
    "visibility",
    "expectedBehaviour",
    "expectedEmotion",
    "importance",
    "momentOfTruth",
    "goal",
    "kpi",
    "gate"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(value = "kind", allowGetters = true, ignoreUnknown = true)
public record PlannedTouchpoint(
        @JsonProperty("step") String activity,
        @JsonProperty("occurs") Cardinality occurs,

        @JsonProperty("channels") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Channel> channels,

        @JsonProperty("owner") @Nullable Owner owner,

        @JsonProperty("stakeholders") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> stakeholders,

        @JsonProperty("visibility") Visibility visibility,
        @JsonProperty("expectedBehaviour") @Nullable String expectedBehaviour,
        @JsonProperty("expectedEmotion") @Nullable Double expectedEmotion,
        @JsonProperty("importance") @Nullable Integer importance,
        @JsonProperty("momentOfTruth") boolean momentOfTruth,
        @JsonProperty("goal") @Nullable String goal,
        @JsonProperty("kpi") @Nullable String kpi,
        @JsonProperty("gate") @Nullable Gate gate)
        implements Part {

    /** Copies the lists. */
    public PlannedTouchpoint {
        requireNonNull(activity, "activity");
        requireNonNull(occurs, "occurs");
        channels = JsonValues.list("channels of touchpoint " + activity, channels);
        stakeholders = JsonValues.list("stakeholders of touchpoint " + activity, stakeholders);
        requireNonNull(visibility, "visibility");
    }

    @JsonCreator
    static PlannedTouchpoint read(
            @JsonProperty("step") @Nullable Object step,
            @JsonProperty("occurs") @Nullable Cardinality occurs,
            @JsonProperty("channels") @Nullable List<Channel> channels,
            @JsonProperty("owner") @Nullable Owner owner,
            @JsonProperty("stakeholders") @Nullable Object stakeholders,
            @JsonProperty("visibility") @Nullable Object visibility,
            @JsonProperty("expectedBehaviour") @Nullable Object expectedBehaviour,
            @JsonProperty("expectedEmotion") @Nullable Object expectedEmotion,
            @JsonProperty("importance") @Nullable Object importance,
            @JsonProperty("momentOfTruth") @Nullable Object momentOfTruth,
            @JsonProperty("goal") @Nullable Object goal,
            @JsonProperty("kpi") @Nullable Object kpi,
            @JsonProperty("gate") @Nullable Gate gate) {
        String activity = step == null ? "" : JsonValues.text("step of a touchpoint", step);
        String of = " of touchpoint " + activity;
        return new PlannedTouchpoint(
                activity,
                occurs == null ? Cardinality.ONE : occurs,
                channels == null ? List.of() : channels,
                owner,
                stakeholders == null ? List.of() : JsonValues.texts("stakeholders" + of, stakeholders),
                visibility == null
                        ? Visibility.FRONT_STAGE
                        : JsonValues.constant("visibility" + of, visibility, Visibility.class),
                JsonValues.text("expectedBehaviour" + of, expectedBehaviour),
                JsonValues.number("expectedEmotion" + of, expectedEmotion),
                JsonValues.integer("importance" + of, importance),
                momentOfTruth != null && JsonValues.flag("momentOfTruth" + of, momentOfTruth),
                JsonValues.text("goal" + of, goal),
                JsonValues.text("kpi" + of, kpi),
                gate);
    }

    /** Returns a touchpoint of which nothing is said but its activity. */
    public static PlannedTouchpoint of(String activity) {
        return builder(activity).build();
    }

    /** Returns a touchpoint of which nothing is said but its type. */
    public static PlannedTouchpoint of(TouchpointType type) {
        return of(type.name());
    }

    /** Returns a builder of a touchpoint with this activity, which happens once, front stage. */
    public static Builder builder(String activity) {
        return new Builder(activity);
    }

    /** Returns a builder of a touchpoint whose activity is the name of the type, which happens once, front stage. */
    public static Builder builder(TouchpointType type) {
        return new Builder(type.name());
    }

    /** Returns the same with another cardinality. */
    public PlannedTouchpoint occurring(Cardinality occurs) {
        return new PlannedTouchpoint(
                activity,
                occurs,
                channels,
                owner,
                stakeholders,
                visibility,
                expectedBehaviour,
                expectedEmotion,
                importance,
                momentOfTruth,
                goal,
                kpi,
                gate);
    }

    @Override
    public String kind() {
        return "touchpoint";
    }

    @Override
    public List<PlannedTouchpoint> touchpoints() {
        return List.of(this);
    }

    @Override
    public String flow() {
        return occurs.equals(Cardinality.ONE) ? activity : activity + " " + occurs;
    }

    /** All that is said of it, by name. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("occurs", occurs);
        fields.put("channels", channels);
        fields.put("owner", owner);
        fields.put("stakeholders", stakeholders);
        fields.put("visibility", visibility);
        fields.put("expectedBehaviour", expectedBehaviour);
        fields.put("expectedEmotion", expectedEmotion);
        fields.put("importance", importance);
        fields.put("momentOfTruth", momentOfTruth);
        fields.put("goal", goal);
        fields.put("kpi", kpi);
        fields.put("gate", gate);
        return Collections.unmodifiableMap(fields);
    }

    /** Builds a {@link PlannedTouchpoint}. A builder belongs to one thread. */
    public static final class Builder {
        private final String activity;
        private Cardinality occurs = Cardinality.ONE;
        private final List<Channel> channels = new ArrayList<>();
        private @Nullable Owner owner;
        private final List<String> stakeholders = new ArrayList<>();
        private Visibility visibility = Visibility.FRONT_STAGE;
        private @Nullable String expectedBehaviour;
        private @Nullable Double expectedEmotion;
        private @Nullable Integer importance;
        private boolean momentOfTruth;
        private @Nullable String goal;
        private @Nullable String kpi;
        private @Nullable Gate gate;

        private Builder(String activity) {
            this.activity = requireNonNull(activity, "activity");
        }

        /** Sets how often it happens; once without this. */
        public Builder occurs(Cardinality occurs) {
            this.occurs = occurs;
            return this;
        }

        /** Adds ways by which it may happen. */
        public Builder channels(Channel... channels) {
            this.channels.addAll(List.of(channels));
            return this;
        }

        /** Sets who in the company answers for it. */
        public Builder owner(Owner owner) {
            this.owner = owner;
            return this;
        }

        /** Adds others who have a part in it. */
        public Builder stakeholders(String... stakeholders) {
            this.stakeholders.addAll(List.of(stakeholders));
            return this;
        }

        /** Says that the customer does not see it. */
        public Builder backStage() {
            this.visibility = Visibility.BACK_STAGE;
            return this;
        }

        /** Sets what the customer is expected to do. */
        public Builder expectedBehaviour(String expectedBehaviour) {
            this.expectedBehaviour = expectedBehaviour;
            return this;
        }

        /** Sets how the customer is expected to feel, -2..+2. */
        public Builder expectedEmotion(double expectedEmotion) {
            this.expectedEmotion = expectedEmotion;
            return this;
        }

        /** Sets how much hangs on it, 1..5. */
        public Builder importance(int importance) {
            this.importance = importance;
            return this;
        }

        /** Says that the customer makes up his mind here. */
        public Builder momentOfTruth() {
            this.momentOfTruth = true;
            return this;
        }

        /** Sets what is to be reached by it. */
        public Builder goal(String goal) {
            this.goal = goal;
            return this;
        }

        /** Sets by which figure it is watched. */
        public Builder kpi(String kpi) {
            this.kpi = kpi;
            return this;
        }

        /** Sets what has to be so before the journey goes on. */
        public Builder gate(Gate gate) {
            this.gate = gate;
            return this;
        }

        /** Returns the touchpoint, whose ranges are checked by the map that it is put in. */
        public PlannedTouchpoint build() {
            return new PlannedTouchpoint(
                    activity,
                    occurs,
                    channels,
                    owner,
                    stakeholders,
                    visibility,
                    expectedBehaviour,
                    expectedEmotion,
                    importance,
                    momentOfTruth,
                    goal,
                    kpi,
                    gate);
        }
    }
}
