package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;

/**
 * After how many contacts the customer had to come back.
 *
 * @param repeated the contacts with another within the window, of those whose window is over
 * @param immature the contacts whose window is not over; they are in neither number, even if another followed
 */
public record RepeatContactRate(Proportion repeated, long immature) {

    /** Checks the parts. */
    public RepeatContactRate {
        requireNonNull(repeated, "followed");
    }

    /**
     * Returns the metric. A contact at the end of the window is in it; one at the same instant counts for what was given before it.
     *
     * @param inbound which touchpoints are contacts that the customer began
     * @param window how long after a contact the next one may come to count, above 0
     * @param asOf up to when touchpoints are seen
     * @throws IllegalArgumentException if the window is not above 0, or {@code asOf} outside the years 1678..2261
     */
    public static Metric<Journey, RepeatContactRate> metric(TouchpointFilter inbound, Duration window, Instant asOf) {
        requireNonNull(inbound, "inbound");
        long nanos = EpochNanos.aboveZero("window", window);
        long until = EpochNanos.of("asOf", asOf);
        return Sums.metric(
                Definition.of("recontact", inbound.toString(), window, asOf),
                3,
                (journey, counts) -> count(journey, inbound, nanos, until, counts),
                counts -> new RepeatContactRate(Proportion.of(counts[0], counts[1]), counts[2]));
    }

    private static void count(Journey journey, TouchpointFilter inbound, long window, long until, long... counts) {
        long next = Long.MAX_VALUE;
        for (int i = journey.size() - 1; i >= 0; i--) {
            long at = journey.nanos(i);
            if (at <= until && inbound.matches(journey, i)) {
                // Differences rather than sums, which may leave the range of a long.
                boolean isMature = until - at >= window;
                counts[0] += isMature && next != Long.MAX_VALUE && next - at <= window ? 1 : 0;
                counts[1] += isMature ? 1 : 0;
                counts[2] += isMature ? 0 : 1;
                next = at;
            }
        }
    }
}
