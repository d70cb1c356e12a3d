package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("to") @Nullable String to,
            @JsonProperty("name") @Nullable String name) {
        return new Loop(from == null ? "" : from, to == null ? "" : to, name == null ? "" : name);
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
