package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A state of the chain. The states around the touches are kinds of their own, so no label can be taken for one of them.
 *
 * @param kind what it is
 * @param activities the last touches, as many as the order of the chain or as the path has had so far; none for other kinds; unmodifiable
 */
public record PathState(Kind kind, List<String> activities) {

    /** What a state is. */
    public enum Kind {
        /** Before the first touch. */
        START,
        /** At a touch. */
        TOUCH,
        /** The goal was reached. */
        CONVERSION,
        /** The path ended without the goal. */
        NULL
    }

    /** Before the first touch. */
    public static final PathState START = new PathState(Kind.START, List.of());

    /** The goal was reached. */
    public static final PathState CONVERSION = new PathState(Kind.CONVERSION, List.of());

    /** The path ended without the goal. */
    public static final PathState NULL = new PathState(Kind.NULL, List.of());

    /**
     * Checks the parts and copies the list; throws an {@link IllegalArgumentException} if a touch has no label, or another kind has one.
     */
    public PathState {
        requireNonNull(kind, "kind");
        activities = List.copyOf(activities);
        if ((kind == Kind.TOUCH) == activities.isEmpty()) {
            throw new IllegalArgumentException("a state of kind " + kind + " with " + activities.size() + " labels");
        }
    }

    /** Returns the state at these touches; throws an {@link IllegalArgumentException} if there is none. */
    public static PathState of(String... labels) {
        return new PathState(Kind.TOUCH, List.of(labels));
    }
}
