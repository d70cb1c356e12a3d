package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * The id of a case, kept exactly as the host has it. In JSON it is a plain string.
 *
 * @param value the text of the id, not blank
 */
public record CaseId(@JsonValue String value) implements Comparable<CaseId>, Serializable {

    /** Throws an {@link IllegalArgumentException} if the text is blank. */
    public CaseId {
        Require.text("case id", value);
    }

    /** Returns the id with this text; throws an {@link IllegalArgumentException} if the text is blank. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CaseId of(String value) {
        return new CaseId(value);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    static void text(String owner, String name, String value) {
        Require.that(!requireNonNull(value, name).isBlank(), () -> name + " of " + owner + " is blank");
    }
}
