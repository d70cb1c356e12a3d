package dev.cxkit.core.support;

import dev.cxkit.core.customer.CustomerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives a case from a {@index "message log"}, for systems that keep no states; {@link StatusLog} is its counterpart.
 *
 * <p>What such a log does not tell stays unknown: assignments, resolutions, and with them resolution times. A case is never done.
 */
public final class MessageLog {

    private MessageLog() {}

    /**
     * Returns the case that the messages tell of, in any order.
     *
     * <ul>
     *   <li>The first message is the opening, by whoever wrote it, and is no message beside.
     *   <li>Our public reply, of an agent, a bot or a rule, hands the turn to the customer; the customer's message hands it back.
     *   <li>Notes, automatic replies of either side and {@linkplain ConversationEvent.Message.Kind#UPDATE news} leave the turn where it is.
     *   <li>The customer is the first actor of that kind; not known if there is none.
     * </ul>
     *
     * @throws IllegalArgumentException if there are no messages
     */
    public static Case read(CaseId id, List<ConversationEvent.Message> messages) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("case " + id + " has no messages");
        }
        List<ConversationEvent.Message> ordered = new ArrayList<>(messages);
        ordered.sort(
                Comparator.comparing(ConversationEvent.Message::occurredAt).thenComparing(EventOrder.at(WaitingOn.US)));
        ConversationEvent.Message first = ordered.get(0);
        List<CaseEvent> events = new ArrayList<>();
        events.add(new WorkflowEvent.Opened(first.occurredAt(), first.by(), customer(ordered), null, null, null));
        boolean withCustomer = false;
        for (int i = 0; i < ordered.size(); i++) {
            ConversationEvent.Message message = ordered.get(i);
            if (i > 0) {
                events.add(message);
            }
            boolean replies = message.reachesCustomer() && message.kind() == ConversationEvent.Message.Kind.REPLY;
            if (replies && !withCustomer) {
                events.add(new WorkflowEvent.Waiting(message.occurredAt(), message.by(), WaitingOn.CUSTOMER, null));
            }
            withCustomer = replies || (withCustomer && !message.asks());
        }
        return Case.of(id, events);
    }

    private static @Nullable CustomerId customer(List<ConversationEvent.Message> messages) {
        for (ConversationEvent.Message message : messages) {
            if (message.by().kind() == Actor.Kind.CUSTOMER) {
                return CustomerId.of(message.by().id());
            }
        }
        return null;
    }
}
