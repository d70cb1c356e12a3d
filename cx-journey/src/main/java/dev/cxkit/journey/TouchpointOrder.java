package dev.cxkit.journey;

import static java.util.Objects.requireNonNullElse;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Fn;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What makes two touchpoints of one key the same, and which of two at one instant comes first.
 *
 * @param source who gave the id; null where no source is named
 * @param sequence the place among the touchpoints of one instant; null where none is given
 */
record TouchpointOrder(
        @Nullable Fn<? super Touchpoint, ? extends @Nullable String> source,
        @Nullable Fn<? super Touchpoint, Long> sequence)
        implements Comparator<Touchpoint>, Serializable {

    static final TouchpointOrder STANDARD = new TouchpointOrder(null, null);

    /** By what a touchpoint is known: without a source, two systems may number alike. */
    record Identity(String id, String by, @Nullable Instant occurredAt) {}

    Identity identity(Touchpoint touchpoint) {
        String named = source(touchpoint);
        return named.isEmpty()
                ? new Identity(touchpoint.id(), touchpoint.type().name(), touchpoint.occurredAt())
                : new Identity(touchpoint.id(), named, null);
    }

    /** Compares two of one instant; those of one key that are not the same differ. */
    @Override
    public int compare(Touchpoint one, Touchpoint other) {
        int order = sequence == null ? 0 : Long.compare(sequence.apply(one), sequence.apply(other));
        order = order == 0 ? over(one).compareTo(over(other)) : order;
        order = order == 0 ? one.type().compareTo(other.type()) : order;
        order = order == 0 ? source(one).compareTo(source(other)) : order;
        return order == 0 ? one.id().compareTo(other.id()) : order;
    }

    /** Empty where none is named. */
    private String source(Touchpoint touchpoint) {
        return source == null ? "" : requireNonNullElse(source.apply(touchpoint), "");
    }

    private static Instant over(Touchpoint touchpoint) {
        return touchpoint.end().orElse(touchpoint.occurredAt());
    }
}
