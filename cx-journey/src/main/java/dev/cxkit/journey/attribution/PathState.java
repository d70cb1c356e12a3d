package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A state of the chain. Start and ends are kinds of their own, so that no activity can be taken for one of them.
 *
 * @param kind what it is
 * @param activities the last activities, as many as the order of the chain or as the path has had so far; none for other kinds
 */
record PathState(Kind kind, List<String> activities) {

    enum Kind {
        START,
        TOUCH,
        CONVERSION,
        NULL
    }

    static final PathState START = new PathState(Kind.START, List.of());
    static final PathState CONVERSION = new PathState(Kind.CONVERSION, List.of());
    static final PathState NULL = new PathState(Kind.NULL, List.of());

    PathState {
        requireNonNull(kind, "kind");
        activities = List.copyOf(activities);
        if ((kind == Kind.TOUCH) == activities.isEmpty()) {
            throw new IllegalArgumentException(
                    "a state of kind " + kind + " with " + activities.size() + " activities");
        }
    }

    static PathState of(String... activities) {
        return new PathState(Kind.TOUCH, List.of(activities));
    }
}
