package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.io.Serializable;

/**
 * A segment of a case's life in which it waited on one party, with the event that began it.
 *
 * @param waitingOn the party
 * @param range when
 * @param cause the event that began it; for a wait that ended by itself, the event that began the wait
 */
public record CaseSegment(WaitingOn waitingOn, TimeRange range, CaseEvent cause) implements Serializable {

    /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
    public CaseSegment {
        requireNonNull(waitingOn, "waitingOn");
        requireNonNull(range, "range");
        requireNonNull(cause, "cause");
    }
}
