package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a metric per segment and in total.
 *
 * @param <K> the keys
 * @param <R> the answers
 * @param total the answer over all segments, counted from the observations and not from the answers of the segments
 * @param gathered the answer over the segments beyond the limit, or null where there were none
 * @param each the answer of each segment that had an observation, in the order of the keys; unmodifiable
 */
public record Segments<K, R>(R total, @Nullable R gathered, Map<K, R> each) {

    /** Copies the map and keeps its order. */
    public Segments {
        requireNonNull(total, "total");
        each = Collections.unmodifiableMap(new LinkedHashMap<>(each));
    }

    /** Returns the answer of the segment; empty if it had no observation. */
    public Optional<R> get(K key) {
        return Optional.ofNullable(each.get(requireNonNull(key, "key")));
    }

    /** Returns the answer over all segments beyond the limit; empty if there were none. */
    public Optional<R> rest() {
        return Optional.ofNullable(gathered);
    }

    /** Returns the same segments with each answer replaced. */
    public <S> Segments<K, S> map(Function<? super R, ? extends S> change) {
        Map<K, S> mapped = new LinkedHashMap<>();
        each.forEach((key, value) -> mapped.put(key, change.apply(value)));
        return new Segments<>(change.apply(total), gathered == null ? null : change.apply(gathered), mapped);
    }
}
