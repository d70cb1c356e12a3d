package dev.cxkit.metrics.service;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.ROBOT;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ElapsedTimeTest {

    private static final Schedule ALWAYS = Schedule.always();
    private static final Schedule OFFICE = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00");
    private static final long DAY = 24 * 60;

    /** What is read as of a minute; in minutes, negative where it is right-censored. */
    private static List<Long> read(Reading<Case, CensoredTime> reading, long asOf, Case of) {
        return reading.values(of, minute(asOf)).stream()
                .map(time -> time.event() ? time.millis() / 60_000 : -time.millis() / 60_000)
                .toList();
    }

    @Test
    void afterABotsResolutionTheFirstResponseCountsFromTheReopening() {
        // Chatwoot, pull request 12058: opened Monday 9:00, solved by the bot 9:05, reopened Friday 14:00, human 14:10.
        long friday = 4 * DAY + 5 * 60;
        Case of = Story.of("1")
                .resolved(5, ROBOT, WorkflowEvent.Resolved.Confirmation.TIMEOUT)
                .reopened(friday)
                .says(friday + 10, BOB)
                .done();
        assertThat(read(ResponseTimes.first(ALWAYS), friday + 60, of)).containsExactly(10L);
        assertThat(read(ResponseTimes.first(ALWAYS), friday + 4, of)).containsExactly(-4L);
        assertThat(read(ResponseTimes.first(ALWAYS), 60, of)).isEmpty();
    }

    @Test
    void aFirstResponseIsAPublicMessageOfAHuman() {
        Case of = Story.of("1")
                .says(1, ROBOT)
                .says(2, BOB, ConversationEvent.Message.Kind.AUTO_REPLY)
                .notes(3)
                .says(4, ANN)
                .says(30, BOB)
                .says(40, BOB)
                .done();
        assertThat(read(ResponseTimes.first(ALWAYS), 60, of)).containsExactly(30L);
        assertThat(read(ResponseTimes.first(ALWAYS), 20, of)).containsExactly(-20L);
        assertThat(read(
                        ResponseTimes.first(ALWAYS),
                        60,
                        Story.openedBy(BOB, "2", 0).says(9, BOB).done()))
                .as("opened by us")
                .isEmpty();
    }

    @Test
    void businessHoursExcludeTheNight() {
        Case of = Story.of("1").says(DAY + 30, BOB).done();
        assertThat(read(ResponseTimes.first(OFFICE), 2 * DAY, of)).containsExactly(8 * 60 + 30L);
    }

    @Test
    void theWaitForAHumanBeginsAtTheTransferOrTheRequest() {
        Case handedOver = Story.of("1")
                .assigned(0, Assignee.bot("robot"))
                .says(1, ROBOT)
                .assigned(10, Assignee.team("one"))
                .says(17, BOB)
                .done();
        assertThat(read(ResponseTimes.toHuman(ALWAYS), 60, handedOver)).containsExactly(7L);
        Case requested = Story.of("2")
                .says(5, ANN, ConversationEvent.Message.Kind.ASKS_FOR_PERSON)
                .says(6, ROBOT)
                .done();
        assertThat(read(ResponseTimes.toHuman(ALWAYS), 20, requested)).containsExactly(-15L);
        assertThat(read(
                        ResponseTimes.toHuman(ALWAYS),
                        20,
                        Story.of("3").says(4, BOB).done()))
                .isEmpty();
    }

    @Test
    void severalMessagesOfTheCustomerHaveOneResponse() {
        Case of = Story.of("1")
                .says(10, ANN)
                .says(20, ANN)
                .says(25, BOB)
                .says(30, BOB)
                .says(50, ANN)
                .resolved(55)
                .reopened(60)
                .says(61, ANN)
                .done();
        assertThat(read(ResponseTimes.next(ALWAYS), 70, of)).containsExactly(15L, -9L);
    }

    private static final Case ASKED = Story.of("1")
            .says(10, ANN)
            .says(25, BOB)
            .says(50, ANN)
            .says(90, BOB)
            .says(100, ANN)
            .says(104, BOB)
            .says(200, ANN)
            .says(220, BOB)
            .says(300, ANN)
            .resolved(310)
            .done();

    @Test
    void theLongestResponseOfACaseCanBecomeLongerUntilItIsDone() {
        assertThat(read(ResponseTimes.longestResponse(ALWAYS), 400, ASKED)).containsExactly(40L);
        assertThat(read(ResponseTimes.longestResponse(ALWAYS), 300, ASKED))
                .as("open")
                .containsExactly(-40L);
        assertThat(read(ResponseTimes.longestResponse(ALWAYS), 80, ASKED))
                .as("unanswered")
                .containsExactly(-30L);
        assertThat(read(ResponseTimes.longestResponse(ALWAYS), 5, ASKED)).isEmpty();
        Case thanks =
                Story.of("2").says(1, ANN).says(3, BOB).resolved(3).says(4, ANN).done();
        assertThat(read(ResponseTimes.longestResponse(ALWAYS), 4 + 50, thanks)).containsExactly(2L);
    }

    @Test
    void afterTheResolutionNobodyWaitsUnlessTheCaseIsReopened() {
        Case thanks =
                Story.of("1").says(1, ANN).says(3, BOB).resolved(3).says(4, ANN).done();
        assertThat(read(ResponseTimes.next(ALWAYS), 50, thanks)).containsExactly(2L);
        Case answered = Story.of("2").resolved(3).says(4, ANN).says(9, BOB).done();
        assertThat(read(ResponseTimes.next(ALWAYS), 50, answered)).containsExactly(5L);
        Case reopened = Story.of("3").resolved(3).says(4, ANN).reopened(10).done();
        assertThat(read(ResponseTimes.next(ALWAYS), 50, reopened)).containsExactly(-46L);
        assertThat(read(ResponseTimes.next(ALWAYS), 9, reopened)).isEmpty();
        Case person = Story.of("4")
                .resolved(3)
                .says(4, ANN, ConversationEvent.Message.Kind.ASKS_FOR_PERSON)
                .reopened(10)
                .done();
        assertThat(read(ResponseTimes.toHuman(ALWAYS), 9, person)).isEmpty();
        assertThat(read(ResponseTimes.toHuman(ALWAYS), 50, person)).containsExactly(-46L);
        Case filed = Story.of("5")
                .assigned(1, Assignee.team("desk"))
                .resolved(3)
                .assigned(4, Assignee.team("archive"))
                .done();
        assertThat(read(Continuity.firstAction(ALWAYS), 50, filed)).isEmpty();
    }

    @Test
    void theMedianResponseOfACaseIsOfThoseGiven() {
        // 15, 40, 4 and 20 minutes: the middle two are 15 and 20.
        assertThat(ResponseTimes.medianResponse(ALWAYS).values(ASKED, minute(305)))
                .containsExactly(CensoredTime.of(Duration.ofSeconds(1050), true));
        assertThat(read(ResponseTimes.medianResponse(ALWAYS), 150, ASKED)).containsExactly(15L);
        assertThat(read(ResponseTimes.medianResponse(ALWAYS), 20, ASKED)).isEmpty();
    }

    @Test
    void whatWasMeasuredUnderOtherHoursIsRefused() {
        Schedule late = Schedule.weekly(ZoneOffset.UTC, "mon-fri 12:00-20:00");
        assertThatThrownBy(() -> ElapsedTime.metric(ResponseTimes.first(OFFICE), minute(0))
                        .start()
                        .merge(ElapsedTime.metric(ResponseTimes.first(late), minute(0))
                                .start()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cannot merge first response time, business hours of mon-fri 12:00-20:00 in Z(2026-01-05T09:00:00Z,censored times in milliseconds)"
                                + " into first response time, business hours of mon-fri 09:00-17:00 in Z(2026-01-05T09:00:00Z,censored times in milliseconds)");
        assertThat(ResponseTimes.first(ALWAYS).name()).isEqualTo("first response time, calendar time");
    }

    @Test
    void hoursWithoutATextOfTheirOwnGoByANameThatTheHostVouchesFor() {
        Schedule shifts = range -> OFFICE.open(range);
        Reading<Case, CensoredTime> named = ResponseTimes.first(shifts).named("first response time, shifts");
        Case of = Story.of("1").says(30, BOB).done();
        assertThat(ElapsedTime.metric(named, minute(60)).over(List.of(of)).median())
                .hasValue(Duration.ofMinutes(30));
        assertThat(ElapsedTime.metric(named, minute(60)).definition())
                .as("what is counted is part of it, so that other states are refused")
                .isEqualTo("first response time, shifts(2026-01-05T10:00:00Z,censored times in milliseconds)");
    }

    @Test
    void theSlaTargetOfAFirstResponseHasTheTimesOfTheReading() {
        SlaPolicies policies = SlaPolicies.of(new SlaPolicy(
                "p",
                OFFICE,
                List.of(SlaTarget.firstResponse(Duration.ofDays(1000)).each())));
        Random random = new Random(8);
        List<Case> cases = Stream.generate(() -> RandomCases.next(random))
                .limit(800)
                .filter(of -> !of.openedAt().isAfter(RandomCases.AS_OF))
                .filter(of -> of.events(WorkflowEvent.SlaPolicyApplied.class).isEmpty())
                .toList();
        assertThat(cases).allSatisfy(of -> {
            List<CensoredTime> clocks = policies.clocks(of, RandomCases.AS_OF).stream()
                    .filter(clock -> clock.status() != SlaClock.Status.CANCELLED)
                    .filter(clock -> clock.status() != SlaClock.Status.PAUSED)
                    .map(cycle ->
                            CensoredTime.of(cycle.elapsed(), cycle.stoppedAt().isPresent()))
                    .toList();
            assertThat(ResponseTimes.first(OFFICE).values(of, RandomCases.AS_OF).stream()
                            .filter(time -> time.excluded() == null))
                    .isEqualTo(clocks);
        });
    }

    @Test
    void updateGapsCountWhileTheCaseWaitsOnUs() {
        Case of = Story.of("1")
                .says(30, BOB)
                .waits(40, WaitingOn.CUSTOMER)
                .says(500, ANN)
                .says(545, ROBOT)
                .done();
        assertThat(read(ProgressUpdates.longestGap(ALWAYS), 550, of)).containsExactly(-45L);
        assertThat(read(ProgressUpdates.longestGap(ALWAYS), 700, of)).containsExactly(-155L);
    }

    private static final Case LONG = Story.of("1")
            .assigned(10, Assignee.team("one"))
            .assigned(20, Assignee.person("one", "bob"))
            .waits(60, WaitingOn.CUSTOMER)
            .says(100, ANN)
            .waits(130, WaitingOn.THIRD_PARTY)
            .resumed(150)
            .resolved(200)
            .reopened(300)
            .resolved(360)
            .then(400, WorkflowEvent.Closed::new)
            .done();

    @Test
    void firstAndLastResolutionAreKeptApart() {
        Reading<Case, CensoredTime> first = CaseTimes.resolution(CaseTimes.Resolution.FIRST, ALWAYS);
        Reading<Case, CensoredTime> last = CaseTimes.resolution(CaseTimes.Resolution.LAST, ALWAYS);
        assertThat(read(first, 1000, LONG)).containsExactly(200L);
        assertThat(read(last, 1000, LONG)).containsExactly(360L);
        assertThat(read(first, 310, LONG)).as("reopened").containsExactly(200L);
        assertThat(read(last, 310, LONG)).as("reopened").containsExactly(-310L);
        assertThat(read(first, 190, LONG)).as("not resolved yet").containsExactly(-190L);
        assertThat(read(CaseTimes.resolution(CaseTimes.Resolution.FIRST, ALWAYS, WaitingOn.CUSTOMER), 1000, LONG))
                .containsExactly(160L);
        assertThat(read(
                        CaseTimes.resolution(CaseTimes.Resolution.LAST, ALWAYS, WaitingOn.CUSTOMER, WaitingOn.DONE),
                        1000,
                        LONG))
                .containsExactly(220L);
    }

    @Test
    void waitsAreTheLengthsOfTheCaseSegments() {
        assertThat(read(CaseTimes.agentWork(ALWAYS), 1000, LONG)).containsExactly(60 + 30 + 50 + 60L);
        assertThat(read(CaseTimes.waitingOnCustomer(ALWAYS), 1000, LONG)).containsExactly(40L);
        assertThat(read(CaseTimes.onHold(ALWAYS), 1000, LONG)).containsExactly(20L);
        assertThat(read(CaseTimes.requesterWait(ALWAYS), 1000, LONG)).containsExactly(220L);
        assertThat(read(CaseTimes.handling(ALWAYS), 1000, LONG)).containsExactly(180L);
        assertThat(read(CaseTimes.agentWork(ALWAYS), 50, LONG)).containsExactly(-50L);
    }

    @Test
    void segmentsAddUpToTheTimeSinceOpeningOfAnyCase() {
        Random random = new Random(3);
        List<Case> cases = Stream.generate(() -> RandomCases.next(random))
                .limit(500)
                .filter(of -> !of.openedAt().isAfter(RandomCases.AS_OF))
                .toList();
        assertThat(cases).allSatisfy(of -> {
            long sum = Stream.of(CaseTimes.requesterWait(ALWAYS), CaseTimes.waitingOnCustomer(ALWAYS))
                    .mapToLong(reading ->
                            reading.values(of, RandomCases.AS_OF).get(0).millis())
                    .sum();
            long done = of.ranges(WaitingOn.DONE, RandomCases.AS_OF).length().toMillis();
            assertThat(sum + done)
                    .isEqualTo(
                            Duration.between(of.openedAt(), RandomCases.AS_OF).toMillis());
        });
    }

    @Test
    void censoredTimesAreCountedApartAndTakenInByTheCurve() {
        List<Case> cases = List.of(
                Story.of("1").resolved(10).done(),
                Story.of("2").resolved(20).done(),
                Story.of("3").done(),
                Story.of("4").says(1, ANN).done(),
                Story.of("5").merged(5).done(),
                Story.openedBy(ANN, "6", 200).done());
        ElapsedTime times = ElapsedTime.metric(CaseTimes.resolution(CaseTimes.Resolution.FIRST, ALWAYS), minute(100))
                .over(cases);
        assertThat(times.cases()).isEqualTo(new Coverage(4, 0, 1));
        assertThat(times.n()).isEqualTo(2);
        assertThat(times.open()).isEqualTo(2);
        assertThat(times.meanSeconds().orElseThrow().value()).isEqualTo(900);
        assertThat(times.median()).hasValue(Duration.ofMinutes(15));
        assertThat(times.p90()).hasValue(Duration.ofMinutes(19));
        assertThat(times.kaplanMeierMedian())
                .as("two of four are over after 20 min")
                .hasValue(Duration.ofMinutes(20));
    }

    private record Ticket(Instant opened, @Nullable Instant solved) {}

    private static final List<Ticket> TICKETS = List.of(
            new Ticket(minute(0), minute(10)),
            new Ticket(minute(0), null),
            new Ticket(minute(20), minute(200)),
            new Ticket(minute(150), null));

    @Test
    void recordsOfTheHostHaveTimesWithoutACase() {
        ElapsedTime times = ElapsedTime.metric(Ticket::opened, Ticket::solved, ALWAYS, minute(100))
                .over(TICKETS);
        assertThat(times.cases()).isEqualTo(new Coverage(3, 0, 0));
        assertThat(times.median()).hasValue(Duration.ofMinutes(10));
        assertThat(times.open()).as("without an end by then").isEqualTo(2);
        assertThat(ElapsedTime.metric(Ticket::opened, Ticket::solved, OFFICE, minute(DAY))
                        .over(TICKETS)
                        .finished()
                        .sum())
                .isEqualTo(600 + 180 * 60);
        assertThatThrownBy(() -> ElapsedTime.metric(Ticket::opened, Ticket::solved, ALWAYS, minute(100))
                        .over(List.of(new Ticket(minute(10), minute(9)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("end 2026-01-05T09:09:00Z is before start 2026-01-05T09:10:00Z");
    }

    @Tag(OtherJvm.TAG)
    @Test
    void aTimeIsWithinALimitOrAboveItOrMayStillBeEither() {
        Reading<Ticket, CensoredTime> times = Reading.elapsed(Ticket::opened, Ticket::solved, ALWAYS);
        Share short20 = Share.metric(times, Duration.ofMinutes(20), minute(100)).over(TICKETS);
        assertThat(short20.proportion()).as("an open one can be above it").isEqualTo(Proportion.of(1, 3));
        Share within90 =
                Share.metric(times, Duration.ofMinutes(90), minute(100)).over(TICKETS);
        assertThat(within90.proportion()).isEqualTo(Proportion.of(1, 2));
        assertThat(within90.excluded()).isEqualTo(Map.of("open", 1L));
        assertThat(Share.metric(times, Duration.ofMinutes(10), minute(100))
                        .over(TICKETS)
                        .proportion()
                        .count())
                .as("at the limit")
                .isEqualTo(1);
        assertThatThrownBy(() -> Share.metric(times, Duration.ofMinutes(-1), minute(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit PT-1M is below 0");
        MetricLaws.hold(Share.metric(times, Duration.ofMinutes(90), minute(100)), TICKETS, new Random(4));
    }

    @Test
    void anythingOfAnyRecordCanBeRead() {
        Reading<Ticket, Long> solved =
                Reading.of("solved", Ticket::opened, (ticket, asOf) -> List.of(ticket.solved() == null ? 0L : 1L));
        CaseCounts counts = CaseCounts.metric(solved, minute(100)).over(TICKETS);
        assertThat(counts.cases().asked()).isEqualTo(3);
        assertThat(counts.none()).isEqualTo(1);
        assertThat(solved).hasToString("solved");
    }

    @Test
    void ofNoCasesThereIsNoTime() {
        ElapsedTime times =
                ElapsedTime.metric(ResponseTimes.first(ALWAYS), minute(0)).over(List.of());
        assertThat(times.n()).isZero();
        assertThat(times.mean()).isEmpty();
        assertThat(times.median()).isEmpty();
        assertThat(times.kaplanMeierMedian()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> CensoredTime.observed(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("millis -1000 is below 0");
        assertThat(CensoredTime.censored(Duration.ofNanos(1_999_999))).isEqualTo(new CensoredTime(1, false, null));
        assertThatThrownBy(() -> CensoredTime.excluded(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason of exclusion is blank");
        assertThatThrownBy(() -> new Coverage(1, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coverage of 1 asked, 2 without and 0 merged is not possible");
    }
}
