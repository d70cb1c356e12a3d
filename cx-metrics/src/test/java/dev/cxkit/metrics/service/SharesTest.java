package dev.cxkit.metrics.service;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.ROBOT;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final long DAY = 24 * 60;
    private static final Duration WEEK = Duration.ofDays(7);

    private static Share share(Reading<Case, Outcome> reading, long asOf, Case... cases) {
        return Share.metric(reading, minute(asOf)).over(List.of(cases));
    }

    private static long count(Reading<Case, Long> reading, Case of) {
        return reading.values(of, minute(100 * DAY)).get(0);
    }

    private static List<Long> read(Reading<Case, CensoredTime> reading, long asOf, Case of) {
        return reading.values(of, minute(asOf)).stream()
                .map(time -> time.event() ? time.millis() / 60_000 : -time.millis() / 60_000)
                .toList();
    }

    @Test
    void thereAndBackAreTwoTransfersAndTheFirstHumanIsRouting() {
        Case of = Story.of("1")
                .assigned(0, Assignee.bot("robot"))
                .assigned(1, Assignee.team("one"))
                .assigned(2, Assignee.person("one", "bob"))
                .assigned(3, Assignee.team("one"))
                .assigned(4, Assignee.person("one", "eve"))
                .assigned(5, Assignee.person("one", "bob"))
                .assigned(6, Assignee.team("two"))
                .assigned(7, Assignee.person("two", "kim"))
                .assigned(8, Assignee.bot("robot"))
                .assigned(9, Assignee.person("two", "kim"))
                .done();
        assertThat(count(Transfers.count(Transfers.Kind.PERSON), of)).isEqualTo(2);
        assertThat(count(Transfers.count(Transfers.Kind.TEAM), of)).isEqualTo(1);
        assertThat(count(Transfers.count(Transfers.Kind.BOT_TO_HUMAN), of)).isEqualTo(2);
        assertThat(count(Transfers.count(Transfers.Kind.HUMAN_TO_BOT), of)).isEqualTo(1);
        assertThat(count(Transfers.count(), of)).as("without the first routing").isEqualTo(5);
        CaseCounts counts = CaseCounts.metric(Transfers.count(), minute(DAY))
                .over(List.of(of, Story.of("2").done(), Story.of("3").merged(1).done()));
        assertThat(counts.shareOfNone()).isEqualTo(Proportion.of(1, 2));
        assertThat(counts.moments().mean()).hasValue(2.5);
        assertThat(counts.distribution().max()).hasValue(5);
        assertThat(counts.cases()).isEqualTo(new Coverage(2, 0, 1));
    }

    @Test
    void messagesOfOursWithoutAWordBetweenAreOneTouch() {
        Case once = Story.of("1").says(1, BOB).notes(2).says(3, BOB).resolved(4).done();
        Case twice =
                Story.of("2").says(1, BOB).says(2, ANN).says(3, BOB).resolved(4).done();
        Case never = Story.of("3").says(1, ROBOT).resolved(4).done();
        Case open = Story.of("4").says(1, BOB).done();
        assertThat(count(Resolutions.touches(), once)).isEqualTo(1);
        assertThat(count(Resolutions.touches(), twice)).isEqualTo(2);
        Share share = share(Resolutions.oneTouch(), 10, once, twice, never, open);
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 3));
        assertThat(share.excluded()).isEqualTo(Map.of("open", 1L));
    }

    @Test
    void aCohortMustHaveHadItsTimeToBeReopened() {
        Case soon = Story.of("1")
                .resolved(10)
                .reopened(20)
                .resolved(30)
                .reopened(40)
                .done();
        Case late = Story.of("2").resolved(10).reopened(10 + 7 * DAY + 1).done();
        Case still = Story.of("3").resolved(10).done();
        Case young = Story.of("4").resolved(5 * DAY).reopened(5 * DAY + 1).done();
        Case open = Story.of("5").done();
        Share share = share(Resolutions.reopened(WEEK), 10 * DAY, soon, late, still, young, open);
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 3));
        assertThat(share.excluded()).isEqualTo(Map.of("immature", 1L, "open", 1L));
        Case atOnce = Story.of("6")
                .resolved(10)
                .reopened(10 + 8 * DAY)
                .resolved(10 + 8 * DAY)
                .done();
        assertThat(share(Resolutions.reopened(WEEK), 30 * DAY, atOnce).proportion())
                .as("reopened after eight days, and not after the resolution that follows at once")
                .isEqualTo(Proportion.of(0, 1));
        assertThat(share(Resolutions.reopened(WEEK), 10 + 7 * DAY, still).proportion())
                .as("mature to the second")
                .isEqualTo(Proportion.of(0, 1));
        assertThatThrownBy(() -> Resolutions.reopened(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window PT0S is not above 0");
    }

    @Test
    void theFormsOfFirstContactResolutionDoNotAgree() {
        Case once = Story.of("1").says(1, BOB).resolved(4).done();
        Case silent = Story.of("2")
                .resolved(4, BOB, WorkflowEvent.Resolved.Confirmation.CUSTOMER)
                .done();
        Case twice = Story.of("3")
                .says(1, BOB)
                .says(2, ANN)
                .says(3, Actor.agent("eve"))
                .resolved(4)
                .done();
        Case passedOn = Story.of("4")
                .assigned(1, Assignee.team("one"))
                .assigned(2, Assignee.team("two"))
                .says(3, BOB)
                .resolved(4)
                .done();
        Case reopened = Story.of("5").says(1, BOB).resolved(4).reopened(5).done();
        List<Case> cases = List.of(
                once,
                silent,
                twice,
                passedOn,
                reopened,
                Story.of("6").done(),
                Story.of("7").resolved(9 * DAY).done());
        // By hand, from the definitions that the vendors publish.
        Map<FirstContactRule, Long> expected = Map.of(
                FirstContactRule.NO_TRANSFER, 3L,
                FirstContactRule.ONE_TOUCH, 2L,
                FirstContactRule.AT_MOST_ONE_TOUCH, 3L,
                FirstContactRule.NO_CUSTOMER_REPLY, 3L,
                FirstContactRule.ONE_PERSON, 3L,
                FirstContactRule.CUSTOMER_CONFIRMED, 1L,
                FirstContactRule.NO_REPEAT_CONTACT, 4L,
                FirstContactRule.NO_WAIT, 3L,
                FirstContactRule.ONE_UPDATE, 1L);
        for (FirstContactRule form : FirstContactRule.readyMade()) {
            FirstContactResolution result =
                    FirstContactResolution.metric(form, minute(10 * DAY)).over(cases);
            assertThat(result.share().proportion())
                    .as("%s", form)
                    .isEqualTo(Proportion.of(expected.getOrDefault(form, 0L), 5));
            assertThat(result.share().excluded("immature")).isEqualTo(1);
            assertThat(result.share().excluded("open")).isEqualTo(1);
            assertThat(result.rule()).isEqualTo(form);
            assertThat(result.window()).isEqualTo(WEEK);
        }
    }

    private static final Case PASSED_ON = Story.of("1")
            .assigned(0, Assignee.person("one", "bob"))
            .then(1, (at, by) -> new ConversationEvent.Question(at, by, "order"))
            .then(2, (at, by) -> new ConversationEvent.Fact(at, ANN, "order", Actor.Kind.CUSTOMER, null))
            .then(3, (at, by) -> new ConversationEvent.Fact(at, ANN, "address", Actor.Kind.CUSTOMER, minute(30)))
            .assigned(10, Assignee.person("two", "kim"), "order")
            .says(12, BOB)
            .says(25, Actor.agent("kim"))
            .then(26, (at, by) -> new ConversationEvent.Question(at, by, "order"))
            .then(27, (at, by) -> new ConversationEvent.Question(at, by, "device"))
            .assigned(40, Assignee.person("one", "eve"))
            .then(41, (at, by) -> new ConversationEvent.Question(at, by, "address"))
            .done();

    @Test
    void whatIsKnownIsToBePassedOnAndNotAskedAgain() {
        assertThat(share(Continuity.transfersWithBrief(), 60, PASSED_ON).proportion())
                .isEqualTo(Proportion.of(1, 2));
        assertThat(share(Continuity.factsPassedOn(), 60, PASSED_ON).proportion())
                .as("order and address were known at first, order alone later")
                .isEqualTo(Proportion.of(1, 3));
        assertThat(share(Continuity.repeatedQuestions(), 60, PASSED_ON).proportion())
                .as("the address was no longer valid")
                .isEqualTo(Proportion.of(1, 4));
        Share cases = share(
                Continuity.casesWithRepeatedQuestions(),
                60,
                PASSED_ON,
                Story.of("2").done());
        assertThat(cases.proportion()).isEqualTo(Proportion.of(1, 1));
        assertThat(cases.cases()).isEqualTo(new Coverage(2, 1, 0));
        assertThat(read(Continuity.firstAction(Schedule.always()), 60, PASSED_ON))
                .containsExactly(15L, -20L);
    }

    @Test
    void newsUnaskedBeforeTheCustomerAsksIsProactive() {
        Case first = Story.of("1")
                .says(1, BOB, ConversationEvent.Message.Kind.UPDATE)
                .says(2, ANN, ConversationEvent.Message.Kind.ASKS_FOR_NEWS)
                .done();
        Case second = Story.of("2")
                .says(1, ANN, ConversationEvent.Message.Kind.ASKS_FOR_NEWS)
                .says(2, BOB, ConversationEvent.Message.Kind.UPDATE)
                .done();
        Share share = share(
                Continuity.proactive(),
                10,
                first,
                second,
                Story.of("3").says(1, BOB).done());
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 2));
        assertThat(share.cases().withoutValue()).isEqualTo(1);
    }

    @Test
    void escalationsAreCountedByLevelAndTimed() {
        Case of = Story.of("1")
                .then(30, (at, by) -> new WorkflowEvent.Escalated(at, by, "second", null))
                .done();
        Case done = Story.of("2").resolved(5).done();
        assertThat(share(Escalations.rate(), 60, of, done).proportion()).isEqualTo(Proportion.of(1, 2));
        assertThat(share(Escalations.rate(), 29, of, done).proportion()).isEqualTo(Proportion.of(0, 2));
        assertThat(share(Escalations.rate("third"), 60, of, done).proportion()).isEqualTo(Proportion.of(0, 2));
        assertThat(share(Escalations.rate("second"), 60, of, done).proportion()).isEqualTo(Proportion.of(1, 2));
        Reading<Case, CensoredTime> time = Escalations.time(Schedule.always());
        assertThat(read(time, 60, of)).containsExactly(30L);
        assertThat(read(time, 20, of)).containsExactly(-20L);
        assertThat(read(time, 60, done)).isEmpty();
    }

    @Test
    void slaClocksThatRunOrArePausedAreNeitherMetNorBreached() {
        SlaPolicies policies = SlaPolicies.of(
                new SlaPolicy("all", Schedule.always(), List.of(SlaTarget.resolution(Duration.ofMinutes(60)))),
                new SlaPolicy("none", Schedule.always(), List.of()));
        List<Case> cases = List.of(
                Story.of("met").resolved(40).done(),
                Story.openedBy(ANN, "breached", -20).resolved(45).done(),
                Story.openedBy(ANN, "overdue", -20).done(),
                Story.of("running").done(),
                Story.of("paused").waits(10, WaitingOn.CUSTOMER).done(),
                Story.of("cancelled")
                        .then(10, (at, by) -> new WorkflowEvent.SlaPolicyApplied(at, by, "none"))
                        .done());
        Share share = SlaAttainment.metric("resolution", policies, minute(50)).over(cases);
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 3));
        assertThat(share.excluded()).isEqualTo(Map.of("running", 1L, "paused", 1L, "cancelled", 1L));
        assertThat(SlaAttainment.metric("other", policies, minute(50))
                        .over(cases)
                        .proportion()
                        .share())
                .isEmpty();
    }

    private static Story promised(Story story, long minute, ConversationEvent.PromiseKind what, long due) {
        return story.then(minute, (at, by) -> new ConversationEvent.Promise(at, by, what, minute(due)));
    }

    private static final List<Case> PROMISED = List.of(
            promised(Story.of("early"), 0, ConversationEvent.PromiseKind.UPDATE, 30)
                    .says(20, BOB)
                    .done(),
            promised(Story.of("late"), 0, ConversationEvent.PromiseKind.RESOLUTION, 30)
                    .resolved(50)
                    .done(),
            promised(Story.of("never"), 0, ConversationEvent.PromiseKind.UPDATE, 30)
                    .done(),
            promised(Story.of("running"), 0, ConversationEvent.PromiseKind.UPDATE, 300)
                    .done(),
            promised(Story.of("ended"), 0, ConversationEvent.PromiseKind.UPDATE, 30)
                    .resolved(10)
                    .done(),
            promised(
                            promised(Story.of("renewed"), 0, ConversationEvent.PromiseKind.UPDATE, 30),
                            20,
                            ConversationEvent.PromiseKind.UPDATE,
                            60)
                    .says(60, BOB)
                    .done());

    @Test
    void promisesAreKeptLateRenewedOrStillRunning() {
        Share kept = Share.metric(Promises.kept(), minute(100)).over(PROMISED);
        assertThat(kept.proportion()).as("early, and the second of renewed").isEqualTo(Proportion.of(2, 4));
        assertThat(kept.excluded()).isEqualTo(Map.of("ended", 1L, "renewed", 1L, "running", 1L));
        Share renewed = Share.metric(Promises.renewed(), minute(100)).over(PROMISED);
        assertThat(renewed.proportion()).isEqualTo(Proportion.of(1, 3));
        assertThat(renewed.excluded()).isEqualTo(Map.of("ended", 1L, "kept", 2L, "running", 1L));
    }

    @Test
    void errorsOfPromisedTimesAreSignedAndAbsolute() {
        PromiseError error = PromiseError.metric(minute(100)).over(PROMISED);
        assertThat(error.signed().n()).isEqualTo(3);
        assertThat(error.signed().mean().getAsDouble())
                .as("10 min early, 20 late, and to the minute")
                .isCloseTo(10 * 60 / 3.0, within(1e-9));
        assertThat(error.medianAbsolute()).hasValue(600);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Outcome.excluded(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason ' ' does not go with EXCLUDED");
        assertThatThrownBy(() -> new Outcome(Outcome.Kind.YES, "why"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason 'why' does not go with YES");
    }
}
