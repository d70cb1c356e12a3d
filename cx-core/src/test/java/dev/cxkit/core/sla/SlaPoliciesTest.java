package dev.cxkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.Script;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.time.TimeRanges;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlaPoliciesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The scripts begin on Monday, 5 January 2026, at 9:00. */
    static final Schedule HOURS = Schedule.weekly(UTC, "mon-fri 09:00-17:00");

    private static SlaPolicies always(SlaTarget... targets) {
        return SlaPolicies.of(new SlaPolicy("standard", Schedule.always(), List.of(targets)));
    }

    static SlaClock only(List<SlaClock> clocks) {
        assertThat(clocks).hasSize(1);
        return clocks.get(0);
    }

    static SlaTarget minutes(SlaTarget target, long minutes) {
        return new SlaTarget(
                target.name(),
                target.measure(),
                Duration.ofMinutes(minutes),
                target.pausedWhile(),
                target.recurrence(),
                target.schedule());
    }

    static final SlaTarget RESPONSE = SlaTarget.firstResponse(Duration.ofMinutes(60));
    static final SlaTarget RESOLUTION = SlaTarget.resolution(Duration.ofMinutes(100));

    @Test
    void theFirstAnswerIsAPublicMessageOfAHumanOfOurs() {
        Case supportCase = Script.opened()
                .at(1)
                .says(
                        Actor.SYSTEM,
                        ConversationEvent.Message.Kind.AUTO_REPLY,
                        ConversationEvent.Message.Visibility.PUBLIC)
                .at(2)
                .says(Actor.bot("b"))
                .at(3)
                .says(Script.BOB, ConversationEvent.Message.Kind.REPLY, ConversationEvent.Message.Visibility.INTERNAL)
                .at(4)
                .says(Script.ANN)
                .at(5)
                .says(
                        Script.BOB,
                        ConversationEvent.Message.Kind.AUTO_REPLY,
                        ConversationEvent.Message.Visibility.PUBLIC)
                .at(50)
                .says(Script.BOB)
                .done();
        SlaClock clock = only(always(RESPONSE).clocks(supportCase, Script.minute(90)));
        assertThat(clock.stoppedAt()).contains(Script.minute(50));
        assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(50));
        assertThat(clock.status()).isEqualTo(SlaClock.Status.MET);
        assertThat(clock.due()).as("known though it is met").contains(Script.minute(60));
        assertThat(clock.elapsedShare()).isEqualTo(50 / 60.0);
    }

    /** What is used up exactly is met: a target is missed when it is exceeded. */
    @Test
    void metIsNotAboveTheTarget() {
        Case supportCase = Script.opened().at(60).says(Script.BOB).done();
        SlaClock met = only(always(RESPONSE).clocks(supportCase, Script.minute(90)));
        assertThat(met.status()).isEqualTo(SlaClock.Status.MET);
        assertThat(met.due()).contains(Script.minute(60));
        SlaClock missed = only(always(minutes(RESPONSE, 59)).clocks(supportCase, Script.minute(90)));
        assertThat(missed.status()).isEqualTo(SlaClock.Status.BREACHED);
        assertThat(missed.due()).contains(Script.minute(59));
    }

    @Test
    void aClockThatStillRunsKnowsWhenItIsDue() {
        Case supportCase = Script.opened().done();
        SlaClock running = only(always(RESPONSE).clocks(supportCase, Script.minute(20)));
        assertThat(running.status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(running.due()).contains(Script.minute(60));
        assertThat(running.thresholds())
                .containsExactly(
                        new SlaClock.Threshold(50, Script.minute(30)),
                        new SlaClock.Threshold(75, Script.minute(45)),
                        new SlaClock.Threshold(100, Script.minute(60)));
        assertThat(only(always(RESPONSE).clocks(supportCase, Script.minute(61))).status())
                .isEqualTo(SlaClock.Status.BREACHED);
    }

    /** Friday 16:00, 4 hours of work from 9 to 17: due on Monday at 12:00. Hold from Friday 16:30 to Monday 10:00 costs no time. */
    @Test
    void holdIsTakenOffAsRangesAndNotByMovingTheStart() {
        long friday = 4 * 24 * 60 + 7 * 60;
        long monday = 7 * 24 * 60;
        Case supportCase = Case.of(
                CaseId.of("c"),
                List.of(
                        new WorkflowEvent.Opened(Script.minute(friday), Script.ANN, null, null, null, null),
                        new WorkflowEvent.Waiting(Script.minute(friday + 30), Script.BOB, WaitingOn.CUSTOMER, null),
                        new WorkflowEvent.Resumed(Script.minute(monday + 60), Script.BOB),
                        new WorkflowEvent.Resolved(
                                Script.minute(monday + 120),
                                Script.BOB,
                                null,
                                null,
                                WorkflowEvent.Resolved.Confirmation.US)));
        SlaPolicies hours =
                SlaPolicies.of(new SlaPolicy("hours", HOURS, List.of(SlaTarget.resolution(Duration.ofHours(4)))));
        SlaClock clock = only(hours.clocks(supportCase, Script.minute(monday + 200)));
        assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(30 + 60));
        assertThat(clock.status()).isEqualTo(SlaClock.Status.MET);
        SlaClock before = only(hours.clocks(supportCase, Script.minute(friday + 10)));
        assertThat(before.due()).contains(Script.minute(monday + 3 * 60));
        SlaClock paused = only(hours.clocks(supportCase, Script.minute(monday)));
        assertThat(paused.status()).isEqualTo(SlaClock.Status.PAUSED);
        assertThat(paused.due()).isEmpty();
    }

    /** As {@link Case#waitingOn}: who asks right after an event is told how things are now, not how they were before it. */
    @Test
    void whatHappensAtTheInstantHoldsForAClockThatGoesOn() {
        SlaPolicies both = SlaPolicies.of(
                new SlaPolicy("slow", HOURS, List.of(RESOLUTION, SlaTarget.nextResponse(Duration.ofMinutes(15)))),
                new SlaPolicy("fast", Schedule.always(), List.of(minutes(RESOLUTION, 30), RESPONSE)));
        Case waits = Script.opened().at(20).waitsOn(WaitingOn.CUSTOMER).done();
        assertThat(only(always(RESOLUTION).clocks(waits, Script.minute(20))).status())
                .isEqualTo(SlaClock.Status.PAUSED);
        Case back = Script.opened()
                .at(20)
                .waitsOn(WaitingOn.CUSTOMER)
                .at(50)
                .resumes()
                .done();
        SlaClock runs = only(always(RESOLUTION).clocks(back, Script.minute(50)));
        assertThat(runs.status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(runs.due()).contains(Script.minute(130));
        Case urgent = Script.opened().says(Script.ANN).at(10).under("fast").done();
        List<SlaClock> clocks = both.clocks(urgent, Script.minute(10));
        assertThat(clocks.stream().map(clock -> clock.target().measure()))
                .containsExactly(
                        CaseInterval.Kind.FIRST_RESPONSE,
                        CaseInterval.Kind.NEXT_RESPONSE,
                        CaseInterval.Kind.RESOLUTION);
        assertThat(clocks.stream().map(SlaClock::status))
                .containsExactly(SlaClock.Status.RUNNING, SlaClock.Status.CANCELLED, SlaClock.Status.RUNNING);
        assertThat(clocks.get(2).due()).contains(Script.minute(30));
        assertThat(both.clocks(urgent, Script.minute(11)).get(2).due())
                .as("nothing happened since")
                .contains(Script.minute(30));
    }

    @Test
    void eachMessageTheCustomerAwaitsAnAnswerToIsAnsweredOnItsOwn() {
        Case supportCase = Script.opened()
                .at(10)
                .says(Script.BOB)
                .at(20)
                .says(Script.ANN)
                .at(25)
                .says(Script.ANN)
                .at(40)
                .says(Script.BOB)
                .at(50)
                .says(Script.ANN)
                .at(55)
                .resolves()
                .at(60)
                .says(Script.ANN)
                .done();
        List<SlaClock> clocks =
                always(SlaTarget.nextResponse(Duration.ofMinutes(15))).clocks(supportCase, Script.minute(70));
        assertThat(clocks.stream().map(SlaClock::start))
                .containsExactly(Script.minute(20), Script.minute(50), Script.minute(60));
        assertThat(clocks.stream().map(SlaClock::status))
                .containsExactly(SlaClock.Status.BREACHED, SlaClock.Status.CANCELLED, SlaClock.Status.PAUSED);
        assertThat(clocks.get(0).elapsed()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theFirstResolutionStaysAndEachReopeningHasItsOwnClock() {
        Case supportCase = Script.opened()
                .at(30)
                .resolves()
                .at(100)
                .reopens()
                .at(300)
                .resolves()
                .done();
        SlaClock first = only(always(RESOLUTION).clocks(supportCase, Script.minute(400)));
        assertThat(first.elapsed()).isEqualTo(Duration.ofMinutes(30));
        List<SlaClock> each = always(RESOLUTION.each()).clocks(supportCase, Script.minute(400));
        assertThat(each.stream().map(SlaClock::elapsed))
                .containsExactly(Duration.ofMinutes(30), Duration.ofMinutes(200));
        assertThat(each.stream().map(SlaClock::status)).containsExactly(SlaClock.Status.MET, SlaClock.Status.BREACHED);
    }

    @Test
    void aCaseThatWeOpenedHasNoFirstAnswer() {
        Case supportCase = Case.of(
                CaseId.of("c"), List.of(new WorkflowEvent.Opened(Script.START, Script.BOB, null, null, null, null)));
        assertThat(always(RESPONSE).clocks(supportCase, Script.minute(9))).isEmpty();
    }

    /** Chatwoot, pull request 12058: opened Monday 9:00, solved by the bot 9:05, reopened Friday 14:00, human 14:10. */
    @Test
    void afterAnEndWithoutAnAnswerTheFirstAnswerIsAwaitedFromTheReopening() {
        long friday = 4 * 24 * 60 + 5 * 60;
        Case supportCase = Script.opened()
                .at(5)
                .resolves()
                .at(friday)
                .reopens()
                .at(friday + 10)
                .says(Script.BOB)
                .at(friday + 20)
                .resolves()
                .at(friday + 30)
                .reopens()
                .done();
        List<SlaClock> clocks = always(RESPONSE).clocks(supportCase, Script.minute(friday + 60));
        assertThat(clocks).extracting(SlaClock::status).containsExactly(SlaClock.Status.CANCELLED, SlaClock.Status.MET);
        assertThat(clocks.get(1).elapsed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(always(RESPONSE).clocks(supportCase, Script.minute(friday)))
                .extracting(SlaClock::status)
                .containsExactly(SlaClock.Status.CANCELLED, SlaClock.Status.RUNNING);
        assertThat(only(always(RESPONSE).clocks(supportCase, Script.minute(100)))
                        .status())
                .isEqualTo(SlaClock.Status.CANCELLED);
        assertThat(only(always(minutes(RESPONSE, 4)).clocks(supportCase, Script.minute(friday + 60)))
                        .status())
                .as("missed before it ended: that was the first time")
                .isEqualTo(SlaClock.Status.BREACHED);
    }

    @Test
    void policiesSayWhatTheyAre() {
        assertThat(SlaPolicies.of(new SlaPolicy("p", HOURS, List.of(RESPONSE))))
                .hasToString("p in 'mon-fri 09:00-17:00 in UTC' [first-response: first-response within PT1H first]");
        SlaTarget paused = RESOLUTION.each().pausedWhile(WaitingOn.THIRD_PARTY, WaitingOn.CUSTOMER);
        assertThat(SlaPolicies.of(
                        new SlaPolicy("b", Schedule.always(), List.of()),
                        new SlaPolicy("it's [x], y", Schedule.always(), List.of(paused, RESPONSE))))
                .hasToString(
                        "b in always []; 'it''s [x], y' in always [resolution: resolution within PT1H40M each paused"
                                + " while waiting on customer or third-party, first-response: first-response within PT1H"
                                + " first]");
    }

    @Test
    void aScheduleThatNeverOpensHasNoDueTimeAndUsesNothing() {
        SlaPolicies never = SlaPolicies.of(new SlaPolicy("never", Schedule.never(), List.of(RESPONSE)));
        SlaClock clock = only(never.clocks(Script.opened().done(), Script.minute(100)));
        assertThat(clock.elapsed()).isZero();
        assertThat(clock.due()).isEmpty();
        assertThat(clock.status()).isEqualTo(SlaClock.Status.RUNNING);
    }

    /** The stretches have no gap, what is counted adds up to what is used, and a stopped clock does not change any more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aClockCanBeExplainedToTheSecond(long seed) {
        Random random = new Random(seed);
        Script script = Script.opened();
        long minute = 0;
        WaitingOn phase = WaitingOn.US;
        for (int i = 0; i < 12; i++) {
            minute += 1 + random.nextInt(900);
            script.at(minute);
            if (phase == WaitingOn.DONE) {
                script.reopens();
                phase = WaitingOn.US;
            } else if (random.nextInt(4) == 0) {
                script.resolves();
                phase = WaitingOn.DONE;
            } else if (random.nextInt(3) == 0) {
                script.under(List.of("one", "two").get(random.nextInt(2)));
            } else {
                phase = List.of(WaitingOn.CUSTOMER, WaitingOn.THIRD_PARTY).get(random.nextInt(2));
                script.waitsOn(phase);
            }
        }
        Case supportCase = script.done();
        SlaPolicies policies = SlaPolicies.of(
                new SlaPolicy(
                        "one",
                        HOURS,
                        List.of(RESOLUTION.each().pausedWhile(WaitingOn.CUSTOMER, WaitingOn.THIRD_PARTY))),
                new SlaPolicy("two", Schedule.always(), List.of(RESOLUTION.each(), RESPONSE)));
        Instant asOf = Script.minute(minute + 500);
        List<SlaClock> clocks = policies.clocks(supportCase, asOf);
        assertThat(clocks).isNotEmpty();
        for (SlaClock clock : clocks) {
            Duration counted = Duration.ZERO;
            Optional<Instant> end = Optional.of(clock.start());
            for (ClockSegment segment : clock.segments()) {
                assertThat(segment.range().from()).isEqualTo(end.orElseThrow());
                end = Optional.of(segment.range().to());
                counted = counted.plus(
                        segment.kind() == ClockSegment.Kind.COUNTED
                                ? segment.range().length()
                                : Duration.ZERO);
            }
            assertThat(counted).isEqualTo(clock.elapsed());
            clock.stoppedAt()
                    .ifPresent(stop ->
                            assertThat(policies.clocks(supportCase, stop)).contains(clock));
        }
        for (long at = 0; at <= minute + 500; at += 50) {
            Instant then = Script.minute(at);
            for (String target : List.of("resolution", "first-response", "none")) {
                assertThat(policies.clocks(supportCase, target, then))
                        .isEqualTo(policies.clocks(supportCase, then).stream()
                                .filter(clock -> clock.target().name().equals(target))
                                .toList());
            }
        }
        TimeRanges whole = TimeRanges.of(TimeRange.of(supportCase.openedAt(), asOf));
        for (WaitingOn each : EnumSet.allOf(WaitingOn.class)) {
            whole = whole.minus(supportCase.ranges(each, asOf));
        }
        assertThat(whole.isEmpty()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> SlaTarget.firstResponse(Duration.ZERO))
                .hasMessage("duration PT0S of SLA target first-response is not above 0");
        assertThatThrownBy(() -> SlaTarget.resolution(Duration.ofNanos(1)))
                .hasMessage("duration PT0.000000001S of SLA target resolution is outside PT0.001S..PT876600H");
        assertThatThrownBy(() -> SlaTarget.resolution(Duration.ofDays(200_000)))
                .hasMessage("duration PT4800000H of SLA target resolution is outside PT0.001S..PT876600H");
        assertThatThrownBy(() -> RESPONSE.pausedWhile(WaitingOn.US)).hasMessageContaining("cannot pause");
        assertThatThrownBy(() -> new SlaPolicy("p", HOURS, List.of(RESPONSE, RESPONSE)))
                .hasMessage("SLA policy p has two targets first-response");
        assertThatThrownBy(() ->
                        SlaPolicies.of(new SlaPolicy("p", HOURS, List.of()), new SlaPolicy("p", HOURS, List.of())))
                .hasMessage("SLA policy p is there twice");
        assertThatThrownBy(() -> always(RESPONSE)
                        .clocks(Script.opened().at(1).under("gold").done(), Script.minute(9)))
                .hasMessage("case c-1 is under SLA policy gold, which is none of [standard]");
    }

    @Test
    void theOrderOfThePoliciesThatMayFollowIsNoPartOfTheirText() {
        SlaPolicy first = new SlaPolicy("standard", HOURS, List.of(RESPONSE));
        SlaPolicy a = new SlaPolicy("a", HOURS, List.of(RESOLUTION));
        SlaPolicy b = new SlaPolicy("b", Schedule.always(), List.of());
        assertThat(SlaPolicies.of(first, b, a))
                .hasToString(SlaPolicies.of(first, a, b).toString());
        assertThat(SlaPolicies.of(a, b).toString())
                .as("cases begin under another")
                .isNotEqualTo(SlaPolicies.of(b, a).toString());
    }
}
