package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many customers do not buy again within a time after their first bad experience, beside a control: those whose first experience was
 * good, after that one, whatever came later. So nobody is put into a group by what was still to come; one whose first experience was good
 * and a later one bad is in both.
 *
 * @param afterBad of those with a bad experience, how many walked away
 * @param control of those whose first experience was good, how many walked away
 * @param immatureBad how many with a bad experience whose time is not over
 * @param immatureControl how many of the control whose time is not over
 */
public record WalkAway(Proportion afterBad, Proportion control, long immatureBad, long immatureControl) {

    /**
     * An experience of a customer.
     *
     * @param occurredAt when
     * @param bad whether it was bad, by the host's own measure
     */
    public record Experience(Instant occurredAt, boolean bad) implements Serializable {

        /** Checks that there is a time. */
        public Experience {
            requireNonNull(occurredAt, "occurredAt");
        }
    }

    /** Checks the parts. */
    public WalkAway {
        requireNonNull(afterBad, "afterBad");
        requireNonNull(control, "control");
    }

    /**
     * Returns the metric over customers in whatever form the host has them.
     *
     * @param ticks within how many ticks a purchase shows that the customer stayed, at least 1
     * @param experiences the experiences of a customer, in order of time
     * @throws IllegalArgumentException if the number of ticks is below 1
     */
    public static <T> Metric<T, WalkAway> within(
            long ticks, Fn<? super T, Purchases> purchases, Fn<? super T, ? extends List<Experience>> experiences) {
        requireNonNull(purchases, "purchases");
        requireNonNull(experiences, "experiences");
        if (ticks < 1) {
            throw new IllegalArgumentException("walk-away within " + ticks + " ticks is below 1");
        }
        int kinds = OutcomeWindow.COUNT;
        return Sums.metric(
                "walk-away(" + ticks + ")",
                2 * kinds,
                (customer, parts) -> {
                    Purchases bought = purchases.apply(customer);
                    List<Experience> felt = experiences.apply(customer);
                    felt.stream()
                            .filter(Experience::bad)
                            .findFirst()
                            .ifPresent(bad -> parts[OutcomeWindow.ofPurchase(bought, bad.occurredAt, ticks).place] = 1);
                    felt.stream()
                            .limit(1)
                            .filter(first -> !first.bad)
                            .forEach(good ->
                                    parts[kinds + OutcomeWindow.ofPurchase(bought, good.occurredAt, ticks).place] = 1);
                },
                sums -> new WalkAway(
                        Proportion.of(sums[1], sums[0] + sums[1]),
                        Proportion.of(sums[kinds + 1], sums[kinds] + sums[kinds + 1]),
                        sums[2],
                        sums[kinds + 2]));
    }

    /** Returns the rate after a bad experience less that of the control; empty if either has nobody. */
    public Optional<Difference> difference() {
        return afterBad.minus(control);
    }
}
