package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.time.TimeRange;
import java.util.Map;

/**
 * A segment of an SLA clock: time that counted, that lay outside business hours, or in which the clock was paused, with the event that
 * caused it.
 *
 * @param range when
 * @param kind whether it counted
 * @param cause the event from which on this was so: that by which the case came to wait on the side, or came under the policy
 */
public record ClockSegment(TimeRange range, Kind kind, CaseEvent cause) implements Result {

    /** Whether time counts. */
    public enum Kind {
        /** It counts. */
        COUNTED,
        /** It is outside business hours. */
        CLOSED,
        /** The clock is paused. */
        PAUSED
    }

    /** Refuses a missing part. */
    public ClockSegment {
        requireNonNull(range, "range");
        requireNonNull(kind, "kind");
        requireNonNull(cause, "cause");
    }

    /** Returns {@code from}, {@code to}, the {@code kind} and the type of the {@code cause}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("from", range.from())
                .with("to", range.to())
                .with("kind", kind)
                .with("cause", cause.type())
                .map();
    }
}
