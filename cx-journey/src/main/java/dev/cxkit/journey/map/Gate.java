package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The gate of a touchpoint: a condition for passing it, a time limit for reaching it, or both. The map checks its gates.
 *
 * <p>The time runs from the first touchpoint of the activity {@code after} that has not been followed by that of the gate yet, or, without such
 * an activity, from the start of the journey to the first touchpoint of the gate. A touchpoint exactly at the limit is in time.
 *
 * @param condition what has to be so, in words, such as "offer accepted"; absent if only the time counts
 * @param within the time limit, above 0; absent if there is none
 * @param after the activity from which the time runs; absent if it runs from the start of the journey
 */
@JsonPropertyOrder({"condition", "within", "after"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Gate(
        @JsonProperty("condition") @Nullable String condition,

        @JsonProperty("within") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Duration within,

        @JsonProperty("after") @Nullable String after)
        implements Serializable {

    @JsonCreator
    static Gate read(
            @JsonProperty("condition") @Nullable Object condition,
            @JsonProperty("within") @Nullable Object within,
            @JsonProperty("after") @Nullable Object after) {
        return new Gate(
                JsonValues.text("condition of a gate", condition),
                JsonValues.duration("within of a gate", within),
                JsonValues.text("after of a gate", after));
    }

    /** Returns a gate without a time limit. */
    public static Gate of(String condition) {
        return new Gate(requireNonNull(condition, "condition"), null, null);
    }

    /** Returns a time limit from the start of the journey. */
    public static Gate within(Duration within) {
        return new Gate(null, requireNonNull(within, "within"), null);
    }

    /** Returns a time limit from another activity. */
    public static Gate within(Duration within, String after) {
        return new Gate(null, requireNonNull(within, "within"), requireNonNull(after, "after"));
    }

    /** Returns the same of the activity that is named like the type. */
    public static Gate within(Duration within, TouchpointType after) {
        return within(within, after.name());
    }

    /** Returns the gate with another condition. */
    public Gate withCondition(String condition) {
        return new Gate(requireNonNull(condition, "condition"), within, after);
    }
}
