package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.TimeRange;
import java.util.Map;

/**
 * A segment of a case's life in which it waited on one party, with the event that began it.
 *
 * @param waitingOn the party
 * @param range when
 * @param cause the event that began it; for a wait that ended by itself, the event that began the wait
 */
public record CaseSegment(WaitingOn waitingOn, TimeRange range, CaseEvent cause) implements Result {

    /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
    public CaseSegment {
        requireNonNull(waitingOn, "waitingOn");
        requireNonNull(range, "range");
        requireNonNull(cause, "cause");
    }

    /** Returns {@code from}, {@code to}, {@code waitingOn} and the type of the {@code cause}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("from", range.from())
                .with("to", range.to())
                .with("waitingOn", waitingOn)
                .with("cause", cause.type())
                .map();
    }
}
