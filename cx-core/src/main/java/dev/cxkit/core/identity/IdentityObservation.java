package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An observation of a person under one or more identifiers at an instant: the input of identity resolution.
 *
 * <p>A host makes one of each touchpoint that shall be resolved.
 *
 * @param id the id, unique among the observations that are resolved together; most simply that of the touchpoint; not blank
 * @param occurredAt when it was
 * @param identifiers what was known of the person, the most trusted first; may be empty
 */
@JsonPropertyOrder({"id", "occurredAt", "identifiers"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record IdentityObservation(
        @JsonProperty("id") String id,

        @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant occurredAt,

        @JsonProperty("identifiers") List<Identifier> identifiers)
        implements Serializable {

    /** Throws an {@link IllegalArgumentException} if the id is blank. */
    public IdentityObservation {
        Require.text("id of identity observation", id);
        requireNonNull(occurredAt, "occurredAt of identity observation is missing");
        identifiers = JsonValues.list("identifiers of identity observation " + id, identifiers);
    }

    @JsonCreator
    static IdentityObservation read(
            @JsonProperty("id") @Nullable Object id,
            @JsonProperty("occurredAt") @Nullable Object occurredAt,
            @JsonProperty("identifiers") List<Identifier> identifiers) {
        return new IdentityObservation(
                JsonValues.text("id of identity observation", id),
                JsonValues.time("occurredAt of identity observation", occurredAt),
                identifiers);
    }

    /** Returns the observation with these identifiers, the most trusted first. */
    public static IdentityObservation of(String id, Instant occurredAt, Identifier... identifiers) {
        return new IdentityObservation(id, occurredAt, List.of(identifiers));
    }
}
