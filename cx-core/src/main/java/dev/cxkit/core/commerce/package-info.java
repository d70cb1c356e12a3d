/**
 * What customers buy: orders with their items and refunds, subscriptions with their movements, and exact amounts of money.
 *
 * <p>Start from {@link dev.cxkit.core.commerce.Order} or {@link dev.cxkit.core.commerce.Subscription}; from
 * {@link dev.cxkit.core.commerce.MonthlyLedger} where only amounts by month are kept.
 *
 * <p>Two currencies never add. Values are immutable, safe for many threads and equal by value. Their JSON is the same text on Jackson 2 (from
 * 2.18) and Jackson 3; properties that a known type does not have are ignored.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.MonthlyLedger;
 * import dev.cxkit.core.customer.CustomerId;
 * import java.time.YearMonth;
 * import java.time.ZoneOffset;
 * import java.util.List;
 *
 * CustomerId ann = CustomerId.of("ann");
 * List<MonthlyLedger.Row> rows = List.of(
 *         new MonthlyLedger.Row(ann, YearMonth.of(2026, 1), Money.of("20", "EUR"), null),
 *         new MonthlyLedger.Row(ann, YearMonth.of(2026, 2), Money.of("0", "EUR"), "price"));
 * MonthlyLedger.read(rows, ZoneOffset.UTC).get(0).movements().forEach(System.out::println);
 * // -> START at 2026-01-01T00:00:00Z to 20.00 EUR
 * // -> CHURN at 2026-02-01T00:00:00Z to 0.00 EUR
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.commerce;

import org.jspecify.annotations.NullMarked;
