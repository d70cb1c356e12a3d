package dev.cxkit.core.commerce;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * The id of an order, kept exactly as the host has it. In JSON it is a plain string.
 *
 * @param value the text of the id, not blank
 */
public record OrderId(@JsonValue String value) implements Comparable<OrderId>, Serializable {

    /**
     * Makes an id.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public OrderId {
        Require.text("order id", value);
    }

    /**
     * Returns the id with this text.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrderId of(String value) {
        return new OrderId(value);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
