package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A way in which a journey departs from a map.
 *
 * @param kind what is wrong
 * @param name the activity; the stage if a stage took too long
 */
public record Deviation(Kind kind, String name) implements Comparable<Deviation> {

    private static final Comparator<Deviation> ORDER =
            Comparator.comparing(Deviation::kind).thenComparing(Deviation::name);

    /** What is wrong. */
    public enum Kind {
        /** An activity of the map is missing. */
        SKIPPED,
        /** A touchpoint has no place on the map, or no more. */
        EXTRA,
        /** An activity is there, but not where it belongs. */
        OUT_OF_ORDER,
        /** A touchpoint came later than its gate allows. */
        TOO_LATE,
        /** A visit to a stage took longer than its limit. */
        STAGE_TOO_LONG,
        /** A touchpoint went by a channel that is not among those of its touchpoint. */
        WRONG_CHANNEL
    }

    /** Checks that nothing is missing. */
    public Deviation {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** By kind, then by name. */
    @Override
    public int compareTo(Deviation other) {
        return ORDER.compare(this, other);
    }
}
