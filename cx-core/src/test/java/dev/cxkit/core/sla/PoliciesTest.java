package dev.cxkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.Dialogue;
import dev.cxkit.core.support.Handling;
import dev.cxkit.core.support.Phase;
import dev.cxkit.core.support.Script;
import dev.cxkit.core.time.Period;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.Spans;
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

class PoliciesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The scripts begin on Monday, 5 January 2026, at 9:00. */
    static final Schedule HOURS = Schedule.weekly(UTC, "mon-fri 09:00-17:00");

    private static Policies always(Goal... goals) {
        return Policies.of(new Policy("standard", Schedule.always(), List.of(goals)));
    }

    static Cycle only(List<Cycle> cycles) {
        assertThat(cycles).hasSize(1);
        return cycles.get(0);
    }

    static Goal minutes(Goal goal, long minutes) {
        return new Goal(goal.name(), goal.measure(), Duration.ofMinutes(minutes), goal.pausedIn(), goal.cycles());
    }

    static final Goal RESPONSE = Goal.firstResponse(Duration.ofMinutes(60));
    static final Goal RESOLUTION = Goal.resolution(Duration.ofMinutes(100));

    @Test
    void theFirstAnswerIsAPublicMessageOfAHumanOfOurs() {
        Case of = Script.opened()
                .at(1)
                .says(Actor.SYSTEM, Dialogue.Message.Kind.AUTO_REPLY, Dialogue.Message.Visibility.PUBLIC)
                .at(2)
                .says(Actor.bot("b"))
                .at(3)
                .says(Script.BOB, Dialogue.Message.Kind.REPLY, Dialogue.Message.Visibility.INTERNAL)
                .at(4)
                .says(Script.ANN)
                .at(5)
                .says(Script.BOB, Dialogue.Message.Kind.AUTO_REPLY, Dialogue.Message.Visibility.PUBLIC)
                .at(50)
                .says(Script.BOB)
                .done();
        Cycle cycle = only(always(RESPONSE).cycles(of, Script.minute(90)));
        assertThat(cycle.stopped()).contains(Script.minute(50));
        assertThat(cycle.used()).isEqualTo(Duration.ofMinutes(50));
        assertThat(cycle.status()).isEqualTo(Cycle.Status.MET);
        assertThat(cycle.due()).isEmpty();
        assertThat(cycle.share()).isEqualTo(50 / 60.0);
    }

    /** What is used up exactly is met: a target is missed when it is exceeded. */
    @Test
    void metIsNotAboveTheTarget() {
        Case of = Script.opened().at(60).says(Script.BOB).done();
        Cycle met = only(always(RESPONSE).cycles(of, Script.minute(90)));
        assertThat(met.status()).isEqualTo(Cycle.Status.MET);
        assertThat(met.due()).contains(Script.minute(60));
        Cycle missed = only(always(minutes(RESPONSE, 59)).cycles(of, Script.minute(90)));
        assertThat(missed.status()).isEqualTo(Cycle.Status.MISSED);
        assertThat(missed.due()).contains(Script.minute(59));
    }

    @Test
    void aClockThatStillRunsKnowsWhenItIsDue() {
        Case of = Script.opened().done();
        Cycle running = only(always(RESPONSE).cycles(of, Script.minute(20)));
        assertThat(running.status()).isEqualTo(Cycle.Status.RUNNING);
        assertThat(running.due()).contains(Script.minute(60));
        assertThat(running.thresholds())
                .containsExactly(
                        new Cycle.Threshold(50, Script.minute(30)),
                        new Cycle.Threshold(75, Script.minute(45)),
                        new Cycle.Threshold(100, Script.minute(60)));
        assertThat(only(always(RESPONSE).cycles(of, Script.minute(61))).status())
                .isEqualTo(Cycle.Status.MISSED);
    }

    /** Friday 16:00, 4 hours of work from 9 to 17: due on Monday at 12:00. Hold from Friday 16:30 to Monday 10:00 costs no time. */
    @Test
    void holdIsTakenOffAsSpansAndNotByMovingTheStart() {
        long friday = 4 * 24 * 60 + 7 * 60;
        long monday = 7 * 24 * 60;
        Case of = Case.of(
                CaseId.of("c"),
                List.of(
                        new Handling.Opened(Script.minute(friday), Script.ANN, null, null, null, null),
                        new Handling.Waiting(Script.minute(friday + 30), Script.BOB, Phase.CUSTOMER, null),
                        new Handling.Resumed(Script.minute(monday + 60), Script.BOB),
                        new Handling.Resolved(
                                Script.minute(monday + 120),
                                Script.BOB,
                                null,
                                null,
                                Handling.Resolved.Confirmation.US)));
        Policies hours = Policies.of(new Policy("hours", HOURS, List.of(Goal.resolution(Duration.ofHours(4)))));
        Cycle cycle = only(hours.cycles(of, Script.minute(monday + 200)));
        assertThat(cycle.used()).isEqualTo(Duration.ofMinutes(30 + 60));
        assertThat(cycle.status()).isEqualTo(Cycle.Status.MET);
        Cycle before = only(hours.cycles(of, Script.minute(friday + 10)));
        assertThat(before.due()).contains(Script.minute(monday + 3 * 60));
        Cycle paused = only(hours.cycles(of, Script.minute(monday)));
        assertThat(paused.status()).isEqualTo(Cycle.Status.PAUSED);
        assertThat(paused.due()).isEmpty();
    }

    /** As {@link Case#phase}: who asks right after an event is told how things are now, not how they were before it. */
    @Test
    void whatHappensAtTheInstantHoldsForAClockThatGoesOn() {
        Policies both = Policies.of(
                new Policy("slow", HOURS, List.of(RESOLUTION, Goal.nextResponse(Duration.ofMinutes(15)))),
                new Policy("fast", Schedule.always(), List.of(minutes(RESOLUTION, 30), RESPONSE)));
        Case waits = Script.opened().at(20).waits(Phase.CUSTOMER).done();
        assertThat(only(always(RESOLUTION).cycles(waits, Script.minute(20))).status())
                .isEqualTo(Cycle.Status.PAUSED);
        Case back =
                Script.opened().at(20).waits(Phase.CUSTOMER).at(50).resumes().done();
        Cycle runs = only(always(RESOLUTION).cycles(back, Script.minute(50)));
        assertThat(runs.status()).isEqualTo(Cycle.Status.RUNNING);
        assertThat(runs.due()).contains(Script.minute(130));
        Case urgent = Script.opened().says(Script.ANN).at(10).under("fast").done();
        List<Cycle> cycles = both.cycles(urgent, Script.minute(10));
        assertThat(cycles.stream().map(cycle -> cycle.goal().measure()))
                .containsExactly(Goal.Measure.FIRST_RESPONSE, Goal.Measure.NEXT_RESPONSE, Goal.Measure.RESOLUTION);
        assertThat(cycles.stream().map(Cycle::status))
                .containsExactly(Cycle.Status.RUNNING, Cycle.Status.CANCELLED, Cycle.Status.RUNNING);
        assertThat(cycles.get(2).due()).contains(Script.minute(30));
        assertThat(both.cycles(urgent, Script.minute(11)).get(2).due())
                .as("nothing happened since")
                .contains(Script.minute(30));
    }

    @Test
    void eachTurnOfTheCustomerIsAnsweredOnItsOwn() {
        Case of = Script.opened()
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
        List<Cycle> cycles = always(Goal.nextResponse(Duration.ofMinutes(15))).cycles(of, Script.minute(70));
        assertThat(cycles.stream().map(Cycle::start))
                .containsExactly(Script.minute(20), Script.minute(50), Script.minute(60));
        assertThat(cycles.stream().map(Cycle::status))
                .containsExactly(Cycle.Status.MISSED, Cycle.Status.CANCELLED, Cycle.Status.PAUSED);
        assertThat(cycles.get(0).used()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theFirstResolutionStaysAndEachReopeningIsItsOwnRun() {
        Case of = Script.opened()
                .at(30)
                .resolves()
                .at(100)
                .reopens()
                .at(300)
                .resolves()
                .done();
        Cycle first = only(always(RESOLUTION).cycles(of, Script.minute(400)));
        assertThat(first.used()).isEqualTo(Duration.ofMinutes(30));
        List<Cycle> each = always(RESOLUTION.each()).cycles(of, Script.minute(400));
        assertThat(each.stream().map(Cycle::used)).containsExactly(Duration.ofMinutes(30), Duration.ofMinutes(200));
        assertThat(each.stream().map(Cycle::status)).containsExactly(Cycle.Status.MET, Cycle.Status.MISSED);
    }

    @Test
    void aCaseThatWeOpenedHasNoFirstAnswer() {
        Case of =
                Case.of(CaseId.of("c"), List.of(new Handling.Opened(Script.START, Script.BOB, null, null, null, null)));
        assertThat(always(RESPONSE).cycles(of, Script.minute(9))).isEmpty();
    }

    /** Chatwoot, pull request 12058: opened Monday 9:00, solved by the bot 9:05, reopened Friday 14:00, human 14:10. */
    @Test
    void afterAnEndWithoutAnAnswerTheFirstAnswerIsAwaitedFromTheReopening() {
        long friday = 4 * 24 * 60 + 5 * 60;
        Case of = Script.opened()
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
        List<Cycle> cycles = always(RESPONSE).cycles(of, Script.minute(friday + 60));
        assertThat(cycles).extracting(Cycle::status).containsExactly(Cycle.Status.CANCELLED, Cycle.Status.MET);
        assertThat(cycles.get(1).used()).isEqualTo(Duration.ofMinutes(10));
        assertThat(always(RESPONSE).cycles(of, Script.minute(friday)))
                .extracting(Cycle::status)
                .containsExactly(Cycle.Status.CANCELLED, Cycle.Status.RUNNING);
        assertThat(only(always(RESPONSE).cycles(of, Script.minute(100))).status())
                .isEqualTo(Cycle.Status.CANCELLED);
        assertThat(only(always(minutes(RESPONSE, 4)).cycles(of, Script.minute(friday + 60)))
                        .status())
                .as("missed before it ended: that was the first time")
                .isEqualTo(Cycle.Status.MISSED);
    }

    @Test
    void policiesSayWhatTheyAre() {
        assertThat(Policies.of(new Policy("p", HOURS, List.of(RESPONSE))))
                .hasToString("[Policy[id=p, schedule=mon-fri 09:00-17:00 in UTC, goals=[Goal[name=first-response,"
                        + " measure=FIRST_RESPONSE, target=PT1H, pausedIn=[], cycles=FIRST]]]]");
    }

    @Test
    void aScheduleThatNeverOpensHasNoDueTimeAndUsesNothing() {
        Policies never = Policies.of(new Policy("never", Schedule.never(), List.of(RESPONSE)));
        Cycle cycle = only(never.cycles(Script.opened().done(), Script.minute(100)));
        assertThat(cycle.used()).isZero();
        assertThat(cycle.due()).isEmpty();
        assertThat(cycle.status()).isEqualTo(Cycle.Status.RUNNING);
    }

    /** The stretches have no gap, what is counted adds up to what is used, and a stopped clock does not change any more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aClockCanBeExplainedToTheSecond(long seed) {
        Random random = new Random(seed);
        Script script = Script.opened();
        long minute = 0;
        Phase phase = Phase.OURS;
        for (int i = 0; i < 12; i++) {
            minute += 1 + random.nextInt(900);
            script.at(minute);
            if (phase == Phase.DONE) {
                script.reopens();
                phase = Phase.OURS;
            } else if (random.nextInt(4) == 0) {
                script.resolves();
                phase = Phase.DONE;
            } else if (random.nextInt(3) == 0) {
                script.under(List.of("one", "two").get(random.nextInt(2)));
            } else {
                phase = List.of(Phase.CUSTOMER, Phase.OTHER).get(random.nextInt(2));
                script.waits(phase);
            }
        }
        Case of = script.done();
        Policies policies = Policies.of(
                new Policy("one", HOURS, List.of(RESOLUTION.each().pausedIn(Phase.CUSTOMER, Phase.OTHER))),
                new Policy("two", Schedule.always(), List.of(RESOLUTION.each(), RESPONSE)));
        Instant asOf = Script.minute(minute + 500);
        List<Cycle> cycles = policies.cycles(of, asOf);
        assertThat(cycles).isNotEmpty();
        for (Cycle cycle : cycles) {
            Duration counted = Duration.ZERO;
            Optional<Instant> end = Optional.of(cycle.start());
            for (Stretch stretch : cycle.stretches()) {
                assertThat(stretch.period().from()).isEqualTo(end.orElseThrow());
                end = Optional.of(stretch.period().to());
                counted = counted.plus(
                        stretch.kind() == Stretch.Kind.COUNTED
                                ? stretch.period().length()
                                : Duration.ZERO);
            }
            assertThat(counted).isEqualTo(cycle.used());
            cycle.stopped()
                    .ifPresent(stop -> assertThat(policies.cycles(of, stop)).contains(cycle));
        }
        for (long at = 0; at <= minute + 500; at += 50) {
            Instant then = Script.minute(at);
            for (String goal : List.of("resolution", "first-response", "none")) {
                assertThat(policies.clocks(of, goal, then))
                        .isEqualTo(policies.cycles(of, then).stream()
                                .filter(cycle -> cycle.goal().name().equals(goal))
                                .map(Cycle::clock)
                                .toList());
            }
        }
        Spans whole = Spans.of(Period.of(of.openedAt(), asOf));
        for (Phase each : EnumSet.allOf(Phase.class)) {
            whole = whole.minus(of.spans(each, asOf));
        }
        assertThat(whole.isEmpty()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> Goal.firstResponse(Duration.ZERO))
                .hasMessage("target PT0S of goal first-response is not above 0");
        assertThatThrownBy(() -> Goal.resolution(Duration.ofNanos(1)))
                .hasMessage("target PT0.000000001S of goal resolution is outside PT0.001S..PT876600H");
        assertThatThrownBy(() -> Goal.resolution(Duration.ofDays(200_000)))
                .hasMessage("target PT4800000H of goal resolution is outside PT0.001S..PT876600H");
        assertThatThrownBy(() -> RESPONSE.pausedIn(Phase.OURS)).hasMessageContaining("cannot pause");
        assertThatThrownBy(() -> new Policy("p", HOURS, List.of(RESPONSE, RESPONSE)))
                .hasMessage("policy p has two goals first-response");
        assertThatThrownBy(() -> Policies.of(new Policy("p", HOURS, List.of()), new Policy("p", HOURS, List.of())))
                .hasMessage("policy p is there twice");
        assertThatThrownBy(() -> always(RESPONSE)
                        .cycles(Script.opened().at(1).under("gold").done(), Script.minute(9)))
                .hasMessage("case c-1 is under policy gold, which is none of [standard]");
    }

    @Test
    void theOrderOfThePoliciesThatMayFollowIsNoPartOfTheirText() {
        Policy first = new Policy("standard", HOURS, List.of(RESPONSE));
        Policy a = new Policy("a", HOURS, List.of(RESOLUTION));
        Policy b = new Policy("b", Schedule.always(), List.of());
        assertThat(Policies.of(first, b, a))
                .hasToString(Policies.of(first, a, b).toString());
        assertThat(Policies.of(a, b).toString())
                .as("cases begin under another")
                .isNotEqualTo(Policies.of(b, a).toString());
    }
}
