package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A {@index loop} of a journey map: from the end of a stage back to the beginning of the same or an earlier one. The map checks its loops.
 *
 * @param from the name of the stage at whose end it leaves
 * @param to the name of the stage to which it leads
 * @param name what it is, such as repurchase, word of mouth or repair
 */
@JsonPropertyOrder({"from", "to", "name"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Loop(
        @JsonProperty("from") String from,
        @JsonProperty("to") String to,
        @JsonProperty("name") String name) implements Serializable {

    public Loop {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(name, "name");
    }

    @JsonCreator
    static Loop read(
            @JsonProperty("from") @Nullable Object from,
            @JsonProperty("to") @Nullable Object to,
            @JsonProperty("name") @Nullable Object name) {
        return new Loop(text("from", from), text("to", to), text("name", name));
    }

    /** What is missing is blank, which the map finds. */
    private static String text(String field, @Nullable Object value) {
        return value == null ? "" : JsonValues.text(field + " of a loop", value);
    }

    /** Returns the loop. */
    public static Loop of(String from, String to, String name) {
        return new Loop(from, to, name);
    }

    /** Returns the loop as text, such as {@code repurchase: maintenance -> purchase}. */
    @Override
    public String toString() {
        return name + ": " + from + " -> " + to;
    }
}
