package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Case} event by event, in the order of its story: opened, assigned, replied to, waiting, resolved, reopened, closed.
 *
 * <ul>
 *   <li>The opening comes first; {@link #channel}, {@link #category} and {@link #priority} are parts of it.
 *   <li>An event before the last one is refused when it is given; one that cannot follow is refused by {@link #build()}, both as
 *       {@link Case#plus} does.
 * </ul>
 *
 * <p>{@link Case#builder} makes it. One builder belongs to one thread.
 */
public final class CaseBuilder {

    private final CaseId id;
    private final List<CaseEvent> events = new ArrayList<>();
    private @Nullable Channel channel;
    private @Nullable String category;
    private @Nullable String priority;

    CaseBuilder(CaseId id) {
        this.id = requireNonNull(id, "id");
    }

    /** The customer opened the case. */
    public CaseBuilder opened(Instant at, CustomerId customer) {
        return opened(at, Actor.customer(customer.value()), customer);
    }

    /** The customer with this id opened the case. */
    public CaseBuilder opened(Instant at, String customer) {
        return opened(at, CustomerId.of(customer));
    }

    /** Somebody opened the case; whose case it is is known only if that was the customer. */
    public CaseBuilder opened(Instant at, Actor by) {
        return opened(at, by, by.kind() == Actor.Kind.CUSTOMER ? CustomerId.of(by.id()) : null);
    }

    /** Somebody opened the case for a customer. */
    public CaseBuilder opened(Instant at, Actor by, @Nullable CustomerId customer) {
        return event(new WorkflowEvent.Opened(at, by, customer, null, null, null));
    }

    /** Sets the channel by which the case came. */
    public CaseBuilder channel(Channel channel) {
        this.channel = channel;
        return this;
    }

    /** Sets the category that the case has from its opening on. */
    public CaseBuilder category(String category) {
        this.category = category;
        return this;
    }

    /** Sets the priority that the case has from its opening on. */
    public CaseBuilder priority(String priority) {
        this.priority = priority;
        return this;
    }

    /** The case went to a team at the instant of the last event, by the host's own rules. */
    public CaseBuilder team(String team) {
        return assigned(last(), Actor.SYSTEM, Assignee.team(team));
    }

    /** The case was assigned, without a brief. */
    public CaseBuilder assigned(Instant at, Actor by, Assignee to) {
        return event(new WorkflowEvent.Assigned(at, by, to, null));
    }

    /** The case was assigned, and the next was told what is known. */
    public CaseBuilder assigned(Instant at, Actor by, Assignee to, Brief brief) {
        return event(new WorkflowEvent.Assigned(at, by, to, brief));
    }

    /** Category or priority became known or changed; null leaves it. */
    public CaseBuilder classified(Instant at, Actor by, @Nullable String category, @Nullable String priority) {
        return event(new WorkflowEvent.Classified(at, by, category, priority));
    }

    /** The targets of this SLA policy apply from now on. */
    public CaseBuilder slaPolicyApplied(Instant at, Actor by, String policy) {
        return event(new WorkflowEvent.SlaPolicyApplied(at, by, policy));
    }

    /** Somebody of ours wrote or spoke to the customer. */
    public CaseBuilder reply(Instant at, Actor by) {
        return message(at, by, ConversationEvent.Message.Kind.REPLY);
    }

    /** The customer of the case wrote or spoke; refused if whose case it is is not known. */
    public CaseBuilder customerReply(Instant at) {
        return reply(at, customer());
    }

    /** The customer of the case asked how it stands. */
    public CaseBuilder customerAsksForNews(Instant at) {
        return message(at, customer(), ConversationEvent.Message.Kind.ASKS_FOR_NEWS);
    }

    /** The customer of the case asked for a human. */
    public CaseBuilder customerAsksForHuman(Instant at) {
        return message(at, customer(), ConversationEvent.Message.Kind.ASKS_FOR_PERSON);
    }

    /** A machine wrote in the name of somebody: an acknowledgement, an absence note. */
    public CaseBuilder autoReply(Instant at, Actor by) {
        return message(at, by, ConversationEvent.Message.Kind.AUTO_REPLY);
    }

    /** We gave news of how it goes, unasked. */
    public CaseBuilder update(Instant at, Actor by) {
        return message(at, by, ConversationEvent.Message.Kind.UPDATE);
    }

    /** Somebody of ours wrote an internal note, which the customer does not see. */
    public CaseBuilder note(Instant at, Actor by) {
        return event(new ConversationEvent.Message(
                at, by, ConversationEvent.Message.Visibility.INTERNAL, ConversationEvent.Message.Kind.REPLY));
    }

    private CaseBuilder message(Instant at, Actor by, ConversationEvent.Message.Kind kind) {
        return event(new ConversationEvent.Message(at, by, ConversationEvent.Message.Visibility.PUBLIC, kind));
    }

    /** We asked the customer for a fact, named by its key. */
    public CaseBuilder question(Instant at, Actor by, String fact) {
        return event(new ConversationEvent.Question(at, by, fact));
    }

    /** A fact, named by its key, became known for good. */
    public CaseBuilder fact(Instant at, Actor by, String fact, Actor.Kind source) {
        return event(new ConversationEvent.Fact(at, by, fact, source, null));
    }

    /** The customer was promised something by a time. */
    public CaseBuilder promise(Instant at, Actor by, ConversationEvent.PromiseKind what, Instant dueAt) {
        return event(new ConversationEvent.Promise(at, by, what, dueAt));
    }

    /** The case waits on the customer, until they answer or it is resumed. */
    public CaseBuilder waitingOnCustomer(Instant at, Actor by) {
        return event(new WorkflowEvent.Waiting(at, by, WaitingOn.CUSTOMER, null));
    }

    /** The case waits on the customer, until they answer, it is resumed, or the time has come. */
    public CaseBuilder waitingOnCustomer(Instant at, Actor by, Instant until) {
        return event(new WorkflowEvent.Waiting(at, by, WaitingOn.CUSTOMER, until));
    }

    /** The case waits on a third party, until it is resumed. */
    public CaseBuilder waitingOnThirdParty(Instant at, Actor by) {
        return event(new WorkflowEvent.Waiting(at, by, WaitingOn.THIRD_PARTY, null));
    }

    /** The case waits on a third party, until it is resumed or the time has come. */
    public CaseBuilder waitingOnThirdParty(Instant at, Actor by, Instant until) {
        return event(new WorkflowEvent.Waiting(at, by, WaitingOn.THIRD_PARTY, until));
    }

    /** The case waits on us again. */
    public CaseBuilder resumed(Instant at, Actor by) {
        return event(new WorkflowEvent.Resumed(at, by));
    }

    /** The case went to a higher level. */
    public CaseBuilder escalated(Instant at, Actor by, String level) {
        return event(new WorkflowEvent.Escalated(at, by, level, null));
    }

    /** We resolved the case. */
    public CaseBuilder resolved(Instant at, Actor by) {
        return resolved(at, by, WorkflowEvent.Resolved.Confirmation.US);
    }

    /** The case was resolved, and who says so. */
    public CaseBuilder resolved(Instant at, Actor by, WorkflowEvent.Resolved.Confirmation confirmedBy) {
        return event(new WorkflowEvent.Resolved(at, by, null, null, confirmedBy));
    }

    /** The case was not solved after all. */
    public CaseBuilder reopened(Instant at, Actor by) {
        return event(new WorkflowEvent.Reopened(at, by, null));
    }

    /** The case was put away; without a resolution before, this is one, unless nobody of ours had said a word. */
    public CaseBuilder closed(Instant at, Actor by) {
        return event(new WorkflowEvent.Closed(at, by));
    }

    /** The case has to do with another. */
    public CaseBuilder linked(Instant at, Actor by, WorkflowEvent.Linked.Link kind, String other) {
        return event(new WorkflowEvent.Linked(at, by, kind, CaseId.of(other)));
    }

    /** The case was merged into another one. */
    public CaseBuilder merged(Instant at, Actor by, String other) {
        return event(new WorkflowEvent.Merged(at, by, CaseId.of(other)));
    }

    /**
     * Adds any event.
     *
     * @throws IllegalArgumentException if it is before the last one
     */
    public CaseBuilder event(CaseEvent event) {
        if (!events.isEmpty()) {
            Case.requireNotBefore(last(), event, id);
        }
        events.add(event);
        return this;
    }

    private Instant last() {
        Require.that(!events.isEmpty(), () -> "case " + id + " does not begin with an opening");
        return events.get(events.size() - 1).occurredAt();
    }

    private Actor customer() {
        if (events.isEmpty() || !(events.get(0) instanceof WorkflowEvent.Opened opened) || opened.customer() == null) {
            throw new IllegalArgumentException("customer of case " + id + " is not known");
        }
        return Actor.customer(opened.customer().value());
    }

    /**
     * Returns the case.
     *
     * @throws IllegalArgumentException if there is no opening, or an event cannot follow on those before it, naming both
     */
    public Case build() {
        List<CaseEvent> all = new ArrayList<>(events);
        if (!all.isEmpty() && all.get(0) instanceof WorkflowEvent.Opened opened) {
            all.set(
                    0,
                    new WorkflowEvent.Opened(
                            opened.occurredAt(),
                            opened.by(),
                            opened.customer(),
                            channel == null ? opened.channel() : channel,
                            category == null ? opened.category() : category,
                            priority == null ? opened.priority() : priority));
        }
        return Case.inSequence(id, all);
    }
}
