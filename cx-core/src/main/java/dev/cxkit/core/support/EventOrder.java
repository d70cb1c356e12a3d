package dev.cxkit.core.support;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of the events of one instant: by what they are, and among those of one sort by their content, so that the order of a list does
 * not count.
 */
final class EventOrder {

    private static final int ENDS_WHAT_STOOD = 11;

    private static final Map<Class<?>, Integer> RANKS = Map.ofEntries(
            Map.entry(WorkflowEvent.Opened.class, 0),
            Map.entry(WorkflowEvent.SlaPolicyApplied.class, 1),
            Map.entry(WorkflowEvent.Classified.class, 2),
            // 3: messages of the customer
            Map.entry(ConversationEvent.Question.class, 4),
            Map.entry(ConversationEvent.Fact.class, 5),
            // 6 and 7: messages of others, and notes
            Map.entry(WorkflowEvent.Assigned.class, 8),
            Map.entry(WorkflowEvent.Escalated.class, 9),
            Map.entry(ConversationEvent.Promise.class, 10),
            Map.entry(WorkflowEvent.Waiting.class, 12),
            Map.entry(WorkflowEvent.Resumed.class, 13),
            Map.entry(WorkflowEvent.Resolved.class, 14),
            Map.entry(WorkflowEvent.Closed.class, 15),
            Map.entry(WorkflowEvent.Reopened.class, 16),
            Map.entry(WorkflowEvent.Linked.class, 17),
            Map.entry(WorkflowEvent.Merged.class, 18),
            Map.entry(CaseEvent.Unknown.class, 19));

    private EventOrder() {}

    /**
     * Returns the order of events of one instant.
     *
     * @param stood whom the case waited on before the instant: of the events that change it the one that ends this comes first
     */
    static Comparator<CaseEvent> at(WaitingOn stood) {
        return (one, other) -> {
            int order = Integer.compare(rank(one, stood), rank(other, stood));
            return order != 0 ? order : Arrays.compare(content(one), content(other));
        };
    }

    private static int rank(CaseEvent event, WaitingOn stood) {
        if (event instanceof ConversationEvent.Message message) {
            return message.by().kind() == Actor.Kind.CUSTOMER
                    ? 3
                    : message.visibility() == ConversationEvent.Message.Visibility.PUBLIC ? 6 : 7;
        }
        boolean ends = event instanceof WorkflowEvent.Reopened
                ? stood == WaitingOn.DONE
                : event instanceof WorkflowEvent.Resumed && stood != WaitingOn.DONE && stood != WaitingOn.US;
        return ends ? ENDS_WHAT_STOOD : RANKS.getOrDefault(event.getClass(), ENDS_WHAT_STOOD);
    }

    /** All parts of an event but its time: the same only for equal events. */
    private static String[] content(CaseEvent event) {
        return Stream.concat(
                        parts(event), Stream.of(event.by().kind(), event.by().id()))
                .map(part -> part == null ? "" : "=" + part)
                .toArray(String[]::new);
    }

    private static Stream<@Nullable Object> parts(CaseEvent event) {
        if (event instanceof WorkflowEvent.Assigned assigned) {
            Assignee to = assigned.to();
            Brief brief = assigned.brief();
            // A team before a person of it: so it is routed.
            return Stream.of(
                    to.human(),
                    to.person() != null,
                    to.team(),
                    to.person(),
                    brief == null ? null : List.of(brief.tried(), brief.facts(), brief.questions(), brief.promises()));
        } else if (event instanceof WorkflowEvent.Opened opened) {
            return Stream.of(opened.customer(), opened.channel(), opened.category(), opened.priority());
        } else if (event instanceof WorkflowEvent.SlaPolicyApplied applied) {
            return Stream.of(applied.policy());
        } else if (event instanceof WorkflowEvent.Classified classified) {
            return Stream.of(classified.category(), classified.priority());
        } else if (event instanceof ConversationEvent.Message message) {
            return Stream.of(message.kind(), message.visibility());
        } else if (event instanceof ConversationEvent.Question question) {
            return Stream.of(question.fact());
        } else if (event instanceof ConversationEvent.Fact fact) {
            return Stream.of(fact.fact(), fact.source(), fact.validUntil());
        } else if (event instanceof ConversationEvent.Promise promise) {
            return Stream.of(promise.what(), promise.dueAt());
        } else if (event instanceof WorkflowEvent.Escalated escalated) {
            return Stream.of(escalated.level(), escalated.reason());
        } else if (event instanceof WorkflowEvent.Waiting waiting) {
            return Stream.of(waiting.on(), waiting.until());
        } else if (event instanceof WorkflowEvent.Resolved resolved) {
            return Stream.of(resolved.confirmedBy(), resolved.code(), resolved.rootCause());
        } else if (event instanceof WorkflowEvent.Reopened reopened) {
            return Stream.of(reopened.reason());
        } else if (event instanceof WorkflowEvent.Linked linked) {
            return Stream.of(linked.kind(), linked.other());
        } else if (event instanceof WorkflowEvent.Merged merged) {
            return Stream.of(merged.other());
        } else if (event instanceof CaseEvent.Unknown unknown) {
            return Stream.of(unknown.type(), unknown.properties());
        }
        return Stream.of();
    }
}
