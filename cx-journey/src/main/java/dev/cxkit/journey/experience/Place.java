package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where in journeys something happens: at a step, on the way from one step to the next, or in a stage of a map.
 *
 * @param kind the kind of place
 * @param from the step that is left; empty unless it is a transition
 * @param name the step, the step that is come to, or the stage
 */
public record Place(Kind kind, String from, String name) implements Comparable<Place>, Serializable {

    /** A kind of place. */
    public enum Kind {
        /** A step; if it occurs several times on end, that is one passage. */
        STEP,

        /** One step right after another one. */
        TRANSITION,

        /** A stage of a map, from its first touchpoint to the first one in another stage. */
        STAGE
    }

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::kind).thenComparing(Place::from).thenComparing(Place::name);

    /**
     * Checks the names; throws an {@link IllegalArgumentException} if the name is empty, or there is a step that is left exactly where
     * there is no transition.
     */
    public Place {
        requireNonNull(kind, "kind");
        if (requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("name of place is empty");
        }
        if (from.isEmpty() == kind.equals(Kind.TRANSITION)) {
            throw new IllegalArgumentException("a place of kind " + kind + " is left from '" + from + "'");
        }
    }

    /** Returns the step. */
    public static Place step(String step) {
        return new Place(Kind.STEP, "", step);
    }

    /** Returns the way from one step to the next. */
    public static Place transition(String from, String to) {
        return new Place(Kind.TRANSITION, from, to);
    }

    /** Returns the stage. */
    public static Place stage(String stage) {
        return new Place(Kind.STAGE, "", stage);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** Returns the place in words, such as {@code cart > payment}. */
    @Override
    public String toString() {
        return from.isEmpty() ? name : from + " > " + name;
    }
}
