package dev.cxkit.journey.map;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import dev.cxkit.journey.SampleTouchpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Maps and journeys for tests. */
public final class SampleMaps {

    private SampleMaps() {}

    public static PlannedTouchpoint touchpoint(String activity) {
        return PlannedTouchpoint.of(activity);
    }

    public static PlannedTouchpoint touchpoint(String activity, String occurs) {
        return touchpoint(activity).occurring(Cardinality.parse(occurs));
    }

    /** The journey of a text such as {@code A@0 B@10#shop}, over with its last touchpoint. */
    public static Journey over(String customer, String text) {
        var touchpoints = SampleTouchpoints.of(customer, text);
        String last = touchpoints.stream()
                .reduce((one, other) -> other.occurredAt().isBefore(one.occurredAt()) ? one : other)
                .orElseThrow()
                .id();
        return JourneyAssembler.byCustomer()
                .endingAtGoal(touchpoint -> touchpoint.id().equals(last))
                .assemble(touchpoints)
                .get(0);
    }

    /** A map that says all that can be said. */
    public static JourneyMap full() {
        PlannedTouchpoint order = PlannedTouchpoint.builder(TouchpointType.ORDER)
                .channels(Channel.WEB, Channel.STORE)
                .owner(Owner.of("sales", "clerk"))
                .stakeholders("buyer", "finance")
                .expectedBehaviour("Signs without asking")
                .expectedEmotion(1.5)
                .importance(5)
                .momentOfTruth()
                .goal("A signed order")
                .kpi("conversion")
                .gate(Gate.within(Duration.ofDays(2), "quote").withCondition("credit is checked"))
                .build();
        PlannedTouchpoint check = PlannedTouchpoint.builder("credit-check")
                .occurs(Cardinality.OPTIONAL)
                .backStage()
                .build();
        return JourneyMap.builder()
                .persona("Buyer")
                .scenario("Buys a pump")
                .goal("Water")
                .stage(Stage.of("offer", touchpoint("quote", "1..*"))
                        .withGoal("A price")
                        .withLimit(Duration.ofDays(7)))
                .stage(
                        "purchase",
                        check,
                        order,
                        Group.choice(
                                        touchpoint("payment"),
                                        Group.anyOrder(
                                                touchpoint("invoice"),
                                                Group.sequence(touchpoint("visit"), touchpoint("use"))))
                                .occurring(Cardinality.of(0, 2)))
                .loop("purchase", "offer", "repurchase")
                .build();
    }

    public static final String FULL = """
            {"schema":1,"persona":"Buyer","scenario":"Buys a pump","goal":"Water","stages":[\
            {"name":"offer","goal":"A price","limit":"PT168H","parts":[\
            {"kind":"touchpoint","step":"quote","occurs":"1..*","visibility":"front-stage","momentOfTruth":false}]},\
            {"name":"purchase","parts":[\
            {"kind":"touchpoint","step":"credit-check","occurs":"0..1","visibility":"back-stage","momentOfTruth":false},\
            {"kind":"touchpoint","step":"order","occurs":"1","channels":["web","store"],\
            "owner":{"team":"sales","role":"clerk"},"stakeholders":["buyer","finance"],"visibility":"front-stage",\
            "expectedBehaviour":"Signs without asking","expectedEmotion":1.5,"importance":5,"momentOfTruth":true,\
            "goal":"A signed order","kpi":"conversion",\
            "gate":{"condition":"credit is checked","within":"PT48H","after":"quote"}},\
            {"kind":"choice","occurs":"0..2","parts":[\
            {"kind":"touchpoint","step":"payment","occurs":"1","visibility":"front-stage","momentOfTruth":false},\
            {"kind":"any-order","occurs":"1","parts":[\
            {"kind":"touchpoint","step":"invoice","occurs":"1","visibility":"front-stage","momentOfTruth":false},\
            {"kind":"sequence","occurs":"1","parts":[\
            {"kind":"touchpoint","step":"visit","occurs":"1","visibility":"front-stage","momentOfTruth":false},\
            {"kind":"touchpoint","step":"use","occurs":"1","visibility":"front-stage","momentOfTruth":false}]}]}]}]}],\
            "loops":[{"from":"purchase","to":"offer","name":"repurchase"}]}""";

    /** The map of the README, as it is built there. */
    public static JourneyMap readme() {
        JourneyMap map = JourneyMap.builder()
                .persona("Buyer")
                .stage(
                        "offer",
                        PlannedTouchpoint.builder(TouchpointType.QUOTE)
                                .occurs(Cardinality.MANY)
                                .build())
                .stage(Stage.of(
                                "purchase",
                                PlannedTouchpoint.builder(TouchpointType.ORDER)
                                        .channels(Channel.WEB, Channel.STORE)
                                        .expectedEmotion(1)
                                        .importance(5)
                                        .momentOfTruth()
                                        .gate(Gate.within(Duration.ofDays(2), "quote"))
                                        .build(),
                                Group.anyOrder(
                                        PlannedTouchpoint.of(TouchpointType.INVOICE),
                                        PlannedTouchpoint.of(TouchpointType.DELIVERY)))
                        .withLimit(Duration.ofDays(14)))
                .loop("purchase", "offer", "repurchase")
                .build();
        return map;
    }

    /** A map of random stages, groups, cardinalities and loops over the activities A to G, each at most once. */
    public static JourneyMap random(Random random) {
        List<String> activities = new ArrayList<>(List.of("A", "B", "C", "D", "E", "F", "G"));
        JourneyMap.Builder builder = JourneyMap.builder();
        int stages = 1 + random.nextInt(3);
        for (int i = 0; i < stages; i++) {
            List<Part> parts = new ArrayList<>();
            int size = 1 + random.nextInt(2);
            for (int j = 0; j < size && !activities.isEmpty(); j++) {
                parts.add(part(random, activities, 2));
            }
            builder.stage("s" + i, parts.toArray(new Part[0]));
        }
        if (random.nextInt(3) == 0) {
            int from = random.nextInt(stages);
            builder.loop("s" + from, "s" + random.nextInt(from + 1), "again");
        }
        return builder.build();
    }

    private static Part part(Random random, List<String> activities, int depth) {
        List<Cardinality> all = List.of(
                Cardinality.ONE,
                Cardinality.ONE,
                Cardinality.OPTIONAL,
                Cardinality.MANY,
                Cardinality.ANY,
                Cardinality.of(1, 2));
        Cardinality occurs = all.get(random.nextInt(all.size()));
        if (depth == 0 || activities.size() < 3 || random.nextInt(2) == 0) {
            return PlannedTouchpoint.of(activities.remove(0)).occurring(occurs);
        }
        List<Part> parts = new ArrayList<>();
        int size = 2 + random.nextInt(2);
        for (int i = 0; i < size && !activities.isEmpty(); i++) {
            parts.add(part(random, activities, depth - 1));
        }
        List<Group.Order> orders = List.of(Group.Order.SEQUENCE, Group.Order.CHOICE, Group.Order.ANY_ORDER);
        Group.Order order = orders.get(random.nextInt(orders.size()));
        return new Group(parts.size() < 2 ? Group.Order.SEQUENCE : order, occurs, parts);
    }
}
