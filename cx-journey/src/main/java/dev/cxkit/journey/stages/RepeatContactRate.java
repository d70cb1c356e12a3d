package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The {@index "repeat contact rate"}: the share of inbound contacts that are followed by another one of the same journey within a window.
 *
 * <ul>
 *   <li>Counted are the touchpoints that the filter matches, up to {@code asOf}; the next one of them within the window, its end
 *       included, makes a contact a repeated one. Of contacts at the same instant the earlier in order is followed by the later.
 *   <li>A contact whose window is not over by {@code asOf} is immature: it is in neither number, even if another followed already.
 * </ul>
 *
 * <p>Edge case: the share is empty if no contact's window is over.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.TouchpointFilter;
 * import dev.cxkit.journey.stages.RepeatContactRate;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada 02", "ada 05", "ben 03", "eve 27")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[1], TouchpointType.of("call"))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.PHONE)
 *                 .occurredAt(Instant.parse("2026-02-" + field[1] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * RepeatContactRate rate = RepeatContactRate.metric(
 *                 TouchpointFilter.activities("call"), Duration.ofDays(7), Instant.parse("2026-03-01T00:00:00Z"))
 *         .over(JourneyAssembler.byCustomer().assemble(log));
 * System.out.println(rate.repeated().count() + " of " + rate.repeated().total() + ", immature " + rate.immature());
 * // -> 1 of 3, immature 1
 * }</pre>
 *
 * @param repeated the contacts that are followed by another within the window, of those whose window is over
 * @param immature the contacts whose window is not over
 */
public record RepeatContactRate(Proportion repeated, long immature) implements Result {

    public RepeatContactRate {
        requireNonNull(repeated, "repeated");
    }

    /**
     * Returns the metric.
     *
     * @param inbound which touchpoints are contacts that the customer began
     * @param window how long after a contact the next one makes it a repeated one, inclusive, above 0
     * @param asOf when the observation ends
     * @throws IllegalArgumentException if the window is not above 0, or {@code asOf} outside the years 1678..2261
     */
    public static Metric<Journey, RepeatContactRate> metric(TouchpointFilter inbound, Duration window, Instant asOf) {
        requireNonNull(inbound, "inbound");
        long nanos = EpochNanos.aboveZero("window", window);
        long until = EpochNanos.of("asOf", asOf);
        return Sums.metric(
                Definition.of("repeat contact rate", inbound.name(), window, asOf),
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

    /** Returns the share of repeated contacts, {@code immature}. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(repeated)).with("immature", immature).map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
