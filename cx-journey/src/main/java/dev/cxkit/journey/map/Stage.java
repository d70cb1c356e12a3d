package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@index stage} of a journey map, such as awareness or purchase: its parts one after the other. The map checks its stages.
 *
 * @param name the name, not blank, once in the map
 * @param goal what the customer wants to have reached at its end, in words; absent if that is not said
 * @param limit the longest that one visit to the stage should take, above 0; absent if there is no limit
 * @param parts the parts in order; a stage may be empty while the map is drawn up
 */
@JsonPropertyOrder({"name", "goal", "limit", "parts"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Stage(
        @JsonProperty("name") String name,
        @JsonProperty("goal") @Nullable String goal,

        @JsonProperty("limit") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Duration limit,

        @JsonProperty("parts") List<Part> parts)
        implements Serializable {

    /** Copies the parts. */
    public Stage {
        requireNonNull(name, "name");
        parts = JsonValues.list("parts of stage " + name, parts);
    }

    @JsonCreator
    static Stage read(
            @JsonProperty("name") @Nullable Object name,
            @JsonProperty("goal") @Nullable Object goal,
            @JsonProperty("limit") @Nullable Object limit,
            @JsonProperty("parts") @Nullable List<Part> parts) {
        return new Stage(
                name == null ? "" : JsonValues.text("name of a stage", name),
                JsonValues.text("goal of a stage", goal),
                JsonValues.duration("limit of a stage", limit),
                parts == null ? List.of() : parts);
    }

    /** Returns a stage without goal and limit. */
    public static Stage of(String name, Part... parts) {
        return new Stage(name, null, null, List.of(parts));
    }

    /** Returns the stage with another goal. */
    public Stage withGoal(String goal) {
        return new Stage(name, requireNonNull(goal, "goal"), limit, parts);
    }

    /** Returns the stage with another limit of time. */
    public Stage withLimit(Duration limit) {
        return new Stage(name, goal, requireNonNull(limit, "limit"), parts);
    }

    /** Returns the touchpoints in order, those of groups too. */
    public List<PlannedTouchpoint> touchpoints() {
        return parts.stream().flatMap(part -> part.touchpoints().stream()).toList();
    }

    /** Returns the flow of its touchpoints as text, such as {@code order, choice(payment, invoice) 0..1}. */
    public String flow() {
        return parts.stream().map(Part::flow).collect(Collectors.joining(", "));
    }
}
