package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WorkflowEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conventions of {@index "first-contact resolution"} (FCR): what counts as resolved at the first contact. They differ between vendors and do
 * not agree, so a figure without its convention says little.
 *
 * <ul>
 *   <li>In all of them a case that is reopened within the window is not resolved at the first contact.
 *   <li>{@link #withoutRepeatContact} of any of them also demands that the same customer has no new case, and so needs all cases of a
 *       customer.
 *   <li>A convention of your own is made by {@link #of}: its name tells it apart where states are merged.
 * </ul>
 *
 * <p>Sources of the vendors' conventions: Zendesk Explore's metrics of tickets and of messaging tickets, and the definitions that
 * Freshservice, Intercom and ServiceNow publish.
 */
public final class FirstContactRule implements Serializable {

    /** The case was never transferred before it was resolved. The default. */
    public static final FirstContactRule NO_TRANSFER = of("no-transfer", (events, resolved) -> {
        for (Transfers.Transfer transfer : Transfers.of(events)) {
            if (!transfer.first()) {
                return false;
            }
        }
        return true;
    });

    /** Exactly one touch, see {@link Resolutions#touches}. */
    public static final FirstContactRule ONE_TOUCH =
            of("one-touch", (events, resolved) -> Resolutions.touches(events) == 1);

    /** One touch or none, as Zendesk counts. */
    public static final FirstContactRule AT_MOST_ONE_TOUCH =
            of("at-most-one-touch", (events, resolved) -> Resolutions.touches(events) <= 1);

    /** The customer said nothing after our first response until the case was resolved, as Freshservice counts. */
    public static final FirstContactRule NO_CUSTOMER_REPLY = of("no-customer-reply", (events, resolved) -> {
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
    });

    /** Not more than one agent took part, seen by the customer or not, as Intercom counts. */
    public static final FirstContactRule ONE_PERSON = of("one-person", (events, resolved) -> {
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
    });

    /** The customer confirmed the first resolution. */
    public static final FirstContactRule CUSTOMER_CONFIRMED = of("customer-confirmed", (events, resolved) -> {
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Resolved end
                    && end.occurredAt().equals(resolved)
                    && end.confirmedBy() == WorkflowEvent.Resolved.Confirmation.CUSTOMER) {
                return true;
            }
        }
        return false;
    });

    /** No other case of the same customer and category within the window, whatever happened in this one; as contact centres count. */
    public static final FirstContactRule NO_REPEAT_CONTACT =
            new FirstContactRule("no-repeat-contact", (events, resolved) -> true, true);

    /** At least one touch, and the case never waited on the customer or a third party, as Zendesk counts in messaging. */
    public static final FirstContactRule NO_WAIT = of("no-wait", (events, resolved) -> {
        for (CaseEvent event : events) {
            if (event instanceof WorkflowEvent.Waiting) {
                return false;
            }
        }
        return Resolutions.touches(events) > 0;
    });

    /**
     * Resolved in one update, as ServiceNow counts: all that happened after the instant of the opening happened at that of the resolution,
     * and the case never waited on anybody.
     */
    public static final FirstContactRule ONE_UPDATE = of("one-update", (events, resolved) -> {
        Instant opened = events.get(0).occurredAt();
        for (CaseEvent event : events) {
            Instant at = event.occurredAt();
            if (event instanceof WorkflowEvent.Waiting || !(at.equals(opened) || at.equals(resolved))) {
                return false;
            }
        }
        return true;
    });

    /** The convention that is used where none is asked for. */
    public static final FirstContactRule DEFAULT = NO_TRANSFER;

    private static final long serialVersionUID = 1;

    private final String name;
    private final Condition condition;
    private final boolean excludesRepeatContact;

    private FirstContactRule(String name, Condition condition, boolean excludesRepeatContact) {
        if (requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("name of first-contact rule is blank");
        }
        this.name = name;
        this.condition = requireNonNull(condition, "condition");
        this.excludesRepeatContact = excludesRepeatContact;
    }

    /** Whether a case was resolved at the first contact. */
    @FunctionalInterface
    public interface Condition extends Serializable {

        /**
         * Returns whether it was.
         *
         * @param events the events that changed something or were said, up to the first resolution, that one among them
         * @param resolved when the case was first resolved
         */
        boolean holds(List<CaseEvent> events, Instant resolved);
    }

    /**
     * Returns a convention of the host.
     *
     * @param name the name, the same on every machine, by which it is told from others; not blank
     */
    public static FirstContactRule of(String name, Condition condition) {
        return new FirstContactRule(name, condition, false);
    }

    /** Returns the ready-made conventions. */
    public static List<FirstContactRule> readyMade() {
        return List.of(
                NO_TRANSFER,
                ONE_TOUCH,
                AT_MOST_ONE_TOUCH,
                NO_CUSTOMER_REPLY,
                ONE_PERSON,
                CUSTOMER_CONFIRMED,
                NO_REPEAT_CONTACT,
                NO_WAIT,
                ONE_UPDATE);
    }

    /**
     * Returns this convention, where also no other case of the same customer and category, or linked as a follow-up, may be opened within
     * the window. All cases of a customer must come to the metric; one whose customer is not known is excluded as
     * {@code unknown customer}.
     */
    public FirstContactRule withoutRepeatContact() {
        return excludesRepeatContact ? this : new FirstContactRule(name + ", no repeat contact", condition, true);
    }

    /** Returns whether no repeat contact may follow within the window. */
    public boolean excludesRepeatContact() {
        return excludesRepeatContact;
    }

    /** Whether a case with these events up to its first resolution was resolved at the first contact. */
    boolean holds(List<CaseEvent> events, Instant resolved) {
        return condition.holds(events, resolved);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FirstContactRule that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
