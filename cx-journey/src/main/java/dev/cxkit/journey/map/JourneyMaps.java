package dev.cxkit.journey.map;

import static dev.cxkit.core.touchpoint.TouchpointType.AD_CLICK;
import static dev.cxkit.core.touchpoint.TouchpointType.AD_VIEW;
import static dev.cxkit.core.touchpoint.TouchpointType.BASKET;
import static dev.cxkit.core.touchpoint.TouchpointType.CHECKOUT;
import static dev.cxkit.core.touchpoint.TouchpointType.CONSULTATION;
import static dev.cxkit.core.touchpoint.TouchpointType.CONVERSATION;
import static dev.cxkit.core.touchpoint.TouchpointType.DELIVERY;
import static dev.cxkit.core.touchpoint.TouchpointType.ENQUIRY;
import static dev.cxkit.core.touchpoint.TouchpointType.INVOICE;
import static dev.cxkit.core.touchpoint.TouchpointType.MAILING;
import static dev.cxkit.core.touchpoint.TouchpointType.ONBOARDING;
import static dev.cxkit.core.touchpoint.TouchpointType.ORDER;
import static dev.cxkit.core.touchpoint.TouchpointType.PAYMENT;
import static dev.cxkit.core.touchpoint.TouchpointType.PRODUCT_VIEW;
import static dev.cxkit.core.touchpoint.TouchpointType.QUOTE;
import static dev.cxkit.core.touchpoint.TouchpointType.RECOMMENDATION;
import static dev.cxkit.core.touchpoint.TouchpointType.REFERRAL;
import static dev.cxkit.core.touchpoint.TouchpointType.RENEWAL;
import static dev.cxkit.core.touchpoint.TouchpointType.RETURN;
import static dev.cxkit.core.touchpoint.TouchpointType.REVIEW;
import static dev.cxkit.core.touchpoint.TouchpointType.SEARCH;
import static dev.cxkit.core.touchpoint.TouchpointType.SELF_SERVICE;
import static dev.cxkit.core.touchpoint.TouchpointType.STATUS_UPDATE;
import static dev.cxkit.core.touchpoint.TouchpointType.SUPPORT_REQUEST;
import static dev.cxkit.core.touchpoint.TouchpointType.SURVEY;
import static dev.cxkit.core.touchpoint.TouchpointType.USE;
import static dev.cxkit.core.touchpoint.TouchpointType.VISIT;
import static dev.cxkit.journey.map.Cardinality.ANY;
import static dev.cxkit.journey.map.Cardinality.MANY;
import static dev.cxkit.journey.map.Cardinality.OPTIONAL;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.TouchpointType;

/**
 * Templates of journey maps. Their activities are the names of the standard {@linkplain TouchpointType touchpoint types}; emotions and importance
 * are assumptions, to be replaced by your own.
 */
public final class JourneyMaps {

    private JourneyMaps() {}

    /**
     * Returns the journey of a company that buys from a company, in seven stages: awareness, exploration, contact, negotiation, purchase,
     * use and maintenance. From maintenance it leads back through evaluation (to exploration), repurchase (to negotiation) and word of
     * mouth (to awareness).
     */
    public static JourneyMap b2b() {
        return JourneyMap.builder()
                .persona("Buying centre")
                .scenario("A company buys, uses and keeps up a product or service")
                .goal("A solution that works and goes on working")
                .stage(stage("awareness", "Know that there is a solution", choice(AD_VIEW, MAILING, RECOMMENDATION)))
                .stage(stage("exploration", "Know which solutions fit", choice(VISIT, SEARCH, PRODUCT_VIEW)))
                .stage(stage("contact", "Be understood", many(ENQUIRY, 0, 3), some(CONSULTATION, 1, 4)))
                .stage(stage("negotiation", "Fair terms", many(QUOTE, 0, 4)))
                .stage(stage(
                        "purchase", "A safe decision", moment(ORDER, 1), once(INVOICE, -1, 2), once(PAYMENT, 0, 3)))
                .stage(stage(
                        "use",
                        "The benefit that was promised",
                        once(DELIVERY, 1, 4),
                        maybe(ONBOARDING, 1, 5),
                        many(USE, 1, 5)))
                .stage(stage(
                        "maintenance",
                        "No downtime, no surprises",
                        help(),
                        maybe(SURVEY, 0, 2),
                        maybe(RENEWAL, 1, 5),
                        maybe(REFERRAL, 2, 4)))
                .loop("maintenance", "exploration", "evaluation")
                .loop("maintenance", "negotiation", "repurchase")
                .loop("maintenance", "awareness", "word of mouth")
                .build();
    }

    /**
     * Returns the journey of a person who buys goods: awareness, exploration, purchase, delivery, use, repair and disposal. From repair it
     * leads back to use, from disposal through repurchase (to purchase) and word of mouth (to awareness).
     */
    public static JourneyMap b2c() {
        return JourneyMap.builder()
                .persona("Consumer")
                .scenario("A person buys, uses, has repaired, gives back and buys again")
                .goal("Enjoy the product without trouble")
                .stage(stage(
                        "awareness", "Find something attractive", choice(AD_VIEW, AD_CLICK, MAILING, RECOMMENDATION)))
                .stage(stage("exploration", "Choose with confidence", choice(VISIT, SEARCH, PRODUCT_VIEW)))
                .stage(stage(
                        "purchase",
                        "Buy without effort",
                        once(BASKET, 1, 3),
                        once(CHECKOUT, 0, 4),
                        moment(ORDER, 1),
                        maybe(PAYMENT, -1, 4)))
                .stage(stage("delivery", "Get it soon and whole", some(STATUS_UPDATE, 0, 3), moment(DELIVERY, 2)))
                .stage(stage("use", "Enjoy it", many(USE, 1, 5), maybe(REVIEW, 1, 2)))
                .stage(stage(
                        "repair",
                        "Have it work again soon",
                        Group.sequence(once(SUPPORT_REQUEST, -2, 5), some(CONVERSATION, -1, 4))
                                .occurring(OPTIONAL)))
                .stage(stage(
                        "disposal", "Be rid of it with a good conscience", maybe(RETURN, 0, 2), maybe(REFERRAL, 1, 3)))
                .loop("repair", "use", "repair")
                .loop("disposal", "purchase", "repurchase")
                .loop("disposal", "awareness", "word of mouth")
                .build();
    }

    private static Stage stage(String name, String goal, Part... parts) {
        return Stage.of(name, parts).withGoal(goal);
    }

    private static PlannedTouchpoint.Builder planned(TouchpointType type, double emotion, int importance) {
        return PlannedTouchpoint.builder(type).expectedEmotion(emotion).importance(importance);
    }

    private static PlannedTouchpoint once(TouchpointType type, double emotion, int importance) {
        return planned(type, emotion, importance).build();
    }

    private static PlannedTouchpoint maybe(TouchpointType type, double emotion, int importance) {
        return planned(type, emotion, importance).occurs(OPTIONAL).build();
    }

    private static PlannedTouchpoint some(TouchpointType type, double emotion, int importance) {
        return planned(type, emotion, importance).occurs(ANY).build();
    }

    private static PlannedTouchpoint many(TouchpointType type, double emotion, int importance) {
        return planned(type, emotion, importance).occurs(MANY).build();
    }

    private static PlannedTouchpoint moment(TouchpointType type, double emotion) {
        return planned(type, emotion, 5).momentOfTruth().build();
    }

    private static Group choice(TouchpointType... types) {
        Part[] parts = new Part[types.length];
        for (int i = 0; i < types.length; i++) {
            parts[i] = once(types[i], 0, 2);
        }
        return Group.choice(parts).occurring(MANY);
    }

    private static Group help() {
        return Group.choice(
                        planned(SELF_SERVICE, 0, 3)
                                .channels(Channel.WEB, Channel.IN_APP)
                                .build(),
                        once(SUPPORT_REQUEST, -1, 5),
                        once(CONVERSATION, -1, 4))
                .occurring(ANY);
    }
}
