package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How well cases are resolved: touches, {@index "one-touch resolution"} and reopened cases. First-contact resolution is
 * {@link FirstContactResolution}, repeat contact {@link RepeatContacts}.
 */
public final class Resolutions {

    static final Outcome ABANDONED = Outcome.excluded("abandoned");

    private Resolutions() {}

    /** What a case without a resolution counts as: open, or abandoned. */
    static Outcome unresolved(Case supportCase, Instant asOf) {
        return supportCase.waitingOn(asOf) == WaitingOn.DONE ? ABANDONED : Outcome.OPEN;
    }

    /**
     * Returns the number of events of each case that changed nothing, see {@link Case#withoutEffect}, for {@link CaseCounts#metric}: they
     * are in no other count.
     */
    public static Reading<Case, Long> withoutEffect() {
        return Reading.ofCases(
                "events without effect",
                (supportCase, asOf) ->
                        List.of((long) supportCase.withoutEffect(asOf).size()));
    }

    /**
     * Returns the number of touches of each case, for {@link CaseCounts#metric}: public messages of agents, those without a message of the
     * customer between them as one.
     */
    public static Reading<Case, Long> touches() {
        return Reading.ofCases("touches", (supportCase, asOf) -> List.of(touches(supportCase.effectiveEvents(asOf))));
    }

    /**
     * Returns the share, of the cases that are done, of those resolved with exactly one touch, for {@link Share#metric(Reading, Instant)}.
     * One resolved without any is a no. Excluded are cases that are {@code open} or {@code abandoned}.
     */
    public static Reading<Case, Outcome> oneTouch() {
        return Reading.ofCases("one-touch", (supportCase, asOf) -> {
            List<Instant> resolved = supportCase.resolutions(asOf);
            if (supportCase.waitingOn(asOf) != WaitingOn.DONE || resolved.isEmpty()) {
                return List.of(unresolved(supportCase, asOf));
            }
            Instant last = resolved.get(resolved.size() - 1);
            return List.of(Outcome.of(touches(supportCase.eventsUntilEnd(last)) == 1));
        });
    }

    /**
     * Returns the share of resolved cases that were reopened within a time of a resolution, for {@link Share#metric(Reading, Instant)}.
     *
     * <ul>
     *   <li>A case counts once.
     *   <li>Excluded as {@code open} or {@code abandoned}: a case never resolved.
     *   <li>Excluded as {@code immature}: one whose first resolution is younger than that time, reopened or not, since a cohort must have had
     *       its time.
     * </ul>
     *
     * @param within above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Reading<Case, Outcome> reopened(Duration within) {
        RepeatWithin.checkWindow(within);
        return Reading.ofCases(
                "reopened within " + within, (supportCase, asOf) -> List.of(reopened(supportCase, asOf, within)));
    }

    private static Outcome reopened(Case supportCase, Instant asOf, Duration within) {
        List<Instant> resolved = supportCase.resolutions(asOf);
        if (resolved.isEmpty()) {
            return unresolved(supportCase, asOf);
        } else if (resolved.get(0).plus(within).isAfter(asOf)) {
            return Outcome.IMMATURE;
        }
        boolean reopened = false;
        for (Instant at : resolved) {
            reopened |= !at.plus(within).isAfter(asOf) && isReopened(supportCase, at, within);
        }
        return Outcome.of(reopened);
    }

    /** Returns whether the case was reopened after a resolution at this instant and not later than the time after it. */
    public static boolean isReopened(Case supportCase, Instant resolved, Duration within) {
        boolean done = false;
        for (CaseEvent event : supportCase.effectiveEvents(Instant.MAX)) {
            // By the order of the events, since a resolution can follow on a reopening of the same instant.
            done |= CaseEvent.endsCase(event) && event.occurredAt().equals(resolved);
            if (done && event instanceof WorkflowEvent.Reopened) {
                return !event.occurredAt().isAfter(resolved.plus(within));
            }
        }
        return false;
    }

    static long touches(List<CaseEvent> events) {
        long touches = 0;
        boolean ours = false;
        for (CaseEvent event : events) {
            if (event instanceof ConversationEvent.Message message) {
                if (message.answers()) {
                    touches += ours ? 0 : 1;
                    ours = true;
                } else if (message.asks()) {
                    ours = false;
                }
            }
        }
        return touches;
    }
}
