package dev.cxkit.core.touchpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.json.JsonValues;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ready-made {@link Touchpoint}, for every type that needs no fields of its own.
 *
 * <p>A mapper reads it for the types that are constants
 * of {@link TouchpointType}; for its own type names a host registers this class under them, else they come back
 * as {@link UnknownTouchpoint}.
 *
 * @param id the id, not blank, unique within the host
 * @param type the kind of meeting
 * @param customer the customer
 * @param channel the channel
 * @param occurredAt when it occurred or began
 * @param endedAt when it ended, not before {@code occurredAt}; absent where it had no length or has not ended
 * @param directness whether the company had a hand in it; absent in JSON means direct
 * @param ownedBy who in the company answers for it, {@code owner} in JSON; absent if nobody does
 * @param attributes what else the host knows of it
 */
@JsonPropertyOrder({"id", "type", "customer", "channel", "occurredAt", "endedAt", "directness", "owner", "attributes"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
// Read as this class, it may be of any type.
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record Interaction(
        @JsonProperty("id") String id,
        @JsonProperty("type") TouchpointType type,
        @JsonProperty("customer") CustomerId customer,
        @JsonProperty("channel") Channel channel,

        @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant occurredAt,

        @JsonProperty("endedAt") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant endedAt,

        @JsonProperty("directness") Directness directness,
        @JsonProperty("owner") @Nullable Owner ownedBy,

        @JsonProperty("attributes") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Attributes attributes)
        implements Touchpoint {

    /**
     * Throws an {@link IllegalArgumentException} if the id is blank or the end is before the start; an absent directness is direct, absent
     * attributes are none.
     */
    public Interaction {
        Require.text("id of touchpoint", id);
        requireNonNull(type, "type of touchpoint is missing");
        requireNonNull(customer, "customer of touchpoint is missing");
        requireNonNull(channel, "channel of touchpoint is missing");
        requireNonNull(occurredAt, "occurredAt of touchpoint is missing");
        if (endedAt != null && endedAt.isBefore(occurredAt)) {
            throw new IllegalArgumentException("endedAt " + endedAt + " is before occurredAt " + occurredAt);
        }
        directness = directness == null ? Directness.DIRECT : directness;
        attributes = attributes == null ? Attributes.none() : attributes;
    }

    @JsonCreator
    static Interaction read(
            @JsonProperty("id") @Nullable Object id,
            @JsonProperty("type") TouchpointType type,
            @JsonProperty("customer") CustomerId customer,
            @JsonProperty("channel") Channel channel,
            @JsonProperty("occurredAt") @Nullable Object occurredAt,
            @JsonProperty("endedAt") @Nullable Object endedAt,
            @JsonProperty("directness") Directness directness,
            @JsonProperty("owner") @Nullable Owner owner,
            @JsonProperty("attributes") Attributes attributes) {
        return new Interaction(
                JsonValues.text("id of touchpoint", id),
                type,
                customer,
                channel,
                JsonValues.time("occurredAt of touchpoint", occurredAt),
                JsonValues.time("endedAt of touchpoint", endedAt),
                directness,
                owner,
                attributes);
    }

    /** Returns a builder for a touchpoint of this id and type; customer, channel and time follow. */
    public static Builder builder(String id, TouchpointType type) {
        return new Builder(id, type);
    }

    @Override
    public Optional<Instant> end() {
        return Optional.ofNullable(endedAt);
    }

    @Override
    public Optional<Owner> owner() {
        return Optional.ofNullable(ownedBy);
    }

    /** Returns the id, type, channel and time; nothing of the customer and no attribute. */
    @Override
    public String toString() {
        return "Interaction[id=" + id + ", type=" + type + ", channel=" + channel + ", occurredAt=" + occurredAt + "]";
    }

    /** Makes an {@link Interaction} step by step. One builder belongs to one thread. */
    public static final class Builder {
        private final String id;
        private final TouchpointType type;
        private @Nullable CustomerId customer;
        private @Nullable Channel channel;
        private @Nullable Instant occurredAt;
        private @Nullable Instant endedAt;
        private Directness directness = Directness.DIRECT;
        private @Nullable Owner owner;
        private Attributes attributes = Attributes.none();

        private Builder(String id, TouchpointType type) {
            this.id = id;
            this.type = type;
        }

        /** Sets the customer. */
        public Builder customer(CustomerId customer) {
            this.customer = customer;
            return this;
        }

        /** Sets the channel. */
        public Builder channel(Channel channel) {
            this.channel = channel;
            return this;
        }

        /** Sets when it occurred or began. */
        public Builder occurredAt(Instant occurredAt) {
            this.occurredAt = occurredAt;
            return this;
        }

        /** Sets when it ended; not needed. */
        public Builder endedAt(Instant endedAt) {
            this.endedAt = endedAt;
            return this;
        }

        /** Sets whether the company had a hand in it; direct if not set. */
        public Builder directness(Directness directness) {
            this.directness = requireNonNull(directness, "directness");
            return this;
        }

        /** Sets who in the company answers for it; not needed. */
        public Builder owner(Owner owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Adds one attribute.
         *
         * @throws IllegalArgumentException if the value is not plain
         */
        public Builder attribute(String name, Object value) {
            attributes = attributes.with(name, value);
            return this;
        }

        /**
         * Returns the touchpoint.
         *
         * @throws NullPointerException if the customer, the channel or the time is missing
         * @throws IllegalArgumentException if the id is blank or the end is before the start
         */
        public Interaction build() {
            return new Interaction(
                    id,
                    type,
                    requireNonNull(customer, "customer is missing: who was in touch"),
                    requireNonNull(channel, "channel is missing: by which way, such as Channel.WEB"),
                    requireNonNull(occurredAt, "occurredAt is missing: when it was or began"),
                    endedAt,
                    directness,
                    owner,
                    attributes);
        }
    }
}
