package dev.cxkit.core.sla;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stretch that a measure asks about, before any goal, policy or hours are looked at.
 *
 * @param start when it begins
 * @param stop when what was waited for came; null if it did not
 * @param ended when waiting lost its sense without that; null while it has
 */
record CaseInterval(
        Instant start, @Nullable Instant stop, @Nullable Instant ended) {

    /** Returns the runs of the measure, looking at nothing after {@code asOf}. */
    static List<CaseInterval> of(Case of, SlaTarget.Measure measure, Instant asOf) {
        List<CaseEvent> events = of.events(asOf);
        if (events.isEmpty()) {
            return List.of();
        }
        return switch (measure) {
            case FIRST_RESPONSE -> firstResponses(events);
            case NEXT_RESPONSE -> nextResponses(events);
            case RESOLUTION -> resolutions(of, events, asOf);
        };
    }

    /** At most one is answered, and it is the last one; each reopening begins another until then. */
    private static List<CaseInterval> firstResponses(List<CaseEvent> events) {
        List<CaseInterval> runs = new ArrayList<>(2);
        if (events.get(0).by().kind() == Actor.Kind.AGENT) {
            return runs;
        }
        Instant start = events.get(0).occurredAt();
        for (CaseEvent event : events) {
            if (start == null) {
                start = event instanceof WorkflowEvent.Reopened ? event.occurredAt() : null;
            } else if (answers(event)) {
                runs.add(new CaseInterval(start, event.occurredAt(), null));
                return runs;
            } else if (ends(event)) {
                runs.add(new CaseInterval(start, null, event.occurredAt()));
                start = null;
            }
        }
        if (start != null) {
            runs.add(new CaseInterval(start, null, null));
        }
        return runs;
    }

    private static List<CaseInterval> nextResponses(List<CaseEvent> events) {
        List<CaseInterval> runs = new ArrayList<>(2);
        Instant asked = null;
        for (CaseEvent event : events) {
            if (asked == null && asks(event)) {
                asked = event.occurredAt();
            } else if (asked != null && answers(event)) {
                runs.add(new CaseInterval(asked, event.occurredAt(), null));
                asked = null;
            } else if (asked != null && ends(event)) {
                runs.add(new CaseInterval(asked, null, event.occurredAt()));
                asked = null;
            }
        }
        if (asked != null) {
            runs.add(new CaseInterval(asked, null, null));
        }
        return runs;
    }

    private static List<CaseInterval> resolutions(Case of, List<CaseEvent> events, Instant asOf) {
        List<Instant> resolved = of.resolutions(asOf);
        List<CaseInterval> runs = new ArrayList<>(2);
        Instant start = of.openedAt();
        int next = 0;
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Reopened) {
                start = event.occurredAt();
            } else if (start != null && event instanceof WorkflowEvent.Merged) {
                runs.add(new CaseInterval(start, null, event.occurredAt()));
                start = null;
            } else if (start != null
                    && next < resolved.size()
                    && (event instanceof WorkflowEvent.Resolved || event instanceof WorkflowEvent.Closed)) {
                runs.add(new CaseInterval(start, resolved.get(next), null));
                next++;
                start = null;
            }
        }
        if (start != null) {
            runs.add(new CaseInterval(start, null, null));
        }
        return runs;
    }

    private static boolean answers(CaseEvent event) {
        return event instanceof ConversationEvent.Message message && message.answers();
    }

    private static boolean asks(CaseEvent event) {
        return event instanceof ConversationEvent.Message message && message.asks();
    }

    private static boolean ends(CaseEvent event) {
        return event instanceof WorkflowEvent.Resolved
                || event instanceof WorkflowEvent.Closed
                || event instanceof WorkflowEvent.Merged;
    }
}
