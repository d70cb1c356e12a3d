package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.JourneyAssembler.Rows;
import dev.cxkit.journey.attribution.GoalPaths;
import dev.cxkit.journey.conformance.JourneyRule;
import dev.cxkit.journey.experience.JourneyGoal;
import dev.cxkit.journey.experience.JourneyLocation;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.PathSearch;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.funnel.FunnelExclusion;
import dev.cxkit.journey.funnel.FunnelStep;
import dev.cxkit.journey.map.Gate;
import dev.cxkit.journey.stages.Sessions;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journeys of a host's own rows are those of interactions that someone builds of the rows by hand. */
class JourneyRowsTest {

    private static final Instant ZERO = SampleTouchpoints.ZERO;

    enum Page {
        HOME,
        BASKET,
        ORDER
    }

    record Visit(int number, String customer, Page page, String channel, Instant at) {}

    private static final Rows<Visit> ROWS = Rows.of(Visit::customer, Visit::at, Visit::page);

    private static final List<JourneyAssembler> ASSEMBLERS = List.of(
            JourneyAssembler.byCustomer(),
            JourneyAssembler.byCustomer()
                    .endingAfterInactivity(Duration.ofMinutes(5))
                    .endingAtGoal(touchpoint -> touchpoint.type().name().equals("ORDER")),
            JourneyAssembler.by(touchpoint -> touchpoint.customer().value().substring(0, 1))
                    .withActivity(touchpoint -> touchpoint.type().name().substring(0, 2)));

    private static final List<Metric<Journey, ?>> METRICS = List.of(
            DirectlyFollows.metric(),
            DirectlyFollows.metric(TimeBetween.END_TO_START),
            Variants.metric(100),
            Sessions.metric(),
            Funnel.builder("HOME", "BASKET", "ORDER")
                    .window(Duration.ofMinutes(10))
                    .build());

    /** Times to the second within the hour, so that many lie at one instant; none of one customer and page at one instant twice. */
    private static List<Visit> visits(Random random, int size) {
        List<Visit> visits = IntStream.range(0, size)
                .mapToObj(i -> new Visit(
                        i,
                        "c" + random.nextInt(1 + size / 8),
                        Page.values()[random.nextInt(3)],
                        random.nextBoolean() ? "web" : "app",
                        ZERO.plusSeconds(random.nextInt(3600) / 20 * 20L)))
                .collect(Collectors.toMap(
                        visit -> List.of(visit.customer(), visit.page(), visit.at()), visit -> visit, (a, b) -> a))
                .values()
                .stream()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(visits, random);
        return visits;
    }

    private static List<Interaction> byHand(List<Visit> visits) {
        return visits.stream()
                .map(visit -> Interaction.builder(
                                visit.number() + "",
                                TouchpointType.of(visit.page().name()))
                        .customer(CustomerId.of(visit.customer()))
                        .channel(Channel.of(visit.channel()))
                        .occurredAt(visit.at())
                        .build())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 400, 40_000})
    void analysesOfRowsAreThoseOfInteractionsBuiltByHand(int size) {
        List<Visit> visits = visits(new Random(size), size);
        Rows<Visit> rows = ROWS.withChannel(Visit::channel).withId(Visit::number);
        for (JourneyAssembler assembler : ASSEMBLERS) {
            Journeys expected = assembler.assemble(byHand(visits));
            Journeys journeys = assembler.assemble(visits, rows);
            assertThat(journeys).isEqualTo(expected);
            assertThat(journeys.get(0).sessions(Duration.ofMinutes(1)))
                    .isEqualTo(expected.get(0).sessions(Duration.ofMinutes(1)));
            for (Metric<Journey, ?> metric : METRICS) {
                assertThat(metric.over(journeys)).isEqualTo(metric.over(expected));
                assertThat(bytes(metric, journeys)).isEqualTo(bytes(metric, expected));
            }
        }
        Journeys bare = JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page);
        Journeys expected = JourneyAssembler.byCustomer().assemble(byHand(visits));
        assertThat(bare.duplicates() + bare.revised()).isZero();
        for (Metric<Journey, ?> metric : METRICS) {
            assertThat(bytes(metric, bare)).isEqualTo(bytes(metric, expected));
        }
        for (int i = 0; i < bare.size(); i++) {
            assertThat(bare.get(i).length()).isEqualTo(expected.get(i).length());
        }
    }

    private static <R> byte[] bytes(Metric<Journey, R> metric, List<Journey> journeys) {
        Accumulator<Journey, R> accumulator = metric.start();
        journeys.forEach(accumulator::add);
        return accumulator.toBytes();
    }

    @Test
    void anyOrderOfRowsGivesTheSameJourneys() {
        Random random = new Random(3);
        List<Visit> visits = visits(random, 500);
        List<Journey> expected = JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page);
        Collections.shuffle(visits, random);
        assertThat(JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aTouchpointIsMadeWhenItIsAskedFor() {
        Visit home = new Visit(7, "ann", Page.HOME, "web", ZERO);
        Journey journey = JourneyAssembler.of(
                        List.of(home), row -> CustomerId.of(row.customer()), Visit::at, row -> TouchpointType.VISIT)
                .get(0);
        assertThat(journey.touchpoint(0).type()).isEqualTo(TouchpointType.VISIT);
        assertThat(journey.touchpoint(0).channel()).isEqualTo(Channel.UNKNOWN);
        assertThat(journey.customer()).isEqualTo(CustomerId.of("ann"));
        assertThat(journey.touchpoint(0)).isEqualTo(journey.touchpoints().get(0));
        // Python: uuid.UUID(bytes=hashlib.md5(b'ann\nvisit\n2026-01-05T00:00:00Z').digest(), version=3)
        assertThat(journey.touchpoint(0).id()).isEqualTo("7832109a-2dec-39f0-b479-6bbbeafa2981");
        assertThat(journey.plus(SampleTouchpoints.touchpoint("x", "ann", "A", 5, "web"))
                        .activities())
                .containsExactly("visit", "A");
    }

    /** Spec service-and-feedback 10.15: equal content is dropped and counted; of other content the later received one holds. */
    @Test
    void withoutIdsRowsOfOneCustomerTypeAndTimeAreOne() {
        List<Visit> visits = Stream.of("ann web", "ann app", "ann web", "ben web", "ben web")
                .map(text -> text.split(" "))
                .map(text -> new Visit(1, text[0], Page.HOME, text[1], ZERO))
                .toList();
        Journeys bare = JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page);
        assertThat(bare).extracting(Journey::size).containsExactly(1, 1);
        assertThat(List.of(bare.duplicates(), bare.revised())).containsExactly(3L, 0L);
        Journeys withChannel = JourneyAssembler.byCustomer().assemble(visits, ROWS.withChannel(Visit::channel));
        assertThat(List.of(withChannel.duplicates(), withChannel.revised())).containsExactly(1L, 2L);
        assertThat(withChannel.get(0).touchpoint(0).channel()).isEqualTo(Channel.WEB);
        Journeys account = JourneyAssembler.by(touchpoint -> "all").assemble(visits, ROWS);
        assertThat(account).extracting(Journey::size).containsExactly(2);
    }

    @Test
    void whatARowLacksIsRefusedByName() {
        Visit good = new Visit(1, "ann", Page.HOME, "web", ZERO);
        assertThatThrownBy(() -> JourneyAssembler.of(List.of(good), row -> null, Visit::at, Visit::page))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("customer of row is missing");
        assertThatThrownBy(() -> JourneyAssembler.of(List.of(good), Visit::customer, row -> null, Visit::page))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("occurredAt of row is missing");
        assertThatThrownBy(() -> JourneyAssembler.of(List.of(good), Visit::customer, Visit::at, row -> null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("activity of row is missing");
        assertThatThrownBy(() -> JourneyAssembler.of(List.of(good), Visit::customer, Visit::at, row -> " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("activity of row is blank");
        assertThatThrownBy(() -> JourneyAssembler.of(List.of(good), row -> "", Visit::at, Visit::page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer of row is blank");
        assertThatThrownBy(() -> JourneyAssembler.of(
                        List.of(good), Visit::customer, row -> Instant.parse("1500-01-01T00:00:00Z"), Visit::page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("occurredAt 1500-01-01T00:00:00Z is outside");
        assertThatThrownBy(() -> JourneyAssembler.byCustomer().assemble(List.of(good), ROWS.withId(row -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id of row is missing");
    }

    /** An interaction with its type and customer takes at least 80 bytes: rows take no more than touchpoints that are there already. */
    @Test
    void rowsThatAreCountedByActivityMakeNoTouchpoints() {
        int size = 200_000;
        String[] customers = IntStream.range(0, 20_000).mapToObj(i -> "c" + i).toArray(String[]::new);
        List<Visit> visits = IntStream.range(0, size)
                .mapToObj(i -> new Visit(i, customers[i % 20_000], Page.values()[i % 3], "web", ZERO.plusSeconds(i)))
                .toList();
        List<Interaction> byHand = byHand(visits);
        long ready = allocated(() -> JourneyAssembler.byCustomer().assemble(byHand));
        long rows = allocated(() -> JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page));
        assertThat(rows - ready).isLessThan(20L * size);
    }

    @Test
    void aTypeIsTakenWhereItsNameIs() {
        TouchpointType visit = TouchpointType.VISIT;
        TouchpointType order = TouchpointType.ORDER;
        assertThat(Funnel.of(visit, order))
                .hasToString(Funnel.of("visit", "order").definition());
        assertThat(FunnelStep.anyOf("any", visit, order)).isEqualTo(FunnelStep.anyOf("any", "visit", "order"));
        assertThat(FunnelStep.of(visit)).isEqualTo(FunnelStep.of("visit"));
        assertThat(FunnelExclusion.of(visit)).isEqualTo(FunnelExclusion.of("visit"));
        assertThat(PathSearch.after(visit, 2))
                .hasToString(PathSearch.after("visit", 2).toString());
        assertThat(PathSearch.before(visit, 2))
                .hasToString(PathSearch.before("visit", 2).toString());
        assertThat(PathSearch.between(visit, order, 2))
                .hasToString(PathSearch.between("visit", "order", 2).toString());
        assertThat(GoalPaths.of(order)).isEqualTo(GoalPaths.of("order"));
        assertThat(JourneyGoal.of(order)).isEqualTo(JourneyGoal.of("order"));
        assertThat(JourneyLocation.activity(order)).isEqualTo(JourneyLocation.activity("order"));
        assertThat(JourneyLocation.transition(visit, order)).isEqualTo(JourneyLocation.transition("visit", "order"));
        assertThat(Gate.within(Duration.ofDays(2), order)).isEqualTo(Gate.within(Duration.ofDays(2), "order"));
        assertThat(TouchpointFilter.activities(visit, order).name())
                .isEqualTo(TouchpointFilter.activities("visit", "order").name());
        assertThat(JourneyRule.response(visit, order).name())
                .isEqualTo(JourneyRule.response("visit", "order").name());
    }

    private static long allocated(Runnable work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
