package dev.cxkit.metrics.service;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Brief;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A case told minute by minute, from Monday 5 January 2026, 9:00 UTC. */
public final class Story {

    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    public static final Actor ANN = Actor.customer("ann");
    public static final Actor BOB = Actor.agent("bob");
    public static final Actor ROBOT = Actor.bot("robot");

    private final String id;
    private final List<CaseEvent> events = new ArrayList<>();

    private Story(String id) {
        this.id = id;
    }

    public static Story of(String id) {
        return openedBy(ANN, id, 0);
    }

    public static Story openedBy(Actor by, String id, long minute) {
        Story story = new Story(id);
        story.events.add(new WorkflowEvent.Opened(minute(minute), by, CustomerId.of("ann"), null, "billing", null));
        return story;
    }

    public static Story of(String id, @Nullable String customer, Channel channel, long minute) {
        Story story = new Story(id);
        CustomerId whose = customer == null ? null : CustomerId.of(customer);
        story.events.add(new WorkflowEvent.Opened(minute(minute), ANN, whose, channel, null, null));
        return story;
    }

    public static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    public Story then(long minute, BiFunction<Instant, Actor, CaseEvent> event) {
        events.add(event.apply(minute(minute), BOB));
        return this;
    }

    public Story says(long minute, Actor who) {
        return says(minute, who, ConversationEvent.Message.Kind.REPLY);
    }

    public Story says(long minute, Actor who, ConversationEvent.Message.Kind kind) {
        events.add(
                new ConversationEvent.Message(minute(minute), who, ConversationEvent.Message.Visibility.PUBLIC, kind));
        return this;
    }

    public Story notes(long minute) {
        events.add(new ConversationEvent.Message(
                minute(minute),
                BOB,
                ConversationEvent.Message.Visibility.INTERNAL,
                ConversationEvent.Message.Kind.REPLY));
        return this;
    }

    public Story assigned(long minute, Assignee to, String... facts) {
        return then(
                minute, (at, by) -> new WorkflowEvent.Assigned(at, by, to, facts.length == 0 ? null : Brief.of(facts)));
    }

    public Story waits(long minute, WaitingOn on) {
        return then(minute, (at, by) -> new WorkflowEvent.Waiting(at, by, on, null));
    }

    public Story resumed(long minute) {
        return then(minute, WorkflowEvent.Resumed::new);
    }

    public Story resolved(long minute) {
        return resolved(minute, BOB, WorkflowEvent.Resolved.Confirmation.US);
    }

    public Story resolved(long minute, Actor who, WorkflowEvent.Resolved.Confirmation confirmedBy) {
        events.add(new WorkflowEvent.Resolved(minute(minute), who, null, null, confirmedBy));
        return this;
    }

    public Story reopened(long minute) {
        return then(minute, (at, by) -> new WorkflowEvent.Reopened(at, by, null));
    }

    public Story merged(long minute) {
        return then(minute, (at, by) -> new WorkflowEvent.Merged(at, by, CaseId.of("other")));
    }

    /** Where events of one instant are known to have happened in the order told. */
    public Case inSequence() {
        return Case.inSequence(CaseId.of(id), events);
    }

    public Case done() {
        return Case.of(CaseId.of(id), events);
    }
}
