package dev.cxkit.core.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * The id under which the host knows a company that is its customer. The text is kept exactly. In JSON it is a plain string.
 *
 * @param value the text of the id, not blank
 */
public record AccountId(@JsonValue String value) implements Comparable<AccountId>, Serializable {

    /** Throws an {@link IllegalArgumentException} if the text is blank. */
    public AccountId {
        Require.text("account id", value);
    }

    /** Returns the id with this text; throws an {@link IllegalArgumentException} if the text is blank. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
