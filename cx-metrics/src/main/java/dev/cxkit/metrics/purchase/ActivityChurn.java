package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * {@index "Non-contractual churn"}: a customer is lost after a period of inactivity and reactivated by the next
 * purchase.
 *
 * <ul>
 *   <li>A customer is active from the first purchase until the limit has passed without another one. A purchase exactly at the limit is in
 *       time.
 *   <li>A loss counts only when the whole limit has been seen; before, the customer is still active.
 *   <li>The counts of a period add up: {@code start + started + reactivated - lost - lostWithin = end}, which is the start of the next.
 *   <li>The churn rate is {@code lost / start}: who starts or is reactivated in the period is not in it. Empty if nobody was active at the
 *       start.
 * </ul>
 *
 * <p>Where a contract says who is a customer, see {@code Churn} of subscriptions.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.metrics.Cadence;
 * import dev.cxkit.metrics.purchase.ActivityChurn;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.Currency;
 * import java.util.List;
 *
 * List<Order> orders = new ArrayList<>();
 * for (String sale : List.of("ann 2026-01-05", "ben 2026-01-09", "ann 2026-02-11", "ann 2026-03-02")) {
 *     String[] words = sale.split(" ", -1);
 *     Instant at = Instant.parse(words[1] + "T10:00:00Z");
 *     orders.add(Order.of(OrderId.of(sale), CustomerId.of(words[0]), at, Money.of("25.00", "EUR")));
 * }
 * OrderLog log = OrderLog.of(Currency.getInstance("EUR"), ZoneOffset.UTC, Instant.parse("2026-04-01T00:00:00Z"));
 * Cadence months = Cadence.monthly(ZoneOffset.UTC);
 * log.metric(ActivityChurn.metric(60, ActivityChurn.Dating.AT_LIMIT, months, log)).over(orders).points().forEach(month ->
 *         System.out.println(month.value().lost() + " of " + month.value().start() + " lost"));
 * // -> 0 of 0 lost
 * // -> 0 of 2 lost
 * // -> 1 of 2 lost
 * }</pre>
 *
 * @param start customers active when the period begins
 * @param started customers who buy for the first time in it
 * @param reactivated customers who buy in it after they were lost
 * @param lost of those active at its start, who is lost in it
 * @param lostWithin of those who started or were reactivated in it, who is lost in it too
 */
public record ActivityChurn(long start, long started, long reactivated, long lost, long lostWithin) {

    /** When a customer counts as lost. */
    public enum Dating {
        /** When the limit is reached: the figures of a period that is over do not change later. */
        AT_LIMIT,
        /** At the last purchase: nearer to the reason, but known only after the limit, so the last periods are not finished. */
        BACKDATED
    }

    private static final int WIDTH = 4;

    /** Returns the customers active when the period ends. */
    public long end() {
        return Math.addExact(Math.addExact(start, started), reactivated) - lost - lostWithin;
    }

    /** Returns the churn rate: of those active at the start, the share lost in the period. */
    public Proportion rate() {
        return Proportion.of(lost, start);
    }

    /**
     * Returns the metric: one point for each period from that of the first purchase to the last that begins before the end of the log;
     * no point without purchases. Memory: the periods.
     *
     * @param limit after how many ticks (days as a rule) without a purchase a customer is lost, at least 1; {@link
     *     InterpurchaseTimes#limit} derives one from the data
     * @param dating when a loss counts
     * @param cadence the periods
     * @param log the log that the purchases are of
     * @throws IllegalArgumentException if the limit is below 1
     */
    public static Metric<Purchases, Series<ActivityChurn>> metric(
            long limit, Dating dating, Cadence cadence, OrderLog log) {
        requireNonNull(dating, "dating");
        Require.that(limit >= 1, () -> "limit " + limit + " is below 1 tick");
        return PeriodSums.metric(
                Definition.of(
                        "activity churn",
                        limit,
                        dating,
                        cadence.toString(),
                        log.purchaseRule().toString(),
                        log.to()),
                WIDTH,
                (purchases, rows) -> count(purchases, limit, dating, cadence, rows),
                sums -> series(sums, limit, dating, cadence, log));
    }

    private static void count(Purchases purchases, long limit, Dating dating, Cadence cadence, PeriodSums.Rows rows) {
        PurchaseRule rule = purchases.log().purchaseRule();
        int began = 0;
        for (int i = 0; i < purchases.size(); i++) {
            int period = cadence.index(purchases.second(i));
            boolean isReactivated = i > 0 && purchases.gap(i) > limit;
            if (i == 0 || isReactivated) {
                rows.of(period)[i == 0 ? 0 : 1]++;
                began = period;
            }
            boolean isLost = i + 1 < purchases.size() ? purchases.gap(i + 1) > limit : purchases.isComplete(limit, i);
            if (isLost) {
                int lossPeriod =
                        dating == Dating.BACKDATED ? period : cadence.index(rule.second(purchases.tick(i) + limit));
                rows.of(lossPeriod)[began < lossPeriod ? 2 : 3]++;
            }
        }
    }

    private static Series<ActivityChurn> series(
            SortedMap<Integer, long[]> sums, long limit, Dating dating, Cadence cadence, OrderLog log) {
        List<Series.Point<ActivityChurn>> points = new ArrayList<>();
        if (sums.isEmpty()) {
            return new Series<>(points);
        }
        PurchaseRule rule = log.purchaseRule();
        long seen = rule.lastTick(log.to()) - (dating == Dating.BACKDATED ? limit : 0);
        int last = cadence.index(log.to().getEpochSecond() - 1);
        long active = 0;
        for (int index = sums.firstKey(); index <= last; index++) {
            TimeRange period = cadence.period(index);
            long[] row = sums.getOrDefault(index, new long[WIDTH]);
            ActivityChurn churn = new ActivityChurn(active, row[0], row[1], row[2], row[3]);
            boolean finished = !period.to().isAfter(log.to()) && rule.lastTick(period.to()) <= seen;
            points.add(new Series.Point<>(period, churn, finished));
            active = churn.end();
        }
        return new Series<>(points);
    }
}
