package dev.cxkit.core.support;

import dev.cxkit.core.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes a case down as it happens: {@code Script.opened().after(10).agentSays()}; minutes since the opening on Monday at 9:00 UTC. */
public final class Script {

    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    public static final Actor ANN = Actor.customer("ann");
    public static final Actor BOB = Actor.agent("bob");

    private final List<CaseEvent> events = new ArrayList<>();
    private Instant now = START;

    private Script() {}

    public static Script opened() {
        Script script = new Script();
        script.events.add(new WorkflowEvent.Opened(START, ANN, CustomerId.of("ann"), null, "billing", "P3"));
        return script;
    }

    public static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    public Script at(long minutes) {
        now = minute(minutes);
        return this;
    }

    public Script event(CaseEvent event) {
        events.add(event);
        return this;
    }

    public Script says(Actor who) {
        return says(who, ConversationEvent.Message.Kind.REPLY, ConversationEvent.Message.Visibility.PUBLIC);
    }

    public Script says(
            Actor who, ConversationEvent.Message.Kind kind, ConversationEvent.Message.Visibility visibility) {
        return event(new ConversationEvent.Message(now, who, visibility, kind));
    }

    public Script waitsOn(WaitingOn on) {
        return event(new WorkflowEvent.Waiting(now, BOB, on, null));
    }

    public Script waitsUntil(WaitingOn on, long minutes) {
        return event(new WorkflowEvent.Waiting(now, BOB, on, minute(minutes)));
    }

    public Script resumes() {
        return event(new WorkflowEvent.Resumed(now, BOB));
    }

    public Script resolves() {
        return event(new WorkflowEvent.Resolved(now, BOB, "fixed", null, WorkflowEvent.Resolved.Confirmation.US));
    }

    public Script reopens() {
        return event(new WorkflowEvent.Reopened(now, ANN, null));
    }

    public Script closes() {
        return event(new WorkflowEvent.Closed(now, BOB));
    }

    public Script assigns(Assignee to) {
        return event(new WorkflowEvent.Assigned(now, BOB, to, null));
    }

    public Script under(String policy) {
        return event(new WorkflowEvent.SlaPolicyApplied(now, BOB, policy));
    }

    /** Where events of one instant are known to have happened in the order written. */
    public Case inSequence() {
        return Case.inSequence(CaseId.of("c-1"), events);
    }

    public Case done() {
        return Case.of(CaseId.of("c-1"), events);
    }
}
