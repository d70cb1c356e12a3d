package dev.cxkit.examples.quickstart;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Instant;
import java.util.Objects;

/**
 * A touchpoint type of the host, equal in rank to those that come with the library.
 *
 * @param id the id
 * @param customer who came
 * @param occurredAt when
 * @param store where
 * @param bought whether the visit ended with a purchase; boxed, so that a missing one is refused and not taken for a no
 */
@JsonTypeName("store-visit")
@JsonIgnoreProperties(value = "type", allowGetters = true)
public record StoreVisit(
        @JsonProperty("id") String id,
        @JsonProperty("customer") CustomerId customer,

        @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant occurredAt,

        @JsonProperty("store") String store,
        @JsonProperty("bought") Boolean bought)
        implements Touchpoint {

    /** The type, for rules and maps that name it. */
    public static final TouchpointType TYPE = TouchpointType.of("store-visit");

    /** Checks that nothing is missing. */
    public StoreVisit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(bought, "bought");
    }

    @Override
    public TouchpointType type() {
        return TYPE;
    }

    @Override
    public Channel channel() {
        return Channel.STORE;
    }
}
