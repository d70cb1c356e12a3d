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
        script.events.add(new Handling.Opened(START, ANN, CustomerId.of("ann"), null, "billing", "P3"));
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
        return says(who, Dialogue.Message.Kind.REPLY, Dialogue.Message.Visibility.PUBLIC);
    }

    public Script says(Actor who, Dialogue.Message.Kind kind, Dialogue.Message.Visibility visibility) {
        return event(new Dialogue.Message(now, who, visibility, kind));
    }

    public Script waits(Phase on) {
        return event(new Handling.Waiting(now, BOB, on, null));
    }

    public Script waitsUntil(Phase on, long minutes) {
        return event(new Handling.Waiting(now, BOB, on, minute(minutes)));
    }

    public Script resumes() {
        return event(new Handling.Resumed(now, BOB));
    }

    public Script resolves() {
        return event(new Handling.Resolved(now, BOB, "fixed", null, Handling.Resolved.Confirmation.US));
    }

    public Script reopens() {
        return event(new Handling.Reopened(now, ANN, null));
    }

    public Script closes() {
        return event(new Handling.Closed(now, BOB));
    }

    public Script assigns(Assignee to) {
        return event(new Handling.Assigned(now, BOB, to, null));
    }

    public Script under(String policy) {
        return event(new Handling.UnderPolicy(now, BOB, policy));
    }

    public Case done() {
        return Case.of(CaseId.of("c-1"), events);
    }
}
