package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.time.TimeRange;

/**
 * A stretch of time that the clock of a goal counted, or why it did not.
 *
 * @param range when
 * @param kind whether it counted
 * @param cause the event from which on this was so: that which began the turn, or put the case under the policy
 */
public record ClockSegment(TimeRange range, Kind kind, CaseEvent cause) {

    /** Whether time counts. */
    public enum Kind {
        /** It counts. */
        COUNTED,
        /** It is outside the hours. */
        CLOSED,
        /** The clock stands still in this phase. */
        PAUSED
    }

    /** Checks the parts. */
    public ClockSegment {
        requireNonNull(range, "period");
        requireNonNull(kind, "kind");
        requireNonNull(cause, "cause");
    }
}
