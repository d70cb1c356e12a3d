package dev.cxkit.core.touchpoint;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the host keeps its touchpoints. Implementations are safe for use by many threads and may be asked the same again.
 */
@FunctionalInterface
public interface TouchpointSource {

    /**
     * Returns the touchpoints whose {@link Touchpoint#occurredAt()} lies in the period, in no particular order. The caller
     * closes the stream.
     */
    Stream<Touchpoint> during(TimeRange period);

    /** Returns a source of a copy of these. */
    static TouchpointSource of(Collection<? extends Touchpoint> touchpoints) {
        List<Touchpoint> copy = List.copyOf(touchpoints);
        return period -> copy.stream().filter(one -> period.contains(one.occurredAt()));
    }

    /** Returns a source of the touchpoints of both. The two are not compared: what both have comes twice. */
    default TouchpointSource and(TouchpointSource other) {
        requireNonNull(other, "other");
        return period -> Stream.concat(during(period), other.during(period));
    }
}
