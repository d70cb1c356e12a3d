package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Brief;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.ConversationEvent.Message;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Holidays;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A made-up help desk of twenty teams: its hours, its goals, and a year of cases with ten events each. */
final class HelpDesk {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static final Holidays HOLIDAYS = Holidays.of(
                    LocalDate.parse("2024-03-29"), LocalDate.parse("2024-04-01"), LocalDate.parse("2024-05-09"))
            .or(Holidays.annual(
                    MonthDay.of(1, 1),
                    MonthDay.of(5, 1),
                    MonthDay.of(10, 3),
                    MonthDay.of(12, 25),
                    MonthDay.of(12, 26)));

    static final Schedule HOURS = Schedule.weekly(ZONE, "mon-fri 09:00-12:00 13:00-17:00, sat 10:00-13:00")
            .withHolidays(HOLIDAYS);

    static final SlaPolicies POLICIES = SlaPolicies.of(new SlaPolicy(
            "normal",
            HOURS,
            List.of(
                    SlaTarget.firstResponse(Duration.ofHours(1)),
                    SlaTarget.nextResponse(Duration.ofHours(4)),
                    SlaTarget.resolution(Duration.ofHours(16)))));

    static final List<String> TEAMS =
            IntStream.range(0, 20).mapToObj("team-%02d"::formatted).toList();

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** A year later. The youngest cases are not done then, and some have not all their events behind them. */
    static final Instant AS_OF = START.plus(Duration.ofDays(366));

    private static final long SEED = 20_240_102;
    private static final Actor CUSTOMER = Actor.customer("customer");
    private static final Actor BOT = Actor.bot("robot");
    private static final Brief BRIEF = Brief.of("order-number");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private List<CaseEvent> events = new ArrayList<>();
    private Instant at = START;

    private HelpDesk() {}

    static List<Case> cases(int rows) {
        HelpDesk desk = new HelpDesk();
        List<Case> cases = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            cases.add(desk.next(i, rows));
        }
        return cases;
    }

    private Case next(int number, int of) {
        events = new ArrayList<>(10);
        at = START.plusSeconds(366L * 86_400 * number / of);
        CustomerId customer = CustomerId.of("customer-" + random.nextInt(of / 3 + 1));
        String category = "category-" + random.nextInt(10);
        events.add(new WorkflowEvent.Opened(at, CUSTOMER, customer, null, category, "normal"));
        int team = random.nextInt(TEAMS.size());
        switch (random.nextInt(5)) {
            case 0 -> byBot(team);
            case 1 -> handedOver(team);
            case 2 -> reopened(team);
            case 3 -> byOthers(team);
            default -> inDialogue(team);
        }
        return Case.of(CaseId.of("case-" + number), events);
    }

    private void inDialogue(int team) {
        assign(Assignee.team(TEAMS.get(team)), null);
        assign(person(team, 0), null);
        say(team, 0, Message.Kind.REPLY);
        events.add(new WorkflowEvent.Waiting(soon(), agent(team, 0), WaitingOn.CUSTOMER, null));
        ask(Message.Kind.REPLY);
        say(team, 0, Message.Kind.REPLY);
        ask(Message.Kind.ASKS_FOR_NEWS);
        say(team, 0, Message.Kind.REPLY);
        resolve(team, 0);
    }

    private void byBot(int team) {
        assign(Assignee.bot("robot"), null);
        events.add(new Message(soon(), BOT, Message.Visibility.PUBLIC, Message.Kind.REPLY));
        ask(Message.Kind.ASKS_FOR_PERSON);
        assign(person(team, 1), BRIEF);
        learn("order-number");
        events.add(new ConversationEvent.Question(soon(), agent(team, 1), "order-number"));
        say(team, 1, Message.Kind.REPLY);
        resolve(team, 1);
        events.add(new WorkflowEvent.Closed(later(), Actor.SYSTEM));
    }

    private void handedOver(int team) {
        int other = random.nextInt(TEAMS.size());
        assign(person(team, 0), null);
        learn("order-number");
        events.add(new ConversationEvent.Promise(
                soon(), agent(team, 0), ConversationEvent.PromiseKind.UPDATE, at.plus(Duration.ofHours(12))));
        say(team, 0, Message.Kind.UPDATE);
        events.add(new WorkflowEvent.Escalated(later(), agent(team, 0), "second", null));
        assign(person(other, 0), random.nextBoolean() ? BRIEF : null);
        events.add(new ConversationEvent.Question(soon(), agent(other, 0), "order-number"));
        say(other, 0, Message.Kind.REPLY);
        resolve(other, 0);
    }

    private void reopened(int team) {
        assign(person(team, 0), null);
        say(team, 0, Message.Kind.REPLY);
        resolve(team, 0);
        ask(Message.Kind.REPLY);
        events.add(new WorkflowEvent.Reopened(soon(), CUSTOMER, null));
        assign(person(team, 1), BRIEF);
        say(team, 1, Message.Kind.REPLY);
        resolve(team, 1);
        events.add(new WorkflowEvent.Closed(later(), Actor.SYSTEM));
    }

    private void byOthers(int team) {
        assign(person(team, 0), null);
        events.add(new ConversationEvent.Promise(
                soon(), agent(team, 0), ConversationEvent.PromiseKind.RESOLUTION, at.plus(Duration.ofDays(3))));
        say(team, 0, Message.Kind.REPLY);
        events.add(new WorkflowEvent.Waiting(soon(), agent(team, 0), WaitingOn.THIRD_PARTY, null));
        events.add(new WorkflowEvent.Resumed(later(), agent(team, 0)));
        events.add(new WorkflowEvent.Waiting(soon(), agent(team, 0), WaitingOn.CUSTOMER, at.plus(Duration.ofDays(2))));
        say(team, 0, Message.Kind.UPDATE);
        resolve(team, 0);
        events.add(new WorkflowEvent.Closed(later(), Actor.SYSTEM));
    }

    private void assign(Assignee to, @Nullable Brief brief) {
        events.add(new WorkflowEvent.Assigned(soon(), Actor.SYSTEM, to, brief));
    }

    private void ask(Message.Kind kind) {
        events.add(new Message(later(), CUSTOMER, Message.Visibility.PUBLIC, kind));
    }

    private void say(int team, int person, Message.Kind kind) {
        events.add(new Message(later(), agent(team, person), Message.Visibility.PUBLIC, kind));
    }

    private void learn(String fact) {
        events.add(new ConversationEvent.Fact(soon(), CUSTOMER, fact, Actor.Kind.CUSTOMER, null));
    }

    private void resolve(int team, int person) {
        events.add(new WorkflowEvent.Resolved(
                later(), agent(team, person), null, null, WorkflowEvent.Resolved.Confirmation.US));
    }

    private static Assignee person(int team, int person) {
        return Assignee.person(TEAMS.get(team), TEAMS.get(team) + "-" + person);
    }

    private static Actor agent(int team, int person) {
        return Actor.agent(TEAMS.get(team) + "-" + person);
    }

    /** Some minutes on. */
    private Instant soon() {
        at = at.plusSeconds(1 + random.nextInt(1_200));
        return at;
    }

    /** Some hours on, mostly. */
    private Instant later() {
        at = at.plusSeconds(1 + (long) (7_200 * -Math.log(1 - random.nextDouble()) * (1 + random.nextInt(8))));
        return at;
    }
}
