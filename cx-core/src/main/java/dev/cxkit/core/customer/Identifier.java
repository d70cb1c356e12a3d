package dev.cxkit.core.customer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of a person: strong (deterministic, one person's alone) or weak (shared, such as a device or a cookie).
 *
 * <p>Two customers who share a strong one are the same; a weak one is a hint, since people share devices and telephones.
 *
 * @param kind what it is
 * @param value its text, not blank, kept exactly; bringing it to one form is the host's
 * @param strong whether it belongs to one person alone; never guessed, so it must be given
 */
@JsonPropertyOrder({"kind", "value", "strong"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Identifier(
        @JsonProperty("kind") Kind kind,
        @JsonProperty("value") String value,
        @JsonProperty("strong") Boolean strong) implements Serializable {

    /** Throws an {@link IllegalArgumentException} if the value is blank. */
    public Identifier {
        requireNonNull(kind, "kind of identifier is missing");
        if (requireNonNull(value, "value of identifier is missing").isBlank()) {
            throw new IllegalArgumentException("value of identifier " + kind + " is blank");
        }
        requireNonNull(strong, "strong is missing: true if the identifier belongs to one person alone");
    }

    @JsonCreator
    static Identifier read(
            @JsonProperty("kind") Kind kind,
            @JsonProperty("value") @Nullable Object value,
            @JsonProperty("strong") @Nullable Object strong) {
        return new Identifier(
                kind, JsonValues.text("value of identifier", value), JsonValues.flag("strong of identifier", strong));
    }

    /** Returns an identifier that belongs to one person alone. */
    public static Identifier strong(Kind kind, String value) {
        return new Identifier(kind, value, true);
    }

    /** Returns an identifier that several people may share. */
    public static Identifier weak(Kind kind, String value) {
        return new Identifier(kind, value, false);
    }

    /** Returns the kind and the strength, not the value. */
    @Override
    public String toString() {
        return "Identifier[kind=" + kind + ", strong=" + strong + "]";
    }

    /**
     * A kind of identifier. The set is open and the text is kept exactly. In JSON it is a plain string.
     *
     * @param name the name, not blank
     */
    public record Kind(@JsonValue String name) implements Serializable {

        /** An email address. */
        public static final Kind EMAIL = of("email");

        /** A telephone number. */
        public static final Kind PHONE = of("phone");

        /** A cookie of a browser. */
        public static final Kind COOKIE = of("cookie");

        /** An account in a system of the company. */
        public static final Kind ACCOUNT = of("account");

        /** A device: a phone, a set-top box. */
        public static final Kind DEVICE = of("device");

        /** A loyalty card. */
        public static final Kind CARD = of("card");

        /** Throws an {@link IllegalArgumentException} if the name is blank. */
        public Kind {
            Require.text("kind of identifier", name);
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
