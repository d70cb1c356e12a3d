package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customer loss after the first bad experience compared with a {@index "control group"}: the share of customers who do not buy again within
 * a window.
 *
 * <ul>
 *   <li>After bad: customers with a bad experience, from the first bad one on.
 *   <li>Control: customers whose first experience was good, from that one on, whatever came later. So nobody is put into a group by what
 *       was still to come; a customer with a good first experience and a later bad one is in both. Of a good and a bad one at the same instant
 *       the bad one is first.
 *   <li>Counted apart: customers whose {@link OutcomeWindow} is not complete.
 *   <li>Excluded: customers without experiences.
 *   <li>The difference is an association, not a cause: customers with bad experiences may differ in other ways. It is empty if a group has
 *       no customer with a complete window.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import dev.cxkit.metrics.purchase.Purchases;
 * import dev.cxkit.metrics.purchase.WalkAway;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.Currency;
 * import java.util.List;
 *
 * record Buyer(Purchases purchases, List<WalkAway.Experience> experiences) {}
 *
 * Instant day = Instant.parse("2026-01-10T10:00:00Z");
 * OrderLog log = OrderLog.of(Currency.getInstance("EUR"), ZoneOffset.UTC, Instant.parse("2026-06-01T00:00:00Z"));
 * List<Buyer> buyers = new ArrayList<>();
 * for (String told : List.of("ann bad stays", "ben bad leaves", "cem good stays", "dan good stays")) {
 *     CustomerId id = CustomerId.of(told);
 *     Instant next = told.endsWith("stays") ? day.plusSeconds(20 * 86_400) : day.minusSeconds(86_400);
 *     Purchases purchases = log.purchases(id, List.of(Order.of(OrderId.of(told), id, next, Money.of("25.00", "EUR"))));
 *     buyers.add(new Buyer(purchases, List.of(new WalkAway.Experience(day, told.contains("bad")))));
 * }
 * WalkAway walked = WalkAway.metric(Buyer::purchases, Buyer::experiences, Duration.ofDays(90)).over(buyers);
 * System.out.println(walked.afterBad().count() + " of " + walked.afterBad().total() + ", control "
 *         + walked.control().count() + " of " + walked.control().total());
 * // -> 1 of 2, control 0 of 2
 * }</pre>
 *
 * @param afterBad of those with a bad experience, how many did not buy again within the window
 * @param control of those whose first experience was good, how many did not
 * @param immatureBad how many with a bad experience have a window that is not complete
 * @param immatureControl how many of the control have a window that is not complete
 */
public record WalkAway(Proportion afterBad, Proportion control, long immatureBad, long immatureControl)
        implements Result {

    /**
     * An experience of a customer.
     *
     * @param occurredAt when it was
     * @param bad whether it was bad, by the host's own measure
     */
    public record Experience(Instant occurredAt, boolean bad) implements Serializable {

        /** Checks that there is a time. */
        public Experience {
            requireNonNull(occurredAt, "occurredAt");
        }
    }

    private static final Comparator<Experience> FIRST =
            Comparator.comparing(Experience::occurredAt).thenComparing(experience -> !experience.bad);

    /** Checks that there are proportions. */
    public WalkAway {
        requireNonNull(afterBad, "afterBad");
        requireNonNull(control, "control");
    }

    /**
     * Returns the metric over customers in whatever form the host has them.
     *
     * @param purchases the purchases of a customer
     * @param experiences the experiences of a customer, in any order
     * @param within the length of the window, a {@link java.time.Duration} or {@link java.time.Period} above 0, which is counted in
     *     {@linkplain PurchaseRule#ticks ticks}
     * @throws IllegalArgumentException if it is not above 0
     */
    public static <T> Metric<T, WalkAway> metric(
            Fn<? super T, Purchases> purchases,
            Fn<? super T, ? extends List<Experience>> experiences,
            TemporalAmount within) {
        requireNonNull(purchases, "purchases");
        requireNonNull(experiences, "experiences");
        PurchaseRule.positive("within", within);
        int kinds = OutcomeWindow.COUNT;
        return Sums.metric(
                Definition.of("walk-away", within),
                2 * kinds,
                (customer, parts) -> {
                    Purchases bought = purchases.apply(customer);
                    List<Experience> all = experiences.apply(customer);
                    all.stream()
                            .filter(Experience::bad)
                            .min(FIRST)
                            .ifPresent(
                                    bad -> parts[OutcomeWindow.ofPurchase(bought, bad.occurredAt, within).place] = 1);
                    all.stream()
                            .min(FIRST)
                            .filter(first -> !first.bad)
                            .ifPresent(good ->
                                    parts[kinds + OutcomeWindow.ofPurchase(bought, good.occurredAt, within).place] = 1);
                },
                sums -> new WalkAway(
                        Proportion.of(sums[1], Math.addExact(sums[0], sums[1])),
                        Proportion.of(sums[kinds + 1], Math.addExact(sums[kinds], sums[kinds + 1])),
                        sums[2],
                        sums[kinds + 2]));
    }

    /** Returns the rate after a bad experience less that of the control; empty if a group has no customer with a complete window. */
    public Optional<Difference> difference() {
        return afterBad.minus(control);
    }

    /** Returns the difference, the rates {@code afterBad} and of the {@code control}, and those counted apart. */
    @Override
    public Map<String, Object> document() {
        return Document.of(difference())
                .with("afterBad", afterBad)
                .with("control", control)
                .with("immatureBad", immatureBad)
                .with("immatureControl", immatureControl)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
