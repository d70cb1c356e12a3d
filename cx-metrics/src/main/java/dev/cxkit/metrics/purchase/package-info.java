/**
 * What customers buy: repeat purchase, interpurchase times, cohorts, RFM, customer value, and what follows an experience.
 *
 * <p>Start from {@link dev.cxkit.metrics.purchase.OrderLog}, which turns orders into the {@link dev.cxkit.metrics.purchase.Purchases} of
 * each customer; then {@link dev.cxkit.metrics.purchase.RepeatPurchases}, {@link dev.cxkit.metrics.purchase.SecondPurchase} and
 * {@link dev.cxkit.metrics.purchase.CohortRetention}.
 *
 * <p>Time is in ticks of a {@link dev.cxkit.metrics.purchase.PurchaseRule}, days as a rule; who has not been observed for a whole window is
 * counted apart, never as lost.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import dev.cxkit.metrics.purchase.RepeatPurchases;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.Currency;
 * import java.util.List;
 *
 * List<Order> orders = new ArrayList<>();
 * for (String sale : List.of("ann 2026-01-05", "ben 2026-01-09", "ann 2026-02-11", "cem 2026-02-20", "cem 2026-03-02")) {
 *     String[] words = sale.split(" ", -1);
 *     Instant at = Instant.parse(words[1] + "T10:00:00Z");
 *     orders.add(Order.of(OrderId.of(sale), CustomerId.of(words[0]), at, Money.of("25.00", "EUR")));
 * }
 * OrderLog log = OrderLog.of(Currency.getInstance("EUR"), ZoneOffset.UTC, Instant.parse("2026-04-01T00:00:00Z"));
 * RepeatPurchases repeat = log.metric(RepeatPurchases.metric()).over(orders);
 * System.out.println(repeat.repeatPurchaseRate().count() + " of " + repeat.repeatPurchaseRate().total() + " bought again");
 * // -> 2 of 3 bought again
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.purchase;

import org.jspecify.annotations.NullMarked;
