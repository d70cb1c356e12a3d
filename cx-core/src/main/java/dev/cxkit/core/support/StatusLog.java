package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Derives a case from a {@index "status log"} (log of status changes), for systems that keep no messages; {@link MessageLog} is its
 * counterpart.
 *
 * <p>What such a log does not tell stays unknown: messages, briefs, promises, and with them response times.
 */
public final class StatusLog {

    private StatusLog() {}

    /**
     * One row of the log: how the case stood from then on.
     *
     * @param occurredAt when
     * @param state the state, in the host's words
     * @param assignee who had the case; null if the row does not say, and so the one of the row before
     * @param priority the priority; null if not known
     */
    public record Row(
            Instant occurredAt,
            String state,
            @Nullable Assignee assignee,
            @Nullable String priority) implements Serializable {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Row {
            requireNonNull(occurredAt, "occurredAt");
            requireNonNull(state, "state");
        }
    }

    /**
     * Returns the case that the rows tell of. Rows of one instant keep their order. The first row opens it; a change to waiting on the
     * customer or a third party, back to us, to {@link WaitingOn#DONE} and out of it becomes the event that makes it; a second state of
     * {@link WaitingOn#DONE} closes the case.
     *
     * @param mapping whom a case waits on in a state; null for a state that is not known
     * @throws IllegalArgumentException if there are no rows, or a state is not known, naming it
     */
    public static Case read(CaseId id, List<Row> rows, Function<String, @Nullable WaitingOn> mapping) {
        Require.that(!rows.isEmpty(), () -> "case " + id + " has no rows");
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(Row::occurredAt));
        List<CaseEvent> events = new ArrayList<>();
        Row before = ordered.get(0);
        events.add(new WorkflowEvent.Opened(before.occurredAt(), Actor.SYSTEM, null, null, null, before.priority()));
        WaitingOn side = WaitingOn.US;
        boolean closed = false;
        Assignee assignee = null;
        String state = null;
        String priority = before.priority();
        for (Row row : ordered) {
            Instant at = row.occurredAt();
            WaitingOn next = mapping.apply(row.state());
            if (next == null) {
                throw new IllegalArgumentException(
                        "state '" + row.state() + "' of case " + id + " at " + at + " is not mapped");
            }
            if (!Objects.equals(row.priority(), priority) && row.priority() != null) {
                priority = row.priority();
                events.add(new WorkflowEvent.Classified(at, Actor.SYSTEM, null, priority));
            }
            if (row.assignee() != null && !row.assignee().equals(assignee)) {
                assignee = row.assignee();
                events.add(new WorkflowEvent.Assigned(at, Actor.SYSTEM, assignee, null));
            }
            if (next != side) {
                if (side == WaitingOn.DONE) {
                    events.add(new WorkflowEvent.Reopened(at, Actor.SYSTEM, null));
                    closed = false;
                }
                if (next == WaitingOn.DONE) {
                    events.add(new WorkflowEvent.Resolved(
                            at, Actor.SYSTEM, row.state(), null, WorkflowEvent.Resolved.Confirmation.US));
                } else if (next != WaitingOn.US) {
                    events.add(new WorkflowEvent.Waiting(at, Actor.SYSTEM, next, null));
                } else if (side != WaitingOn.DONE) {
                    events.add(new WorkflowEvent.Resumed(at, Actor.SYSTEM));
                }
            } else if (next == WaitingOn.DONE && !closed && !row.state().equals(state)) {
                events.add(new WorkflowEvent.Closed(at, Actor.SYSTEM));
                closed = true;
            }
            side = next;
            state = row.state();
        }
        return Case.inSequence(id, events);
    }
}
