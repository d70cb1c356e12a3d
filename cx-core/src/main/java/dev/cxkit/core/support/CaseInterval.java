package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response or resolution interval of a case, from when it is awaited until it comes, or until it is no longer awaited.
 *
 * <p>It is in calendar time; business hours and pauses are for those that measure it: {@linkplain dev.cxkit.core.sla.SlaClock SLA clocks}
 * and response times rest on the same intervals.
 *
 * @param start when it begins
 * @param stop when what was awaited came; null if it did not
 * @param ended when the case ended without that, so that nobody awaits it any more; null if it did not
 */
public record CaseInterval(
        Instant start, @Nullable Instant stop, @Nullable Instant ended) implements Serializable {

    /** What is awaited. */
    public enum Kind {

        /**
         * The first public message of an agent, from the opening on.
         *
         * <ul>
         *   <li>Excluded: messages of bots, automatic replies and internal notes.
         *   <li>No interval if an agent opened the case: the customer asked nothing.
         *   <li>If the case ended without such a message and was reopened, another interval begins at the reopening: the customer was not
         *       waiting in between.
         * </ul>
         */
        FIRST_RESPONSE,

        /**
         * The next public message of an agent, from the first message of the customer on that is not answered yet.
         *
         * <ul>
         *   <li>Excluded: messages of bots, automatic replies (of either side) and internal notes.
         *   <li>A resolution without words ends the interval without an answer.
         *   <li>What the customer says after the end of the case, such as thanks, begins an interval too; the case waits on nobody then.
         * </ul>
         */
        NEXT_RESPONSE,

        /** A resolution, or a closing without one before, from the opening or a reopening on. A merge ends the interval. */
        RESOLUTION
    }

    /** Refuses an interval that both came and ended without. */
    public CaseInterval {
        requireNonNull(start, "start");
        if (stop != null && ended != null) {
            throw new IllegalArgumentException(
                    "interval from " + start + " stops at " + stop + " and ends at " + ended);
        }
    }

    /** Returns whether it is still awaited. */
    public boolean isOpen() {
        return stop == null && ended == null;
    }

    /** Returns the intervals of a case, looking at nothing after {@code asOf}. */
    static List<CaseInterval> of(Case supportCase, Kind kind, Instant asOf) {
        List<CaseEvent> events = supportCase.events(asOf);
        if (events.isEmpty()) {
            return List.of();
        }
        return switch (kind) {
            case FIRST_RESPONSE -> firstResponses(events);
            case NEXT_RESPONSE -> nextResponses(events);
            case RESOLUTION -> resolutions(supportCase.resolutions(asOf), events);
        };
    }

    /** At most one is answered, and it is the last one; each reopening begins another until then. */
    private static List<CaseInterval> firstResponses(List<CaseEvent> events) {
        List<CaseInterval> intervals = new ArrayList<>(2);
        if (events.get(0).by().kind() == Actor.Kind.AGENT) {
            return intervals;
        }
        Instant start = events.get(0).occurredAt();
        for (CaseEvent event : events) {
            if (start == null) {
                start = event instanceof WorkflowEvent.Reopened ? event.occurredAt() : null;
            } else if (event instanceof ConversationEvent.Message message && message.answers()) {
                intervals.add(new CaseInterval(start, event.occurredAt(), null));
                return intervals;
            } else if (CaseEvent.endsCase(event)) {
                intervals.add(new CaseInterval(start, null, event.occurredAt()));
                start = null;
            }
        }
        if (start != null) {
            intervals.add(new CaseInterval(start, null, null));
        }
        return intervals;
    }

    private static List<CaseInterval> nextResponses(List<CaseEvent> events) {
        List<CaseInterval> intervals = new ArrayList<>(2);
        Instant asked = null;
        for (CaseEvent event : events) {
            if (event instanceof ConversationEvent.Message message) {
                if (asked == null && message.asks()) {
                    asked = event.occurredAt();
                } else if (asked != null && message.answers()) {
                    intervals.add(new CaseInterval(asked, event.occurredAt(), null));
                    asked = null;
                }
            } else if (asked != null && CaseEvent.endsCase(event)) {
                intervals.add(new CaseInterval(asked, null, event.occurredAt()));
                asked = null;
            }
        }
        if (asked != null) {
            intervals.add(new CaseInterval(asked, null, null));
        }
        return intervals;
    }

    private static List<CaseInterval> resolutions(List<Instant> resolved, List<CaseEvent> events) {
        List<CaseInterval> intervals = new ArrayList<>(2);
        Instant start = events.get(0).occurredAt();
        int next = 0;
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Reopened) {
                start = event.occurredAt();
            } else if (start != null && event instanceof WorkflowEvent.Merged) {
                intervals.add(new CaseInterval(start, null, event.occurredAt()));
                start = null;
            } else if (start != null && next < resolved.size() && CaseEvent.endsCase(event)) {
                intervals.add(new CaseInterval(start, resolved.get(next), null));
                next++;
                start = null;
            }
        }
        if (start != null) {
            intervals.add(new CaseInterval(start, null, null));
        }
        return intervals;
    }
}
