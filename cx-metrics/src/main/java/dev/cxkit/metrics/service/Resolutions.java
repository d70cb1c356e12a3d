package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How well cases are resolved. First-contact resolution is in {@link FirstContactRule}. */
public final class Resolutions {

    /** A hundred years: more is a unit mistaken, and would not fit behind the last instant there is. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Resolutions() {}

    /** Returns the number of our turns: messages of humans of ours that the customer sees, those without a word between as one. */
    public static Reading<Case, Long> touches() {
        return new Reading<>("touches", (of, asOf) -> List.of(touches(CaseEvents.upTo(of, asOf))));
    }

    /**
     * Returns the share of the cases that are done which were resolved with exactly one turn of a human. One resolved without any is
     * no such case. Open ones are left out as {@code open}.
     */
    public static Reading<Case, Outcome> oneTouch() {
        return new Reading<>("one-touch", (of, asOf) -> {
            List<Instant> resolved = of.resolutions(asOf);
            if (of.waitingOn(asOf) != WaitingOn.DONE || resolved.isEmpty()) {
                return List.of(Outcome.OPEN);
            }
            Instant last = resolved.get(resolved.size() - 1);
            return List.of(Outcome.of(touches(CaseEvents.upToEnd(of, last)) == 1));
        });
    }

    /**
     * Returns the share of resolved cases that were reopened within a time of a resolution. A case never resolved is left out as
     * {@code open}, one whose first resolution is younger than that time as {@code immature}, reopened or not: a cohort must have had
     * its time. A case counts once.
     *
     * @param within above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Reading<Case, Outcome> reopened(Duration within) {
        aboveZero(within);
        return new Reading<>("reopened within " + within, (of, asOf) -> List.of(reopened(of, asOf, within)));
    }

    private static Outcome reopened(Case of, Instant asOf, Duration within) {
        List<Instant> resolved = of.resolutions(asOf);
        if (resolved.isEmpty()) {
            return Outcome.OPEN;
        } else if (resolved.get(0).plus(within).isAfter(asOf)) {
            return Outcome.IMMATURE;
        }
        boolean reopened = false;
        for (Instant at : resolved) {
            reopened |= !at.plus(within).isAfter(asOf) && reopenedAfter(of, at, within);
        }
        return Outcome.of(reopened);
    }

    /** Whether the case was reopened after the resolution and not later than the time. */
    public static boolean reopenedAfter(Case of, Instant resolved, Duration within) {
        boolean done = false;
        for (CaseEvent event : of.events()) {
            // By the order of the events, since a resolution can follow on a reopening of the same instant.
            done |= CaseEvents.ends(event) && event.occurredAt().equals(resolved);
            if (done && event instanceof WorkflowEvent.Reopened) {
                return !event.occurredAt().isAfter(resolved.plus(within));
            }
        }
        return false;
    }

    public static Duration aboveZero(Duration within) {
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("window " + within + " is not above 0");
        }
        if (within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("window " + within + " is above " + LONGEST);
        }
        return within;
    }

    public static long touches(List<CaseEvent> events) {
        long touches = 0;
        boolean ours = false;
        for (CaseEvent event : events) {
            if (CaseEvents.answers(event)) {
                touches += ours ? 0 : 1;
                ours = true;
            } else if (CaseEvents.asks(event)) {
                ours = false;
            }
        }
        return touches;
    }
}
