package dev.cxkit.journey.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.metrics.kit.MetricLaws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Touchpoint call(String id, int from, int to) {
        return Interaction.builder(id, TouchpointType.of("call"))
                .customer(CustomerId.of("c"))
                .channel(Channel.PHONE)
                .occurredAt(SampleTouchpoints.ZERO.plusSeconds(from))
                .endedAt(SampleTouchpoints.ZERO.plusSeconds(to))
                .build();
    }

    @Test
    void aWaitOfJustTheTimeoutIsWithinASession() {
        List<Journey> sessions =
                SampleTouchpoints.journey("c", "A@0 B@60 C@120.001 D@121").sessions(MINUTE);
        assertThat(sessions).extracting(Journey::activities).containsExactly(List.of("A", "B"), List.of("C", "D"));
        assertThat(sessions).extracting(Journey::status).containsExactly(JourneyStatus.INACTIVE, JourneyStatus.OPEN);
        assertThat(sessions).extracting(Journey::id).containsExactly("c", "c");
    }

    @Test
    void theWaitBeginsWhenAllBeforeIsOver() {
        Journey journey =
                Journey.of(List.of(call("1", 0, 500), call("2", 10, 20), call("3", 560, 570), call("4", 631, 640)));
        assertThat(journey.sessions(MINUTE)).extracting(Journey::size).containsExactly(3, 1);
    }

    @Test
    void numbersLengthsAndTouchpointsAreOfSessions() {
        Sessions found = Sessions.metric()
                .over(List.of(
                        SampleTouchpoints.journey("a", "A@0 B@1800 C@3601"),
                        SampleTouchpoints.journey("b", "A@0 B@10")));
        assertThat(found.journeys()).isEqualTo(2);
        assertThat(found.count()).isEqualTo(3);
        assertThat(found.perJourney().max()).hasValue(2);
        assertThat(found.touchpoints().median()).hasValue(2);
        assertThat(found.lengths().sum()).isEqualTo(1810);
    }

    @Test
    void otherAnalysesRunPerSession() {
        Variants variants = Variants.metric(5)
                .onEach((Journey journey) -> journey.sessions(MINUTE))
                .over(List.of(SampleTouchpoints.journey("a", "A@0 B@10 A@1000 B@1010 C@9000")));
        assertThat(variants.top().get(0)).isEqualTo(new Variants.Variant(List.of("A", "B"), 2));
        assertThat(variants.journeys()).isEqualTo(3);
    }

    /** Visits from campaign a, b and a within ten minutes are three sessions, as web analytics have it. */
    @Test
    void aSessionEndsWhereAConditionOnTwoTouchpointsSaysSo() {
        Journey journey = SampleTouchpoints.journey("c", "V@0#a V@300#b V@600#a V@601#a V@9000#a");
        List<Journey> sessions = journey.sessions(Sessions.DEFAULT_TIMEOUT, SessionsTest::otherCampaign);
        assertThat(sessions).extracting(Journey::size).containsExactly(1, 1, 2, 1);
        assertThat(sessions)
                .extracting(Journey::status)
                .containsExactly(
                        JourneyStatus.NEXT_SESSION,
                        JourneyStatus.NEXT_SESSION,
                        JourneyStatus.INACTIVE,
                        JourneyStatus.OPEN);
        Sessions found = Sessions.metric("campaign", Sessions.DEFAULT_TIMEOUT, SessionsTest::otherCampaign)
                .over(List.of(journey));
        assertThat(found.count()).isEqualTo(4);
        MetricLaws.otherConfigurationIsRefused(
                Sessions.metric(), Sessions.metric("campaign", Sessions.DEFAULT_TIMEOUT, SessionsTest::otherCampaign));
    }

    private static boolean otherCampaign(Touchpoint before, Touchpoint next) {
        return !before.channel().equals(next.channel());
    }

    @Property(tries = 100)
    void theSessionsAreTheWholeJourney(@ForAll Random random) {
        Journey journey = SampleTouchpoints.random(random);
        Duration timeout = Duration.ofSeconds(random.nextInt(3000));
        List<Touchpoint> all = new ArrayList<>();
        List<Journey> sessions = journey.sessions(timeout);
        sessions.forEach(session -> all.addAll(session.touchpoints()));
        assertThat(all).isEqualTo(journey.touchpoints());
        for (int i = 1; i < sessions.size(); i++) {
            assertThat(Duration.between(
                            sessions.get(i - 1).end(), sessions.get(i).start()))
                    .isGreaterThan(timeout);
        }
    }

    @Test
    void aNegativeTimeoutIsRefused() {
        assertThatThrownBy(() -> Sessions.metric(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout PT-1S is negative");
        assertThatThrownBy(() -> SampleTouchpoints.journey("c", "A@0").sessions(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        MetricLaws.otherConfigurationIsRefused(Sessions.metric(), Sessions.metric(MINUTE));
    }
}
