package dev.cxkit.core.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the intervals of a case: goes through its events with at most one interval open at a time. */
final class Intervals {

    private final List<CaseInterval> found = new ArrayList<>(2);

    /** The start of the open interval; null while there is none. */
    private @Nullable Instant start;

    private Intervals() {}

    /** Returns the intervals of a case, looking at nothing after {@code asOf}. */
    static List<CaseInterval> of(Case supportCase, CaseInterval.Kind kind, Instant asOf) {
        List<CaseEvent> events = supportCase.effectiveEvents(asOf);
        Intervals intervals = new Intervals();
        if (!events.isEmpty()) {
            switch (kind) {
                case FIRST_RESPONSE -> intervals.firstResponses(events);
                case NEXT_RESPONSE -> intervals.nextResponses(events);
                case RESOLUTION -> intervals.resolutions(events, supportCase.resolving());
                case HUMAN_RESPONSE -> intervals.humanResponses(events);
                case OWNER_RESPONSE -> intervals.ownerResponses(events);
                case UPDATE -> intervals.updates(events);
            }
            intervals.add(null, null, false);
        }
        return intervals.found;
    }

    private void stop(CaseEvent event) {
        add(event.occurredAt(), null, false);
    }

    private void end(CaseEvent event) {
        add(null, event.occurredAt(), false);
    }

    private void add(@Nullable Instant stop, @Nullable Instant ended, boolean byBot) {
        if (start != null) {
            found.add(new CaseInterval(start, stop, ended, byBot));
            start = null;
        }
    }

    private void startUnlessOpen(CaseEvent event) {
        start = start == null ? event.occurredAt() : start;
    }

    /** At most one is answered, and it is the last one; each reopening after a resolution begins another until then. */
    private void firstResponses(List<CaseEvent> events) {
        if (isByAgent(events.get(0))) {
            return;
        }
        start = events.get(0).occurredAt();
        Instant byBot = null;
        for (CaseEvent event : events) {
            if (event instanceof ConversationEvent.Message message) {
                if (start != null && message.answers()) {
                    stop(event);
                    return;
                } else if (message.asks()) {
                    byBot = null;
                } else if (byBot == null && isByBot(message)) {
                    byBot = event.occurredAt();
                }
            } else if (event instanceof WorkflowEvent.Reopened) {
                startUnlessOpen(event);
                byBot = null;
            } else if (event instanceof WorkflowEvent.Assigned assigned) {
                byBot = assigned.to().human() ? null : byBot;
            } else if (endsForGood(event)) {
                end(event);
            }
        }
        add(null, byBot, byBot != null);
    }

    private void humanResponses(List<CaseEvent> events) {
        start = isByAgent(events.get(0)) ? null : events.get(0).occurredAt();
        boolean withBot = false;
        for (CaseEvent event : events) {
            if (event instanceof ConversationEvent.Message message) {
                if (message.answers()) {
                    if (start != null) {
                        stop(event);
                        return;
                    }
                } else if (isByBot(message)) {
                    add(null, event.occurredAt(), true);
                    withBot = true;
                } else if (message.asks()) {
                    start = withBot && message.asksForHuman() ? null : start;
                    startUnlessOpen(event);
                }
            } else if (event instanceof WorkflowEvent.Assigned assigned) {
                start = withBot && assigned.to().human() ? event.occurredAt() : start;
                withBot = assigned.to().bot();
            } else if (event instanceof WorkflowEvent.Reopened) {
                startUnlessOpen(event);
            } else if (endsForGood(event)) {
                end(event);
            }
        }
    }

    private void nextResponses(List<CaseEvent> events) {
        for (CaseEvent event : events) {
            if (event instanceof ConversationEvent.Message message) {
                if (message.asks()) {
                    startUnlessOpen(event);
                } else if (message.answers()) {
                    stop(event);
                } else if (isByBot(message)) {
                    add(null, event.occurredAt(), true);
                }
            } else if (CaseEvent.endsCase(event)) {
                end(event);
            }
        }
    }

    private void resolutions(List<CaseEvent> events, List<CaseEvent> resolving) {
        start = events.get(0).occurredAt();
        int next = 0;
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Reopened) {
                startUnlessOpen(event);
            } else if (next < resolving.size() && event == resolving.get(next)) {
                stop(event);
                next++;
            } else if (CaseEvent.endsCase(event)) {
                end(event);
            }
        }
    }

    private void ownerResponses(List<CaseEvent> events) {
        Assignee owner = null;
        boolean done = false;
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Assigned assigned
                    && !assigned.to().equals(owner)) {
                end(event);
                owner = assigned.to();
                start = done || owner.bot() ? null : event.occurredAt();
            } else if (event instanceof ConversationEvent.Message message && message.answers() && owner != null) {
                if (owner.person() == null || owner.person().equals(event.by().id())) {
                    stop(event);
                }
            } else if (CaseEvent.endsCase(event)) {
                end(event);
                done = true;
            } else if (event instanceof WorkflowEvent.Reopened) {
                done = false;
            }
        }
    }

    private void updates(List<CaseEvent> events) {
        boolean done = false;
        boolean spoken = isByAgent(events.get(0));
        start = spoken ? events.get(0).occurredAt() : null;
        for (CaseEvent event : events) {
            if (event instanceof ConversationEvent.Message message && message.reachesCustomer()) {
                spoken = true;
                if (!done && !event.occurredAt().equals(start)) {
                    stop(event);
                    start = event.occurredAt();
                }
            } else if (CaseEvent.endsCase(event)) {
                end(event);
                done = true;
            } else if (event instanceof WorkflowEvent.Reopened) {
                start = spoken ? event.occurredAt() : null;
                done = false;
            }
        }
    }

    private static boolean isByAgent(CaseEvent opened) {
        return opened.by().kind() == Actor.Kind.AGENT;
    }

    private static boolean isByBot(ConversationEvent.Message message) {
        return message.by().kind() == Actor.Kind.BOT && message.reachesCustomer();
    }

    /** A closing is no answer: what is awaited is paused by it. */
    private static boolean endsForGood(CaseEvent event) {
        return CaseEvent.endsCase(event) && !(event instanceof WorkflowEvent.Closed);
    }
}
