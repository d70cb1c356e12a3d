package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Proportion;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Non-contractual churn"}: a customer is lost after a period of inactivity and reactivated by the next
 * purchase.
 *
 * <ul>
 *   <li>A customer is active from the first purchase until the limit has passed without another one. A purchase exactly at the limit is in
 *       time.
 *   <li>A loss counts only when the whole limit has been seen; before, the customer is still active.
 *   <li>By {@link Counting#MOVEMENTS} every loss and return counts: one who was lost and reactivated within a period is in both numbers, so
 *       the rate is above that of {@link Counting#POINT_TO_POINT}, which compares who is active at the start and at the end.
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
 * import dev.cxkit.core.time.Cadence;
 * import dev.cxkit.metrics.purchase.ActivityChurn;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import java.time.Duration;
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
 * log.metric(ActivityChurn.metric(Duration.ofDays(60), ActivityChurn.Dating.AT_LIMIT, months, log)).over(orders).points().forEach(month ->
 *         System.out.println(month.value().lost() + " of " + month.value().start() + " lost"));
 * // -> 0 of 0 lost
 * // -> 0 of 2 lost
 * // -> 1 of 2 lost
 * }</pre>
 *
 * @param counting how several movements of a customer inside the period count
 * @param start customers active when the period begins
 * @param started customers who buy for the first time in it; point to point those of them who are active at its end
 * @param reactivated customers who buy in it after they were lost; point to point those who were not active at its start and are at its end
 * @param lost of those active at its start, who is lost in it; point to point who is not active at its end
 * @param lostWithin of those who started or were reactivated in it, who is lost in it too; point to point nobody
 */
public record ActivityChurn(Counting counting, long start, long started, long reactivated, long lost, long lostWithin)
        implements Result {

    /** How several movements of one customer inside a period count. They agree where nobody is lost and active again in one period. */
    public enum Counting {
        /** Every loss and every return. The default. */
        MOVEMENTS,
        /** Start and end of the period are compared, so a customer who was lost and reactivated in it did neither. */
        POINT_TO_POINT
    }

    /** When a customer counts as lost. */
    public enum Dating {
        /** When the limit is reached: the figures of a period that is over do not change later. */
        AT_LIMIT,
        /** At the last purchase: nearer to the reason, but known only after the limit, so the last periods are not finished. */
        BACKDATED
    }

    private static final int WIDTH = 4;

    /** Checks that there is a way of counting. */
    public ActivityChurn {
        requireNonNull(counting, "counting");
    }

    /** Returns the customers active when the period ends. */
    public long end() {
        return Math.addExact(Math.addExact(start, started), reactivated) - lost - lostWithin;
    }

    /** Returns the churn rate: of those active at the start, the share lost in the period. */
    public Proportion rate() {
        return Proportion.of(lost, start);
    }

    /** Returns the metric in which every movement counts, as {@link #metric(TemporalAmount, Dating, Counting, Cadence, OrderLog)}. */
    public static Metric<Purchases, Series<ActivityChurn>> metric(
            TemporalAmount limit, Dating dating, Cadence cadence, OrderLog log) {
        return metric(limit, dating, Counting.MOVEMENTS, cadence, log);
    }

    /**
     * Returns the metric: one point for each period from that of the first purchase to the last that begins before the end of the log;
     * no point without purchases. Memory: the periods.
     *
     * @param limit after how long without a purchase a customer is lost: a {@link java.time.Duration} or {@link java.time.Period}, which is
     *     counted in {@linkplain PurchaseRule#ticks ticks}; {@link InterpurchaseTimes#limit} derives one from the data
     * @param dating when a loss counts
     * @param counting how several movements of a customer inside a period count
     * @param cadence the periods
     * @param log the log that the purchases are of
     * @throws IllegalArgumentException if the limit is below a tick of the log
     */
    public static Metric<Purchases, Series<ActivityChurn>> metric(
            TemporalAmount limit, Dating dating, Counting counting, Cadence cadence, OrderLog log) {
        requireNonNull(dating, "dating");
        requireNonNull(counting, "counting");
        long ticks = log.purchaseRule().ticks(PurchaseRule.positive("limit", limit));
        return PeriodSums.metric(
                Definition.of(
                        "activity churn",
                        ticks,
                        dating,
                        counting,
                        cadence.toString(),
                        log.purchaseRule().toString(),
                        log.to()),
                WIDTH,
                (purchases, rows) -> count(purchases, ticks, dating, counting, cadence, rows),
                sums -> series(sums, ticks, dating, counting, cadence, log));
    }

    private static void count(
            Purchases purchases, long limit, Dating dating, Counting counting, Cadence cadence, PeriodSums.Rows rows) {
        PurchaseRule rule = purchases.log().purchaseRule();
        Moves moves = new Moves(counting, rows);
        for (int i = 0; i < purchases.size(); i++) {
            int period = cadence.index(purchases.second(i));
            if (i == 0 || purchases.gap(i) > limit) {
                moves.add(period, true);
            }
            boolean isLost = i + 1 < purchases.size() ? purchases.gap(i + 1) > limit : purchases.isComplete(limit, i);
            if (isLost) {
                moves.add(
                        dating == Dating.BACKDATED ? period : cadence.index(rule.second(purchases.tick(i) + limit)),
                        false);
            }
        }
        moves.end();
    }

    /** The beginnings and losses of one customer, in their order. */
    private static final class Moves {

        private final Counting counting;
        private final PeriodSums.Rows rows;
        private @Nullable Integer first;
        private int period;
        private int began;
        private boolean wasActive;
        private boolean isActive;

        Moves(Counting counting, PeriodSums.Rows rows) {
            this.counting = counting;
            this.rows = rows;
        }

        void add(int at, boolean becomesActive) {
            boolean isFirst = first == null;
            first = isFirst ? Integer.valueOf(at) : first;
            if (counting == Counting.MOVEMENTS) {
                rows.of(at)[becomesActive ? isFirst ? 0 : 1 : began < at ? 2 : 3]++;
                began = becomesActive ? at : began;
            } else {
                if (!isFirst && at != period) {
                    end();
                    wasActive = isActive;
                }
                period = at;
                isActive = becomesActive;
            }
        }

        /** Point to point, what the last period with a movement comes to. */
        void end() {
            if (wasActive != isActive) {
                rows.of(period)[!isActive ? 2 : first != null && first == period ? 0 : 1]++;
            }
        }
    }

    private static Series<ActivityChurn> series(
            SortedMap<Integer, long[]> sums,
            long limit,
            Dating dating,
            Counting counting,
            Cadence cadence,
            OrderLog log) {
        List<Series.Point<ActivityChurn>> points = new ArrayList<>();
        if (sums.isEmpty()) {
            return new Series<>(points);
        }
        PurchaseRule rule = log.purchaseRule();
        long seen = rule.lastTick(log.to()) - (dating == Dating.BACKDATED ? limit : 0);
        int last = cadence.index(log.to().getEpochSecond() - 1);
        long active = 0;
        if (sums.firstKey() <= last && (long) last - sums.firstKey() > Series.MOST_PERIODS) {
            throw new IllegalArgumentException("the first purchase, in " + cadence.period(sums.firstKey())
                    + ", is more than " + Series.MOST_PERIODS + " periods before the end of the log");
        }
        for (int index = sums.firstKey(); index <= last; index++) {
            TimeRange period = cadence.period(index);
            long[] row = sums.getOrDefault(index, new long[WIDTH]);
            if (row[2] > active || row[3] > Math.addExact(row[0], row[1])) {
                throw new IllegalArgumentException("more customers are lost in " + period + " than are active");
            }
            ActivityChurn churn = new ActivityChurn(counting, active, row[0], row[1], row[2], row[3]);
            boolean finished = !period.to().isAfter(log.to()) && rule.lastTick(period.to()) <= seen;
            points.add(new Series.Point<>(period, churn, finished));
            active = churn.end();
        }
        return new Series<>(points);
    }

    /** Returns the churn rate, the counts and the {@code counting}. */
    @Override
    public Map<String, Object> document() {
        return Document.of(rate().estimate())
                .with("start", start)
                .with("started", started)
                .with("reactivated", reactivated)
                .with("lost", lost)
                .with("lostWithin", lostWithin)
                .with("end", end())
                .with("counting", counting)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
