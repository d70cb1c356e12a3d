package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * How many segments a metric may have, and how their keys are written. A key with far more values than expected, such as a customer
 * id instead of a plan, then fails, or is held to a number, instead of filling the memory.
 *
 * @param <K> the keys
 * @param limit the most segments, at least 1
 * @param gathers whether segments beyond the limit are gathered into one rest; otherwise they fail
 * @param format how the keys are written into a state
 */
public record Segmentation<K>(int limit, boolean gathers, KeyFormat<K> format) implements Serializable {

    /** The most segments where nothing else is said. */
    public static final int DEFAULT_LIMIT = 10_000;

    /**
     * Makes a segmentation.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    public Segmentation {
        requireNonNull(format, "format");
        Require.that(limit >= 1, () -> "limit " + limit + " is below 1 segment");
    }

    /** Returns a segmentation that throws an {@link IllegalStateException} at the first segment beyond the limit. */
    public static <K> Segmentation<K> failAbove(int limit) {
        return new Segmentation<>(limit, false, KeyFormat.standard());
    }

    /**
     * Returns a segmentation that keeps the first {@code limit} segments in the order of their keys and gathers all others into
     * {@link Segments#rest()}. The order of the keys decides, not their size or who came first, because only then is the result the
     * same whatever the order of the observations.
     */
    public static <K> Segmentation<K> gatherAbove(int limit) {
        return new Segmentation<>(limit, true, KeyFormat.standard());
    }

    /** Returns a segmentation with the default limit and keys written this way. */
    public static <K> Segmentation<K> of(KeyFormat<K> format) {
        return new Segmentation<>(DEFAULT_LIMIT, false, format);
    }

    /** Returns the same limit with keys written this way. */
    public <L> Segmentation<L> with(KeyFormat<L> format) {
        return new Segmentation<>(limit, gathers, format);
    }
}
