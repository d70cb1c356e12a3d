package dev.cxkit.core.touchpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * The type of a touchpoint: visit, order, delivery, support request, review and so on; an open set.
 *
 * <p>A host adds its own with {@link #of(String)}, and its types are equal in rank to the constants here, which follow a customer from first
 * notice to the last word. The text is kept exactly. In JSON it is a plain string.
 *
 * @param name the name, not blank; lower case with hyphens by convention
 */
public record TouchpointType(@JsonValue String name) implements Comparable<TouchpointType>, Serializable {

    /** The names of the constants, where an annotation needs them; {@link Touchpoint} tells a mapper by them what an interaction is. */
    static final class Name {
        static final String AD_VIEW = "ad-view";
        static final String AD_CLICK = "ad-click";
        static final String MAILING = "mailing";
        static final String RECOMMENDATION = "recommendation";
        static final String VISIT = "visit";
        static final String SEARCH = "search";
        static final String PRODUCT_VIEW = "product-view";
        static final String ENQUIRY = "enquiry";
        static final String CONSULTATION = "consultation";
        static final String QUOTE = "quote";
        static final String BASKET = "basket";
        static final String CHECKOUT = "checkout";
        static final String ORDER = "order";
        static final String PAYMENT = "payment";
        static final String STATUS_UPDATE = "status-update";
        static final String DELIVERY = "delivery";
        static final String ONBOARDING = "onboarding";
        static final String USE = "use";
        static final String INVOICE = "invoice";
        static final String SELF_SERVICE = "self-service";
        static final String SUPPORT_REQUEST = "support-request";
        static final String CONVERSATION = "conversation";
        static final String COMPLAINT = "complaint";
        static final String RETURN = "return";
        static final String REFUND = "refund";
        static final String RENEWAL = "renewal";
        static final String PLAN_CHANGE = "plan-change";
        static final String CANCELLATION = "cancellation";
        static final String REFERRAL = "referral";
        static final String SURVEY = "survey";
        static final String REVIEW = "review";

        private Name() {}
    }

    // Awareness.

    /** An advertisement was seen. */
    public static final TouchpointType AD_VIEW = of(Name.AD_VIEW);

    /** An advertisement was followed. */
    public static final TouchpointType AD_CLICK = of(Name.AD_CLICK);

    /** A newsletter or another mailing was received. */
    public static final TouchpointType MAILING = of(Name.MAILING);

    /** Someone recommended the company to the customer. */
    public static final TouchpointType RECOMMENDATION = of(Name.RECOMMENDATION);

    // Consideration.

    /** A visit to the web site, the app or the store. */
    public static final TouchpointType VISIT = of(Name.VISIT);

    /** A search for a product or for information. */
    public static final TouchpointType SEARCH = of(Name.SEARCH);

    /** A product was looked at. */
    public static final TouchpointType PRODUCT_VIEW = of(Name.PRODUCT_VIEW);

    /** A question before the purchase. */
    public static final TouchpointType ENQUIRY = of(Name.ENQUIRY);

    /** Advice, a demonstration, a trial. */
    public static final TouchpointType CONSULTATION = of(Name.CONSULTATION);

    /** An offer with a price. */
    public static final TouchpointType QUOTE = of(Name.QUOTE);

    // Purchase.

    /** Something was put into the basket. */
    public static final TouchpointType BASKET = of(Name.BASKET);

    /** The checkout was entered. */
    public static final TouchpointType CHECKOUT = of(Name.CHECKOUT);

    /** An order was placed or a contract signed. */
    public static final TouchpointType ORDER = of(Name.ORDER);

    /** A payment was made or failed. */
    public static final TouchpointType PAYMENT = of(Name.PAYMENT);

    // Delivery and start.

    /** News on the state of an order or a case. */
    public static final TouchpointType STATUS_UPDATE = of(Name.STATUS_UPDATE);

    /** Goods or a service were handed over. */
    public static final TouchpointType DELIVERY = of(Name.DELIVERY);

    /** The customer was set up and shown how to start. */
    public static final TouchpointType ONBOARDING = of(Name.ONBOARDING);

    // Use.

    /** The product was used. */
    public static final TouchpointType USE = of(Name.USE);

    /** A bill was received. */
    public static final TouchpointType INVOICE = of(Name.INVOICE);

    // Service.

    /** The customer looked for help without a person. */
    public static final TouchpointType SELF_SERVICE = of(Name.SELF_SERVICE);

    /** The customer asked for help. */
    public static final TouchpointType SUPPORT_REQUEST = of(Name.SUPPORT_REQUEST);

    /** Words went to and fro on a request. */
    public static final TouchpointType CONVERSATION = of(Name.CONVERSATION);

    /** The customer complained. */
    public static final TouchpointType COMPLAINT = of(Name.COMPLAINT);

    /** Goods were sent back. */
    public static final TouchpointType RETURN = of(Name.RETURN);

    /** Money was paid back. */
    public static final TouchpointType REFUND = of(Name.REFUND);

    // Loyalty.

    /** A contract was renewed. */
    public static final TouchpointType RENEWAL = of(Name.RENEWAL);

    /** The customer took more, or less, of what it has. */
    public static final TouchpointType PLAN_CHANGE = of(Name.PLAN_CHANGE);

    /** A contract was ended. */
    public static final TouchpointType CANCELLATION = of(Name.CANCELLATION);

    /** The customer recommended the company to someone. */
    public static final TouchpointType REFERRAL = of(Name.REFERRAL);

    // Evaluation.

    /** A survey was answered. */
    public static final TouchpointType SURVEY = of(Name.SURVEY);

    /** A review was written. */
    public static final TouchpointType REVIEW = of(Name.REVIEW);

    /** Throws an {@link IllegalArgumentException} if the name is blank. */
    public TouchpointType {
        Require.text("touchpoint type", name);
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
