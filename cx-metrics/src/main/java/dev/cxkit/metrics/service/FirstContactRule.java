package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Conventions of {@index "first-contact resolution"} (FCR): what counts as resolved at the first contact. They differ between vendors and do
 * not agree, so a figure without its convention says little.
 *
 * <ul>
 *   <li>In all of them a case that is reopened within the window is not resolved at the first contact.
 *   <li>That the same customer has no new case is asked by {@link RepeatContacts}, which needs all cases of a customer.
 * </ul>
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum FirstContactRule {

    /** The case was never transferred before it was resolved. The default. */
    NO_TRANSFER((events, resolved) -> {
        for (Transfers.Transfer transfer : Transfers.of(events)) {
            if (!transfer.first()) {
                return false;
            }
        }
        return true;
    }),

    /** Exactly one touch, see {@link Resolutions#touches}. */
    ONE_TOUCH((events, resolved) -> Resolutions.touches(events) == 1),

    /** One touch or none, as Zendesk counts. */
    AT_MOST_ONE_TOUCH((events, resolved) -> Resolutions.touches(events) <= 1),

    /** The customer said nothing after our first response until the case was resolved, as Freshservice counts. */
    NO_CUSTOMER_REPLY((events, resolved) -> {
        boolean answered = false;
        for (CaseEvent event : events) {
            if (event instanceof ConversationEvent.Message message) {
                if (answered && message.asks()) {
                    return false;
                }
                answered |= message.answers();
            }
        }
        return true;
    }),

    /** Not more than one agent took part, seen by the customer or not, as Intercom counts. */
    ONE_PERSON((events, resolved) -> {
        Actor person = null;
        for (CaseEvent event : events) {
            Actor by = event.by();
            if (by.kind() == Actor.Kind.AGENT) {
                if (person != null && !person.equals(by)) {
                    return false;
                }
                person = by;
            }
        }
        return true;
    }),

    /** The customer confirmed the first resolution. */
    CUSTOMER_CONFIRMED((events, resolved) -> {
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Resolved end
                    && end.occurredAt().equals(resolved)
                    && end.confirmedBy() == WorkflowEvent.Resolved.Confirmation.CUSTOMER) {
                return true;
            }
        }
        return false;
    });

    /** The convention that is used where none is asked for. */
    public static final FirstContactRule DEFAULT = NO_TRANSFER;

    private final BiPredicate<List<CaseEvent>, Instant> rule;

    FirstContactRule(BiPredicate<List<CaseEvent>, Instant> rule) {
        this.rule = rule;
    }

    /** Whether a case with these events up to its first resolution was resolved at the first contact. */
    boolean holds(List<CaseEvent> events, Instant resolved) {
        return rule.test(events, resolved);
    }
}
