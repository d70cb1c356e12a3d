package dev.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.survey.ResponseFunnel.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponseFunnelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final TimeRange JANUARY = TimeRange.of(START, Instant.parse("2026-02-01T00:00:00Z"));

    /** Days after 1 January; negative is never. */
    private static Invitation invitation(
            int invited, int delivered, int opened, int started, int completed, int declined) {
        return new Invitation(
                "i",
                "s",
                CustomerId.of("c"),
                START.plus(Duration.ofDays(invited)),
                day(delivered),
                day(opened),
                day(started),
                day(completed),
                day(declined));
    }

    private static @Nullable Instant day(int day) {
        return day < 0 ? null : START.plus(Duration.ofDays(day));
    }

    /** The response rate of Wikipedia's article on AAPOR's definitions: 257 of 1000 are 25.7 %. */
    @Test
    void theResponseRateIsCompletedOfInvited() {
        List<Invitation> invitations = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            invitations.add(invitation(1, 1, -1, -1, i < 257 ? 3 : -1, -1));
        }
        ResponseFunnel funnel = ResponseFunnel.metric(JANUARY).over(invitations);
        assertThat(funnel.responseRate().orElseThrow().value()).isCloseTo(0.257, within(1e-12));
        assertThat(funnel.completionRate().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void aLaterStepProvesTheEarlierOnes() {
        ResponseFunnel funnel = ResponseFunnel.metric(JANUARY)
                .over(List.of(invitation(1, -1, -1, -1, 40, -1), invitation(2, -1, -1, -1, -1, 3)));
        assertThat(funnel.counts())
                .containsExactly(
                        Map.entry(Step.INVITED, 2L),
                        Map.entry(Step.DELIVERED, 2L),
                        Map.entry(Step.OPENED, 1L),
                        Map.entry(Step.STARTED, 1L),
                        Map.entry(Step.COMPLETED, 1L),
                        Map.entry(Step.DECLINED, 1L));
    }

    /** One sent in January and answered in February, two sent in December and answered in January: 100 % of the cohort, 200 % by flow. */
    @Test
    void cohortAndFlowAreTwoThings() {
        List<Invitation> invitations = List.of(
                invitation(20, 20, 20, 40, 40, -1), invitation(-5, -5, -4, 3, 3, -1), invitation(-6, -5, -4, 4, 4, -1));
        ResponseFunnel cohort = ResponseFunnel.metric(JANUARY).over(invitations);
        assertThat(cohort.count(Step.INVITED)).isEqualTo(1);
        assertThat(cohort.ratio(Step.COMPLETED, Step.INVITED)).hasValue(1);
        ResponseFunnel flow =
                ResponseFunnel.metric(ResponseFunnel.Basis.FLOW, JANUARY).over(invitations);
        assertThat(flow.count(Step.COMPLETED)).isEqualTo(2);
        assertThat(flow.ratio(Step.COMPLETED, Step.INVITED)).hasValue(2);
        assertThatThrownBy(flow::responseRate).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void invitationsThatHadNotTheirTimeAreCountedApart() {
        Instant asOf = START.plus(Duration.ofDays(20));
        ResponseFunnel funnel = ResponseFunnel.metric(JANUARY, Duration.ofDays(14), asOf)
                .over(List.of(
                        invitation(1, 1, 1, 1, 2, -1), invitation(6, 6, 6, 6, 20, -1), invitation(7, 7, 7, 7, 8, -1)));
        assertThat(funnel.tooYoung()).isEqualTo(1);
        assertThat(funnel.count(Step.INVITED)).isEqualTo(2);
        // The second was completed at the very instant from which on nothing is known.
        assertThat(funnel.count(Step.COMPLETED)).isEqualTo(1);
        assertThat(funnel.count(Step.STARTED)).isEqualTo(2);
    }

    @Test
    void anInvitationOfTheVeryInstantIsTooYoungAndNotLost() {
        ResponseFunnel funnel = ResponseFunnel.metric(JANUARY, Duration.ZERO, START.plus(Duration.ofDays(1)))
                .over(List.of(invitation(1, -1, -1, -1, -1, -1)));
        assertThat(funnel.tooYoung()).isEqualTo(1);
        assertThat(ResponseFunnel.metric(JANUARY, Duration.ofSeconds(Long.MAX_VALUE), START)
                        .over(List.of(invitation(1, -1, -1, -1, -1, -1)))
                        .tooYoung())
                .isEqualTo(1);
    }

    @Test
    void nobodyInvitedHasNoRate() {
        ResponseFunnel none = ResponseFunnel.metric(JANUARY).over(List.of());
        assertThat(none.responseRate()).isEmpty();
        assertThat(none.ratio(Step.OPENED, Step.DELIVERED)).isEmpty();
    }

    @Test
    void ratesThatMakeNoSenseAreRefused() {
        ResponseFunnel none = ResponseFunnel.metric(JANUARY).over(List.of());
        assertThatThrownBy(() -> none.rate(Step.OPENED, Step.STARTED)).hasMessage("OPENED is no part of STARTED");
        assertThatThrownBy(() -> none.rate(Step.DECLINED, Step.OPENED)).hasMessage("DECLINED is no part of OPENED");
        assertThat(none.rate(Step.DECLINED, Step.DELIVERED)).isEmpty();
        assertThatThrownBy(() -> new ResponseFunnel(ResponseFunnel.Basis.FLOW, Map.of(Step.INVITED, 1L), 0))
                .hasMessageContaining("INVITED");
        assertThatThrownBy(() -> ResponseFunnel.metric(JANUARY, Duration.ofDays(-1), START))
                .hasMessage("maturity PT-24H is below 0");
    }
}
