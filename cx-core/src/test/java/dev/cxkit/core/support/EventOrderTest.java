package dev.cxkit.core.support;

import static dev.cxkit.core.support.Script.ANN;
import static dev.cxkit.core.support.Script.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.ConversationEvent.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of events of one instant, and what changes nothing. Expected orders are those that were decided, written down by hand. */
class EventOrderTest {

    private static final CaseId ID = CaseId.of("c-1");

    /** One event of each sort at an instant, in the order that was decided, for a case that waits on us. */
    private static List<CaseEvent> oneOfEach(Instant at) {
        return List.of(
                new WorkflowEvent.SlaPolicyApplied(at, BOB, "gold"),
                new WorkflowEvent.Classified(at, BOB, "billing", null),
                message(at, ANN, Message.Visibility.PUBLIC),
                new ConversationEvent.Question(at, BOB, "order"),
                new ConversationEvent.Fact(at, BOB, "order", Actor.Kind.CUSTOMER, null),
                message(at, BOB, Message.Visibility.PUBLIC),
                message(at, BOB, Message.Visibility.INTERNAL),
                new WorkflowEvent.Assigned(at, BOB, Assignee.team("one"), null),
                new WorkflowEvent.Escalated(at, BOB, "second", null),
                new ConversationEvent.Promise(at, BOB, ConversationEvent.PromiseKind.UPDATE, at.plusSeconds(9)),
                waiting(at, WaitingOn.CUSTOMER),
                new WorkflowEvent.Resumed(at, BOB),
                resolved(at),
                new WorkflowEvent.Closed(at, BOB),
                new WorkflowEvent.Reopened(at, BOB, null),
                new WorkflowEvent.Linked(at, BOB, WorkflowEvent.Linked.Link.RELATED, CaseId.of("d")),
                new WorkflowEvent.Merged(at, BOB, CaseId.of("d")),
                new CaseEvent.Unknown("moved", at, BOB, Map.of("to", "orbit")));
    }

    private static Message message(Instant at, Actor by, Message.Visibility visibility) {
        return new Message(at, by, visibility, Message.Kind.REPLY);
    }

    private static WorkflowEvent.Waiting waiting(Instant at, WaitingOn on) {
        return new WorkflowEvent.Waiting(at, BOB, on, null);
    }

    private static WorkflowEvent.Resolved resolved(Instant at) {
        return new WorkflowEvent.Resolved(at, BOB, null, null, WorkflowEvent.Resolved.Confirmation.US);
    }

    private static WorkflowEvent.Opened opened(Instant at) {
        return new WorkflowEvent.Opened(at, ANN, CustomerId.of("ann"), null, null, null);
    }

    private static List<CaseEvent> list(CaseEvent first, List<? extends CaseEvent> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    @Test
    void eventsOfOneInstantAreInTheOrderThatWasDecided() {
        Instant at = Script.START;
        List<CaseEvent> decided = list(opened(at), oneOfEach(at));
        List<CaseEvent> shuffled = new ArrayList<>(decided);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            Case made = Case.of(ID, shuffled);
            assertThat(made.events()).isEqualTo(decided);
            assertThat(made.sequence()).isFalse();
        }
        assertThat(Case.inSequence(ID, decided).sequence()).isFalse();
        assertThat(Case.inSequence(ID, List.of(opened(at), resolved(at), resolved(at)))
                        .sequence())
                .as("two equal events have no other order")
                .isFalse();
    }

    /** What ends the state before the instant comes first among the events that change it. */
    @ParameterizedTest
    @CsvSource({
        "US,          'waiting resumed resolved closed reopened', US",
        "CUSTOMER,    'resumed waiting resolved closed reopened', US",
        "THIRD_PARTY, 'resumed waiting resolved closed reopened', US",
        "DONE,        'reopened waiting resumed resolved closed', DONE"
    })
    void whatEndsTheStateBeforeComesFirst(WaitingOn stood, String order, WaitingOn after) {
        List<CaseEvent> events = new ArrayList<>(List.of(opened(Script.START)));
        switch (stood) {
            case US -> {}
            case DONE -> events.add(resolved(Script.minute(1)));
            default -> events.add(waiting(Script.minute(1), stood));
        }
        int before = events.size();
        events.addAll(oneOfEach(Script.minute(2)).subList(10, 15));
        Collections.shuffle(events, new Random(3));
        Case made = Case.of(ID, events);
        assertThat(made.events().subList(before, made.events().size()))
                .extracting(CaseEvent::type)
                .containsExactly(order.split(" "));
        assertThat(made.waitingOn(Script.minute(3))).isEqualTo(after);
    }

    @Test
    void aWaitThatEndsByItselfAtTheInstantStoodUntilThen() {
        Instant at = Script.minute(5);
        Case made = Case.of(
                ID,
                List.of(
                        waiting(at, WaitingOn.THIRD_PARTY),
                        new WorkflowEvent.Resumed(at, BOB),
                        new WorkflowEvent.Waiting(Script.minute(1), BOB, WaitingOn.CUSTOMER, at),
                        opened(Script.START)));
        assertThat(made.waitingOn(at)).isEqualTo(WaitingOn.THIRD_PARTY);
    }

    @Test
    void eventsOfOneSortAreInTheOrderOfTheirContent() {
        Instant at = Script.minute(1);
        List<CaseEvent> twoOfEach = new ArrayList<>(List.of(
                new WorkflowEvent.Assigned(at, BOB, Assignee.bot("robot"), null),
                new WorkflowEvent.Assigned(at, BOB, Assignee.team("one"), null),
                new WorkflowEvent.Assigned(at, BOB, Assignee.person("one", "bob"), null),
                new WorkflowEvent.Assigned(at, BOB, Assignee.person("one", "bob"), Brief.of("order")),
                new WorkflowEvent.Classified(at, BOB, "a", null),
                new WorkflowEvent.Classified(at, BOB, null, "a"),
                new WorkflowEvent.SlaPolicyApplied(at, BOB, "gold"),
                new WorkflowEvent.SlaPolicyApplied(at, BOB, "iron"),
                message(at, ANN, Message.Visibility.PUBLIC),
                message(at, ANN, Message.Visibility.INTERNAL),
                message(at, Actor.customer("ben"), Message.Visibility.PUBLIC),
                message(at, BOB, Message.Visibility.PUBLIC),
                message(at, Actor.bot("bob"), Message.Visibility.PUBLIC),
                new ConversationEvent.Question(at, BOB, "a"),
                new ConversationEvent.Question(at, BOB, "b"),
                new ConversationEvent.Fact(at, BOB, "a", Actor.Kind.AGENT, null),
                new ConversationEvent.Fact(at, BOB, "a", Actor.Kind.AGENT, at),
                new ConversationEvent.Promise(at, BOB, ConversationEvent.PromiseKind.UPDATE, at.plusSeconds(1)),
                new ConversationEvent.Promise(at, BOB, ConversationEvent.PromiseKind.UPDATE, at.plusSeconds(2)),
                new WorkflowEvent.Escalated(at, BOB, "a", null),
                new WorkflowEvent.Escalated(at, BOB, "a", "b"),
                waiting(at, WaitingOn.CUSTOMER),
                waiting(at, WaitingOn.THIRD_PARTY),
                resolved(at),
                new WorkflowEvent.Resolved(at, BOB, "a", null, WorkflowEvent.Resolved.Confirmation.US),
                new WorkflowEvent.Reopened(at, BOB, "a"),
                new WorkflowEvent.Reopened(at, BOB, "b"),
                new WorkflowEvent.Linked(at, BOB, WorkflowEvent.Linked.Link.RELATED, CaseId.of("a")),
                new WorkflowEvent.Linked(at, BOB, WorkflowEvent.Linked.Link.RELATED, CaseId.of("b")),
                new CaseEvent.Unknown("a", at, BOB, Map.of("to", "orbit")),
                new CaseEvent.Unknown("a", at, BOB, Map.of("to", "moon"))));
        twoOfEach.add(opened(Script.START));
        Case first = Case.of(ID, twoOfEach);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(twoOfEach, new Random(seed));
            assertThat(Case.of(ID, twoOfEach)).isEqualTo(first);
        }
        assertThat(first.assignee(at)).as("a team before a person of it").contains(Assignee.person("one", "bob"));
    }

    @Test
    void theOrderGivenIsKeptWhereItIsKnown() {
        Instant at = Script.minute(1);
        List<CaseEvent> given =
                List.of(opened(Script.START), resolved(at), message(at, BOB, Message.Visibility.PUBLIC));
        Case known = Case.inSequence(ID, given);
        assertThat(known.events()).isEqualTo(given);
        assertThat(known.sequence()).isTrue();
        assertThat(known).isNotEqualTo(Case.of(ID, given));
        Case told = Case.builder(ID.value())
                .opened(Script.START, "ann")
                .resolved(at, BOB)
                .reply(at, BOB)
                .build();
        assertThat(told.sequence()).isTrue();
        assertThat(Case.of(ID, given.subList(0, 2)).plus(given.get(2))).isEqualTo(known);
        assertThat(Case.of(ID, given.subList(0, 2)).sequence()).isFalse();
        StatusLog.Row waits = new StatusLog.Row(at, "Waiting", null, null);
        StatusLog.Row open = new StatusLog.Row(at, "Open", null, null);
        Map<String, WaitingOn> states = Map.of("Waiting", WaitingOn.CUSTOMER, "Open", WaitingOn.US);
        assertThat(StatusLog.read(ID, List.of(open, waits), states::get).waitingOn(at))
                .isEqualTo(WaitingOn.CUSTOMER);
        assertThat(StatusLog.read(ID, List.of(waits, open), states::get).waitingOn(at))
                .isEqualTo(WaitingOn.US);
    }

    /** A quarter of the events share the instant of another. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderOfAListNeverCounts(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<CaseEvent> events = new ArrayList<>(List.of(opened(Script.START)));
            Instant at = Script.START;
            for (int i = 0; i < 20; i++) {
                at = random.nextInt(4) == 0 ? at : at.plusSeconds(60L * (1 + random.nextInt(9)));
                List<CaseEvent> sorts = oneOfEach(at);
                events.add(sorts.get(random.nextInt(random.nextInt(8) == 0 ? sorts.size() : sorts.size() - 3)));
                if (outcome(events) instanceof String) {
                    events.remove(events.size() - 1);
                }
            }
            Object made = outcome(events);
            assertThat(made).isInstanceOf(Case.class);
            assertThat(Case.of(ID, ((Case) made).events())).isEqualTo(made);
            for (int shuffles = 0; shuffles < 5; shuffles++) {
                Collections.shuffle(events, random);
                assertThat(outcome(events)).isEqualTo(made);
            }
        }
    }

    private static Object outcome(List<CaseEvent> events) {
        try {
            return Case.of(ID, events);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void whatChangesNothingIsKeptAndCountedApart() {
        Script script = Script.opened()
                .at(1)
                .resumes()
                .at(2)
                .reopens()
                .at(3)
                .waitsOn(WaitingOn.CUSTOMER)
                .at(4)
                .waitsUntil(WaitingOn.CUSTOMER, 6)
                .at(5)
                .reopens()
                .at(7)
                .resolves()
                .at(8)
                .resumes()
                .at(9)
                .resolves()
                .at(10)
                .closes()
                .event(new ConversationEvent.Promise(
                        Script.minute(11), BOB, ConversationEvent.PromiseKind.UPDATE, Script.minute(20)));
        Case made = script.done();
        assertThat(made.events()).hasSize(11);
        assertThat(made.withoutEffect(Script.minute(20)))
                .extracting(CaseEvent::type)
                .containsExactly(
                        "resumed", "reopened", "waiting", "reopened", "resumed", "resolved", "closed", "promised");
        assertThat(made.withoutEffect(Script.minute(4))).hasSize(3);
        assertThat(made.effectiveEvents(Script.minute(20)))
                .extracting(CaseEvent::type)
                .containsExactly("opened", "waiting", "resolved");
        assertThat(made.waitingOn(Script.minute(5)))
                .as("a reopening of what is open")
                .isEqualTo(WaitingOn.CUSTOMER);
        assertThat(made.waitingOn(Script.minute(6))).as("the wait was renewed").isEqualTo(WaitingOn.US);
        assertThat(made.waitingOn(Script.minute(9))).isEqualTo(WaitingOn.DONE);
        assertThat(made.resolutions(Script.minute(20))).containsExactly(Script.minute(7));
        assertThat(made.intervals(CaseInterval.Kind.RESOLUTION, Script.minute(20)))
                .containsExactly(new CaseInterval(Script.START, Script.minute(7), null, false));
        assertThat(Script.opened().done().withoutEffect(Script.minute(9))).isEmpty();
    }

    /** The customer's message just before brought it back already. */
    @Test
    void aResumptionAfterTheCustomersAnswerChangesNothing() {
        Case made = Script.opened()
                .at(1)
                .waitsOn(WaitingOn.CUSTOMER)
                .at(2)
                .says(ANN)
                .resumes()
                .done();
        assertThat(made.withoutEffect(Script.minute(2))).hasSize(1);
        assertThat(made.waitingOn(Script.minute(2))).isEqualTo(WaitingOn.US);
    }

    @Test
    void whatIsOfTheInstantOfAReopeningIsNotOfACaseThatIsDone() {
        Instant at = Script.minute(5);
        CaseEvent promise =
                new ConversationEvent.Promise(at, BOB, ConversationEvent.PromiseKind.UPDATE, Script.minute(9));
        CaseEvent escalated = new WorkflowEvent.Escalated(at, BOB, "second", null);
        Script reopened = Script.opened().at(1).resolves().at(5).reopens();
        assertThat(reopened.event(promise).event(escalated).done().withoutEffect(at))
                .isEmpty();
        assertThatThrownBy(() -> Script.opened()
                        .at(1)
                        .resolves()
                        .event(escalated)
                        .at(6)
                        .reopens()
                        .done())
                .hasMessage("escalated at 2026-01-05T09:05:00Z of case c-1 is not possible in a case that is done");
    }

    /** Each that stays refused, by name. */
    @Test
    void whatCannotBeStaysRefused() {
        Instant later = Script.minute(2);
        for (CaseEvent event : oneOfEach(later)) {
            boolean allowed = event instanceof Message
                    || event instanceof WorkflowEvent.Linked
                    || event instanceof CaseEvent.Unknown;
            List<CaseEvent> events = List.of(
                    opened(Script.START), new WorkflowEvent.Merged(Script.minute(1), BOB, CaseId.of("d")), event);
            assertThat(outcome(events) instanceof Case).as(event.type()).isEqualTo(allowed);
            assertThat(outcome(List.of(opened(Script.minute(3)), event)))
                    .as("before the opening")
                    .isEqualTo("case c-1 does not begin with an opening but with " + event.type()
                            + " at 2026-01-05T09:02:00Z");
        }
        assertThat(outcome(List.of(opened(Script.START), opened(Script.START))))
                .isEqualTo("opened at 2026-01-05T09:00:00Z of case c-1 is not possible while the case waits on US");
        assertThat(outcome(List.of(opened(Script.START), resolved(Script.minute(1)), opened(later))))
                .isEqualTo("opened at 2026-01-05T09:02:00Z of case c-1 is not possible in a case that is done");
    }

    private static Case merged(String id, String into) {
        return Case.builder(id)
                .opened(Script.START, "ann")
                .merged(Script.minute(1), BOB, into)
                .build();
    }

    @Test
    void circlesOfMergesAreNamed() {
        assertThat(Case.mergeCycles(List.of(
                        merged("9", "1"),
                        merged("2", "3"),
                        merged("3", "1"),
                        merged("1", "2"),
                        merged("4", "1"),
                        merged("6", "5"),
                        merged("5", "6"),
                        merged("7", "8"),
                        Script.opened().done())))
                .containsExactly(
                        List.of(CaseId.of("1"), CaseId.of("2"), CaseId.of("3")),
                        List.of(CaseId.of("5"), CaseId.of("6")));
        assertThat(Case.mergeCycles(List.of(merged("0", "9"), merged("9", "5"), merged("5", "9"))))
                .containsExactly(List.of(CaseId.of("5"), CaseId.of("9")));
        assertThat(Case.mergeCycles(List.of(merged("1", "2"), merged("2", "3"))))
                .isEmpty();
    }
}
