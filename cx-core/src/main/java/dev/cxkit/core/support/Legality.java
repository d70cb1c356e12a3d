package dev.cxkit.core.support;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which events cannot follow. All that is not in the table is legal in every phase. */
final class Legality {

    private static final Map<Phase, Set<Class<? extends CaseEvent>>> REFUSED = Map.of(
            Phase.OURS, Set.of(Handling.Opened.class, Handling.Resumed.class, Handling.Reopened.class),
            Phase.CUSTOMER, Set.of(Handling.Opened.class, Handling.Reopened.class),
            Phase.OTHER, Set.of(Handling.Opened.class, Handling.Reopened.class),
            Phase.DONE,
                    Set.of(
                            Handling.Opened.class,
                            Handling.Waiting.class,
                            Handling.Resumed.class,
                            Handling.Escalated.class,
                            Handling.Resolved.class,
                            Dialogue.Promised.class));

    /** What is left to happen to a case that goes on in another one. */
    private static final Set<Class<? extends CaseEvent>> AFTER_MERGING =
            Set.of(Handling.Linked.class, Dialogue.Message.class, CaseEvent.Unknown.class);

    private Legality() {}

    /** Returns why the event cannot follow, or nothing if it can. */
    static Optional<String> fault(CaseEvent event, Phase phase, boolean closed, boolean merged) {
        if (REFUSED.getOrDefault(phase, Set.of()).contains(event.getClass())) {
            return Optional.of("is not possible in phase " + phase);
        }
        if (merged && !AFTER_MERGING.contains(event.getClass())) {
            return Optional.of("is not possible after merging");
        }
        return closed && event instanceof Handling.Closed
                ? Optional.of("is not possible in a closed case")
                : Optional.empty();
    }
}
