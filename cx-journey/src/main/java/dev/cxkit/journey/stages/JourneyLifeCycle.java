package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.purchase.LifeCycle;
import java.time.Instant;
import java.util.stream.IntStream;

/** Who is new, returning, resurrecting or dormant by their touchpoints. */
public final class JourneyLifeCycle {

    private JourneyLifeCycle() {}

    /**
     * Returns the metric, from the first period in which anybody was active to that of {@code asOf}, which is not finished unless it ends
     * there; without points if nobody was active. Each journey is one customer, so assemble them by customer and whole. Memory grows with
     * the periods.
     *
     * @param active which touchpoints make a customer active
     * @param asOf up to when touchpoints are seen
     * @throws IllegalArgumentException if {@code asOf} is outside the years 1678..2261
     */
    public static Metric<Journey, Series<LifeCycle>> metric(TouchpointFilter active, Cadence cadence, Instant asOf) {
        requireNonNull(active, "active");
        long until = EpochNanos.of("asOf", asOf);
        return LifeCycle.metric(active.toString(), cadence, asOf)
                .on(journey -> IntStream.range(0, journey.size())
                        .takeWhile(i -> journey.nanos(i) <= until)
                        .filter(i -> active.matches(journey, i))
                        .map(i -> cadence.index(Math.floorDiv(journey.nanos(i), EpochNanos.A_SECOND)))
                        .toArray());
    }
}
