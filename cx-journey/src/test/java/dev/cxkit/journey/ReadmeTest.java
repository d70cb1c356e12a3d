package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.metrics.Segments;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
                    .hasSize(1)
                    .allSatisfy(block -> assertThat(test).contains(Readme.squeezed(block)));
        }
    }
}
