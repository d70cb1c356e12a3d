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

/**
 * Context kept across transfers: briefs, facts passed on, the first action after a transfer, and repeated questions.
 *
 * <ul>
 *   <li>Transfers are the {@link Transfers} of all kinds.
 *   <li>A fact is known at an event if it was learned before it and is still valid then.
 * </ul>
 *
 * <p>Asked by {@link Share#metric(Reading, Instant)}, the time by {@link ElapsedTime#metric(Reading, Instant)}.
 */
public final class Continuity {

    private Continuity() {}

    /** Returns the share of transfers with a brief. */
    public static Reading<Case, Outcome> transfersWithBrief() {
        return Reading.ofCases("transfers with a brief", Continuity::transfers)
                .then("", transfer -> Outcome.of(transfer.brief() != null));
    }

    /** Returns the share, of the facts known at a transfer, of those that were passed on in its brief. */
    public static Reading<Case, Outcome> factsPassedOn() {
        return Reading.ofCases("facts passed on", (supportCase, asOf) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (WorkflowEvent.Assigned transfer : transfers(supportCase, asOf)) {
                Brief brief = transfer.brief();
                for (String fact : known(supportCase, transfer)) {
                    outcomes.add(Outcome.of(brief != null && brief.facts().contains(fact)));
                }
            }
            return outcomes;
        });
    }

    private static Iterable<String> known(Case supportCase, CaseEvent when) {
        TreeSet<String> facts = new TreeSet<>();
        for (ConversationEvent.Fact learned : supportCase.events(ConversationEvent.Fact.class)) {
            facts.add(learned.fact());
        }
        facts.removeIf(fact -> !isKnown(supportCase, fact, when));
        return facts;
    }

    private static boolean isKnown(Case supportCase, String fact, CaseEvent when) {
        for (CaseEvent event : supportCase.events()) {
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
     * Returns the time from a transfer to the first action of the new assignee: of a person that of the actor with the same id, of a team
     * that of any agent.
     *
     * <ul>
     *   <li>No time where the case ends or is assigned again before.
     *   <li>No time where the case was done at the transfer and still is.
     * </ul>
     */
    public static Reading<Case, CensoredTime> firstAction(Schedule hours) {
        return Reading.ofTimes(
                "first action after a transfer",
                hours,
                (supportCase, asOf) -> transfers(supportCase, asOf).stream()
                        .flatMap(transfer -> firstAction(hours, supportCase, transfer, asOf).stream())
                        .toList());
    }

    private static List<WorkflowEvent.Assigned> transfers(Case supportCase, Instant asOf) {
        return Transfers.of(supportCase.effectiveEvents(asOf)).stream()
                .map(Transfers.Transfer::event)
                .toList();
    }

    private static List<CensoredTime> firstAction(
            Schedule hours, Case supportCase, WorkflowEvent.Assigned transfer, Instant asOf) {
        boolean after = false;
        for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
            if (after && acts(event, transfer.to())) {
                return List.of(CensoredTime.between(hours, transfer.occurredAt(), event.occurredAt(), true));
            } else if (after && (event instanceof WorkflowEvent.Assigned || CaseEvent.endsCase(event))) {
                return List.of();
            }
            after |= event == transfer;
        }
        return supportCase.waitingOn(asOf) == WaitingOn.DONE
                ? List.of()
                : List.of(CensoredTime.between(hours, transfer.occurredAt(), asOf, false));
    }

    private static boolean acts(CaseEvent event, Assignee owner) {
        Actor by = event.by();
        Actor.Kind kind = owner.bot() ? Actor.Kind.BOT : Actor.Kind.AGENT;
        return by.kind() == kind && (owner.person() == null || owner.person().equals(by.id()));
    }

    /** Returns the share, of all questions to the customer, of those for a fact that was known already. */
    public static Reading<Case, Outcome> repeatedQuestions() {
        return Reading.ofCases("repeated questions", Continuity::repeatedQuestions);
    }

    /** Returns the share, of the cases with a question to the customer, of those with a repeated one. */
    public static Reading<Case, Outcome> casesWithRepeatedQuestions() {
        return Reading.ofCases("cases with repeated questions", (supportCase, asOf) -> {
            List<Outcome> asked = repeatedQuestions(supportCase, asOf);
            return asked.isEmpty() ? asked : List.of(Outcome.of(asked.contains(Outcome.YES)));
        });
    }

    private static List<Outcome> repeatedQuestions(Case supportCase, Instant asOf) {
        List<Outcome> outcomes = new ArrayList<>();
        for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
            if (event instanceof ConversationEvent.Question asked) {
                outcomes.add(Outcome.of(isKnown(supportCase, asked.fact(), asked)));
            }
        }
        return outcomes;
    }

    /** Returns the share, of the cases in which we gave news unasked or the customer asked for news, of those in which we were first. */
    public static Reading<Case, Outcome> proactive() {
        return Reading.ofCases("proactive news", (supportCase, asOf) -> {
            for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
                if (event instanceof ConversationEvent.Message message) {
                    if (message.kind() == ConversationEvent.Message.Kind.UPDATE && message.reachesCustomer()) {
                        return List.of(Outcome.YES);
                    } else if (message.kind() == ConversationEvent.Message.Kind.ASKS_FOR_NEWS && message.asks()) {
                        return List.of(Outcome.NO);
                    }
                }
            }
            return List.of();
        });
    }
}
