package dev.cxkit.core.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.time.TimeRanges;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTest {

    private static long minutes(Case supportCase, WaitingOn side, long asOf) {
        return supportCase.ranges(side, Script.minute(asOf)).length().toMinutes();
    }

    @Test
    void whomTheCaseWaitsOnFollowsFromTheEvents() {
        Case supportCase = Script.opened()
                .at(10)
                .says(Script.BOB)
                .at(10)
                .waitsOn(WaitingOn.CUSTOMER)
                .at(40)
                .says(Script.ANN)
                .at(60)
                .waitsOn(WaitingOn.THIRD_PARTY)
                .at(90)
                .resumes()
                .at(100)
                .resolves()
                .done();
        assertThat(supportCase.segments(Script.minute(130)).stream().map(CaseSegment::waitingOn))
                .containsExactly(
                        WaitingOn.US,
                        WaitingOn.CUSTOMER,
                        WaitingOn.US,
                        WaitingOn.THIRD_PARTY,
                        WaitingOn.US,
                        WaitingOn.DONE);
        assertThat(minutes(supportCase, WaitingOn.US, 130)).isEqualTo(10 + 20 + 10);
        assertThat(minutes(supportCase, WaitingOn.CUSTOMER, 130)).isEqualTo(30);
        assertThat(minutes(supportCase, WaitingOn.THIRD_PARTY, 130)).isEqualTo(30);
        assertThat(minutes(supportCase, WaitingOn.DONE, 130)).isEqualTo(30);
        assertThat(supportCase.waitingOn(Script.minute(39))).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(supportCase.waitingOn(Script.minute(40))).isEqualTo(WaitingOn.US);
        assertThat(supportCase.segments(Script.minute(130)).get(1).cause()).isInstanceOf(WorkflowEvent.Waiting.class);
        assertThat(supportCase.segments(Script.minute(130)).get(2).cause())
                .isInstanceOf(ConversationEvent.Message.class);
    }

    @Test
    void eventsAndRangesCanBeAskedForUpToAnInstantAndNotChanged() {
        Case supportCase = Script.opened()
                .at(10)
                .waitsOn(WaitingOn.CUSTOMER)
                .at(40)
                .waitsOn(WaitingOn.THIRD_PARTY)
                .at(100)
                .resolves()
                .done();
        assertThat(supportCase.events(Script.minute(-1))).isEmpty();
        assertThat(supportCase.events(Script.minute(39)))
                .isEqualTo(supportCase.events().subList(0, 2));
        assertThat(supportCase.events(Script.minute(40)))
                .hasSize(3)
                .isEqualTo(List.copyOf(supportCase.events().subList(0, 3)));
        assertThat(supportCase.events(Script.minute(100))).isEqualTo(supportCase.events());
        assertThat(supportCase.ranges(EnumSet.of(WaitingOn.CUSTOMER, WaitingOn.THIRD_PARTY), Script.minute(90)))
                .isEqualTo(TimeRanges.of(TimeRange.of(Script.minute(10), Script.minute(90))));
        assertThat(supportCase.elapsed(
                        EnumSet.of(WaitingOn.CUSTOMER), Schedule.always(), Script.minute(15), Script.minute(90)))
                .isEqualTo(Duration.ofMinutes(25));
        assertThat(supportCase.ranges(EnumSet.allOf(WaitingOn.class), Script.minute(-1)))
                .isEqualTo(TimeRanges.none());
        assertThatThrownBy(() -> supportCase.events().add(supportCase.opened()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> supportCase.events(Script.minute(39)).get(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 2 is outside 0..1");
        assertThatThrownBy(() -> supportCase.events().listIterator(4).next())
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aWaitWithATimeEndsByItself() {
        Case supportCase = Script.opened()
                .at(10)
                .waitsUntil(WaitingOn.CUSTOMER, 30)
                .at(50)
                .resolves()
                .done();
        assertThat(minutes(supportCase, WaitingOn.CUSTOMER, 100)).isEqualTo(20);
        assertThat(minutes(supportCase, WaitingOn.US, 100)).isEqualTo(10 + 20);
        assertThat(supportCase.waitingOn(Script.minute(29))).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(supportCase.waitingOn(Script.minute(30))).isEqualTo(WaitingOn.US);
        Case note = Script.opened()
                .at(10)
                .waitsUntil(WaitingOn.THIRD_PARTY, 30)
                .at(20)
                .says(Script.BOB)
                .at(40)
                .says(Script.BOB)
                .done();
        assertThat(minutes(note, WaitingOn.THIRD_PARTY, 100)).isEqualTo(20);
        assertThat(note.waitingOn(Script.minute(35))).isEqualTo(WaitingOn.US);
        assertThat(note.waitingOn(Script.minute(100))).isEqualTo(WaitingOn.US);
    }

    @Test
    void aMessageAfterTheResolutionDoesNotReopen() {
        Case supportCase =
                Script.opened().at(10).resolves().at(20).says(Script.ANN).done();
        assertThat(supportCase.waitingOn(Script.minute(30))).isEqualTo(WaitingOn.DONE);
        assertThat(supportCase.resolutions(Script.minute(30))).containsExactly(Script.minute(10));
    }

    @Test
    void everyResolutionIsThereAndClosingAfterItIsNone() {
        Case supportCase = Script.opened()
                .at(10)
                .resolves()
                .at(15)
                .closes()
                .at(20)
                .reopens()
                .at(30)
                .closes()
                .done();
        assertThat(supportCase.resolutions(Script.minute(60))).containsExactly(Script.minute(10), Script.minute(30));
        assertThat(supportCase.resolutions(Script.minute(29))).containsExactly(Script.minute(10));
    }

    @Test
    void whatWasInForceIsKnownForEachInstant() {
        Case supportCase = Script.opened()
                .at(5)
                .assigns(Assignee.team("first"))
                .at(10)
                .event(new WorkflowEvent.Classified(Script.minute(10), Script.BOB, null, "P1"))
                .at(20)
                .assigns(Assignee.person("first", "bob"))
                .done();
        assertThat(supportCase.priority(Script.minute(9))).contains("P3");
        assertThat(supportCase.priority(Script.minute(10))).contains("P1");
        assertThat(supportCase.category(Script.minute(10))).contains("billing");
        assertThat(supportCase.assignee(Script.minute(4))).isEmpty();
        assertThat(supportCase.assignee(Script.minute(19))).contains(Assignee.team("first"));
        assertThat(supportCase.assignee(Script.minute(20))).contains(Assignee.person("first", "bob"));
        assertThat(supportCase.customer()).isPresent();
    }

    @Test
    void eventsThatCannotFollowAreRefusedByName() {
        assertThatThrownBy(() -> Case.of(CaseId.of("c"), List.of()))
                .hasMessage("case c does not begin with an opening");
        assertThatThrownBy(() -> Case.of(CaseId.of("c"), List.of(new WorkflowEvent.Closed(Script.START, Script.BOB))))
                .hasMessage("case c does not begin with an opening but with closed at 2026-01-05T09:00:00Z");
        assertThatThrownBy(() -> Script.opened()
                        .at(1)
                        .resolves()
                        .at(2)
                        .waitsOn(WaitingOn.CUSTOMER)
                        .done())
                .hasMessage("waiting at 2026-01-05T09:02:00Z of case c-1 is not possible in a case that is done");
        assertThatThrownBy(() -> Script.opened()
                        .at(1)
                        .closes()
                        .event(new WorkflowEvent.Escalated(Script.minute(2), Script.BOB, "second", null))
                        .done())
                .hasMessage("escalated at 2026-01-05T09:02:00Z of case c-1 is not possible in a case that is done");
        assertThatThrownBy(() -> Script.opened()
                        .event(new WorkflowEvent.Merged(Script.minute(1), Script.BOB, CaseId.of("c-1")))
                        .done())
                .hasMessage("merged-into at 2026-01-05T09:01:00Z of case c-1 is into the case itself");
        assertThatThrownBy(() -> Script.opened()
                        .at(1)
                        .event(new WorkflowEvent.Merged(Script.minute(1), Script.BOB, CaseId.of("d")))
                        .at(2)
                        .reopens()
                        .done())
                .hasMessageContaining("not possible after merging");
        assertThatThrownBy(() -> Script.opened()
                        .event(new WorkflowEvent.Opened(Script.minute(1), Script.ANN, null, null, null, null))
                        .done())
                .hasMessageContaining("opened at 2026-01-05T09:01:00Z");
        assertThatThrownBy(() -> Script.opened()
                        .at(9)
                        .resolves()
                        .done()
                        .plus(new WorkflowEvent.Reopened(Script.START, Script.ANN, null)))
                .hasMessageContaining("is before the last event of case c-1");
        assertThatThrownBy(() -> Script.opened().done().waitingOn(Script.minute(-1)))
                .hasMessageContaining("was opened at");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderInWhichEventsAreGivenDoesNotMatterButForTies(long seed) {
        Random random = new Random(seed);
        Script script = Script.opened();
        WaitingOn side = WaitingOn.US;
        long minute = 0;
        for (int i = 0; i < 30; i++) {
            minute += 1 + random.nextInt(50);
            script.at(minute);
            switch (side) {
                case US -> {
                    side = List.of(WaitingOn.CUSTOMER, WaitingOn.THIRD_PARTY, WaitingOn.DONE)
                            .get(random.nextInt(3));
                    if (side == WaitingOn.DONE) {
                        script.resolves();
                    } else {
                        script.waitsOn(side);
                    }
                }
                case DONE -> {
                    side = WaitingOn.US;
                    script.reopens();
                }
                default -> {
                    side = WaitingOn.US;
                    script.resumes();
                }
            }
        }
        Case supportCase = script.done();
        List<CaseEvent> shuffled = new ArrayList<>(supportCase.events());
        Collections.shuffle(shuffled, random);
        assertThat(Case.of(supportCase.id(), shuffled)).isEqualTo(supportCase).hasSameHashCodeAs(supportCase);

        Instant asOf = Script.minute(minute + 77);
        Duration sum = Duration.ZERO;
        for (WaitingOn each : WaitingOn.values()) {
            sum = sum.plus(supportCase.ranges(each, asOf).length());
        }
        assertThat(sum).isEqualTo(TimeRange.of(Script.START, asOf).length());
    }

    @Test
    void anEventOfANewerVersionIsCarriedAlong() {
        CaseEvent unknown =
                new CaseEvent.Unknown("moved-to-orbit", Script.minute(5), Script.BOB, Map.of("height", 400));
        Case supportCase = Script.opened().event(unknown).at(10).resolves().done();
        assertThat(supportCase.events()).contains(unknown);
        assertThat(supportCase.waitingOn(Script.minute(6))).isEqualTo(WaitingOn.US);
        assertThat(unknown).hasToString("Unknown[type=moved-to-orbit, occurredAt=2026-01-05T09:05:00Z]");
    }

    @Test
    void aCaseIsBuiltFromALogOfStates() {
        Map<String, WaitingOn> phases = Map.of(
                "New",
                WaitingOn.US,
                "Active",
                WaitingOn.US,
                "Awaiting user",
                WaitingOn.CUSTOMER,
                "Resolved",
                WaitingOn.DONE,
                "Closed",
                WaitingOn.DONE);
        List<StatusLog.Row> rows = List.of(
                new StatusLog.Row(Script.minute(0), "New", null, "3"),
                new StatusLog.Row(Script.minute(5), "Active", Assignee.team("56"), "3"),
                new StatusLog.Row(Script.minute(10), "Awaiting user", Assignee.person("56", "7"), "3"),
                new StatusLog.Row(Script.minute(30), "Active", Assignee.person("56", "7"), "2"),
                new StatusLog.Row(Script.minute(40), "Resolved", Assignee.person("56", "7"), "2"),
                new StatusLog.Row(Script.minute(50), "Closed", Assignee.person("56", "7"), "2"),
                new StatusLog.Row(Script.minute(60), "Active", Assignee.person("56", "7"), "2"));
        Case supportCase = StatusLog.read(CaseId.of("INC1"), rows, phases::get);
        assertThat(supportCase.events().stream().map(CaseEvent::type))
                .containsExactly(
                        "opened",
                        "assigned",
                        "assigned",
                        "waiting",
                        "classified",
                        "resumed",
                        "resolved",
                        "closed",
                        "reopened");
        assertThat(minutes(supportCase, WaitingOn.CUSTOMER, 100)).isEqualTo(20);
        assertThat(supportCase.waitingOn(Script.minute(100))).isEqualTo(WaitingOn.US);
        assertThatThrownBy(() -> StatusLog.read(
                        CaseId.of("INC2"), List.of(new StatusLog.Row(Script.START, "Lost", null, null)), phases::get))
                .hasMessage("state 'Lost' of case INC2 at 2026-01-05T09:00:00Z is not mapped");
        assertThatThrownBy(() -> StatusLog.read(CaseId.of("INC3"), List.of(), phases::get))
                .hasMessage("case INC3 has no rows");
    }

    @Test
    void aWaitThatEndsByItselfIsTheCauseOfTheSegmentAfterIt() {
        Case noted = Script.opened()
                .at(10)
                .waitsUntil(WaitingOn.CUSTOMER, 20)
                .at(20)
                .says(Script.BOB, ConversationEvent.Message.Kind.REPLY, ConversationEvent.Message.Visibility.INTERNAL)
                .done();
        assertThat(noted.segments(Script.minute(30)))
                .last()
                .isEqualTo(new CaseSegment(
                        WaitingOn.US,
                        TimeRange.of(Script.minute(20), Script.minute(30)),
                        noted.events().get(1)));
        Case twice = Script.opened()
                .at(10)
                .waitsUntil(WaitingOn.CUSTOMER, 20)
                .at(12)
                .waitsUntil(WaitingOn.CUSTOMER, 30)
                .done();
        assertThat(twice.segments(Script.minute(40)))
                .last()
                .isEqualTo(new CaseSegment(
                        WaitingOn.US,
                        TimeRange.of(Script.minute(30), Script.minute(40)),
                        twice.events().get(2)));
    }

    @Test
    void aMessageThatTheCustomerIsAwayEndsNoWait() {
        Case supportCase = Script.opened()
                .at(5)
                .waitsOn(WaitingOn.CUSTOMER)
                .at(6)
                .says(
                        Script.ANN,
                        ConversationEvent.Message.Kind.AUTO_REPLY,
                        ConversationEvent.Message.Visibility.PUBLIC)
                .done();
        assertThat(supportCase.waitingOn(Script.minute(7))).isEqualTo(WaitingOn.CUSTOMER);
    }

    @Test
    void aCaseIsBuiltAsItsStoryIsTold() {
        Actor kim = Actor.agent("kim");
        CustomerId ada = CustomerId.of("ada");
        Case built = Case.builder("parcel")
                .opened(Script.START, "ada")
                .channel(Channel.EMAIL)
                .category("delivery")
                .priority("P2")
                .team("first")
                .autoReply(Script.minute(1), Actor.SYSTEM)
                .question(Script.minute(2), kim, "order-number")
                .waitingOnCustomer(Script.minute(2), kim)
                .customerReply(Script.minute(3))
                .fact(Script.minute(3), kim, "order-number", Actor.Kind.CUSTOMER)
                .note(Script.minute(4), kim)
                .escalated(Script.minute(5), kim, "second")
                .promise(Script.minute(5), kim, ConversationEvent.PromiseKind.UPDATE, Script.minute(60))
                .waitingOnThirdParty(Script.minute(6), kim, Script.minute(9))
                .resumed(Script.minute(7), kim)
                .update(Script.minute(8), kim)
                .resolved(Script.minute(10), kim)
                .customerAsksForHuman(Script.minute(11))
                .reopened(Script.minute(12), kim)
                .reply(Script.minute(13), kim)
                .linked(Script.minute(13), kim, WorkflowEvent.Linked.Link.RELATED, "other")
                .merged(Script.minute(14), kim, "other")
                .build();
        assertThat(built.events(WorkflowEvent.Opened.class))
                .containsExactly(new WorkflowEvent.Opened(
                        Script.START, Actor.customer("ada"), ada, Channel.EMAIL, "delivery", "P2"));
        assertThat(built.events())
                .extracting(CaseEvent::type)
                .containsExactly(
                        "opened",
                        "assigned",
                        "message",
                        "asked",
                        "waiting",
                        "message",
                        "learned",
                        "message",
                        "escalated",
                        "promised",
                        "waiting",
                        "resumed",
                        "message",
                        "resolved",
                        "message",
                        "reopened",
                        "message",
                        "linked",
                        "merged-into");
        assertThat(built.assignee(Script.START)).contains(Assignee.team("first"));
        assertThat(built.waitingOn(Script.minute(2))).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(built.waitingOn(Script.minute(6))).isEqualTo(WaitingOn.THIRD_PARTY);
        assertThat(built.isMerged(Script.minute(13))).isFalse();
        assertThat(built.isMerged(Script.minute(14))).isTrue();
        assertThat(built.mergedInto()).contains(CaseId.of("other"));
    }

    @Test
    void aStoryThatCannotBeIsRefusedAsEventsAre() {
        Actor kim = Actor.agent("kim");
        assertThatThrownBy(() -> Case.builder("c").build()).hasMessage("case c does not begin with an opening");
        assertThatThrownBy(() -> Case.builder("c").reply(Script.START, kim).build())
                .hasMessage("case c does not begin with an opening but with message at 2026-01-05T09:00:00Z");
        assertThatThrownBy(() -> Case.builder("c").opened(Script.minute(1), kim).reply(Script.START, kim))
                .hasMessage("message at 2026-01-05T09:00:00Z is before the last event of case c at"
                        + " 2026-01-05T09:01:00Z");
        assertThatThrownBy(() -> Case.builder("c")
                        .opened(Script.START, "ada")
                        .opened(Script.minute(1), "ada")
                        .build())
                .hasMessage("opened at 2026-01-05T09:01:00Z of case c is not possible while the case waits on US");
        assertThatThrownBy(() -> Case.builder("c").opened(Script.START, kim).customerReply(Script.minute(1)))
                .hasMessage("customer of case c is not known");
        assertThatThrownBy(() -> Case.builder("c").team("first")).hasMessage("case c does not begin with an opening");
        assertThatThrownBy(() -> Case.builder("c").customerReply(Script.START))
                .hasMessage("customer of case c is not known");
        assertThatThrownBy(() -> Case.builder("c").note(Script.START, kim).customerAsksForNews(Script.minute(1)))
                .hasMessage("customer of case c is not known");
        assertThatThrownBy(() -> Case.builder("c")
                        .opened(Script.START, "ada")
                        .waitingOnCustomer(Script.minute(5), kim)
                        .customerReply(Script.minute(4)))
                .hasMessage("message at 2026-01-05T09:04:00Z is before the last event of case c at"
                        + " 2026-01-05T09:05:00Z");
    }

    @Test
    void whatIsAwaitedBeginsAndEndsAsTheEventsSay() {
        Case supportCase = Script.opened()
                .at(10)
                .resolves()
                .at(20)
                .reopens()
                .at(30)
                .says(Script.BOB)
                .at(40)
                .resolves()
                .done();
        Instant now = Script.minute(50);
        assertThat(supportCase.intervals(CaseInterval.Kind.FIRST_RESPONSE, now))
                .containsExactly(
                        new CaseInterval(Script.START, null, Script.minute(10), false),
                        new CaseInterval(Script.minute(20), Script.minute(30), null, false));
        assertThat(supportCase.intervals(CaseInterval.Kind.RESOLUTION, now))
                .containsExactly(
                        new CaseInterval(Script.START, Script.minute(10), null, false),
                        new CaseInterval(Script.minute(20), Script.minute(40), null, false));
        assertThat(supportCase.intervals(CaseInterval.Kind.RESOLUTION, Script.minute(25)))
                .last()
                .matches(CaseInterval::isOpen);
        assertThat(supportCase.intervals(CaseInterval.Kind.RESOLUTION, Script.START.minusSeconds(1)))
                .isEmpty();
        assertThatThrownBy(() -> new CaseInterval(Script.START, now, now, false))
                .hasMessageContaining("stops at");
    }

    @Test
    void theEventsUntilAnEndLeaveOutWhatFollowedAtTheSameInstant() {
        Script script =
                Script.opened().at(10).resolves().says(Script.BOB).at(20).closes();
        Case supportCase = script.inSequence();
        assertThat(supportCase.eventsUntilEnd(Script.minute(10)))
                .extracting(CaseEvent::type)
                .containsExactly("opened", "resolved");
        assertThat(supportCase.eventsUntilEnd(Script.minute(20)))
                .as("a closing of what is resolved changes nothing")
                .hasSize(3);
        assertThat(supportCase.eventsUntilEnd(Script.minute(15))).hasSize(3);
        assertThat(script.done().eventsUntilEnd(Script.minute(10)))
                .as("in the order of one instant our message is before the resolution")
                .extracting(CaseEvent::type)
                .containsExactly("opened", "message", "resolved");
    }
}
