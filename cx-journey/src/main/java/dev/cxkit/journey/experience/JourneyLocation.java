package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Where in journeys something happens: at a step, on the way from one step to the next, or in a stage of a map.
 *
 * @param kind the kind of place
 * @param from the step that is left; empty unless it is a transition
 * @param name the step, the step that is come to, or the stage
 */
public record JourneyLocation(Kind kind, String from, String name)
        implements Comparable<JourneyLocation>, Serializable {

    /** A kind of place. */
    public enum Kind {
        /** A step; if it occurs several times on end, that is one passage. */
        ACTIVITY("STEP"),

        /** One step right after another one. */
        TRANSITION("TRANSITION"),

        /** A stage of a map, from its first touchpoint to the first one in another stage. */
        STAGE("STAGE");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Returns the text that stands for the kind in the bytes of a state. */
        String code() {
            return code;
        }

        /** Returns the kind with this code; throws an {@link IllegalArgumentException} if there is none. */
        static Kind ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of location has the code '" + code + "'"));
        }
    }

    private static final Comparator<JourneyLocation> ORDER = Comparator.comparing(JourneyLocation::kind)
            .thenComparing(JourneyLocation::from)
            .thenComparing(JourneyLocation::name);

    /**
     * Checks the names; throws an {@link IllegalArgumentException} if the name is empty, or there is a step that is left exactly where
     * there is no transition.
     */
    public JourneyLocation {
        requireNonNull(kind, "kind");
        if (requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("name of place is empty");
        }
        if (from.isEmpty() == kind.equals(Kind.TRANSITION)) {
            throw new IllegalArgumentException("a place of kind " + kind + " is left from '" + from + "'");
        }
    }

    /** Returns the step. */
    public static JourneyLocation activity(String step) {
        return new JourneyLocation(Kind.ACTIVITY, "", step);
    }

    /** Returns the way from one step to the next. */
    public static JourneyLocation transition(String from, String to) {
        return new JourneyLocation(Kind.TRANSITION, from, to);
    }

    /** Returns the stage. */
    public static JourneyLocation stage(String stage) {
        return new JourneyLocation(Kind.STAGE, "", stage);
    }

    @Override
    public int compareTo(JourneyLocation other) {
        return ORDER.compare(this, other);
    }

    /** Returns the place in words, such as {@code cart > payment}. */
    @Override
    public String toString() {
        return from.isEmpty() ? name : from + " > " + name;
    }
}
