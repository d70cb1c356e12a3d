package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Period;

/**
 * A stretch of a case in which it was one side's turn.
 *
 * @param phase whose turn it was
 * @param period when
 * @param cause the event that began it; for a wait that ended by itself, the event that began the wait
 */
public record Turn(Phase phase, Period period, CaseEvent cause) {

    /** Checks the parts. */
    public Turn {
        requireNonNull(phase, "phase");
        requireNonNull(period, "period");
        requireNonNull(cause, "cause");
    }
}
