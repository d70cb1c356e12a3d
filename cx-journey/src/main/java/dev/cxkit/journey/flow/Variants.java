package dev.cxkit.journey.flow;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;

/**
 * The variants: distinct sequences of activities, as sequences of activities.
 *
 * @param journeys how many journeys there are
 * @param distinct how many different sequences they have
 * @param top the most frequent, those of one frequency in the order of their activities
 */
public record Variants(long journeys, long distinct, List<Variant> top) {

    /**
     * One sequence.
     *
     * @param activities its activities in order
     * @param count how many journeys have exactly these
     */
    public record Variant(List<String> activities, long count) {

        /** Copies the list. */
        public Variant {
            activities = List.copyOf(activities);
        }
    }

    /** Copies the list. */
    public Variants {
        top = List.copyOf(top);
    }

    /**
     * Returns the metric. Memory grows with the activities of all different sequences, 4 bytes each.
     *
     * @param most how many sequences the answer lists; all are counted
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public static Metric<Journey, Variants> metric(int most) {
        return new VariantsMetric(most);
    }

    /** Returns how many journeys have none of the listed sequences. */
    public long rest() {
        return journeys - top.stream().mapToLong(Variant::count).sum();
    }

    /** Returns the share of the journeys that have the sequence. */
    public Proportion share(Variant variant) {
        return Proportion.of(variant.count(), journeys);
    }
}
