package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/**
 * A location in journeys: an activity, a directly-follows pair of activities (transition), or a stage of a map.
 *
 * @param kind the kind of location
 * @param from the activity that is left; empty unless it is a transition
 * @param name the activity, the activity to which a transition leads, or the stage
 */
public record JourneyLocation(Kind kind, String from, String name) implements Comparable<JourneyLocation>, Result {

    /** A kind of location. */
    public enum Kind {
        /** An activity; a run of touchpoints of the same activity is one visit. */
        ACTIVITY("STEP"),

        /** One activity directly after another one. */
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
     * Throws an {@link IllegalArgumentException} if the name is empty, or if it is a transition without an activity that is left, or anything
     * else with one.
     */
    public JourneyLocation {
        requireNonNull(kind, "kind");
        Require.that(!requireNonNull(name, "name").isEmpty(), () -> "name of location is empty");
        if (from.isEmpty() == kind.equals(Kind.TRANSITION)) {
            throw new IllegalArgumentException("a location of kind " + kind + " is left from '" + from + "'");
        }
    }

    /** Returns the location of the activity. */
    public static JourneyLocation activity(String activity) {
        return new JourneyLocation(Kind.ACTIVITY, "", activity);
    }

    /** Returns the same of the activity that is named like the type. */
    public static JourneyLocation activity(TouchpointType type) {
        return activity(type.name());
    }

    /** Returns the location of the transition from one activity directly to another. */
    public static JourneyLocation transition(String from, String to) {
        return new JourneyLocation(Kind.TRANSITION, from, to);
    }

    /** Returns the same of the activities that are named like the types. */
    public static JourneyLocation transition(TouchpointType from, TouchpointType to) {
        return transition(from.name(), to.name());
    }

    /** Returns the location of the stage. */
    public static JourneyLocation stage(String stage) {
        return new JourneyLocation(Kind.STAGE, "", stage);
    }

    @Override
    public int compareTo(JourneyLocation other) {
        return ORDER.compare(this, other);
    }

    /** Returns the location in words, such as {@code cart > payment}. */
    @Override
    public String toString() {
        return from.isEmpty() ? name : from + " > " + name;
    }

    /** Returns {@code kind}, {@code from} and {@code name}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("kind", kind)
                .with("from", from.isEmpty() ? null : from)
                .with("name", name)
                .map();
    }
}
