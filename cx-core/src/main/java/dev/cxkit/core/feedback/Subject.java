package dev.cxkit.core.feedback;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The subject of feedback: a touchpoint, a case, an order, the company as a whole, or a kind of the host's own.
 *
 * @param kind the kind of thing
 * @param id the id of the thing; absent for the company, present for touchpoint, case and order
 */
@JsonPropertyOrder({"kind", "id"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Subject(
        @JsonProperty("kind") Kind kind,
        @JsonProperty("id") @Nullable String id) implements Serializable {

    /** Throws an {@link IllegalArgumentException} if the company has an id, or a touchpoint, case or order has none. */
    public Subject {
        requireNonNull(kind, "kind of subject is missing");
        if (id != null && (kind.equals(Kind.COMPANY) || id.isBlank())) {
            throw new IllegalArgumentException(
                    id.isBlank() ? "id of " + kind + " is blank" : "the company as a whole has no id");
        }
        if (id == null && (kind.equals(Kind.TOUCHPOINT) || kind.equals(Kind.CASE) || kind.equals(Kind.ORDER))) {
            throw new IllegalArgumentException("id of " + kind + " is missing");
        }
    }

    @JsonCreator
    static Subject read(@JsonProperty("kind") Kind kind, @JsonProperty("id") @Nullable Object id) {
        return new Subject(kind, JsonValues.text("id of subject", id));
    }

    /** Returns the company as a whole. */
    public static Subject company() {
        return new Subject(Kind.COMPANY, null);
    }

    /** Returns the touchpoint with this id. */
    public static Subject touchpoint(String id) {
        return new Subject(Kind.TOUCHPOINT, id);
    }

    /** Returns the case with this id: a request, a complaint, a ticket. */
    public static Subject supportCase(String id) {
        return new Subject(Kind.CASE, id);
    }

    /** Returns the order with this id. */
    public static Subject order(String id) {
        return new Subject(Kind.ORDER, id);
    }

    /**
     * A kind of thing that feedback can be about. The set is open and the text is kept exactly.
     *
     * @param name the name, not blank
     */
    public record Kind(@JsonValue String name) implements Serializable {

        /** One touchpoint. */
        public static final Kind TOUCHPOINT = of("touchpoint");

        /** One case: a request, a complaint, a ticket. */
        public static final Kind CASE = of("case");

        /** One order. */
        public static final Kind ORDER = of("order");

        /** The company as a whole. */
        public static final Kind COMPANY = of("company");

        /** Throws an {@link IllegalArgumentException} if the name is blank. */
        public Kind {
            Require.text("kind of subject", name);
        }

        /** Returns the kind with this name; throws an {@link IllegalArgumentException} if the name is blank. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Kind of(String name) {
            return new Kind(name);
        }

        /** Returns the name. */
        @Override
        public String toString() {
            return name;
        }
    }
}
