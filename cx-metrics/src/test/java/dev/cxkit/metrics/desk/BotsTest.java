package dev.cxkit.metrics.desk;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.ROBOT;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.support.WorkflowEvent.Resolved.Confirmation;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.service.Story;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BotsTest {

    private static final long DAY = 24 * 60;
    private static final long WEEK = 7 * DAY;

    private static Story chat(@Nullable String customer, long minute) {
        return Story.of("chat of " + customer, customer, Channel.CHAT_BOT, minute)
                .says(minute + 1, ROBOT);
    }

    private static Case call(String customer, long minute) {
        return Story.of("call of " + customer, customer, Channel.PHONE, minute)
                .says(minute + 1, BOB)
                .resolved(minute + 2)
                .done();
    }

    private static Story closed(Story story, long minute) {
        return story.then(minute, (at, by) -> new WorkflowEvent.Closed(at, Actor.SYSTEM));
    }

    private static BotOutcomes outcomes(Case... cases) {
        return BotOutcomes.metric(minute(20 * DAY)).over(List.of(cases));
    }

    @Test
    void whoGivesUpIsContainedWhoCallsIsNotDeflectedAndOnlyTheCustomerConfirms() {
        BotOutcomes outcomes = outcomes(
                closed(chat("gives up", 0), 60).done(),
                chat("calls", 0).resolved(60, ROBOT, Confirmation.TIMEOUT).done(),
                call("calls", 3 * DAY),
                chat("is content", 0).resolved(30, ROBOT, Confirmation.CUSTOMER).done(),
                chat("is handed over", 0)
                        .assigned(10, Assignee.person("bob"))
                        .resolved(20)
                        .done(),
                chat("is back", 0)
                        .resolved(30, ROBOT, Confirmation.CUSTOMER)
                        .reopened(2 * DAY)
                        .done(),
                chat("gets an answer late", 0)
                        .resolved(30, ROBOT, Confirmation.US)
                        .says(2 * DAY, BOB)
                        .done(),
                chat("still talks", 0).done(),
                chat("came lately", 15 * DAY)
                        .resolved(15 * DAY + 9, ROBOT, Confirmation.US)
                        .done(),
                chat("was handed over lately", 15 * DAY)
                        .assigned(15 * DAY + 9, Assignee.team("one"))
                        .done(),
                chat(null, 0).resolved(60, ROBOT, Confirmation.US).done(),
                chat("was merged", 0).merged(5).done(),
                chat("calls too late", 0).resolved(30, ROBOT, Confirmation.US).done(),
                call("calls too late", 30 + WEEK + 1),
                chat("calls just in time", 0)
                        .resolved(30, ROBOT, Confirmation.US)
                        .done(),
                call("calls just in time", 30 + WEEK));
        assertThat(outcomes.window()).isEqualTo(BotOutcomes.DEFAULT_WINDOW);
        assertThat(outcomes.containment().proportion())
                .as("all but those open and the two that were handed over")
                .isEqualTo(Proportion.of(9, 11));
        assertThat(outcomes.containment().excluded()).isEqualTo(Map.of("open", 1L));
        assertThat(outcomes.confirmed().proportion())
                .as("the one who is content, and the one who is back")
                .isEqualTo(Proportion.of(2, 11));
        assertThat(outcomes.confirmed().excluded()).isEqualTo(Map.of("open", 1L));
        assertThat(outcomes.deflection().proportion())
                .as("who gives up, who is content, who calls too late")
                .isEqualTo(Proportion.of(3, 8));
        assertThat(outcomes.deflection().excluded())
                .isEqualTo(Map.of("open", 1L, "immature", 2L, "unknown customer", 1L));
        Coverage cases = new Coverage(15, 3, 1);
        assertThat(outcomes.containment().cases()).isEqualTo(cases);
        assertThat(outcomes.deflection().cases()).isEqualTo(cases);
        assertThat(outcomes.confirmed().cases()).isEqualTo(cases);
    }

    @Test
    void whatComesAfterTheEndDoesNotChangeContainment() {
        Case of = chat("a", 0)
                .resolved(30, ROBOT, Confirmation.US)
                .reopened(30 + WEEK + 1)
                .says(30 + WEEK + 2, BOB)
                .done();
        BotOutcomes outcomes = outcomes(of);
        assertThat(outcomes.containment().proportion()).isEqualTo(Proportion.of(1, 1));
        assertThat(outcomes.deflection().proportion())
                .as("reopened after the window")
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void anAgentWhoEndsTheCaseWithoutAWordIsAHuman() {
        assertThat(outcomes(chat("a", 0).resolved(30).done()).containment().proportion())
                .isEqualTo(Proportion.of(0, 1));
        assertThat(outcomes(chat("a", 0)
                                .notes(5)
                                .resolved(30, ROBOT, Confirmation.US)
                                .done())
                        .containment()
                        .proportion())
                .as("a note is not")
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void withoutCasesThereAreNoShares() {
        BotOutcomes outcomes = outcomes();
        assertThat(outcomes.containment().proportion().share()).isEmpty();
        assertThat(outcomes.deflection().proportion().share()).isEmpty();
        assertThat(outcomes.confirmed().proportion().share()).isEmpty();
        assertThatThrownBy(() -> BotOutcomes.metric(Duration.ZERO, minute(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window PT0S is not above 0");
        assertThatThrownBy(() -> new BotOutcomes(
                        Duration.ofDays(-1), outcomes.containment(), outcomes.deflection(), outcomes.confirmed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window PT-24H is not above 0");
    }

    private static Story asks(Story story, long minute) {
        return story.says(minute, ANN, ConversationEvent.Message.Kind.ASKS_FOR_PERSON);
    }

    private static final Case REACHED = asks(chat("reached", 0), 5)
            .assigned(6, Assignee.team("one"))
            .says(20, BOB)
            .resolved(30)
            .done();
    private static final Case NOT_REACHED = closed(
                    asks(chat("not reached", 0), 5).assigned(6, Assignee.team("one")), 100)
            .done();
    private static final Case ASKING = asks(chat("asking", 0), 7).done();
    private static final Case GIVEN =
            chat("given", 0).assigned(10, Assignee.person("bob")).done();
    private static final Case ASKED_BEFORE = asks(Story.of("asked before", "b", Channel.EMAIL, 0), 1)
            .assigned(3, Assignee.bot("robot"))
            .resolved(9, ROBOT, Confirmation.US)
            .done();
    private static final Case CONTAINED =
            chat("contained", 0).resolved(8, ROBOT, Confirmation.US).done();
    private static final Case OPEN = chat("open", 0).done();
    private static final Case HUMAN_FIRST =
            Story.of("human first").says(1, BOB).says(2, ROBOT).done();
    private static final Case ROUTED =
            Story.of("routed").assigned(0, Assignee.team("one")).says(2, ROBOT).done();
    private static final Case[] ALL = {
        REACHED, NOT_REACHED, ASKING, GIVEN, ASKED_BEFORE, CONTAINED, OPEN, HUMAN_FIRST, ROUTED
    };

    @Test
    void casesGivenToOrAskingForAHumanAreOfThoseWithABot() {
        Share share = Share.metric(Bots.toHuman(), minute(DAY)).over(List.of(ALL));
        assertThat(share.proportion()).isEqualTo(Proportion.of(5, 6));
        assertThat(share.excluded()).isEqualTo(Map.of("open", 2L));
        assertThat(share.cases()).isEqualTo(new Coverage(9, 1, 0));
        assertThat(Share.metric(Bots.toHuman(), minute(4))
                        .over(List.of(REACHED))
                        .excluded())
                .as("before the customer asked")
                .isEqualTo(Map.of("open", 1L));
    }

    private static List<Long> escape(Case of) {
        return Bots.escape(Schedule.always()).values(of, minute(100)).stream()
                .map(time -> time.event() ? time.millis() / 60_000 : -time.millis() / 60_000)
                .toList();
    }

    @Test
    void theEscapeBeginsWithTheBotAndEndsWithTheRequestOrTheHuman() {
        assertThat(escape(REACHED)).containsExactly(4L);
        assertThat(escape(NOT_REACHED)).containsExactly(4L);
        assertThat(escape(ASKING)).containsExactly(6L);
        assertThat(escape(GIVEN)).containsExactly(9L);
        assertThat(escape(ASKED_BEFORE)).containsExactly(0L);
        assertThat(escape(CONTAINED)).isEmpty();
        assertThat(escape(OPEN)).containsExactly(-99L);
        assertThat(escape(HUMAN_FIRST)).isEmpty();
        assertThat(escape(ROUTED)).containsExactly(-98L);
        ElapsedTime times =
                ElapsedTime.metric(Bots.escape(Schedule.always()), minute(100)).over(List.of(ALL));
        assertThat(times.n()).isEqualTo(5);
        assertThat(times.open()).isEqualTo(2);
        assertThat(times.median()).hasValue(Duration.ofMinutes(4));
    }

    @Test
    void anEscapeFailsIfNoHumanAnswers() {
        Share share = Share.metric(Bots.failedEscapes(), minute(DAY)).over(List.of(ALL));
        assertThat(share.proportion()).isEqualTo(Proportion.of(2, 3));
        assertThat(share.excluded()).isEqualTo(Map.of("open", 1L));
        assertThat(share.cases().withoutValue()).isEqualTo(5);
        Case late = asks(chat("late", 0), 5)
                .resolved(10, ROBOT, Confirmation.TIMEOUT)
                .reopened(20)
                .says(30, BOB)
                .done();
        assertThat(Share.metric(Bots.failedEscapes(), minute(DAY))
                        .over(List.of(late))
                        .proportion())
                .as("answered only after it had ended")
                .isEqualTo(Proportion.of(1, 1));
    }
}
