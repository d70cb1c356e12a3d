package dev.cxkit.core.support;

import static dev.cxkit.core.support.Script.ANN;
import static dev.cxkit.core.support.Script.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.ConversationEvent.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is awaited from when to when, worked out by hand from the definitions; times are minutes after the opening. */
class IntervalsTest {

    private static final Actor ROBOT = Actor.bot("robot");

    /** As text: {@code 0-5} came, {@code 0|5} ended without, {@code 0|5 bot} was answered by a bot, {@code 0-} is open. */
    private static String of(Case supportCase, CaseInterval.Kind kind, long asOf) {
        return String.join(
                ", ",
                supportCase.intervals(kind, Script.minute(asOf)).stream()
                        .map(each -> minute(each.start())
                                + (each.stop() != null
                                        ? "-" + minute(each.stop())
                                        : each.ended() == null ? "-" : "|" + minute(each.ended()))
                                + (each.answeredByBot() ? " bot" : ""))
                        .toList());
    }

    private static long minute(Instant at) {
        return Duration.between(Script.START, at).toMinutes();
    }

    private static Script says(Script script, long at, Actor who, Message.Kind kind) {
        return script.at(at).says(who, kind, Message.Visibility.PUBLIC);
    }

    @Test
    void aBotsAnswerEndsATurnApart() {
        Case made = Script.opened()
                .at(10)
                .says(ANN)
                .at(11)
                .says(ROBOT)
                .at(20)
                .says(ANN)
                .at(21)
                .says(ANN)
                .at(50)
                .says(BOB)
                .at(60)
                .says(ANN)
                .at(61)
                .says(ROBOT)
                .done();
        assertThat(of(made, CaseInterval.Kind.NEXT_RESPONSE, 99)).isEqualTo("10|11 bot, 20-50, 60|61 bot");
        assertThat(of(made, CaseInterval.Kind.NEXT_RESPONSE, 10)).isEqualTo("10-");
        Case auto = says(Script.opened().at(10).says(ANN), 11, ROBOT, Message.Kind.AUTO_REPLY)
                .done();
        assertThat(of(auto, CaseInterval.Kind.NEXT_RESPONSE, 99)).isEqualTo("10-");
    }

    @Test
    void aFirstResponseThatABotGaveIsNotAwaitedForEver() {
        Script script = Script.opened().at(2).says(ROBOT);
        assertThat(of(script.done(), CaseInterval.Kind.FIRST_RESPONSE, 99)).isEqualTo("0|2 bot");
        assertThat(of(script.done(), CaseInterval.Kind.FIRST_RESPONSE, 1)).isEqualTo("0-");
        assertThat(of(script.at(3).says(ROBOT).done(), CaseInterval.Kind.FIRST_RESPONSE, 99))
                .isEqualTo("0|2 bot");
        script.at(4).says(ANN);
        assertThat(of(script.done(), CaseInterval.Kind.FIRST_RESPONSE, 99))
                .as("the first answer of a human is awaited from the opening on")
                .isEqualTo("0-");
        assertThat(of(script.at(50).says(BOB).done(), CaseInterval.Kind.FIRST_RESPONSE, 99))
                .isEqualTo("0-50");
        assertThat(of(
                        Script.opened()
                                .at(2)
                                .says(ROBOT)
                                .at(3)
                                .assigns(Assignee.team("one"))
                                .done(),
                        CaseInterval.Kind.FIRST_RESPONSE,
                        99))
                .as("handed over")
                .isEqualTo("0-");
        assertThat(of(
                        Script.opened()
                                .at(2)
                                .says(ROBOT)
                                .at(3)
                                .assigns(Assignee.bot("robot"))
                                .done(),
                        CaseInterval.Kind.FIRST_RESPONSE,
                        99))
                .isEqualTo("0|2 bot");
        assertThat(of(
                        Script.opened()
                                .at(2)
                                .says(ROBOT)
                                .at(3)
                                .closes()
                                .at(9)
                                .reopens()
                                .done(),
                        CaseInterval.Kind.FIRST_RESPONSE,
                        99))
                .as("reopened: somebody wants more")
                .isEqualTo("0-");
    }

    @Test
    void aClosingIsNoAnswerAndAResolutionEndsTheInterval() {
        Script closed = Script.opened().at(5).closes();
        assertThat(of(closed.done(), CaseInterval.Kind.FIRST_RESPONSE, 9)).isEqualTo("0-");
        assertThat(of(closed.at(9).reopens().at(12).says(BOB).done(), CaseInterval.Kind.FIRST_RESPONSE, 99))
                .isEqualTo("0-12");
        Script resolved =
                Script.opened().at(5).resolves().at(9).reopens().at(12).says(BOB);
        assertThat(of(resolved.done(), CaseInterval.Kind.FIRST_RESPONSE, 99)).isEqualTo("0|5, 9-12");
    }

    @Test
    void anAbandonedCaseHasNoResolution() {
        Script abandoned = Script.opened().at(5).closes();
        assertThat(abandoned.done().resolutions(Script.minute(9))).isEmpty();
        assertThat(of(abandoned.done(), CaseInterval.Kind.RESOLUTION, 9)).isEqualTo("0|5");
        Case again =
                abandoned.at(9).reopens().at(20).says(ROBOT).at(30).closes().done();
        assertThat(again.resolutions(Script.minute(99))).as("a word was said").containsExactly(Script.minute(30));
        assertThat(of(again, CaseInterval.Kind.RESOLUTION, 99)).isEqualTo("0|5, 9-30");
        assertThat(Stream.of(
                                Script.opened().at(1).says(BOB).at(5).closes(),
                                Script.opened().at(1).says(ROBOT).at(5).closes(),
                                Script.opened()
                                        .at(1)
                                        .resolves()
                                        .at(2)
                                        .reopens()
                                        .at(5)
                                        .closes())
                        .map(script ->
                                script.done().resolutions(Script.minute(9)).size()))
                .containsExactly(1, 1, 2);
        Script note = says(Script.opened(), 1, BOB, Message.Kind.AUTO_REPLY)
                .says(BOB, Message.Kind.REPLY, Message.Visibility.INTERNAL)
                .at(5)
                .closes();
        assertThat(note.done().resolutions(Script.minute(9)))
                .as("a note and an automatic reply are no words")
                .isEmpty();
        Case ours = Case.builder("c")
                .opened(Script.START, BOB)
                .closed(Script.minute(5), BOB)
                .build();
        assertThat(ours.resolutions(Script.minute(9)))
                .as("our opening is a word")
                .hasSize(1);
        Case atOnce = Script.opened().at(5).closes().reopens().resolves().inSequence();
        assertThat(of(atOnce, CaseInterval.Kind.RESOLUTION, 9)).isEqualTo("0|5, 5-5");
        Case merged = Script.opened()
                .event(new WorkflowEvent.Merged(Script.minute(5), BOB, CaseId.of("d")))
                .done();
        assertThat(of(merged, CaseInterval.Kind.RESOLUTION, 9)).isEqualTo("0|5");
        assertThat(of(merged, CaseInterval.Kind.FIRST_RESPONSE, 9)).isEqualTo("0|5");
    }

    @Test
    void theBotsPartIsNotInTheTimeToAHuman() {
        CaseInterval.Kind human = CaseInterval.Kind.HUMAN_RESPONSE;
        assertThat(of(Script.opened().at(5).says(BOB).done(), human, 9))
                .as("no bot")
                .isEqualTo("0-5");
        assertThat(of(
                        Script.opened()
                                .at(1)
                                .says(ROBOT)
                                .at(10)
                                .says(ANN)
                                .at(11)
                                .says(ANN)
                                .at(40)
                                .says(BOB)
                                .at(50)
                                .says(ANN)
                                .done(),
                        human,
                        99))
                .isEqualTo("0|1 bot, 10-40");
        assertThat(of(
                        says(Script.opened().at(1).says(ROBOT).at(10).says(ANN), 12, ANN, Message.Kind.ASKS_FOR_PERSON)
                                .at(40)
                                .says(BOB)
                                .done(),
                        human,
                        99))
                .as("asked for a human")
                .isEqualTo("0|1 bot, 12-40");
        assertThat(of(
                        says(Script.opened().at(1).says(ANN), 12, ANN, Message.Kind.ASKS_FOR_PERSON)
                                .done(),
                        human,
                        99))
                .as("no bot has it")
                .isEqualTo("0-");
        assertThat(of(
                        Script.opened()
                                .assigns(Assignee.bot("robot"))
                                .at(20)
                                .assigns(Assignee.team("one"))
                                .at(30)
                                .assigns(Assignee.team("two"))
                                .at(40)
                                .says(BOB)
                                .done(),
                        human,
                        99))
                .as("handed over")
                .isEqualTo("20-40");
        assertThat(of(
                        Script.opened()
                                .at(1)
                                .says(ROBOT)
                                .at(2)
                                .resolves()
                                .at(8)
                                .reopens()
                                .done(),
                        human,
                        99))
                .isEqualTo("0|1 bot, 8-");
        assertThat(of(Script.opened().at(2).resolves().at(8).says(ANN).done(), human, 99))
                .isEqualTo("0|2, 8-");
        assertThat(of(
                        Script.opened()
                                .at(2)
                                .closes()
                                .at(8)
                                .reopens()
                                .at(9)
                                .says(BOB)
                                .done(),
                        human,
                        99))
                .isEqualTo("0-9");
        Case ours = Case.builder("c")
                .opened(Script.START, BOB, CustomerId.of("ann"))
                .reply(Script.minute(1), BOB)
                .customerReply(Script.minute(2))
                .reply(Script.minute(6), BOB)
                .build();
        assertThat(of(ours, human, 9)).isEqualTo("2-6");
        assertThat(of(ours, CaseInterval.Kind.FIRST_RESPONSE, 9)).isEmpty();
    }

    @Test
    void anOwnerIsAwaitedFromTheAssignment() {
        CaseInterval.Kind owner = CaseInterval.Kind.OWNER_RESPONSE;
        Assignee bob = Assignee.person("one", "bob");
        Case made = Script.opened()
                .at(1)
                .says(BOB)
                .at(5)
                .assigns(Assignee.team("one"))
                .at(10)
                .assigns(bob)
                .at(12)
                .says(Actor.agent("eve"))
                .at(15)
                .assigns(bob)
                .at(30)
                .says(BOB)
                .at(31)
                .says(BOB)
                .at(40)
                .assigns(Assignee.team("two"))
                .at(44)
                .says(Actor.agent("eve"))
                .at(50)
                .assigns(Assignee.bot("robot"))
                .at(60)
                .assigns(bob)
                .at(70)
                .resolves()
                .at(75)
                .assigns(Assignee.team("three"))
                .at(80)
                .reopens()
                .at(85)
                .assigns(bob)
                .done();
        assertThat(of(made, owner, 99)).isEqualTo("5|10, 10-30, 40-44, 60|70, 85-");
        assertThat(of(made, owner, 12)).isEqualTo("5|10, 10-");
    }

    @Test
    void theRhythmOfUpdatesIsFromMessageToMessage() {
        CaseInterval.Kind update = CaseInterval.Kind.UPDATE;
        Case made = Script.opened()
                .at(5)
                .says(BOB)
                .at(10)
                .says(ANN)
                .at(15)
                .says(ROBOT)
                .at(15)
                .says(BOB)
                .at(16)
                .says(BOB, Message.Kind.REPLY, Message.Visibility.INTERNAL)
                .at(20)
                .says(BOB)
                .at(30)
                .resolves()
                .at(35)
                .says(BOB)
                .at(40)
                .reopens()
                .at(42)
                .says(BOB)
                .done();
        assertThat(of(made, update, 99)).isEqualTo("5-15, 15-20, 20|30, 40-42, 42-");
        assertThat(of(Script.opened().at(5).says(ANN).done(), update, 99)).isEmpty();
        Case silent = Script.opened().at(5).resolves().at(9).reopens().done();
        assertThat(of(silent, update, 99)).isEmpty();
        Case ours = Case.builder("c").opened(Script.START, BOB).build();
        assertThat(of(ours, update, 99)).isEqualTo("0-");
    }

    @Test
    void anIntervalThatABotAnsweredHasEnded() {
        assertThatThrownBy(() -> new CaseInterval(Script.START, null, null, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval from 2026-01-05T09:00:00Z was answered by a bot and has not ended");
    }

    @Test
    void aCaseIsBuiltFromMessagesAlone() {
        List<Message> messages = List.of(
                message(90, BOB, Message.Kind.UPDATE),
                message(60, ANN, Message.Kind.REPLY),
                message(0, ANN, Message.Kind.REPLY),
                message(20, BOB, Message.Kind.REPLY),
                message(25, BOB, Message.Kind.REPLY),
                message(30, ANN, Message.Kind.AUTO_REPLY));
        Case made = MessageLog.read(CaseId.of("m"), messages);
        assertThat(made.events())
                .extracting(CaseEvent::type)
                .containsExactly("opened", "message", "waiting", "message", "message", "message", "message");
        assertThat(made.customer()).contains(CustomerId.of("ann"));
        assertThat(Stream.of(0, 19, 20, 59, 60, 99).map(at -> made.waitingOn(Script.minute(at))))
                .containsExactly(
                        WaitingOn.US, WaitingOn.US, WaitingOn.CUSTOMER, WaitingOn.CUSTOMER, WaitingOn.US, WaitingOn.US);
        assertThat(of(made, CaseInterval.Kind.FIRST_RESPONSE, 99)).isEqualTo("0-20");
        assertThat(of(made, CaseInterval.Kind.NEXT_RESPONSE, 80)).isEqualTo("60-");
        assertThat(made.withoutEffect(Script.minute(99))).isEmpty();
        Case ours = MessageLog.read(CaseId.of("m"), List.of(message(0, BOB, Message.Kind.REPLY)));
        assertThat(ours.waitingOn(Script.START)).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(ours.customer()).isEmpty();
        Case atOnce = MessageLog.read(
                CaseId.of("m"),
                List.of(
                        message(0, ANN, Message.Kind.REPLY),
                        message(5, BOB, Message.Kind.REPLY),
                        message(5, ANN, Message.Kind.REPLY)));
        assertThat(atOnce.waitingOn(Script.minute(5)))
                .as("of one instant ours answers the customer's")
                .isEqualTo(WaitingOn.CUSTOMER);
        assertThatThrownBy(() -> MessageLog.read(CaseId.of("m"), List.of())).hasMessage("case m has no messages");
    }

    private static Message message(long minute, Actor by, Message.Kind kind) {
        return new Message(Script.minute(minute), by, Message.Visibility.PUBLIC, kind);
    }
}
