package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of parts of a stage: a sequence, a choice, or parts in any order. The map checks its groups.
 *
 * @param order how the parts follow each other
 * @param occurs how often the group as a whole happens
 * @param parts the parts: at least one, of a choice two, in any order 2..6
 */
@JsonPropertyOrder({"kind", "occurs", "parts"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Group(
        @JsonIgnore Order order,
        @JsonProperty("occurs") Cardinality occurs,
        @JsonProperty("parts") List<Part> parts) implements Part {

    /** How the parts of a group follow each other. */
    public enum Order {
        /** One after the other as given. */
        SEQUENCE("sequence"),

        /** One of them, the others not. */
        CHOICE("choice"),

        /** All of them, each whole before the next, in any order. */
        ANY_ORDER("any-order");

        private final String text;

        Order(String text) {
            this.text = text;
        }

        /** Returns the text in JSON. */
        @Override
        public String toString() {
            return text;
        }
    }

    /** Copies the parts. */
    public Group {
        requireNonNull(order, "kind of a group is missing");
        requireNonNull(occurs, "occurs");
        parts = JsonValues.list("parts of a group", parts);
    }

    @JsonCreator
    static Group read(
            @JsonProperty("kind") @Nullable Object kind,
            @JsonProperty("occurs") @Nullable Cardinality occurs,
            @JsonProperty("parts") @Nullable List<Part> parts) {
        return new Group(
                JsonValues.constant("kind of a group", kind, Order.class),
                occurs == null ? Cardinality.ONE : occurs,
                parts == null ? List.of() : parts);
    }

    /** Returns the parts one after the other. */
    public static Group sequence(Part... parts) {
        return new Group(Order.SEQUENCE, Cardinality.ONE, List.of(parts));
    }

    /** Returns a choice: one of the parts happens, the others do not. */
    public static Group choice(Part... parts) {
        return new Group(Order.CHOICE, Cardinality.ONE, List.of(parts));
    }

    /** Returns parts that all happen, in any order. */
    public static Group anyOrder(Part... parts) {
        return new Group(Order.ANY_ORDER, Cardinality.ONE, List.of(parts));
    }

    /** Returns the group with another cardinality. */
    public Group occurring(Cardinality occurs) {
        return new Group(order, occurs, parts);
    }

    @Override
    public String kind() {
        return order.text;
    }

    @Override
    public List<PlannedTouchpoint> touchpoints() {
        return parts.stream().flatMap(part -> part.touchpoints().stream()).toList();
    }

    @Override
    public String flow() {
        String inner = parts.stream().map(Part::flow).collect(Collectors.joining(", ", order.text + "(", ")"));
        return occurs.equals(Cardinality.ONE) ? inner : inner + " " + occurs;
    }
}
