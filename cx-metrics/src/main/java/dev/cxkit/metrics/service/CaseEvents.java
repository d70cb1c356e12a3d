package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.Dialogue;
import dev.cxkit.core.support.Handling;
import java.time.Instant;
import java.util.List;

/** What events mean to the measures. */
final class CaseEvents {

    private CaseEvents() {}

    static List<CaseEvent> upTo(Case of, Instant asOf) {
        List<CaseEvent> events = of.events();
        int end = events.size();
        while (end > 0 && events.get(end - 1).occurredAt().isAfter(asOf)) {
            end--;
        }
        return events.subList(0, end);
    }

    static boolean merged(Case of, Instant asOf) {
        for (CaseEvent event : of.events()) {
            if (event instanceof Handling.MergedInto && !event.occurredAt().isAfter(asOf)) {
                return true;
            }
        }
        return false;
    }

    /** One of us says something that the customer sees, and that is no automatic acknowledgement. */
    static boolean speaks(CaseEvent event) {
        return event instanceof Dialogue.Message message
                && message.by().ours()
                && message.visibility() == Dialogue.Message.Visibility.PUBLIC
                && message.kind() != Dialogue.Message.Kind.AUTO_REPLY;
    }

    /** A human of ours says something that the customer sees. */
    static boolean answers(CaseEvent event) {
        return speaks(event) && event.by().kind() == Actor.Kind.AGENT;
    }

    /** The customer says something. */
    static boolean asks(CaseEvent event) {
        return event instanceof Dialogue.Message && event.by().kind() == Actor.Kind.CUSTOMER;
    }

    /** The customer asks for a human. */
    static boolean asksForPerson(CaseEvent event) {
        return asks(event) && ((Dialogue.Message) event).kind() == Dialogue.Message.Kind.ASKS_FOR_PERSON;
    }

    /** Nobody waits for an answer any more. */
    static boolean ends(CaseEvent event) {
        return event instanceof Handling.Resolved
                || event instanceof Handling.Closed
                || event instanceof Handling.MergedInto;
    }
}
