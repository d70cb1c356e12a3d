package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.purchase.LifeCycle;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * The customer life cycle by journeys: new, {@index "returning customer" returning}, {@index "resurrected customer" resurrected} and
 * {@index "dormant customer" dormant} customers of each period.
 *
 * <ul>
 *   <li>A customer is active in a period if a touchpoint that the filter matches starts in it, not after {@code asOf}.
 *   <li>New in the first active period, returning if active in the period before, resurrected after a gap, dormant once, in the first
 *       period without activity after an active one; see {@link LifeCycle}.
 *   <li>Each journey is one customer, so assemble by customer and do not split journeys by goal, round or inactivity.
 * </ul>
 *
 * <p>Edge cases: the series has no points if nobody was active; the period of {@code asOf} is unfinished unless it ends there.
 */
public final class JourneyLifeCycle {

    private JourneyLifeCycle() {}

    /**
     * Returns the metric, from the first period in which anybody was active to that of {@code asOf}. Memory grows with the periods.
     *
     * @param active which touchpoints make a customer active
     * @param cadence the periods
     * @param asOf when the observation ends; later touchpoints are excluded
     * @throws IllegalArgumentException if {@code asOf} is outside the years 1678..2261
     */
    public static Metric<Journey, Series<LifeCycle>> metric(TouchpointFilter active, Cadence cadence, Instant asOf) {
        requireNonNull(active, "active");
        long until = EpochNanos.of("asOf", asOf);
        return LifeCycle.metric(active.name(), cadence, asOf)
                .on(journey -> IntStream.range(0, journey.size())
                        .takeWhile(i -> journey.nanos(i) <= until)
                        .filter(i -> active.matches(journey, i))
                        .map(i -> cadence.index(Math.floorDiv(journey.nanos(i), EpochNanos.A_SECOND)))
                        .toArray());
    }
}
