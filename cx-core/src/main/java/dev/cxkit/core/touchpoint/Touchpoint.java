package dev.cxkit.core.touchpoint;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cxkit.core.customer.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * One meeting of a customer and the company. A host writes its own types, records for preference, and they are equal in
 * rank to {@link Interaction}, which serves where no type of one's own is needed.
 *
 * <p>JSON goes by the property {@code type}. A type of the host carries {@code @JsonTypeName} with its name, and the host
 * registers it with its mapper before the first use of the mapper. An object of a type that the mapper does not
 * know becomes an {@link UnknownTouchpoint}, and nothing of it is lost.
 *
 * <pre>{@code
 * @JsonTypeName("store-visit")
 * record StoreVisit(String id, CustomerId customer, Channel channel, Instant occurredAt, String store) implements Touchpoint {
 *     public TouchpointType type() {
 *         return TouchpointType.of("store-visit");
 *     }
 * }
 * }</pre>
 *
 * <p>Implementations are immutable and equal by value. Times and ids do not change once given.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "type",
        visible = true,
        defaultImpl = UnknownTouchpoint.class)
@JsonSubTypes(
        @JsonSubTypes.Type(
                value = Interaction.class,
                names = {
                    "ad-view",
                    "ad-click",
                    "mailing",
                    "recommendation",
                    "visit",
                    "search",
                    "product-view",
                    "enquiry",
                    "consultation",
                    "quote",
                    "basket",
                    "checkout",
                    "order",
                    "payment",
                    "status-update",
                    "delivery",
                    "onboarding",
                    "use",
                    "invoice",
                    "self-service",
                    "support-request",
                    "conversation",
                    "complaint",
                    "return",
                    "refund",
                    "renewal",
                    "plan-change",
                    "cancellation",
                    "referral",
                    "survey",
                    "review"
                }))
@JsonPropertyOrder({"id", "type", "customer", "channel", "occurredAt"})
// A host may compute what another reads from JSON, a channel that never changes, say; so what is written need not be
// read.
@JsonIgnoreProperties(value = "type", allowGetters = true, ignoreUnknown = true)
public interface Touchpoint {

    /** Returns the id, unique within the host. */
    @JsonProperty("id")
    String id();

    /** Returns the kind of meeting. */
    @JsonProperty("type")
    TouchpointType type();

    /** Returns the customer. */
    @JsonProperty("customer")
    CustomerId customer();

    /** Returns the way by which they met. */
    @JsonProperty("channel")
    Channel channel();

    /** Returns when it occurred or, where it lasted, when it began. */
    @JsonProperty("occurredAt")
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    Instant occurredAt();

    /** Returns when it ended, not before {@link #occurredAt()}; empty where it had no length or has not ended. */
    default Optional<Instant> end() {
        return Optional.empty();
    }

    /** Returns whether the company had a hand in it; it has unless the type says otherwise. */
    default Directness directness() {
        return Directness.DIRECT;
    }

    /** Returns who in the company answers for it. */
    default Optional<Owner> owner() {
        return Optional.empty();
    }

    /** Returns what else the host knows of it, beyond the fields of its own type. */
    default Attributes attributes() {
        return Attributes.none();
    }
}
