package dev.cxkit.metrics.desk;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The session of a bot in a case, before any agent spoke. It is over when a human takes the case, or when the case ends without one; what
 * comes later does not change it.
 *
 * @param from when the bot was given the case or first spoke
 * @param asked when the customer asked for a human, not before {@code from}; null if that did not happen in the session
 * @param taken when the case was given to a human, or one spoke or ended it; null if that is not how the session was over
 * @param ended when the case was resolved or closed without a human; null if that is not how the session was over
 * @param confirmed whether the customer confirmed the resolution
 */
record BotSession(
        Instant from,
        @Nullable Instant asked,
        @Nullable Instant taken,
        @Nullable Instant ended,
        boolean confirmed) {

    /** The session; empty if there was no bot, or not before an agent spoke or the case ended. */
    static Optional<BotSession> of(Case supportCase, Instant asOf) {
        Instant from = null;
        Instant asked = null;
        for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
            if (from == null && isBot(event)) {
                from = event.occurredAt();
                asked = asked == null ? null : from;
            } else if (from == null && (answers(event) || CaseEvent.endsCase(event))) {
                return Optional.empty();
            } else if (asked == null && asksForHuman(event)) {
                asked = event.occurredAt();
            } else if (from != null && takes(event)) {
                return Optional.of(new BotSession(from, asked, event.occurredAt(), null, false));
            } else if (from != null && CaseEvent.endsCase(event)) {
                return Optional.of(new BotSession(from, asked, null, event.occurredAt(), confirms(event)));
            }
        }
        return from == null ? Optional.empty() : Optional.of(new BotSession(from, asked, null, null, false));
    }

    private static boolean isBot(CaseEvent event) {
        return event instanceof WorkflowEvent.Assigned assigned
                ? assigned.to().bot()
                : event instanceof ConversationEvent.Message message
                        && message.reachesCustomer()
                        && message.by().kind() == Actor.Kind.BOT;
    }

    static boolean answers(CaseEvent event) {
        return event instanceof ConversationEvent.Message message && message.answers();
    }

    static boolean asksForHuman(CaseEvent event) {
        return event instanceof ConversationEvent.Message message && message.asksForHuman();
    }

    /** A human is given the case, speaks, or ends it. */
    static boolean takes(CaseEvent event) {
        boolean given = event instanceof WorkflowEvent.Assigned assigned
                && assigned.to().human();
        boolean ended = CaseEvent.endsCase(event) && event.by().kind() == Actor.Kind.AGENT;
        return given || ended || answers(event);
    }

    private static boolean confirms(CaseEvent event) {
        return event instanceof WorkflowEvent.Resolved resolved
                && resolved.confirmedBy() == WorkflowEvent.Resolved.Confirmation.CUSTOMER;
    }

    /** When the customer asked for a human or was given one, whichever came first; null if neither. */
    @Nullable
    Instant escaped() {
        return asked != null ? asked : taken;
    }

    /** When the session was over; null while it is not. */
    @Nullable
    Instant over() {
        return taken != null ? taken : ended;
    }
}
