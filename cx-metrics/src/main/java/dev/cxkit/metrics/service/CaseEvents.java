package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Instant;
import java.util.List;

/** What events mean to the measures. */
public final class CaseEvents {

    private CaseEvents() {}

    public static List<CaseEvent> upTo(Case of, Instant asOf) {
        return of.events(asOf);
    }

    /**
     * The events up to the one that ended the case at the instant, that one among them. What follows at the same instant came after
     * it: hosts that keep whole seconds have much of that.
     */
    public static List<CaseEvent> upToEnd(Case of, Instant ended) {
        List<CaseEvent> events = of.events(ended);
        int last = events.size() - 1;
        int end = last;
        // Only of what ends a case its time is asked, which for any event is much slower.
        for (int i = last; i >= 0; i--) {
            if (ends(events.get(i))) {
                if (!events.get(i).occurredAt().equals(ended)) {
                    break;
                }
                end = i;
            }
        }
        return end == last ? events : events.subList(0, end + 1);
    }

    public static boolean merged(Case of, Instant asOf) {
        return of.mergedInto().isPresent()
                && of.events(asOf).stream().anyMatch(event -> event instanceof WorkflowEvent.Merged);
    }

    /** One of us says something that the customer sees, and that is no automatic acknowledgement. */
    public static boolean speaks(CaseEvent event) {
        return event instanceof ConversationEvent.Message message
                && message.by().ours()
                && message.visibility() == ConversationEvent.Message.Visibility.PUBLIC
                && message.kind() != ConversationEvent.Message.Kind.AUTO_REPLY;
    }

    /** A human of ours says something that the customer sees. */
    public static boolean answers(CaseEvent event) {
        return event instanceof ConversationEvent.Message message && message.answers();
    }

    /** The customer says something; a message that the customer is away is none. */
    public static boolean asks(CaseEvent event) {
        return event instanceof ConversationEvent.Message message && message.asks();
    }

    /** The customer asks for a human. */
    public static boolean asksForHuman(CaseEvent event) {
        return asks(event)
                && ((ConversationEvent.Message) event).kind() == ConversationEvent.Message.Kind.ASKS_FOR_PERSON;
    }

    /** Nobody waits for an answer any more. */
    public static boolean ends(CaseEvent event) {
        return event instanceof WorkflowEvent.Resolved
                || event instanceof WorkflowEvent.Closed
                || event instanceof WorkflowEvent.Merged;
    }
}
