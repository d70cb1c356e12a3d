package dev.cxkit.core.touchpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.json.JsonValues;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint of a type that the JSON mapper does not know: one that another service or a newer version wrote. What every
 * touchpoint has is understood, all else is kept as it came and written back.
 *
 * @param id the id, not blank
 * @param type the kind of meeting
 * @param customer the customer
 * @param channel the channel
 * @param occurredAt when it occurred or began
 * @param properties all other properties, in order
 */
@JsonPropertyOrder({"id", "type", "customer", "channel", "occurredAt"})
@JsonIgnoreProperties
public record UnknownTouchpoint(
        @JsonProperty("id") String id,
        @JsonProperty("type") TouchpointType type,
        @JsonProperty("customer") CustomerId customer,
        @JsonProperty("channel") Channel channel,

        @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant occurredAt,

        @JsonAnyGetter Map<String, @Nullable Object> properties)
        implements Touchpoint {

    /**
     * Copies the properties; throws an {@link IllegalArgumentException} if the id is blank or a property is not a plain value.
     */
    public UnknownTouchpoint {
        Require.text("id of touchpoint", id);
        requireNonNull(type, "type of touchpoint is missing");
        requireNonNull(customer, "customer of touchpoint is missing");
        requireNonNull(channel, "channel of touchpoint is missing");
        requireNonNull(occurredAt, "occurredAt of touchpoint is missing");
        properties = Attributes.of(properties).asMap();
    }

    // From the whole object, since Jackson 2 hands over the properties of an any-setter in reverse order.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static UnknownTouchpoint read(Map<String, @Nullable Object> all) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>(all);
        return new UnknownTouchpoint(
                JsonValues.text("id of touchpoint", others.remove("id")),
                JsonValues.of("type of touchpoint", others.remove("type"), TouchpointType::of),
                JsonValues.of("customer of touchpoint", others.remove("customer"), CustomerId::of),
                JsonValues.of("channel of touchpoint", others.remove("channel"), Channel::of),
                JsonValues.time("occurredAt of touchpoint", others.remove("occurredAt")),
                others);
    }

    /** Returns the id, type, channel and time; nothing of the customer and no other property. */
    @Override
    public String toString() {
        return "UnknownTouchpoint[id=" + id + ", type=" + type + ", channel=" + channel + ", occurredAt=" + occurredAt
                + "]";
    }
}
