package dev.cxkit.core.touchpoint;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cxkit.core.customer.CustomerId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A touchpoint: one contact of a customer with the company, of a type, by a channel, at a time.
 *
 * <ul>
 *   <li>A host writes its own types, records for preference, and they are equal in rank to {@link Interaction}, which serves where no type of
 *       one's own is needed.
 *   <li>Implementations are immutable and equal by value. Times and ids do not change once given.
 * </ul>
 *
 * <p>Touchpoints are {@link Serializable}, so that engines can send them; what a type of the host keeps must be, too.
 *
 * <p>JSON goes by the property {@code type}. A type of the host carries {@code @JsonTypeName} with its name, and the host
 * registers it with its mapper before the first use of the mapper. An object of a type that the mapper does not
 * know becomes an {@link UnknownTouchpoint}, and nothing of it is lost.
 *
 * <pre>{@code
 * import com.fasterxml.jackson.annotation.JsonTypeName;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import java.time.Instant;
 *
 * @JsonTypeName("store-visit")
 * record StoreVisit(String id, CustomerId customer, Channel channel, Instant occurredAt, String store) implements Touchpoint {
 *     public TouchpointType type() {
 *         return TouchpointType.of("store-visit");
 *     }
 * }
 * Instant noon = Instant.parse("2026-01-31T12:00:00Z");
 * Touchpoint visit = new StoreVisit("t-1", CustomerId.of("ann"), Channel.STORE, noon, "north");
 * System.out.println(visit.type() + " by " + visit.channel());
 * // -> store-visit by store
 * }</pre>
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
                    TouchpointType.Name.AD_VIEW,
                    TouchpointType.Name.AD_CLICK,
                    TouchpointType.Name.MAILING,
                    TouchpointType.Name.RECOMMENDATION,
                    TouchpointType.Name.VISIT,
                    TouchpointType.Name.SEARCH,
                    TouchpointType.Name.PRODUCT_VIEW,
                    TouchpointType.Name.ENQUIRY,
                    TouchpointType.Name.CONSULTATION,
                    TouchpointType.Name.QUOTE,
                    TouchpointType.Name.BASKET,
                    TouchpointType.Name.CHECKOUT,
                    TouchpointType.Name.ORDER,
                    TouchpointType.Name.PAYMENT,
                    TouchpointType.Name.STATUS_UPDATE,
                    TouchpointType.Name.DELIVERY,
                    TouchpointType.Name.ONBOARDING,
                    TouchpointType.Name.USE,
                    TouchpointType.Name.INVOICE,
                    TouchpointType.Name.SELF_SERVICE,
                    TouchpointType.Name.SUPPORT_REQUEST,
                    TouchpointType.Name.CONVERSATION,
                    TouchpointType.Name.COMPLAINT,
                    TouchpointType.Name.RETURN,
                    TouchpointType.Name.REFUND,
                    TouchpointType.Name.RENEWAL,
                    TouchpointType.Name.PLAN_CHANGE,
                    TouchpointType.Name.CANCELLATION,
                    TouchpointType.Name.REFERRAL,
                    TouchpointType.Name.SURVEY,
                    TouchpointType.Name.REVIEW
                }))
@JsonPropertyOrder({"id", "type", "customer", "channel", "occurredAt"})
// A host may compute what another reads from JSON, a channel that never changes, say; so what is written need not be
// read.
@JsonIgnoreProperties(value = "type", allowGetters = true, ignoreUnknown = true)
public interface Touchpoint extends Serializable {

    /** Returns the id, unique within the host. */
    @JsonProperty("id")
    String id();

    /** Returns the type. */
    @JsonProperty("type")
    TouchpointType type();

    /** Returns the customer. */
    @JsonProperty("customer")
    CustomerId customer();

    /** Returns the channel. */
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
