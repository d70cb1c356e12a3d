package dev.cxkit.journey.flow;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;

/**
 * The {@index variant variants} of journeys: distinct sequences of activities with their frequencies.
 *
 * <ul>
 *   <li>Two journeys are of one variant if they have the same activities in the same order, whatever their times.
 *   <li>All variants are counted; the most frequent are listed, the others are the {@link #rest}.
 * </ul>
 *
 * <p>Without journeys nothing is listed and every {@link #share} has the total 0.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.flow.Variants;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9", "bob visit 1",
 *                         "bob visit 3", "bob basket 4", "eve visit 0", "eve basket 2", "eve order 3")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * Variants variants = Variants.metric(10).over(journeys);
 * System.out.println(variants.distinct() + " variants of " + variants.journeys() + " journeys");
 * System.out.println(variants.top().get(0).activities() + " " + variants.top().get(0).count());
 * // -> 2 variants of 3 journeys
 * // -> [visit, basket, order] 2
 * }</pre>
 *
 * @param journeys how many journeys there are
 * @param distinct how many variants they have
 * @param top the most frequent, those of one frequency in the order of their activities
 */
public record Variants(long journeys, long distinct, List<Variant> top) implements Result {

    /**
     * A sequence of activities.
     *
     * @param activities the activities in order
     * @param count how many journeys have exactly these
     */
    public record Variant(List<String> activities, long count) implements Result {

        /** Copies the list. */
        public Variant {
            activities = List.copyOf(activities);
        }

        /** Returns {@code activities} and {@code count}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("activities", activities)
                    .with("count", count)
                    .map();
        }
    }

    /** Copies the list. */
    public Variants {
        top = List.copyOf(top);
    }

    /**
     * Returns the metric. Memory grows with the activities of all variants, 4 bytes each.
     *
     * @param most how many variants the answer lists; all are counted
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public static Metric<Journey, Variants> metric(int most) {
        return new VariantsMetric(most);
    }

    /** Returns how many journeys are of none of the listed variants. */
    public long rest() {
        return journeys - top.stream().mapToLong(Variant::count).sum();
    }

    /** Returns the share of the journeys that are of the variant. */
    public Proportion share(Variant variant) {
        return Proportion.of(variant.count(), journeys);
    }

    /** Returns {@code journeys}, {@code distinct}, {@code top} and {@code rest}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("journeys", journeys)
                .with("distinct", distinct)
                .with("top", top)
                .with("rest", rest())
                .map();
    }
}
