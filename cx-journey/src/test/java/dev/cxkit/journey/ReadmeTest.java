package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.JourneyAssembler.Rows;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.metrics.Segments;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of the README on journeys and analyses, run; and a check that it is the same code. */
class ReadmeTest {

    private static final List<Touchpoint> TOUCHPOINTS =
            SampleTouchpoints.of("ann", "visit@0#store basket@60#web order@36000#web visit@40000#web");

    @Test
    void touchpointsBecomeJourneys() {
        List<Touchpoint> touchpoints = TOUCHPOINTS;
        List<Journey> journeys = JourneyAssembler.byCustomer()
                .endingAtGoal(touchpoint -> touchpoint.type().equals(TouchpointType.ORDER))
                .endingAfterInactivity(Duration.ofDays(30))
                .assemble(touchpoints);
        assertThat(journeys)
                .extracting(Journey::status)
                .containsExactly(JourneyStatus.GOAL_REACHED, JourneyStatus.OPEN);
    }

    record Visit(String customer, Instant at, String page, String channel) {}

    @Test
    void ownRowsBecomeJourneys() {
        List<Visit> visits = TOUCHPOINTS.stream()
                .map(one -> new Visit(
                        one.customer().value(),
                        one.occurredAt(),
                        one.type().name(),
                        one.channel().name()))
                .toList();
        Journeys visited = JourneyAssembler.of(visits, Visit::customer, Visit::at, Visit::page);
        Journeys rounds = JourneyAssembler.byCustomer()
                .endingAfterInactivity(Duration.ofHours(1))
                .assemble(
                        visits, Rows.of(Visit::customer, Visit::at, Visit::page).withChannel(Visit::channel));
        assertThat(visited.get(0).activities()).containsExactly("visit", "basket", "order", "visit");
        assertThat(rounds).extracting(Journey::size).containsExactly(2, 1, 1);
        assertThat(rounds.get(0).touchpoint(0).channel()).isEqualTo(Channel.STORE);
    }

    @Test
    void journeysAreAnalysed() {
        List<Journey> journeys = JourneyAssembler.byCustomer().assemble(TOUCHPOINTS);
        Instant today = SampleTouchpoints.ZERO.plus(Duration.ofDays(1));
        Schedule office = Schedule.weekly(ZoneId.of("UTC"), "mon-fri 09:00-17:00");
        Funnel funnel = Funnel.builder("visit", "basket", "order")
                .window(Duration.ofDays(7))
                .asOf(today)
                .build();
        Segments<String, Conversion> byChannel =
                funnel.by(journey -> journey.touchpoint(0).channel().name()).over(journeys);
        DirectlyFollows graph = DirectlyFollows.metric(Durations.exactMetric(), TimeBetween.businessHours(office))
                .over(journeys);
        Map<String, Object> edge =
                DirectlyFollows.metric().over(journeys).edges().get(0).document();
        assertThat(edge).hasToString("{from=basket, to=order, count=1, journeys=1}");
        assertThat(byChannel.each().values()).extracting(Conversion::converted).containsExactly(1L);
        assertThat(graph.edge("basket", "order")
                        .flatMap(DirectlyFollows.Edge::durations)
                        .orElseThrow()
                        .mean())
                .hasValue(3600);
    }

    @Test
    void theReadmeHasNoOtherCode() throws IOException {
        String test = Readme.squeezedSource(ReadmeTest.class);
        for (String heading : List.of("Journeys", "Analyses")) {
            assertThat(Readme.blocks(heading, "java"))
                    .hasSize(2)
                    .allSatisfy(block -> assertThat(test).contains(Readme.squeezed(block)));
        }
    }
}
