package dev.cxkit.metrics.service;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.desk.ErlangC;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the metrics say at the very instant at which something changes, and of cases that come close to counting. */
class BoundariesTest {

    private static final Schedule ALWAYS = Schedule.always();
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long DAY = 24 * 60;

    private static Share share(Reading<Case, Outcome> reading, long asOf, Case... cases) {
        return Share.metric(reading, minute(asOf)).over(List.of(cases));
    }

    private static List<CensoredTime> read(Reading<Case, CensoredTime> reading, long asOf, Case of) {
        return reading.values(of, minute(asOf));
    }

    private static Story promises(Story story, long at, ConversationEvent.PromiseKind what, long due) {
        return story.then(at, (instant, by) -> new ConversationEvent.Promise(instant, by, what, minute(due)));
    }

    @Test
    void aCaseIsMergedFromThatInstantOn() {
        Case of = Story.of("1").merged(10).done();
        assertThat(share(Escalations.rate(), 10, of).cases()).isEqualTo(new Coverage(0, 0, 1));
        assertThat(Backlog.metric(minute(9)).over(List.of(of)).open()).isEqualTo(1);
    }

    @Test
    void onlyATransferByABotBeginsTheWaitForAHuman() {
        Case of = Story.of("1").assigned(2, Assignee.team("one")).done();
        assertThat(read(ResponseTimes.toHuman(ALWAYS), 20, of)).isEmpty();
    }

    @Test
    void anOpenCaseThatIsAnsweredMayStillHaveALongerResponse() {
        Case of = Story.of("1").says(1, ANN).says(3, BOB).done();
        assertThat(read(ResponseTimes.longestResponse(ALWAYS), 9, of))
                .containsExactly(CensoredTime.of(Duration.ofMinutes(2), false));
    }

    @Test
    void aPromiseIsNotBrokenAtTheInstantAtWhichItIsDue() {
        Case news = promises(Story.of("1"), 1, ConversationEvent.PromiseKind.UPDATE, 50)
                .says(70, BOB)
                .done();
        assertThat(share(Promises.kept(), 50, news).excluded()).isEqualTo(Map.of("running", 1L));
        assertThat(share(Promises.kept(), 51, news).proportion()).isEqualTo(Proportion.of(0, 1));
        Story twice = promises(Story.of("2"), 1, ConversationEvent.PromiseKind.UPDATE, 50);
        Case renewed =
                promises(twice, 50, ConversationEvent.PromiseKind.UPDATE, 90).done();
        assertThat(share(Promises.kept(), 60, renewed).excluded()).isEqualTo(Map.of("renewed", 1L, "running", 1L));
        Case ended = promises(Story.of("3"), 1, ConversationEvent.PromiseKind.UPDATE, 50)
                .resolved(50)
                .done();
        assertThat(share(Promises.kept(), 60, ended).excluded()).isEqualTo(Map.of("ended", 1L));
    }

    @Test
    void aPromiseOfSomethingElseRenewsNothing() {
        Story story = promises(Story.of("1"), 1, ConversationEvent.PromiseKind.UPDATE, 50);
        Case of = promises(story, 10, ConversationEvent.PromiseKind.RESOLUTION, 90)
                .done();
        assertThat(share(Promises.kept(), 60, of).proportion()).isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void aReopeningBelongsToTheResolutionBeforeIt() {
        // Reopened eight days after the first resolution: too late for it, and before the second.
        Case late = Story.of("1")
                .resolved(10)
                .reopened(10 + 8 * DAY)
                .resolved(10 + 9 * DAY)
                .done();
        assertThat(share(Resolutions.reopened(WEEK), 30 * DAY, late).proportion())
                .isEqualTo(Proportion.of(0, 1));
        Case again = Story.of("2")
                .resolved(10)
                .reopened(10 + 8 * DAY)
                .resolved(10 + 9 * DAY)
                .reopened(10 + 10 * DAY)
                .done();
        assertThat(share(Resolutions.reopened(WEEK), 30 * DAY, again).proportion())
                .isEqualTo(Proportion.of(1, 1));
        assertThat(share(Resolutions.reopened(WEEK), 11 * DAY, again).proportion())
                .as("the window of the second resolution is not over")
                .isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void atTheEndOfAWindowItIsStillWithin() {
        Case reopened =
                Story.of("1").says(1, BOB).resolved(10).reopened(10 + 7 * DAY).done();
        assertThat(share(Resolutions.reopened(WEEK), 10 + 7 * DAY, reopened).proportion())
                .isEqualTo(Proportion.of(1, 1));
        assertThat(FirstContactResolution.metric(FirstContactRule.ONE_TOUCH, minute(10 + 7 * DAY))
                        .over(List.of(reopened))
                        .share()
                        .proportion())
                .isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void aReopenedCaseIsNotDoneAndSoNotOneTouch() {
        Case of = Story.of("1").says(1, BOB).resolved(2).reopened(3).done();
        assertThat(share(Resolutions.oneTouch(), 9, of).excluded()).isEqualTo(Map.of("open", 1L));
    }

    @Test
    void aCaseIsNoRepeatOfItself() {
        Case atOnce = Story.of("1").resolved(0).done();
        assertThat(RepeatContacts.metric(WEEK, minute(9 * DAY))
                        .over(List.of(atOnce))
                        .proportion())
                .isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void eachResolutionOfAnUnknownCustomerIsExcluded() {
        Case of = Case.of(
                CaseId.of("1"),
                List.of(
                        new WorkflowEvent.Opened(minute(0), ANN, null, null, null, null),
                        new ConversationEvent.Message(
                                minute(1),
                                BOB,
                                ConversationEvent.Message.Visibility.PUBLIC,
                                ConversationEvent.Message.Kind.REPLY),
                        new WorkflowEvent.Closed(minute(1), BOB),
                        new WorkflowEvent.Reopened(minute(2), BOB, null),
                        new WorkflowEvent.Closed(minute(3), BOB)));
        assertThat(RepeatContacts.metric(WEEK, minute(9 * DAY))
                        .over(List.of(of))
                        .excluded())
                .isEqualTo(Map.of("unknown customer", 2L));
    }

    private static long firstContact(FirstContactRule form, Case of) {
        return FirstContactResolution.metric(form, minute(99 * DAY))
                .over(List.of(of))
                .share()
                .proportion()
                .count();
    }

    @Test
    void whatTheCustomerSaysBeforeTheFirstResponseIsNoReply() {
        assertThat(firstContact(
                        FirstContactRule.NO_CUSTOMER_REPLY,
                        Story.of("1").says(1, ANN).says(2, BOB).resolved(3).done()))
                .isEqualTo(1);
    }

    @Test
    void aConfirmationOfTheSecondResolutionIsNoneOfTheFirst() {
        Case of = Story.of("1")
                .resolved(3)
                .reopened(10 * DAY)
                .resolved(11 * DAY, ANN, WorkflowEvent.Resolved.Confirmation.CUSTOMER)
                .done();
        assertThat(firstContact(FirstContactRule.CUSTOMER_CONFIRMED, of)).isZero();
    }

    @Test
    void fromBotToBotIsNoTransfer() {
        Case of = Story.of("1")
                .assigned(1, Assignee.person("one", "bob"))
                .assigned(2, Assignee.bot("robot"))
                .assigned(3, Assignee.bot("other"))
                .done();
        assertThat(Transfers.count(Transfers.Kind.HUMAN_TO_BOT).values(of, minute(9)))
                .containsExactly(1L);
    }

    @Test
    void aFactIsValidUntilAnInstantAndNotAtIt() {
        Case of = Story.of("1")
                .then(1, (at, by) -> new ConversationEvent.Fact(at, by, "order", Actor.Kind.CUSTOMER, minute(10)))
                .then(9, (at, by) -> new ConversationEvent.Question(at, by, "order"))
                .then(10, (at, by) -> new ConversationEvent.Question(at, by, "order"))
                .done();
        assertThat(share(Continuity.repeatedQuestions(), 20, of).proportion()).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void whoGivesTheCaseAwayBeforeActingHasNoFirstAct() {
        Case of = Story.of("1")
                .assigned(1, Assignee.person("one", "bob"))
                .assigned(2, Assignee.person("one", "eve"))
                .then(5, (at, by) -> new WorkflowEvent.Assigned(at, Actor.SYSTEM, Assignee.person("one", "kim"), null))
                .says(7, Actor.agent("eve"))
                .says(9, Actor.agent("kim"))
                .done();
        assertThat(read(Continuity.firstAction(ALWAYS), 20, of))
                .containsExactly(CensoredTime.of(Duration.ofMinutes(4), true));
    }

    @Test
    void anEscalationThatComesLaterIsNotLookedAt() {
        Case of = Story.of("1")
                .then(10, (at, by) -> new WorkflowEvent.Escalated(at, by, "second", null))
                .done();
        assertThat(share(Escalations.rate("second"), 9, of).proportion()).isEqualTo(Proportion.of(0, 1));
        assertThat(share(Escalations.rate("second"), 10, of).proportion()).isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void aGapIsOverAtTheInstantAtWhichTheSegmentIs() {
        Case of = Story.of("1").waits(5, WaitingOn.CUSTOMER).done();
        assertThat(read(ProgressUpdates.gaps(ALWAYS), 5, of))
                .containsExactly(CensoredTime.of(Duration.ofMinutes(5), true));
        assertThat(read(ProgressUpdates.gaps(ALWAYS), 4, of))
                .containsExactly(CensoredTime.of(Duration.ofMinutes(4), false));
    }

    @Test
    void aMessageThatTheCustomerIsAwayAsksNothing() {
        Case of = Story.of("1")
                .says(5, Story.BOB)
                .says(6, Story.ANN, ConversationEvent.Message.Kind.AUTO_REPLY)
                .done();
        assertThat(read(ResponseTimes.next(ALWAYS), 1_000, of)).isEmpty();
    }

    @Test
    void aBotThatSpeaksTransfersLikeOneThatWasGivenTheCase() {
        Case of = Story.of("1")
                .says(1, Story.ROBOT)
                .assigned(5, Assignee.team("one"))
                .says(25, Story.BOB)
                .done();
        assertThat(read(ResponseTimes.toHuman(ALWAYS), 30, of))
                .containsExactly(CensoredTime.of(Duration.ofMinutes(20), true));
        Case withPerson = Story.of("2")
                .assigned(1, Assignee.person("one", "bob"))
                .says(2, Story.ROBOT)
                .assigned(5, Assignee.team("two"))
                .says(25, Story.BOB)
                .done();
        assertThat(read(ResponseTimes.toHuman(ALWAYS), 30, withPerson)).isEmpty();
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThatThrownBy(() -> RepeatContacts.metric(Duration.ofDays(40_000), Instant.EPOCH))
                .hasMessage("window PT960000H is above PT876600H");
        assertThatThrownBy(() -> ErlangC.of(-5, Duration.ofMinutes(1), Duration.ofSeconds(10), 3))
                .hasMessage("calls -5.0 is not a finite number of at least 0");
        assertThatThrownBy(() -> ErlangC.of(5, Duration.ofMinutes(1), Duration.ofSeconds(-10), 3))
                .hasMessage("handling PT-10S is not above 0");
    }

    private static Proportion first(FirstContactRule form, Case of) {
        return FirstContactResolution.metric(form, minute(100_000))
                .over(List.of(of))
                .share()
                .proportion();
    }

    /** Where the order of one instant is known, what follows on the resolution was not before it. */
    @Test
    void whatFollowsAtTheInstantOfTheResolutionCameAfterIt() {
        Proportion held = Proportion.of(1, 1);
        Story story = Story.of("1").assigned(1, Assignee.person("one", "bob")).says(10, Story.BOB);
        assertThat(first(
                        FirstContactRule.NO_TRANSFER,
                        story.resolved(60)
                                .assigned(60, Assignee.team("archive"))
                                .inSequence()))
                .isEqualTo(held);
        Case thanked = Story.of("2")
                .says(10, Story.BOB)
                .resolved(60)
                .says(60, Story.ANN)
                .inSequence();
        assertThat(first(FirstContactRule.NO_CUSTOMER_REPLY, thanked)).isEqualTo(held);
        Case answered = Story.of("3")
                .says(10, Story.BOB)
                .says(20, Story.ANN)
                .resolved(60)
                .says(60, Story.BOB)
                .inSequence();
        assertThat(first(FirstContactRule.ONE_TOUCH, answered)).isEqualTo(held);
        assertThat(share(Resolutions.oneTouch(), 100, answered).proportion()).isEqualTo(held);
    }
}
