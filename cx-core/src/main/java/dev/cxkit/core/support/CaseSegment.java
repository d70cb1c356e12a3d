package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;

/**
 * A stretch of a case in which it was one side's turn.
 *
 * @param waitingOn whose turn it was
 * @param range when
 * @param cause the event that began it; for a wait that ended by itself, the event that began the wait
 */
public record CaseSegment(WaitingOn waitingOn, TimeRange range, CaseEvent cause) {

    /** Checks the parts. */
    public CaseSegment {
        requireNonNull(waitingOn, "phase");
        requireNonNull(range, "period");
        requireNonNull(cause, "cause");
    }
}
