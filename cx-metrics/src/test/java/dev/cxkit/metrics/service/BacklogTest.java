package dev.cxkit.metrics.service;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.desk.ErlangC;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final long DAY = 24 * 60;
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void theBacklogOfAnyInstantHasItsAges() {
        List<Case> cases = List.of(
                Story.of("1").says(30, BOB).done(),
                Story.of("2").resolved(10).reopened(50).done(),
                Story.of("3").resolved(55).done(),
                Story.of("4").merged(5).done(),
                Story.openedBy(ANN, "5", 70).done());
        Backlog backlog = Backlog.metric(minute(60)).over(cases);
        assertThat(backlog.open()).isEqualTo(2);
        assertThat(backlog.age().median()).hasValue(3600);
        assertThat(backlog.sinceChange().min()).hasValue(600);
        assertThat(backlog.sinceChange().max()).hasValue(1800);
        assertThat(backlog.cases()).isEqualTo(new Coverage(3, 1, 1));
        assertThat(Backlog.metric(minute(4)).over(cases).open())
                .as("before the resolutions and the merging")
                .isEqualTo(4);
        assertThat(Backlog.metric(minute(-1)).over(cases).age().median()).isEmpty();
    }

    @Test
    void inflowLessOutflowIsTheGrowthOfTheBacklogOfAnyCases() {
        Random random = new Random(9);
        List<Case> cases =
                Stream.generate(() -> RandomCases.next(random)).limit(2000).toList();
        for (int day = 1; day < 14; day++) {
            Instant from = minute(day * DAY);
            Instant to = from.plus(Duration.ofHours(31));
            BacklogFlow flow = BacklogFlow.metric(TimeRange.of(from, to)).over(cases);
            long before = Backlog.metric(from.minusNanos(1)).over(cases).open();
            long after = Backlog.metric(to.minusNanos(1)).over(cases).open();
            assertThat(flow.growth()).isEqualTo(after - before);
        }
    }

    @Test
    void flowCountsEvents() {
        BacklogFlow flow = BacklogFlow.metric(TimeRange.of(minute(0), minute(100)))
                .over(List.of(
                        Story.of("1")
                                .resolved(10)
                                .then(11, WorkflowEvent.Closed::new)
                                .reopened(20)
                                .resolved(100)
                                .done(),
                        Story.of("2").merged(5).done()));
        assertThat(flow).as("the merged one is in no count").isEqualTo(new BacklogFlow(1, 1, 1, 0, 0));
        assertThatThrownBy(() -> new BacklogFlow(1, 0, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flow of 1 opened, 0 reopened, -1 done, 0 abandoned and 0 merged has a count below 0");
    }

    @Test
    void aCustomerWithAnotherCaseOfTheCategoryIsBack() {
        List<Case> cases = List.of(
                Story.of("1").resolved(10).done(),
                Story.openedBy(ANN, "2", 10 + 7 * DAY).resolved(8 * DAY).done(),
                Story.openedBy(ANN, "3", 16 * DAY).resolved(16 * DAY + 1).done(),
                Story.openedBy(ANN, "4", 17 * DAY).merged(17 * DAY).done());
        Share share = RepeatContacts.metric(WEEK, minute(20 * DAY)).over(cases);
        assertThat(share.proportion())
                .as("8 days lie between the second and the third")
                .isEqualTo(Proportion.of(1, 2));
        assertThat(share.excluded()).isEqualTo(Map.of("immature", 1L));
        assertThat(share.cases()).isEqualTo(new Coverage(3, 0, 1));
    }

    @Test
    void aCaseResolvedTheMomentItWasOpenedIsNoRepeatOfItself() {
        assertThat(RepeatContacts.metric(WEEK, minute(20 * DAY))
                        .over(List.of(Story.of("1").resolved(0).done()))
                        .proportion())
                .isEqualTo(Proportion.of(0, 1));
    }

    /** Worked out by hand: case 2 is one repeat contact, of the last resolution before it. */
    @Test
    void aNewCaseIsARepeatOfOneResolutionAlone() {
        Case reopened =
                Story.of("1").resolved(DAY).reopened(2 * DAY).resolved(3 * DAY).done();
        Case next = Story.openedBy(ANN, "2", 4 * DAY).done();
        assertThat(RepeatContacts.metric(WEEK, minute(20 * DAY))
                        .over(List.of(reopened, next))
                        .proportion())
                .isEqualTo(Proportion.of(1, 2));
        Share early = RepeatContacts.metric(WEEK, minute(9 * DAY)).over(List.of(reopened, next));
        assertThat(early.proportion())
                .as("the last resolution has it, though its window is not over")
                .isEqualTo(Proportion.of(0, 1));
        assertThat(early.excluded()).isEqualTo(Map.of("immature", 1L));
        Case other = Story.openedBy(ANN, "0", 0).resolved(DAY / 2).done();
        assertThat(RepeatContacts.metric(WEEK, minute(20 * DAY))
                        .over(List.of(other, reopened, next))
                        .proportion())
                .as("two cases of the customer at once, and one new one")
                .isEqualTo(Proportion.of(1, 3));
        Case linked = linked("3", 4 * DAY, WorkflowEvent.Linked.Link.FOLLOW_UP, "0");
        assertThat(RepeatContacts.metric(WEEK, minute(20 * DAY))
                        .over(List.of(other, reopened, linked))
                        .proportion())
                .as("the resolution that it is linked to, and not the last one too")
                .isEqualTo(Proportion.of(1, 3));
    }

    @Test
    void anotherCategoryOrCustomerIsNoRepeat() {
        List<Case> cases = List.of(
                Story.of("1").resolved(10).done(),
                Story.openedBy(ANN, "2", 20)
                        .then(30, (at, by) -> new WorkflowEvent.Classified(at, by, "delivery", null))
                        .done());
        assertThat(RepeatContacts.metric(WEEK, minute(20 * DAY)).over(cases).proportion())
                .isEqualTo(Proportion.of(0, 1));
        assertThat(RepeatContacts.metric(WEEK, minute(20 * DAY))
                        .over(List.of())
                        .proportion()
                        .share())
                .isEmpty();
    }

    private static Case linked(String id, long minute, WorkflowEvent.Linked.Link kind, String other) {
        return Story.openedBy(ANN, id, minute)
                .then(minute, (at, by) -> new WorkflowEvent.Classified(at, by, "delivery", null))
                .then(minute + 1, (at, by) -> new WorkflowEvent.Linked(at, by, kind, CaseId.of(other)))
                .done();
    }

    @Test
    void aCaseThatIsLinkedAsFollowUpIsARepeatWhateverItsCategory() {
        Case resolved = Story.of("1").resolved(10).done();
        Instant asOf = minute(20 * DAY);
        Case follows = linked("2", DAY, WorkflowEvent.Linked.Link.FOLLOW_UP, "1");
        assertThat(RepeatContacts.metric(WEEK, asOf)
                        .over(List.of(resolved, follows))
                        .proportion())
                .isEqualTo(Proportion.of(1, 1));
        List<Case> others = List.of(
                linked("2", DAY, WorkflowEvent.Linked.Link.RELATED, "1"),
                linked("2", DAY, WorkflowEvent.Linked.Link.FOLLOW_UP, "another"),
                linked("2", 5, WorkflowEvent.Linked.Link.FOLLOW_UP, "1"),
                linked("2", 11 + 7 * DAY, WorkflowEvent.Linked.Link.FOLLOW_UP, "1"),
                Story.openedBy(ANN, "2", DAY)
                        .then(DAY, (at, by) -> new WorkflowEvent.Classified(at, by, "delivery", null))
                        .then(
                                DAY,
                                (at, by) -> new WorkflowEvent.Linked(
                                        at, by, WorkflowEvent.Linked.Link.FOLLOW_UP, CaseId.of("1")))
                        .merged(2 * DAY)
                        .done());
        assertThat(others)
                .allSatisfy(other -> assertThat(RepeatContacts.metric(WEEK, asOf)
                                .over(List.of(resolved, other))
                                .proportion())
                        .isEqualTo(Proportion.of(0, 1)));
        assertThat(RepeatContacts.metric(WEEK, minute(7 * DAY + 10))
                        .over(List.of(resolved, linked("2", 10 + 7 * DAY, WorkflowEvent.Linked.Link.FOLLOW_UP, "1")))
                        .proportion())
                .as("opened in the last minute, but linked after it")
                .isEqualTo(Proportion.of(0, 1));
        assertThat(RepeatContacts.metric(WEEK, minute(7 * DAY + 11))
                        .over(List.of(resolved, linked("2", 10 + 7 * DAY, WorkflowEvent.Linked.Link.FOLLOW_UP, "1")))
                        .proportion())
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void aFollowUpOfACustomerWhoIsNotKnownCountsForTheCaseItFollows() {
        Case unknown = Case.of(
                CaseId.of("2"),
                List.of(
                        new WorkflowEvent.Opened(minute(DAY), ANN, null, null, null, null),
                        new WorkflowEvent.Linked(minute(DAY), ANN, WorkflowEvent.Linked.Link.FOLLOW_UP, CaseId.of("1")),
                        new WorkflowEvent.Resolved(
                                minute(DAY + 1), ANN, null, null, WorkflowEvent.Resolved.Confirmation.CUSTOMER)));
        Share share = RepeatContacts.metric(WEEK, minute(20 * DAY))
                .over(List.of(Story.of("1").resolved(10).done(), unknown));
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 1));
        assertThat(share.excluded()).isEqualTo(Map.of("unknown customer", 1L));
    }

    @Test
    void waitsAreThoseOfErlang() {
        // 100 calls in half an hour, 180 s each: the inputs of a calculator of Call Centre Helper, worked out by the
        // closed formula.
        ErlangC eleven = ErlangC.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3), 11);
        assertThat(eleven.intensity()).isCloseTo(10, within(1e-12));
        assertThat(eleven.waitProbability().getAsDouble()).isCloseTo(0.682, within(5e-4));
        assertThat(eleven.serviceLevel(Duration.ofSeconds(20)).getAsDouble()).isCloseTo(0.390, within(5e-4));
        assertThat(eleven.averageWait().getAsDouble()).isCloseTo(122.8, within(0.05));
        ErlangC fourteen = ErlangC.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3), 14);
        assertThat(fourteen.serviceLevel(Duration.ofSeconds(20)).getAsDouble()).isCloseTo(0.888, within(5e-4));
        assertThat(fourteen.averageWait().getAsDouble()).isCloseTo(7.8, within(0.05));
        assertThat(fourteen.occupancy().getAsDouble()).isCloseTo(0.714, within(5e-4));
        ErlangC large = ErlangC.of(360, Duration.ofMinutes(30), Duration.ofMinutes(4), 55);
        assertThat(large.waitProbability().getAsDouble()).isCloseTo(0.239, within(5e-4));
        assertThat(large.serviceLevel(Duration.ofSeconds(15)).getAsDouble()).isCloseTo(0.846, within(5e-4));
        assertThat(large.averageWait().getAsDouble()).isCloseTo(8.2, within(0.05));
    }

    @Test
    void withAsMuchWorkAsAgentsThereIsNoFiniteWait() {
        ErlangC busy = ErlangC.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3), 10);
        assertThat(busy.isStable()).isFalse();
        assertThat(busy.waitProbability()).isEmpty();
        assertThat(busy.averageWait()).isEmpty();
        assertThat(busy.serviceLevel(Duration.ofHours(1))).isEmpty();
        assertThat(busy.occupancy()).isEmpty();
        assertThat(new ErlangC(0, 60, 1).averageWait()).hasValue(0);
        assertThat(new ErlangC(9000, 60, 9100).waitProbability().getAsDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new ErlangC(Double.NaN, 60, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("intensity NaN is not a finite number of at least 0");
        assertThatThrownBy(() -> new ErlangC(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ErlangC(1, 60, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("agents 0 is outside 1..1000000");
        assertThatThrownBy(() -> ErlangC.of(1, Duration.ZERO, Duration.ofSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period PT0S is not above 0");
        assertThatThrownBy(() -> new ErlangC(1, 60, 2).serviceLevel(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time PT-1S is below 0");
    }
}
