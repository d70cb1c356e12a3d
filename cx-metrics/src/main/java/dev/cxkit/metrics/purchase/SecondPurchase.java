package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Share of customers who made a {@index "second purchase"} within a window of the first, of those observed for the whole window.
 *
 * <ul>
 *   <li>Counted: customers whose window is complete at the end of the log, with Wilson's interval in the estimate.
 *   <li>Counted apart: customers whose window is not complete ({@code immature}), also if they bought again already.
 *   <li>A second purchase exactly at the end of the window is in time.
 *   <li>Excluded: customers without purchases.
 *   <li>How the share grows with time, with all customers: {@code KaplanMeier.metric().onEach(SecondPurchase::survivalTimes)}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import dev.cxkit.metrics.purchase.SecondPurchase;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.Currency;
 * import java.util.List;
 *
 * List<Order> orders = new ArrayList<>();
 * for (String sale : List.of("ann 2026-01-05", "ben 2026-01-09", "ann 2026-01-21", "cem 2026-03-20", "cem 2026-03-22")) {
 *     String[] words = sale.split(" ", -1);
 *     Instant at = Instant.parse(words[1] + "T10:00:00Z");
 *     orders.add(Order.of(OrderId.of(sale), CustomerId.of(words[0]), at, Money.of("25.00", "EUR")));
 * }
 * OrderLog log = OrderLog.of(Currency.getInstance("EUR"), ZoneOffset.UTC, Instant.parse("2026-04-01T00:00:00Z"));
 * SecondPurchase month = log.metric(SecondPurchase.metric(Duration.ofDays(30))).over(orders);
 * System.out.println(month.within().count() + " of " + month.within().total() + ", too young " + month.immature());
 * // -> 1 of 2, too young 1
 * }</pre>
 *
 * @param within how many of those with a complete window bought again in it
 * @param immature how many have a window that is not complete
 */
public record SecondPurchase(Proportion within, long immature) implements Result {

    /** Checks that there is a proportion. */
    public SecondPurchase {
        requireNonNull(within, "within");
    }

    /**
     * Returns the metric.
     *
     * @param within the length of the window, a {@link java.time.Duration} or {@link java.time.Period} above 0, which is counted in
     *     {@linkplain PurchaseRule#ticks ticks}
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Metric<Purchases, SecondPurchase> metric(TemporalAmount within) {
        PurchaseRule.positive("within", within);
        return Sums.metric(
                Definition.of("second purchase", within),
                3,
                (purchases, parts) -> count(purchases, within, parts),
                sums -> new SecondPurchase(Proportion.of(sums[1], sums[0]), sums[2]));
    }

    private static void count(Purchases purchases, TemporalAmount within, long[] parts) {
        if (purchases.size() == 0) {
            return;
        }
        long ticks = purchases.ticks(within);
        if (!purchases.isComplete(ticks, 0)) {
            parts[2] = 1;
        } else {
            parts[0] = 1;
            parts[1] = purchases.size() > 1 && purchases.gap(1) <= ticks ? 1 : 0;
        }
    }

    /**
     * Returns the survival time from the first purchase to the second in ticks, for {@link KaplanMeier}: right-censored at the end of the
     * log without a second one, none without a first.
     */
    public static List<SurvivalTime> survivalTimes(Purchases purchases) {
        return purchases.survivalTimes(Math.min(1, purchases.size()));
    }

    /** Returns the share {@code within} the window, and the {@code immature} ones. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(within)).with("immature", immature).map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
