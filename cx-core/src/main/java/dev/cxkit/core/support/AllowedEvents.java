package dev.cxkit.core.support;

import java.util.Optional;
import java.util.Set;

/** Which events cannot follow, which change nothing, and what comes of the others. */
final class AllowedEvents {

    /** What is left to happen to a case that was merged into another one. */
    private static final Set<Class<? extends CaseEvent>> AFTER_MERGING =
            Set.of(WorkflowEvent.Linked.class, ConversationEvent.Message.class, CaseEvent.Unknown.class);

    private AllowedEvents() {}

    /** Returns why the event cannot follow, or nothing if it can. */
    static Optional<String> fault(CaseId id, CaseEvent event, WaitingOn side, boolean merged) {
        boolean done = side == WaitingOn.DONE;
        if (event instanceof WorkflowEvent.Opened
                || (done && (event instanceof WorkflowEvent.Waiting || event instanceof WorkflowEvent.Escalated))) {
            return Optional.of(
                    done
                            ? "is not possible in a case that is done"
                            : "is not possible while the case waits on " + side);
        }
        if (merged && !AFTER_MERGING.contains(event.getClass())) {
            return Optional.of("is not possible after merging");
        }
        return event instanceof WorkflowEvent.Merged into && into.other().equals(id)
                ? Optional.of("is into the case itself")
                : Optional.empty();
    }

    /** Returns whether the event changes nothing, since what it says is so already. */
    static boolean isWithoutEffect(CaseEvent event, WaitingOn side) {
        if (event instanceof WorkflowEvent.Waiting waiting) {
            return waiting.on() == side;
        } else if (event instanceof WorkflowEvent.Resumed) {
            return side == WaitingOn.US || side == WaitingOn.DONE;
        } else if (event instanceof WorkflowEvent.Reopened) {
            return side != WaitingOn.DONE;
        }
        return side == WaitingOn.DONE
                && (event instanceof WorkflowEvent.Resolved
                        || event instanceof WorkflowEvent.Closed
                        || event instanceof ConversationEvent.Promise);
    }

    /** Returns whom a case waits on after an event with effect, if it waited on {@code before}. */
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
