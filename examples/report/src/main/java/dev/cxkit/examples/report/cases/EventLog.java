package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.ConversationEvent.Message;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows that say what happened, by the names that events have in the library.
 *
 * @param messages whether messages may be among them
 */
record EventLog(boolean messages) implements CaseLog {

    /** The events that a row can tell completely. */
    static final List<String> NAMES = List.of(
            "opened",
            "message",
            "note",
            "assigned",
            "waiting",
            "waiting-third-party",
            "resumed",
            "resolved",
            "reopened",
            "closed");

    /** The events of which nothing but their time must be known. */
    static final List<String> OF_TIME_ALONE =
            List.of("opened", "waiting", "waiting-third-party", "resumed", "resolved", "reopened", "closed");

    @Override
    public Case read(CaseId id, List<Entry> rows) {
        return Case.of(id, rows.stream().map(this::event).toList());
    }

    private CaseEvent event(Entry row) {
        Instant at = row.at();
        Actor by = actor(row);
        return switch (row.what()) {
            case "opened" -> new WorkflowEvent.Opened(at, by, null, null, null, null);
            case "message" -> new Message(at, speaker(row, by), Message.Visibility.PUBLIC, kind(by));
            case "note" -> new Message(at, by, Message.Visibility.INTERNAL, Message.Kind.REPLY);
            case "assigned" -> new WorkflowEvent.Assigned(at, by, Assignee.team(owner(row)), null);
            case "waiting" -> new WorkflowEvent.Waiting(at, by, WaitingOn.CUSTOMER, null);
            case "waiting-third-party" -> new WorkflowEvent.Waiting(at, by, WaitingOn.THIRD_PARTY, null);
            case "resumed" -> new WorkflowEvent.Resumed(at, by);
            case "resolved" -> resolved(at, by, null);
            case "reopened" -> new WorkflowEvent.Reopened(at, by, null);
            // Where no words are kept, nobody knows whether a closing was without one: it is taken for a resolution.
            case "closed" -> messages ? new WorkflowEvent.Closed(at, by) : resolved(at, by, "closed");
            default ->
                throw new IllegalArgumentException(
                        "event '" + row.what() + "' on line " + row.line() + " is none of " + NAMES);
        };
    }

    private static CaseEvent resolved(Instant at, Actor by, @Nullable String code) {
        return new WorkflowEvent.Resolved(at, by, code, null, WorkflowEvent.Resolved.Confirmation.US);
    }

    /** What a rule of ours says by itself is an acknowledgement and answers nothing. */
    private static Message.Kind kind(Actor by) {
        return by.kind() == Actor.Kind.SYSTEM ? Message.Kind.AUTO_REPLY : Message.Kind.REPLY;
    }

    private static Actor speaker(Entry row, Actor by) {
        if (row.actor().isEmpty()) {
            throw new IllegalArgumentException("message on line " + row.line() + " has no actor; see --actor");
        }
        return by;
    }

    private static String owner(Entry row) {
        if (row.owner().isEmpty()) {
            throw new IllegalArgumentException("assigned on line " + row.line() + " has no owner; see --owner");
        }
        return row.owner();
    }

    private static Actor actor(Entry row) {
        if (row.actor().isEmpty()) {
            return Actor.SYSTEM;
        }
        String name = row.actor().toLowerCase(Locale.ROOT);
        return Arrays.stream(Actor.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(kind -> new Actor(kind, name))
                .orElseThrow(() -> new IllegalArgumentException("actor '" + row.actor() + "' on line " + row.line()
                        + " is none of customer, agent, bot, system, partner"));
    }
}
