package dev.cxkit.core.customer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * A customer, under the id of the host, and the identifiers by which they are recognised.
 *
 * @param id the id
 * @param identifiers the identifiers, each once; may be empty
 */
@JsonPropertyOrder({"id", "identifiers"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Customer(
        @JsonProperty("id") CustomerId id,
        @JsonProperty("identifiers") List<Identifier> identifiers) implements Serializable {

    /** Throws an {@link IllegalArgumentException} if an identifier is there twice; the message does not say its value. */
    public Customer {
        requireNonNull(id, "id of customer is missing");
        identifiers = JsonValues.list("identifiers of a customer", identifiers);
        HashSet<Identifier> seen = new HashSet<>();
        for (Identifier identifier : identifiers) {
            if (!seen.add(identifier)) {
                throw new IllegalArgumentException(
                        "identifier of kind " + identifier.kind() + " of a customer is there twice");
            }
        }
    }

    /** Returns the customer with these identifiers; throws an {@link IllegalArgumentException} if an identifier is there twice. */
    public static Customer of(CustomerId id, Identifier... identifiers) {
        return new Customer(id, List.of(identifiers));
    }
}
