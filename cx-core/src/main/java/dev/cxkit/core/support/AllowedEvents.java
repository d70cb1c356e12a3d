package dev.cxkit.core.support;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which events cannot follow (all that is not in the table may, whomever the case waits on), and what comes of those that do. */
final class AllowedEvents {

    private static final Map<WaitingOn, Set<Class<? extends CaseEvent>>> NOT_ALLOWED = Map.of(
            WaitingOn.US, Set.of(WorkflowEvent.Opened.class, WorkflowEvent.Resumed.class, WorkflowEvent.Reopened.class),
            WaitingOn.CUSTOMER, Set.of(WorkflowEvent.Opened.class, WorkflowEvent.Reopened.class),
            WaitingOn.THIRD_PARTY, Set.of(WorkflowEvent.Opened.class, WorkflowEvent.Reopened.class),
            WaitingOn.DONE,
                    Set.of(
                            WorkflowEvent.Opened.class,
                            WorkflowEvent.Waiting.class,
                            WorkflowEvent.Resumed.class,
                            WorkflowEvent.Escalated.class,
                            WorkflowEvent.Resolved.class,
                            ConversationEvent.Promise.class));

    /** What is left to happen to a case that was merged into another one. */
    private static final Set<Class<? extends CaseEvent>> AFTER_MERGING =
            Set.of(WorkflowEvent.Linked.class, ConversationEvent.Message.class, CaseEvent.Unknown.class);

    private AllowedEvents() {}

    /** Returns why the event cannot follow, or nothing if it can. */
    static Optional<String> fault(CaseEvent event, WaitingOn side, boolean closed, boolean merged) {
        if (NOT_ALLOWED.getOrDefault(side, Set.of()).contains(event.getClass())) {
            return Optional.of(
                    side == WaitingOn.DONE
                            ? "is not possible in a case that is done"
                            : "is not possible while the case waits on " + side);
        }
        if (merged && !AFTER_MERGING.contains(event.getClass())) {
            return Optional.of("is not possible after merging");
        }
        return closed && event instanceof WorkflowEvent.Closed
                ? Optional.of("is not possible in a closed case")
                : Optional.empty();
    }

    /** Returns whom a case waits on after the event, if it waited on {@code before}. */
    static WaitingOn next(CaseEvent event, WaitingOn before) {
        if (event instanceof WorkflowEvent.Waiting waiting) {
            return waiting.on();
        } else if (event instanceof WorkflowEvent.Resumed || event instanceof WorkflowEvent.Reopened) {
            return WaitingOn.US;
        } else if (CaseEvent.endsCase(event)) {
            return WaitingOn.DONE;
        }
        boolean answered =
                before == WaitingOn.CUSTOMER && event instanceof ConversationEvent.Message message && message.asks();
        return answered ? WaitingOn.US : before;
    }
}
