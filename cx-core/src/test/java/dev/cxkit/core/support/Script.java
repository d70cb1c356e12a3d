package dev.cxkit.core.support;

import dev.cxkit.core.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes a case down as it happens: {@code Script.opened().after(10).agentSays()}; minutes since the opening on Monday at 9:00 UTC. */
final class Script {

    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    static final Actor ANN = Actor.customer("ann");
    static final Actor BOB = Actor.agent("bob");

    private final List<CaseEvent> events = new ArrayList<>();
    private Instant now = START;

    private Script() {}

    static Script opened() {
        Script script = new Script();
        script.events.add(new Handling.Opened(START, ANN, CustomerId.of("ann"), null, "billing", "P3"));
        return script;
    }

    static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    Script at(long minutes) {
        now = minute(minutes);
        return this;
    }

    Script event(CaseEvent event) {
        events.add(event);
        return this;
    }

    Script says(Actor who) {
        return says(who, Dialogue.Message.Kind.REPLY, Dialogue.Message.Visibility.PUBLIC);
    }

    Script says(Actor who, Dialogue.Message.Kind kind, Dialogue.Message.Visibility visibility) {
        return event(new Dialogue.Message(now, who, visibility, kind));
    }

    Script waits(Phase on) {
        return event(new Handling.Waiting(now, BOB, on, null));
    }

    Script waitsUntil(Phase on, long minutes) {
        return event(new Handling.Waiting(now, BOB, on, minute(minutes)));
    }

    Script resumes() {
        return event(new Handling.Resumed(now, BOB));
    }

    Script resolves() {
        return event(new Handling.Resolved(now, BOB, "fixed", null, Handling.Resolved.Confirmation.US));
    }

    Script reopens() {
        return event(new Handling.Reopened(now, ANN, null));
    }

    Script closes() {
        return event(new Handling.Closed(now, BOB));
    }

    Script assigns(Assignee to) {
        return event(new Handling.Assigned(now, BOB, to, null));
    }

    Script under(String policy) {
        return event(new Handling.UnderPolicy(now, BOB, policy));
    }

    Case done() {
        return Case.of(CaseId.of("c-1"), events);
    }
}
