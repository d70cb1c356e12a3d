package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Brief;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Whether what is known of a case stays known, from one who has it to the next. Hand-overs are the {@link Transfers} of all kinds. */
public final class Continuity {

    private Continuity() {}

    /** Returns the share of hand-overs with a brief. */
    public static Reading<Case, Outcome> transfersWithBrief() {
        return new Reading<>("hand-overs with a brief", (of, asOf) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Transfers.Transfer transfer : Transfers.of(of, asOf)) {
                outcomes.add(Outcome.of(transfer.event().brief() != null));
            }
            return outcomes;
        });
    }

    /** Returns the share, of the facts that were known and valid at a hand-over, of those that were passed on. */
    public static Reading<Case, Outcome> factsPassedOn() {
        return new Reading<>("facts passed on", (of, asOf) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Transfers.Transfer transfer : Transfers.of(of, asOf)) {
                Brief brief = transfer.event().brief();
                for (String fact : known(of, transfer.event())) {
                    outcomes.add(Outcome.of(brief != null && brief.facts().contains(fact)));
                }
            }
            return outcomes;
        });
    }

    private static Iterable<String> known(Case of, CaseEvent when) {
        TreeSet<String> facts = new TreeSet<>();
        for (ConversationEvent.Fact learned : of.events(ConversationEvent.Fact.class)) {
            facts.add(learned.fact());
        }
        facts.removeIf(fact -> !isKnown(of, fact, when));
        return facts;
    }

    /** Whether the fact was learned before the event and can still be relied on. */
    private static boolean isKnown(Case of, String fact, CaseEvent when) {
        for (CaseEvent event : of.events()) {
            if (event == when) {
                return false;
            }
            if (event instanceof ConversationEvent.Fact learned
                    && learned.fact().equals(fact)
                    && (learned.validUntil() == null || learned.validUntil().isAfter(when.occurredAt()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the time from a hand-over to the first thing that the new owner does: the person by the same id as the actor, of a team
     * anybody of ours. None where the case ends or goes to somebody else before, or was done and still is.
     */
    public static Reading<Case, CensoredTime> firstAction(Schedule hours) {
        return TimeMeasure.of("first act after hand-over", hours, (of, asOf) -> {
            List<CensoredTime> times = new ArrayList<>();
            for (Transfers.Transfer transfer : Transfers.of(of, asOf)) {
                times.addAll(firstAction(hours, of, transfer.event(), asOf));
            }
            return times;
        });
    }

    private static List<CensoredTime> firstAction(Schedule hours, Case of, WorkflowEvent.Assigned given, Instant asOf) {
        boolean after = false;
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (after && acts(event, given.to())) {
                return List.of(CensoredTime.between(hours, given.occurredAt(), event.occurredAt(), true));
            } else if (after && (event instanceof WorkflowEvent.Assigned || CaseEvents.ends(event))) {
                return List.of();
            }
            after |= event == given;
        }
        return of.waitingOn(asOf) == WaitingOn.DONE
                ? List.of()
                : List.of(CensoredTime.between(hours, given.occurredAt(), asOf, false));
    }

    private static boolean acts(CaseEvent event, Assignee owner) {
        Actor by = event.by();
        Actor.Kind kind = owner.bot() ? Actor.Kind.BOT : Actor.Kind.AGENT;
        return by.kind() == kind && (owner.person() == null || owner.person().equals(by.id()));
    }

    /** Returns the share, of all that we asked the customer, of what was known and valid already. */
    public static Reading<Case, Outcome> repeatedQuestions() {
        return new Reading<>("repeated questions", (of, asOf) -> repeats(of, asOf));
    }

    /** Returns the share, of the cases in which we asked anything, of those in which we asked what was known and valid already. */
    public static Reading<Case, Outcome> casesWithRepeatedQuestions() {
        return new Reading<>("cases with repeated questions", (of, asOf) -> {
            List<Outcome> asked = repeats(of, asOf);
            return asked.isEmpty() ? asked : List.of(Outcome.of(asked.contains(Outcome.YES)));
        });
    }

    private static List<Outcome> repeats(Case of, Instant asOf) {
        List<Outcome> outcomes = new ArrayList<>();
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (event instanceof ConversationEvent.Question asked) {
                outcomes.add(Outcome.of(isKnown(of, asked.fact(), asked)));
            }
        }
        return outcomes;
    }

    /**
     * Returns the share, of the cases in which we gave news unasked or the customer asked for news, of those in which we were first.
     */
    public static Reading<Case, Outcome> proactive() {
        return new Reading<>("proactive news", (of, asOf) -> {
            for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
                if (event instanceof ConversationEvent.Message message) {
                    if (message.kind() == ConversationEvent.Message.Kind.UPDATE && CaseEvents.speaks(message)) {
                        return List.of(Outcome.YES);
                    } else if (message.kind() == ConversationEvent.Message.Kind.ASKS_FOR_NEWS
                            && CaseEvents.asks(message)) {
                        return List.of(Outcome.NO);
                    }
                }
            }
            return List.of();
        });
    }
}
