/**
 * What recurs: churn and its reasons, net and gross revenue retention (NRR, GRR), revenue movements, and earned growth.
 *
 * <p>Start from {@link dev.cxkit.metrics.subscription.Churn} for customers and {@link dev.cxkit.metrics.subscription.RevenueRetention} for
 * revenue; both are asked of {@link dev.cxkit.core.commerce.Subscription}.
 *
 * <p>One subscription is one customer ({@code Subscription.combined} puts several together), and a convention is never silent:
 * {@link dev.cxkit.metrics.subscription.ChurnConvention}, {@link dev.cxkit.metrics.subscription.RevenueConvention} and
 * {@link dev.cxkit.metrics.subscription.PauseRule} name it, and the result carries it.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.MonthlyLedger;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.time.TimeRange;
 * import dev.cxkit.metrics.subscription.Churn;
 * import java.time.Instant;
 * import java.time.YearMonth;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.List;
 *
 * List<MonthlyLedger.Row> ledger = new ArrayList<>();
 * for (String row : List.of("ann 2026-01 50", "ann 2026-02 50", "ben 2026-01 30", "ben 2026-02 0")) {
 *     String[] words = row.split(" ", -1);
 *     ledger.add(new MonthlyLedger.Row(CustomerId.of(words[0]), YearMonth.parse(words[1]), Money.of(words[2], "EUR"), null));
 * }
 * TimeRange february = TimeRange.of(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));
 * Churn churn = Churn.metric(february).over(MonthlyLedger.read(ledger, ZoneOffset.UTC));
 * System.out.println(churn.lost() + " of " + churn.start() + " lost");
 * // -> 1 of 2 lost
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.subscription;

import org.jspecify.annotations.NullMarked;
