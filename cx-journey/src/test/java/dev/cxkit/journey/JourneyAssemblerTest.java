package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
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
                .map(journey -> journey.id() + " " + String.join("", journey.steps()) + " " + journey.ending())
                .toList();
    }

    @Test
    void eachCustomerHasAJourneyInOrderOfTimeWhateverTheOrderOfTheTouchpoints() {
        List<Touchpoint> touchpoints = new ArrayList<>(Touches.of("ann", "C@20 A@0 B@10"));
        touchpoints.addAll(1, Touches.of("ben", "B@5 A@5"));
        assertThat(texts(BY_CUSTOMER.assemble(touchpoints))).containsExactly("ann ABC OPEN", "ben BA OPEN");
    }

    @Property(tries = 200)
    void anyOrderOfTouchpointsOfDifferentTimesGivesTheSameJourneys(@ForAll Random random) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            touchpoints.add(Touches.touch("t" + i, "c" + random.nextInt(5), "s" + random.nextInt(4), i, "web"));
        }
        JourneyAssembler assembler = BY_CUSTOMER.endingAfter(Duration.ofSeconds(8));
        List<Journey> expected = assembler.assemble(touchpoints);
        Collections.shuffle(touchpoints, random);
        assertThat(assembler.assemble(touchpoints)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected.stream().mapToInt(Journey::size).sum()).isEqualTo(100);
    }

    @Test
    void touchpointsOfOneSourceAndIdAreOneAndAreCounted() {
        Touchpoint first = Touches.touch("1", "ann", "A", 0, "web");
        Touchpoint again = Touches.touch("1", "ann", "A", 0, "shop");
        Touchpoint other = Touches.touch("1", "ben", "A", 0, "web");
        Assembly assembly = BY_CUSTOMER.open();
        List.of(first, again, other).forEach(assembly::add);
        assertThat(assembly.journeys()).containsExactly(Journey.of(List.of(first)), Journey.of(List.of(other)));
        assertThat(assembly.added()).isEqualTo(3);
        assertThat(assembly.duplicates()).isEqualTo(1);
        List<Journey> bySource = BY_CUSTOMER
                .fromSource(touchpoint -> touchpoint.channel().name())
                .assemble(List.of(first, again));
        assertThat(bySource.get(0).touchpoints()).containsExactly(first, again);
    }

    @Test
    void manyTouchpointsOfOneCustomerKeepTheirOrderAndComeOnce() {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            touchpoints.add(Touches.touch("t" + i, "ann", "s" + i, 100_000 - i / 2, "web"));
        }
        touchpoints.addAll(touchpoints.subList(0, 10));
        Assembly assembly = BY_CUSTOMER.open();
        touchpoints.forEach(assembly::add);
        Journey journey = assembly.journeys().get(0);
        assertThat(journey.size()).isEqualTo(100_000);
        assertThat(journey.labels().size()).isEqualTo(100_000);
        assertThat(assembly.duplicates()).isEqualTo(10);
        assertThat(journey.steps().subList(0, 4)).containsExactly("s99998", "s99999", "s99996", "s99997");
    }

    @Test
    void manyTouchpointsOfManyCustomersComeAsAMapOfListsWouldHaveThem() {
        Random random = new Random(4);
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            int customer = random.nextBoolean() ? random.nextInt(3) : random.nextInt(20_000);
            touchpoints.add(
                    Touches.touch("t" + i, "c" + customer, "s" + random.nextInt(9), random.nextInt(5_000), "web"));
        }
        touchpoints.addAll(touchpoints.subList(1_000, 2_000));
        Map<String, List<Touchpoint>> byCustomer = new LinkedHashMap<>();
        for (Touchpoint touchpoint : new LinkedHashSet<>(touchpoints)) {
            byCustomer
                    .computeIfAbsent(touchpoint.customer().value(), customer -> new ArrayList<>())
                    .add(touchpoint);
        }
        byCustomer.values().forEach(all -> all.sort(Comparator.comparing(Touchpoint::occurredAt)));
        Assembly assembly = BY_CUSTOMER.open();
        assembly.addAll(touchpoints);
        assertThat(assembly.journeys()).extracting(Journey::touchpoints).containsExactlyElementsOf(byCustomer.values());
        assertThat(assembly.duplicates()).isEqualTo(1_000);
    }

    @Test
    void journeysEndAtTheGoalAtAClosingWordAndAfterASilenceAndTheNextBegins() {
        JourneyAssembler assembler = BY_CUSTOMER
                .endingAt(touchpoint -> touchpoint.type().name().equals("G"))
                .closedBy(touchpoint -> touchpoint.type().name().equals("X"))
                .endingAfter(Duration.ofSeconds(60));
        assertThat(texts(assembler.assemble(Touches.of("ann", "A@0 G@10 A@20 X@30 B@31 B@91 B@151.001 C@200"))))
                .containsExactly("ann AG GOAL", "ann#2 AX CLOSED", "ann#3 BB INACTIVITY", "ann#4 BC OPEN");
    }

    @Test
    void theLastJourneyHasEndedWhenItIsLookedAtLateEnough() {
        Assembly assembly = BY_CUSTOMER.endingAfter(Duration.ofSeconds(60)).open();
        Touches.of("ann", "A@0 B@10").forEach(assembly::add);
        Touches.of("ben", "A@50").forEach(assembly::add);
        assertThat(texts(assembly.journeys())).containsExactly("ann AB OPEN", "ben A OPEN");
        assertThat(texts(assembly.journeys(Touches.ZERO.plusSeconds(71))))
                .containsExactly("ann AB INACTIVITY", "ben A OPEN");
    }

    @Test
    void lapsBeginWhereTheLoopLeadsBack() {
        JourneyAssembler assembler = BY_CUSTOMER.lapping(
                touchpoint -> touchpoint.type().name().equals("Z"),
                touchpoint -> touchpoint.type().name().equals("A"));
        assertThat(texts(assembler.assemble(Touches.of("ann", "A@0 B@1 A@2 Z@3 C@4 Z@5 A@6 B@7"))))
                .containsExactly("ann ABAZCZ LAP", "ann#2 AB OPEN");
    }

    @Test
    void journeysCanBeAskedForAnyTimeAndLateTouchpointsFindTheirPlace() {
        Assembly assembly = BY_CUSTOMER.open();
        Touches.of("ann", "A@0 C@20").forEach(assembly::add);
        Journey before = assembly.journeys().get(0);
        Touchpoint late = Touches.touch("late", "ann", "B", 10, "mail");
        assembly.add(late);
        assertThat(before.steps()).containsExactly("A", "C");
        assertThat(assembly.journeys()).containsExactly(before.and(late));
        assertThat(before.and(late).steps()).containsExactly("A", "B", "C");
    }

    @Test
    void journeysOfAnAccountHoldTheTouchpointsOfAllItsPeople() {
        List<Touchpoint> touchpoints = new ArrayList<>(Touches.of("ann", "A@0 C@20"));
        touchpoints.addAll(Touches.of("ben", "B@10"));
        Journey journey = JourneyAssembler.by(touchpoint -> "acme")
                .steppedBy(touchpoint ->
                        touchpoint.channel().name() + ":" + touchpoint.type().name())
                .assemble(touchpoints)
                .get(0);
        assertThat(journey.key()).isEqualTo("acme");
        assertThat(journey.steps()).containsExactly("web:A", "web:B", "web:C");
        assertThat(journey.steppedBy(touchpoint -> touchpoint.customer().value())
                        .steps())
                .containsExactly("ann", "ben", "ann");
        assertThat(journey.customer()).isEqualTo(CustomerId.of("ann"));
    }

    @Test
    void whatHasNoStepNoKeyOrNoPossibleTimeIsRefusedAndCanBeCounted() {
        Assembly assembly = JourneyAssembler.by(touchpoint -> touchpoint.id().equals("k") ? " " : "ann")
                .steppedBy(touchpoint -> touchpoint.type().name().substring(1))
                .open();
        Intake<Touchpoint> intake = Intake.into(touchpoint -> {});
        Touchpoint ancient = Interaction.builder("old", TouchpointType.of("xA"))
                .customer(CustomerId.of("ann"))
                .channel(Channel.of("web"))
                .occurredAt(Instant.parse("1600-01-01T00:00:00Z"))
                .build();
        List<Touchpoint> touchpoints = List.of(
                Touches.touch("k", "ann", "xA", 0, "web"),
                Touches.touch("s", "ann", "x", 0, "web"),
                ancient,
                Touches.touch("good", "ann", "xA", 0, "web"));
        for (int i = 0; i < touchpoints.size(); i++) {
            Touchpoint touchpoint = touchpoints.get(i);
            intake.offer(i + 1, () -> {
                assembly.add(touchpoint);
                return touchpoint;
            });
        }
        assertThat(intake.refusals())
                .extracting(refusal -> refusal.position() + " " + refusal.reason())
                .containsExactly(
                        "1 key of touchpoint k is blank",
                        "2 step of touchpoint s is blank",
                        "3 occurredAt 1600-01-01T00:00:00Z is outside"
                                + " 1677-09-21T00:12:43.145224192Z..2262-04-11T23:47:16.854775807Z");
        assertThat(assembly.journeys()).extracting(Journey::steps).containsExactly(List.of("A"));
        assertThatThrownBy(() -> BY_CUSTOMER.endingAfter(Duration.ZERO))
                .hasMessage("inactivity PT0S is outside PT0.000000001S..292 years");
        assertThatThrownBy(() -> assembly.journeys(Instant.MAX)).hasMessageContaining("asOf");
    }

    @Test
    void noTouchpointsGiveNoJourneys() {
        assertThat(BY_CUSTOMER.assemble(List.of())).isEmpty();
    }
}
