package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a journey travels: its own touchpoints and activities, and nothing of the arrays that it lies in with others.
 *
 * @param order null where it is the standard one
 */
record JourneyForm(
        String key,
        int number,
        JourneyStatus status,
        List<Touchpoint> touchpoints,
        List<String> activities,
        @Nullable TouchpointOrder order)
        implements Serializable {

    static JourneyForm of(Journey journey, TouchpointOrder order) {
        return new JourneyForm(
                journey.key(),
                journey.number(),
                journey.status(),
                new ArrayList<>(journey.touchpoints()),
                new ArrayList<>(journey.activities()),
                order.equals(TouchpointOrder.STANDARD) ? null : order);
    }

    private Object readResolve() {
        ActivityIndex index = new ActivityIndex();
        Object[] rows = touchpoints.toArray();
        long[] nanos = touchpoints.stream()
                .mapToLong(touchpoint -> EpochNanos.of("occurredAt", touchpoint.occurredAt()))
                .toArray();
        int[] codes = activities.stream().mapToInt(index::intern).toArray();
        Track track = new Track(
                rows, RowReader.TOUCHPOINTS, nanos, codes, index, order == null ? TouchpointOrder.STANDARD : order);
        return new Journey(key, number, status, track, 0, rows.length);
    }
}
