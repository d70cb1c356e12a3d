package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Comparator;
import java.util.Map;

/**
 * A {@index deviation} of a journey from a map, by kind and activity or stage.
 *
 * @param kind the kind
 * @param name the activity; the stage if a stage took too long
 */
public record Deviation(Kind kind, String name) implements Comparable<Deviation>, Result {

    private static final Comparator<Deviation> ORDER =
            Comparator.comparing(Deviation::kind).thenComparing(Deviation::name);

    /** The kind of a deviation. */
    public enum Kind {
        /** An activity of the map is missing: a model move. */
        SKIPPED,
        /** A touchpoint has no place on the map, or no more: a log move. */
        EXTRA,
        /** An activity is there, but not where it belongs. */
        OUT_OF_ORDER,
        /** A touchpoint came later than its gate allows. */
        TOO_LATE,
        /** A visit to a stage took longer than its limit. */
        STAGE_TOO_LONG,
        /** A touchpoint went by a channel that the map does not allow for it. */
        WRONG_CHANNEL
    }

    public Deviation {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** By kind, then by name. */
    @Override
    public int compareTo(Deviation other) {
        return ORDER.compare(this, other);
    }

    /** Returns {@code kind} and {@code name}. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("kind", kind).with("name", name).map();
    }
}
