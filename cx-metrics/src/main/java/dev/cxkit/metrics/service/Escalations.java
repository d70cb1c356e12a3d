package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many cases go to a higher level, and when. */
public final class Escalations {

    private Escalations() {}

    /** Returns the share of cases that were escalated. An open one that was not may still be. */
    public static Reading<Case, Outcome> rate() {
        return new Reading<>(
                "escalated", (of, asOf) -> List.of(Outcome.of(first(of, asOf).isPresent())));
    }

    /** Returns the share of cases that were escalated to this level. */
    public static Reading<Case, Outcome> rate(String level) {
        requireNonNull(level, "level");
        return new Reading<>(
                "escalated to " + level,
                (of, asOf) -> List.of(Outcome.of(of.events(WorkflowEvent.Escalated.class).stream()
                        .anyMatch(event -> event.level().equals(level)
                                && !event.occurredAt().isAfter(asOf)))));
    }

    /** Returns the time from the opening to the first escalation. It goes on in an open case; none in one done without. */
    public static Reading<Case, CensoredTime> time(Schedule hours) {
        return TimeMeasure.of("time to escalation", hours, (of, asOf) -> {
            Optional<Instant> first = first(of, asOf);
            if (first.isEmpty() && of.waitingOn(asOf) == WaitingOn.DONE) {
                return List.of();
            }
            return List.of(CensoredTime.between(hours, of.openedAt(), first.orElse(asOf), first.isPresent()));
        });
    }

    private static Optional<Instant> first(Case of, Instant asOf) {
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (event instanceof WorkflowEvent.Escalated) {
                return Optional.of(event.occurredAt());
            }
        }
        return Optional.empty();
    }
}
