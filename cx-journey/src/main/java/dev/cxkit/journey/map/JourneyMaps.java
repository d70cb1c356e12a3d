package dev.cxkit.journey.map;

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
                .stage(Stage.of(
                                "awareness",
                                choice(TouchpointType.AD_VIEW, TouchpointType.MAILING, TouchpointType.RECOMMENDATION))
                        .withGoal("Know that there is a solution"))
                .stage(Stage.of(
                                "exploration",
                                choice(TouchpointType.VISIT, TouchpointType.SEARCH, TouchpointType.PRODUCT_VIEW))
                        .withGoal("Know which solutions fit"))
                .stage(Stage.of(
                                "contact",
                                planned(TouchpointType.ENQUIRY, 0, 3)
                                        .occurs(MANY)
                                        .build(),
                                some(TouchpointType.CONSULTATION, 1, 4))
                        .withGoal("Be understood"))
                .stage(Stage.of(
                                "negotiation",
                                planned(TouchpointType.QUOTE, 0, 4).occurs(MANY).build())
                        .withGoal("Fair terms"))
                .stage(Stage.of(
                                "purchase",
                                moment(TouchpointType.ORDER, 1),
                                once(TouchpointType.INVOICE, -1, 2),
                                once(TouchpointType.PAYMENT, 0, 3))
                        .withGoal("A safe decision"))
                .stage(Stage.of(
                                "use",
                                once(TouchpointType.DELIVERY, 1, 4),
                                maybe(TouchpointType.ONBOARDING, 1, 5),
                                planned(TouchpointType.USE, 1, 5).occurs(MANY).build())
                        .withGoal("The benefit that was promised"))
                .stage(Stage.of(
                                "maintenance",
                                help(),
                                maybe(TouchpointType.SURVEY, 0, 2),
                                maybe(TouchpointType.RENEWAL, 1, 5),
                                maybe(TouchpointType.REFERRAL, 2, 4))
                        .withGoal("No downtime, no surprises"))
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
                .stage(Stage.of(
                                "awareness",
                                choice(
                                        TouchpointType.AD_VIEW,
                                        TouchpointType.AD_CLICK,
                                        TouchpointType.MAILING,
                                        TouchpointType.RECOMMENDATION))
                        .withGoal("Find something attractive"))
                .stage(Stage.of(
                                "exploration",
                                choice(TouchpointType.VISIT, TouchpointType.SEARCH, TouchpointType.PRODUCT_VIEW))
                        .withGoal("Choose with confidence"))
                .stage(Stage.of(
                                "purchase",
                                once(TouchpointType.BASKET, 1, 3),
                                once(TouchpointType.CHECKOUT, 0, 4),
                                moment(TouchpointType.ORDER, 1),
                                maybe(TouchpointType.PAYMENT, -1, 4))
                        .withGoal("Buy without effort"))
                .stage(Stage.of(
                                "delivery",
                                some(TouchpointType.STATUS_UPDATE, 0, 3),
                                moment(TouchpointType.DELIVERY, 2))
                        .withGoal("Get it soon and whole"))
                .stage(Stage.of(
                                "use",
                                planned(TouchpointType.USE, 1, 5).occurs(MANY).build(),
                                maybe(TouchpointType.REVIEW, 1, 2))
                        .withGoal("Enjoy it"))
                .stage(Stage.of(
                                "repair",
                                Group.sequence(
                                                once(TouchpointType.SUPPORT_REQUEST, -2, 5),
                                                some(TouchpointType.CONVERSATION, -1, 4))
                                        .occurring(OPTIONAL))
                        .withGoal("Have it work again soon"))
                .stage(Stage.of("disposal", maybe(TouchpointType.RETURN, 0, 2), maybe(TouchpointType.REFERRAL, 1, 3))
                        .withGoal("Be rid of it with a good conscience"))
                .loop("repair", "use", "repair")
                .loop("disposal", "purchase", "repurchase")
                .loop("disposal", "awareness", "word of mouth")
                .build();
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
                        planned(TouchpointType.SELF_SERVICE, 0, 3)
                                .channels(Channel.WEB, Channel.IN_APP)
                                .build(),
                        once(TouchpointType.SUPPORT_REQUEST, -1, 5),
                        once(TouchpointType.CONVERSATION, -1, 4))
                .occurring(ANY);
    }
}
