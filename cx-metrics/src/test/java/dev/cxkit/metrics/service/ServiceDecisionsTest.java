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
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bots, closing, merges, first contact, exact ages and milliseconds: figures worked out by hand. */
class ServiceDecisionsTest {

    private static final Schedule ALWAYS = Schedule.always();
    private static final long DAY = 24 * 60;

    private static ElapsedTime times(Reading<Case, CensoredTime> reading, long asOf, Case... cases) {
        return ElapsedTime.metric(reading, minute(asOf)).over(List.of(cases));
    }

    @Test
    void aTurnThatABotAnsweredIsCountedApart() {
        Case of = Story.of("1")
                .says(10, ANN)
                .says(11, ROBOT)
                .says(20, ANN)
                .says(50, BOB)
                .says(60, ANN)
                .says(61, ROBOT)
                .done();
        ElapsedTime next = times(ResponseTimes.next(ALWAYS), 10_000, of);
        assertThat(next.n()).isEqualTo(1);
        assertThat(next.open()).as("no open wait for ever").isZero();
        assertThat(next.excluded()).isEqualTo(Map.of("answered-by-bot", 2L));
        assertThat(next.median()).hasValue(Duration.ofMinutes(30));
        assertThat(times(ResponseTimes.longestResponse(ALWAYS), 10_000, of)
                        .curve()
                        .n())
                .isEqualTo(1);
        assertThat(times(ResponseTimes.medianResponse(ALWAYS), 10_000, of).median())
                .hasValue(Duration.ofMinutes(30));
        Share soon = Share.metric(ResponseTimes.next(ALWAYS), Duration.ofHours(1), minute(10_000))
                .over(List.of(of));
        assertThat(soon.proportion()).isEqualTo(Proportion.of(1, 1));
        assertThat(soon.excluded("answered-by-bot")).isEqualTo(2);
        Case botAlone = Story.of("2").says(1, ROBOT).done();
        ElapsedTime first = times(ResponseTimes.first(ALWAYS), 10_000, of, botAlone);
        assertThat(first.median()).hasValue(Duration.ofMinutes(50));
        assertThat(first.open()).isZero();
        assertThat(first.excluded("answered-by-bot")).isEqualTo(1);
        assertThat(first.excluded("paused")).isZero();
        assertThat(times(
                                ResponseTimes.withoutBot(ALWAYS),
                                10_000,
                                Story.of("3")
                                        .says(1, ROBOT)
                                        .says(20, ANN)
                                        .says(50, BOB)
                                        .done())
                        .median())
                .hasValue(Duration.ofMinutes(30));
    }

    @Test
    void closingIsNoAnswer() {
        Case of = Story.of("1")
                .then(59, WorkflowEvent.Closed::new)
                .reopened(500)
                .says(559, BOB)
                .done();
        assertThat(times(ResponseTimes.first(ALWAYS), 600, of).median()).hasValue(Duration.ofMinutes(118));
        ElapsedTime closed = times(ResponseTimes.first(ALWAYS), 400, of);
        assertThat(closed.curve().n()).isZero();
        assertThat(closed.excluded()).isEqualTo(Map.of("paused", 1L));
        SlaPolicies policies =
                SlaPolicies.of(new SlaPolicy("p", ALWAYS, List.of(SlaTarget.firstResponse(Duration.ofHours(1)))));
        assertThat(SlaAttainment.metric("first-response", policies, minute(400)).over(List.of(of)))
                .satisfies(share -> assertThat(share.proportion().total()).isZero())
                .satisfies(share -> assertThat(share.excluded("paused")).isEqualTo(1));
        assertThat(SlaAttainment.metric("first-response", policies, minute(600))
                        .over(List.of(of))
                        .proportion())
                .isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void anAbandonedCaseIsInNoResolvedCount() {
        Case of = Story.of("1").then(59, WorkflowEvent.Closed::new).done();
        Instant asOf = minute(30 * DAY);
        for (CaseTimes.Resolution which : CaseTimes.Resolution.values()) {
            ElapsedTime resolution = times(CaseTimes.resolution(which, ALWAYS), 30 * DAY, of);
            assertThat(resolution.curve().n()).isZero();
            assertThat(resolution.excluded()).isEqualTo(Map.of("abandoned", 1L));
        }
        for (Reading<Case, Outcome> reading :
                List.of(Resolutions.oneTouch(), Resolutions.reopened(Duration.ofDays(7)))) {
            Share share = Share.metric(reading, asOf).over(List.of(of));
            assertThat(share.proportion().total()).isZero();
            assertThat(share.excluded()).isEqualTo(Map.of("abandoned", 1L));
        }
        for (FirstContactRule rule : FirstContactRule.readyMade()) {
            assertThat(FirstContactResolution.metric(rule, asOf)
                            .over(List.of(of))
                            .share()
                            .excluded())
                    .isEqualTo(Map.of("abandoned", 1L));
        }
        assertThat(RepeatContacts.metric(Duration.ofDays(7), asOf)
                        .over(List.of(of))
                        .proportion()
                        .total())
                .isZero();
        assertThat(Backlog.metric(asOf).over(List.of(of)).open()).isZero();
        assertThat(BacklogFlow.metric(TimeRange.of(minute(0), asOf)).over(List.of(of)))
                .isEqualTo(new BacklogFlow(1, 0, 0, 1, 0));
    }

    /** Merged after it was closed, before the range, in it and after it. */
    @Test
    void aCaseThatWasMergedLeavesTheFlowWheneverItWasClosed() {
        Case closed = Story.of("1").says(5, BOB).resolved(10).merged(50).done();
        Case open = Story.of("2").merged(50).done();
        assertThat(BacklogFlow.metric(TimeRange.of(minute(0), minute(51))).over(List.of(closed, open)))
                .isEqualTo(new BacklogFlow(0, 0, 0, 0, 0));
        assertThat(BacklogFlow.metric(TimeRange.of(minute(0), minute(50))).over(List.of(closed, open)))
                .as("not merged yet")
                .isEqualTo(new BacklogFlow(2, 0, 1, 0, 0));
        assertThat(BacklogFlow.metric(TimeRange.of(minute(20), minute(51))).over(List.of(closed, open)))
                .as("one was in the backlog before")
                .isEqualTo(new BacklogFlow(0, 0, 0, 0, 1));
        assertThat(BacklogFlow.metric(TimeRange.of(minute(60), minute(70))).over(List.of(closed, open)))
                .isEqualTo(new BacklogFlow(0, 0, 0, 0, 0));
    }

    @Test
    void anOwnersReplyAndTheRhythmOfUpdatesAreTimed() {
        Case of = Story.of("1")
                .assigned(10, Assignee.person("one", "bob"))
                .says(40, BOB)
                .says(100, BOB)
                .done();
        assertThat(times(ResponseTimes.owner(ALWAYS), 200, of).median()).hasValue(Duration.ofMinutes(30));
        ElapsedTime updates = times(ResponseTimes.betweenUpdates(ALWAYS), 200, of);
        assertThat(updates.median()).hasValue(Duration.ofHours(1));
        assertThat(updates.open()).isEqualTo(1);
    }

    @Test
    void whatChangesNothingIsInOneCountAlone() {
        Case of = Story.of("1")
                .resumed(1)
                .reopened(2)
                .resolved(3)
                .resolved(4)
                .then(
                        5,
                        (at, by) ->
                                new ConversationEvent.Promise(at, by, ConversationEvent.PromiseKind.UPDATE, minute(6)))
                .done();
        assertThat(CaseCounts.metric(Resolutions.withoutEffect(), minute(99))
                        .over(List.of(of))
                        .moments()
                        .sum())
                .isEqualTo(4);
        assertThat(Share.metric(Promises.kept(), minute(99))
                        .over(List.of(of))
                        .cases()
                        .withoutValue())
                .isEqualTo(1);
        assertThat(BacklogFlow.metric(TimeRange.of(minute(0), minute(99))).over(List.of(of)))
                .isEqualTo(new BacklogFlow(1, 0, 1, 0, 0));
    }

    @Test
    void firstContactCanAlsoExcludeRepeatContact() {
        Case first = Story.of("1").says(1, BOB).resolved(10).done();
        Case again = Story.openedBy(ANN, "2", 2 * DAY)
                .says(2 * DAY + 1, BOB)
                .resolved(2 * DAY + 5)
                .done();
        List<Case> cases = List.of(first, again);
        Instant asOf = minute(30 * DAY);
        assertThat(FirstContactResolution.metric(FirstContactRule.ONE_TOUCH, asOf)
                        .over(cases)
                        .share()
                        .proportion())
                .isEqualTo(Proportion.of(2, 2));
        FirstContactRule strict = FirstContactRule.ONE_TOUCH.withoutRepeatContact();
        FirstContactResolution found =
                FirstContactResolution.metric(strict, asOf).over(cases);
        assertThat(found.share().proportion()).isEqualTo(Proportion.of(1, 2));
        assertThat(found.rule()).isEqualTo(strict).hasToString("one-touch, no repeat contact");
        assertThat(strict.withoutRepeatContact()).isSameAs(strict);
        assertThat(FirstContactResolution.metric(FirstContactRule.NO_REPEAT_CONTACT, Duration.ofDays(1), asOf)
                        .over(cases)
                        .share()
                        .proportion())
                .as("the second came after the window")
                .isEqualTo(Proportion.of(2, 2));
        Case silent = Story.openedBy(ANN, "3", 20 * DAY).resolved(20 * DAY + 1).done();
        assertThat(FirstContactResolution.metric(strict, asOf)
                        .over(List.of(silent))
                        .share()
                        .proportion())
                .isEqualTo(Proportion.of(0, 1));
        FirstContactResolution early = FirstContactResolution.metric(strict, minute(DAY))
                .over(List.of(first, Story.of("4").done()));
        assertThat(early.share().excluded()).isEqualTo(Map.of("immature", 1L, "open", 1L));
        assertThat(Metric.both(
                                FirstContactResolution.metric(strict, asOf),
                                FirstContactResolution.metric(FirstContactRule.ONE_TOUCH, asOf),
                                (one, other) -> one.rule().equals(other.rule()))
                        .over(cases))
                .isFalse();
    }

    @Test
    void aHostHasAConventionOfItsOwn() {
        FirstContactRule own = FirstContactRule.of("few events", (events, resolved) -> events.size() < 3);
        Case of = Story.of("1").resolved(10).done();
        Case longer = Story.of("2").says(1, BOB).resolved(10).done();
        Metric<Case, FirstContactResolution> metric = FirstContactResolution.metric(own, minute(30 * DAY));
        assertThat(metric.over(List.of(of, longer)).share().proportion()).isEqualTo(Proportion.of(1, 2));
        assertThat(metric.definition()).contains("few events within PT168H");
        assertThatThrownBy(() -> FirstContactRule.of(" ", (events, resolved) -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of first-contact rule is blank");
    }

    /** Zendesk messaging: at least one reply, never waiting; ServiceNow: closed in one update. */
    @Test
    void theConventionsOfTwoVendorsHold() {
        Instant asOf = minute(30 * DAY);
        Case waited = Story.of("1")
                .says(1, BOB)
                .waits(2, WaitingOn.CUSTOMER)
                .resolved(9)
                .done();
        Case replied = Story.of("2").says(1, BOB).resolved(9).done();
        Case atOnce = Story.of("3")
                .assigned(0, Assignee.team("one"))
                .says(9, BOB)
                .resolved(9)
                .done();
        Case waitedAtOnce =
                Story.of("4").waits(9, WaitingOn.CUSTOMER).resolved(9).done();
        Map<FirstContactRule, List<Integer>> expected = Map.of(
                FirstContactRule.NO_WAIT, List.of(0, 1, 1, 0),
                FirstContactRule.ONE_UPDATE, List.of(0, 0, 1, 0));
        expected.forEach((rule, held) -> assertThat(Stream.of(waited, replied, atOnce, waitedAtOnce)
                        .map(of -> (int) FirstContactResolution.metric(rule, asOf)
                                .over(List.of(of))
                                .share()
                                .proportion()
                                .count()))
                .as("%s", rule)
                .isEqualTo(held));
    }

    /** 1 to 5,000 minutes: by type 7 the 12.5th percentile is 1 + 0.125 * 4999 = 625.875 minutes, beyond what a histogram can tell. */
    @Test
    void agesOfABacklogAreExactHoweverMany() {
        List<Case> cases = IntStream.rangeClosed(1, 5_000)
                .mapToObj(age -> Story.openedBy(ANN, "c" + age, -age).done())
                .toList();
        Backlog backlog = Backlog.metric(minute(0)).over(cases);
        assertThat(backlog.age().isExact()).isTrue();
        assertThat(backlog.age().quantile(0.125)).hasValue(625.875 * 60);
        assertThat(backlog.sinceChange().median()).hasValue(2_500.5 * 60);
    }

    private static Case lasting(String id, long millis) {
        return Case.of(
                CaseId.of(id),
                List.of(
                        new WorkflowEvent.Opened(minute(0), ANN, null, null, null, null),
                        new WorkflowEvent.Resolved(
                                minute(0).plusMillis(millis),
                                BOB,
                                null,
                                null,
                                WorkflowEvent.Resolved.Confirmation.US)));
    }

    @Test
    void timesAreKeptInMilliseconds() {
        ElapsedTime times = times(
                CaseTimes.resolution(CaseTimes.Resolution.FIRST, ALWAYS), 99, lasting("1", 1_250), lasting("2", 1_750));
        assertThat(times.median()).hasValue(Duration.ofMillis(1500));
        assertThat(times.finished().mean()).hasValue(1.5);
        assertThat(times.finished().variance().getAsDouble()).isCloseTo(0.125, within(1e-12));
        assertThat(times.kaplanMeierMedian()).hasValue(Duration.ofMillis(1250));
        Case promised = Case.of(
                CaseId.of("p"),
                List.of(
                        new WorkflowEvent.Opened(minute(0), ANN, null, null, null, null),
                        new ConversationEvent.Promise(
                                minute(0), BOB, ConversationEvent.PromiseKind.RESOLUTION, minute(1)),
                        new WorkflowEvent.Resolved(
                                minute(1).minusMillis(250), BOB, null, null, WorkflowEvent.Resolved.Confirmation.US)));
        PromiseError error = PromiseError.metric(minute(9)).over(List.of(promised));
        assertThat(error.signed().mean()).hasValue(-0.25);
        assertThat(error.medianAbsolute()).hasValue(0.25);
        assertThat(Backlog.metric(minute(0).plusMillis(500))
                        .over(List.of(lasting("1", 900)))
                        .age()
                        .median())
                .hasValue(0.5);
    }

    static Stream<Metric<Case, ?>> metrics() {
        return ServiceContractTest.metrics();
    }

    /** About a quarter of the events of these cases share the instant of another. */
    @ParameterizedTest
    @MethodSource("metrics")
    void theOrderOfEventsInAListNeverCounts(Metric<Case, ?> metric) {
        Random random = new Random(5);
        List<Case> cases = new ArrayList<>();
        List<Case> shuffled = new ArrayList<>();
        while (cases.size() < 60) {
            Case told = RandomCases.next(random);
            List<CaseEvent> events = new ArrayList<>(told.events());
            cases.add(Case.of(told.id(), events));
            Collections.shuffle(events, random);
            shuffled.add(Case.of(told.id(), events));
        }
        Collections.shuffle(shuffled, random);
        assertThat((Object) metric.over(shuffled)).isEqualTo(metric.over(cases));
    }

    @Test
    void anAgentOfTheSameNameAsThePersonReplies() {
        Case of = Story.of("1")
                .assigned(1, Assignee.person("one", "kim"))
                .says(5, BOB)
                .says(9, Actor.agent("kim"))
                .done();
        assertThat(ResponseTimes.owner(ALWAYS).values(of, minute(20)))
                .containsExactly(CensoredTime.of(Duration.ofMinutes(8), true));
        assertThat(ResponseTimes.owner(ALWAYS).values(of, minute(8)))
                .containsExactly(CensoredTime.of(Duration.ofMinutes(7), false));
    }
}
