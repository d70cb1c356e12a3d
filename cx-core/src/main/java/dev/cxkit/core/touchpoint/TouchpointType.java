package dev.cxkit.core.touchpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/**
 * What kind of meeting a touchpoint is. The set is open: a host adds its own with {@link #of(String)}, and its types are
 * equal in rank to the constants here, which follow a customer from first notice to the last word. The text is kept
 * exactly. In JSON it is a plain string.
 *
 * @param name the name, not blank; lower case with hyphens by convention
 */
public record TouchpointType(@JsonValue String name) implements Comparable<TouchpointType>, Serializable {

    // Awareness.

    /** An advertisement was seen. */
    public static final TouchpointType AD_VIEW = of("ad-view");

    /** An advertisement was followed. */
    public static final TouchpointType AD_CLICK = of("ad-click");

    /** A newsletter or another mailing was received. */
    public static final TouchpointType MAILING = of("mailing");

    /** Someone recommended the company to the customer. */
    public static final TouchpointType RECOMMENDATION = of("recommendation");

    // Consideration.

    /** A visit to the site, the app or the shop. */
    public static final TouchpointType VISIT = of("visit");

    /** A search for a product or for information. */
    public static final TouchpointType SEARCH = of("search");

    /** A product was looked at. */
    public static final TouchpointType PRODUCT_VIEW = of("product-view");

    /** A question before the purchase. */
    public static final TouchpointType ENQUIRY = of("enquiry");

    /** Advice, a demonstration, a trial. */
    public static final TouchpointType CONSULTATION = of("consultation");

    /** An offer with a price. */
    public static final TouchpointType QUOTE = of("quote");

    // Purchase.

    /** Something was put into the basket. */
    public static final TouchpointType BASKET = of("basket");

    /** The checkout was entered. */
    public static final TouchpointType CHECKOUT = of("checkout");

    /** An order was placed or a contract signed. */
    public static final TouchpointType ORDER = of("order");

    /** A payment was made or failed. */
    public static final TouchpointType PAYMENT = of("payment");

    // Delivery and start.

    /** News on the state of an order or a case. */
    public static final TouchpointType STATUS_UPDATE = of("status-update");

    /** Goods or a service were handed over. */
    public static final TouchpointType DELIVERY = of("delivery");

    /** The customer was set up and shown how to start. */
    public static final TouchpointType ONBOARDING = of("onboarding");

    // Use.

    /** The product was used. */
    public static final TouchpointType USE = of("use");

    /** A bill was received. */
    public static final TouchpointType INVOICE = of("invoice");

    // Service.

    /** The customer looked for help without a person. */
    public static final TouchpointType SELF_SERVICE = of("self-service");

    /** The customer asked for help. */
    public static final TouchpointType SUPPORT_REQUEST = of("support-request");

    /** Words went to and fro on a request. */
    public static final TouchpointType CONVERSATION = of("conversation");

    /** The customer complained. */
    public static final TouchpointType COMPLAINT = of("complaint");

    /** Goods were sent back. */
    public static final TouchpointType RETURN = of("return");

    /** Money was paid back. */
    public static final TouchpointType REFUND = of("refund");

    // Loyalty.

    /** A contract was renewed. */
    public static final TouchpointType RENEWAL = of("renewal");

    /** The customer took more, or less, of what it has. */
    public static final TouchpointType PLAN_CHANGE = of("plan-change");

    /** A contract was ended. */
    public static final TouchpointType CANCELLATION = of("cancellation");

    /** The customer recommended the company to someone. */
    public static final TouchpointType REFERRAL = of("referral");

    // Evaluation.

    /** A survey was answered. */
    public static final TouchpointType SURVEY = of("survey");

    /** A review was written. */
    public static final TouchpointType REVIEW = of("review");

    /** Checks the name; throws an {@link IllegalArgumentException} if the name is blank. */
    public TouchpointType {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("touchpoint type is blank");
        }
    }

    /** Returns the type with this name; throws an {@link IllegalArgumentException} if the name is blank. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TouchpointType of(String name) {
        return new TouchpointType(name);
    }

    @Override
    public int compareTo(TouchpointType other) {
        return name.compareTo(other.name);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
