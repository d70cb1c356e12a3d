package dev.cxkit.core.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * The id under which the host knows one customer. It is opaque: the text is kept exactly, and two ids are the same
 * customer only if their texts are equal. In JSON it is a plain string.
 *
 * @param value the text of the id, not blank
 */
public record CustomerId(@JsonValue String value) implements Comparable<CustomerId>, Serializable {

    /** Throws an {@link IllegalArgumentException} if the text is blank. */
    public CustomerId {
        Require.text("customer id", value);
    }

    /** Returns the id with this text; throws an {@link IllegalArgumentException} if the text is blank. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    /** Returns the text of the id. It is personal data: keep it out of logs. */
    @Override
    public String toString() {
        return value;
    }
}
