package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@index "Escalation rate"} of cases, and the time to escalation.
 *
 * <p>Asked by {@link Share#metric(Reading, Instant)} and {@link ElapsedTime#metric(Reading, Instant)}.
 */
public final class Escalations {

    private Escalations() {}

    /** Returns the share of cases that were escalated. An open one that was not counts as a no, though it may still be. */
    public static Reading<Case, Outcome> rate() {
        return Reading.ofCases(
                "escalated",
                (supportCase, asOf) ->
                        List.of(Outcome.of(first(supportCase, asOf).isPresent())));
    }

    /** Returns the share of cases that were escalated to this level. */
    public static Reading<Case, Outcome> rate(String level) {
        requireNonNull(level, "level");
        return Reading.ofCases(
                "escalated to " + Definition.text(level),
                (supportCase, asOf) -> List.of(Outcome.of(supportCase.events(WorkflowEvent.Escalated.class).stream()
                        .anyMatch(event -> event.level().equals(level)
                                && !event.occurredAt().isAfter(asOf)))));
    }

    /**
     * Returns the time from the opening to the first escalation. It is right-censored in an open case without one; a case that is done
     * without one gives no time.
     */
    public static Reading<Case, CensoredTime> time(Schedule hours) {
        return Reading.ofTimes("time to escalation", hours, (supportCase, asOf) -> {
            Optional<Instant> first = first(supportCase, asOf);
            if (first.isEmpty() && supportCase.waitingOn(asOf) == WaitingOn.DONE) {
                return List.of();
            }
            return List.of(CensoredTime.between(hours, supportCase.openedAt(), first.orElse(asOf), first.isPresent()));
        });
    }

    private static Optional<Instant> first(Case supportCase, Instant asOf) {
        for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
            if (event instanceof WorkflowEvent.Escalated) {
                return Optional.of(event.occurredAt());
            }
        }
        return Optional.empty();
    }
}
