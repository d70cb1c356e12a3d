package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.funnel.Funnel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JourneyAssemblerTest {

    private static final JourneyAssembler BY_CUSTOMER = JourneyAssembler.byCustomer();

    private static List<String> texts(List<Journey> journeys) {
        return journeys.stream()
                .map(journey -> journey.id() + " " + String.join("", journey.activities()) + " " + journey.status())
                .toList();
    }

    @Test
    void eachCustomerHasAJourneyInOrderOfTimeWhateverTheOrderOfTheTouchpoints() {
        List<Touchpoint> touchpoints = new ArrayList<>(SampleTouchpoints.of("ann", "C@20 A@0 B@10"));
        touchpoints.addAll(1, SampleTouchpoints.of("ben", "B@5 A@5"));
        assertThat(texts(BY_CUSTOMER.assemble(touchpoints))).containsExactly("ann ABC OPEN", "ben AB OPEN");
    }

    @Property(tries = 200)
    void anyOrderOfTouchpointsOfDifferentTimesGivesTheSameJourneys(@ForAll Random random) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            touchpoints.add(
                    SampleTouchpoints.touchpoint("t" + i, "c" + random.nextInt(5), "s" + random.nextInt(4), i, "web"));
        }
        JourneyAssembler assembler = BY_CUSTOMER.endingAfterInactivity(Duration.ofSeconds(8));
        List<Journey> expected = assembler.assemble(touchpoints);
        Collections.shuffle(touchpoints, random);
        assertThat(assembler.assemble(touchpoints)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected.stream().mapToInt(Journey::size).sum()).isEqualTo(100);
    }

    @Test
    void touchpointsOfOneSourceAndIdAreOneAndAreCounted() {
        Touchpoint first = SampleTouchpoints.touchpoint("1", "ann", "A", 0, "web");
        Touchpoint again = SampleTouchpoints.touchpoint("1", "ann", "A", 0, "shop");
        Touchpoint other = SampleTouchpoints.touchpoint("1", "ben", "A", 0, "web");
        JourneyAssembly assembly = BY_CUSTOMER.newAssembly();
        List.of(first, again, other, again).forEach(assembly::add);
        Journeys journeys = assembly.journeys();
        assertThat(journeys).containsExactly(Journey.of(List.of(again)), Journey.of(List.of(other)));
        assertThat(assembly.added()).isEqualTo(4);
        assertThat(journeys.duplicates()).isEqualTo(1);
        assertThat(journeys.revised()).isEqualTo(1);
        List<Journey> bySource = BY_CUSTOMER
                .fromSource(touchpoint -> touchpoint.channel().name())
                .assemble(List.of(first, again));
        assertThat(bySource.get(0).touchpoints()).containsExactly(again, first);
    }

    /** Two of an unnamed source at other times are two, and neither is that of the shop, though all have the number 1. */
    @Test
    void aTouchpointWithoutASourceIsKnownByTypeAndTime() {
        Touchpoint shop = SampleTouchpoints.touchpoint("1", "ann", "A", 0, "shop");
        Touchpoint first = SampleTouchpoints.touchpoint("1", "ann", "A", 0, "web");
        Touchpoint second = SampleTouchpoints.touchpoint("1", "ann", "A", 1, "web");
        Journeys journeys = BY_CUSTOMER
                .fromSource(touchpoint -> touchpoint.channel().name().equals("shop") ? "shop" : null)
                .assemble(List.of(second, first, shop, first));
        assertThat(journeys.get(0).touchpoints()).containsExactly(first, shop, second);
        assertThat(journeys.duplicates()).isEqualTo(1);
    }

    /** Spec service-and-feedback 10.15: of what one source sent twice, the later received one holds, wherever that is in time. */
    @Test
    void whatASourceSendsTwiceIsOneHoweverManyThereAre() {
        for (int others : List.of(0, 5, 100)) {
            List<Touchpoint> touchpoints = new ArrayList<>();
            for (int i = 0; i < others; i++) {
                touchpoints.add(SampleTouchpoints.touchpoint("other" + i, "ann", "B", 10, "web"));
            }
            touchpoints.add(SampleTouchpoints.touchpoint("1", "ann", "A", 0, "web"));
            touchpoints.add(SampleTouchpoints.touchpoint("1", "ann", "C", 20, "web"));
            touchpoints.add(SampleTouchpoints.touchpoint("1", "ann", "C", 20, "web"));
            Journeys one = BY_CUSTOMER.fromSource(touchpoint -> "shop").assemble(touchpoints);
            assertThat(one.get(0).size()).isEqualTo(others + 1);
            assertThat(one.get(0).activity(others)).isEqualTo("C");
            assertThat(List.of(one.duplicates(), one.revised())).containsExactly(1L, 1L);
            Journeys two = BY_CUSTOMER.assemble(touchpoints);
            assertThat(two.get(0).size()).isEqualTo(others + 2);
            assertThat(List.of(two.duplicates(), two.revised())).containsExactly(1L, 0L);
        }
    }

    /** A shop and a tracker that number alike: nothing of it may vanish. */
    @Test
    void twoSystemsThatNumberAlikeKeepBothTheirTouchpoints() {
        List<Touchpoint> touchpoints = List.of(
                SampleTouchpoints.touchpoint("1001", "ann", "visit", 0, "web"),
                SampleTouchpoints.touchpoint("1001", "ann", "order", 60, "web"),
                SampleTouchpoints.touchpoint("1001", "ann", "visit", 90, "web"));
        Journeys journeys = BY_CUSTOMER.assemble(touchpoints);
        assertThat(journeys.get(0).touchpoints()).isEqualTo(touchpoints);
        assertThat(Funnel.of("visit", "order").over(journeys).converted()).isEqualTo(1);
        assertThat(BY_CUSTOMER
                        .fromSource(touchpoint -> touchpoint.type().name())
                        .assemble(touchpoints)
                        .get(0)
                        .activities())
                .containsExactly("order", "visit");
    }

    /** Spec service-and-feedback 10.13: by sequence where the host gives one, else by end, type, source, id. */
    @Test
    void touchpointsOfOneInstantComeBySequenceOrElseByEndTypeSourceAndId() {
        List<Touchpoint> expected = List.of(
                ending("9", "A", 0),
                ending("1", "B", 0),
                ending("2", "B", 0),
                ending("3", "A", 5),
                ending("0", "A", 9));
        List<Touchpoint> touchpoints = new ArrayList<>(expected);
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(touchpoints, random);
            assertThat(BY_CUSTOMER.assemble(touchpoints).get(0).touchpoints()).isEqualTo(expected);
            Journey grown = Journey.of(touchpoints.subList(0, 1));
            for (Touchpoint touchpoint : touchpoints.subList(1, 5)) {
                grown = grown.plus(touchpoint);
            }
            assertThat(grown.touchpoints()).isEqualTo(expected);
            assertThat(BY_CUSTOMER
                            .inSequence(touchpoint -> -Long.parseLong(touchpoint.id()))
                            .assemble(touchpoints)
                            .get(0)
                            .touchpoints())
                    .extracting(Touchpoint::id)
                    .containsExactly("9", "3", "2", "1", "0");
            assertThat(BY_CUSTOMER
                            .fromSource(touchpoint -> touchpoint.id().equals("2") ? "a" : "b")
                            .assemble(touchpoints)
                            .get(0)
                            .touchpoints())
                    .extracting(Touchpoint::id)
                    .containsExactly("9", "2", "1", "3", "0");
        }
    }

    private static Touchpoint ending(String id, String activity, int seconds) {
        Interaction.Builder builder = Interaction.builder(id, TouchpointType.of(activity))
                .customer(CustomerId.of("ann"))
                .channel(Channel.WEB)
                .occurredAt(SampleTouchpoints.ZERO);
        return seconds == 0
                ? builder.build()
                : builder.endedAt(SampleTouchpoints.ZERO.plusSeconds(seconds)).build();
    }

    @Test
    void manyTouchpointsOfOneCustomerKeepTheirOrderAndComeOnce() {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            touchpoints.add(SampleTouchpoints.touchpoint("t" + i, "ann", "s" + i, 100_000 - i / 2, "web"));
        }
        touchpoints.addAll(touchpoints.subList(0, 10));
        JourneyAssembly assembly = BY_CUSTOMER.newAssembly();
        touchpoints.forEach(assembly::add);
        Journeys journeys = assembly.journeys();
        Journey journey = journeys.get(0);
        assertThat(journey.size()).isEqualTo(100_000);
        assertThat(journey.activityIndex().size()).isEqualTo(100_000);
        assertThat(journeys.duplicates()).isEqualTo(10);
        assertThat(journey.activities().subList(0, 4)).containsExactly("s99998", "s99999", "s99996", "s99997");
    }

    @Test
    void manyTouchpointsOfManyCustomersComeAsAMapOfListsWouldHaveThem() {
        Random random = new Random(4);
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            int customer = random.nextBoolean() ? random.nextInt(3) : random.nextInt(20_000);
            touchpoints.add(SampleTouchpoints.touchpoint(
                    "t" + i, "c" + customer, "s" + random.nextInt(9), random.nextInt(5_000), "web"));
        }
        touchpoints.addAll(touchpoints.subList(1_000, 2_000));
        Map<String, List<Touchpoint>> byCustomer = new LinkedHashMap<>();
        for (Touchpoint touchpoint : new LinkedHashSet<>(touchpoints)) {
            byCustomer
                    .computeIfAbsent(touchpoint.customer().value(), customer -> new ArrayList<>())
                    .add(touchpoint);
        }
        byCustomer
                .values()
                .forEach(all -> all.sort(Comparator.comparing(Touchpoint::occurredAt)
                        .thenComparing(Touchpoint::type)
                        .thenComparing(Touchpoint::id)));
        JourneyAssembly assembly = BY_CUSTOMER.newAssembly();
        assembly.addAll(touchpoints);
        Journeys journeys = assembly.journeys();
        assertThat(journeys).extracting(Journey::touchpoints).containsExactlyElementsOf(byCustomer.values());
        assertThat(journeys.duplicates()).isEqualTo(1_000);
    }

    @Test
    void journeysEndAtTheGoalAtAClosingWordAndAfterASilenceAndTheNextBegins() {
        JourneyAssembler assembler = BY_CUSTOMER
                .endingAtGoal(touchpoint -> touchpoint.type().name().equals("G"))
                .closedBy(touchpoint -> touchpoint.type().name().equals("X"))
                .endingAfterInactivity(Duration.ofSeconds(60));
        assertThat(texts(assembler.assemble(
                        SampleTouchpoints.of("ann", "A@0 G@10 A@20 X@30 B@31 B@91 B@151.001 C@200"))))
                .containsExactly("ann AG GOAL_REACHED", "ann#2 AX CLOSED", "ann#3 BB INACTIVE", "ann#4 BC OPEN");
    }

    @Test
    void theLastJourneyHasEndedWhenItIsLookedAtLateEnough() {
        JourneyAssembly assembly =
                BY_CUSTOMER.endingAfterInactivity(Duration.ofSeconds(60)).newAssembly();
        SampleTouchpoints.of("ann", "A@0 B@10").forEach(assembly::add);
        SampleTouchpoints.of("ben", "A@50").forEach(assembly::add);
        assertThat(texts(assembly.journeys())).containsExactly("ann AB OPEN", "ben A OPEN");
        assertThat(texts(assembly.journeys(SampleTouchpoints.ZERO.plusSeconds(71))))
                .containsExactly("ann AB INACTIVE", "ben A OPEN");
    }

    @Test
    void roundsBeginWhereTheLoopLeadsBack() {
        JourneyAssembler assembler = BY_CUSTOMER.endingWithRound(
                touchpoint -> touchpoint.type().name().equals("Z"),
                touchpoint -> touchpoint.type().name().equals("A"));
        assertThat(texts(assembler.assemble(SampleTouchpoints.of("ann", "A@0 B@1 A@2 Z@3 C@4 Z@5 A@6 B@7"))))
                .containsExactly("ann ABAZCZ NEXT_ROUND", "ann#2 AB OPEN");
    }

    @Test
    void journeysCanBeAskedForAnyTimeAndLateTouchpointsFindTheirPlace() {
        JourneyAssembly assembly = BY_CUSTOMER.newAssembly();
        SampleTouchpoints.of("ann", "A@0 C@20").forEach(assembly::add);
        Journey before = assembly.journeys().get(0);
        Touchpoint late = SampleTouchpoints.touchpoint("late", "ann", "B", 10, "mail");
        assembly.add(late);
        assertThat(before.activities()).containsExactly("A", "C");
        assertThat(assembly.journeys()).containsExactly(before.plus(late));
        assertThat(before.plus(late).activities()).containsExactly("A", "B", "C");
    }

    @Test
    void journeysOfAnAccountHoldTheTouchpointsOfAllItsPeople() {
        List<Touchpoint> touchpoints = new ArrayList<>(SampleTouchpoints.of("ann", "A@0 C@20"));
        touchpoints.addAll(SampleTouchpoints.of("ben", "B@10"));
        Journey journey = JourneyAssembler.by(touchpoint -> "acme")
                .withActivity(touchpoint ->
                        touchpoint.channel().name() + ":" + touchpoint.type().name())
                .assemble(touchpoints)
                .get(0);
        assertThat(journey.key()).isEqualTo("acme");
        assertThat(journey.activities()).containsExactly("web:A", "web:B", "web:C");
        assertThat(journey.withActivity(touchpoint -> touchpoint.customer().value())
                        .activities())
                .containsExactly("ann", "ben", "ann");
        assertThat(journey.customer()).isEqualTo(CustomerId.of("ann"));
    }

    @Test
    void whatHasNoStepNoKeyOrNoPossibleTimeIsRefusedAndCanBeCounted() {
        JourneyAssembly assembly = JourneyAssembler.by(
                        touchpoint -> touchpoint.id().equals("k") ? " " : "ann")
                .withActivity(touchpoint -> touchpoint.type().name().substring(1))
                .newAssembly();
        Intake<Touchpoint> intake = Intake.into(touchpoint -> {});
        Touchpoint ancient = Interaction.builder("old", TouchpointType.of("xA"))
                .customer(CustomerId.of("ann"))
                .channel(Channel.of("web"))
                .occurredAt(Instant.parse("1600-01-01T00:00:00Z"))
                .build();
        List<Touchpoint> touchpoints = List.of(
                SampleTouchpoints.touchpoint("k", "ann", "xA", 0, "web"),
                SampleTouchpoints.touchpoint("s", "ann", "x", 0, "web"),
                ancient,
                SampleTouchpoints.touchpoint("good", "ann", "xA", 0, "web"));
        for (int i = 0; i < touchpoints.size(); i++) {
            Touchpoint touchpoint = touchpoints.get(i);
            intake.offer(i + 1, () -> {
                assembly.add(touchpoint);
                return touchpoint;
            });
        }
        assertThat(intake.rejectedRows())
                .extracting(refusal -> refusal.position() + " " + refusal.reason())
                .containsExactly(
                        "1 key of touchpoint k is blank",
                        "2 activity of touchpoint s is blank",
                        "3 occurredAt 1600-01-01T00:00:00Z is outside"
                                + " 1677-09-21T00:12:43.145224192Z..2262-04-11T23:47:16.854775807Z");
        assertThat(assembly.journeys()).extracting(Journey::activities).containsExactly(List.of("A"));
        assertThatThrownBy(() -> BY_CUSTOMER.endingAfterInactivity(Duration.ZERO))
                .hasMessage("inactivity PT0S is outside PT0.000000001S..292 years");
        assertThatThrownBy(() -> assembly.journeys(Instant.MAX)).hasMessageContaining("asOf");
    }

    @Test
    void noTouchpointsGiveNoJourneys() {
        assertThat(BY_CUSTOMER.assemble(List.of())).isEmpty();
    }
}
