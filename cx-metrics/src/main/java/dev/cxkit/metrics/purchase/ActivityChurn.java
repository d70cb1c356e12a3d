package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Churn where no contract says who is a customer: whoever has not bought for so many ticks is lost, and comes back by buying. The numbers
 * of a period add up: start + started + reactivated - lost - lostWithin = end, which is the start of the next.
 *
 * @param start how many are active when the period begins
 * @param started how many buy for the first time in it
 * @param reactivated how many come back in it after they were lost
 * @param lost how many of those active at its start are lost in it
 * @param lostWithin how many of those who started or came back in it are lost in it too
 */
public record ActivityChurn(long start, long started, long reactivated, long lost, long lostWithin) {

    /** When a customer counts as lost. */
    public enum Dating {
        /** When the limit is reached: what is known of a period does not change later. */
        AT_LIMIT,
        /** At the last purchase: nearer to the reason, and known only when the limit is over, so the last periods are not finished. */
        BACKDATED
    }

    private static final int WIDTH = 4;

    /** Returns how many are active when the period ends. */
    public long end() {
        return start + started + reactivated - lost - lostWithin;
    }

    /** Returns the churn rate: of those active at the start, how many are lost in the period. */
    public Proportion rate() {
        return Proportion.of(lost, start);
    }

    /**
     * Returns the metric: one point for each period from that of the first purchase to the last that begins before the end of the log. A
     * purchase exactly at the limit is in time. Memory grows with the periods.
     *
     * @param limit after how many ticks without a purchase a customer is lost, at least 1; {@link InterpurchaseTimes#limit} gives one
     * @param log the log that the purchases are of
     * @throws IllegalArgumentException if the limit is below 1
     */
    public static Metric<Purchases, Series<ActivityChurn>> metric(
            long limit, Dating dating, Cadence cadence, OrderLog log) {
        requireNonNull(dating, "dating");
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " is below 1 tick");
        }
        return PeriodSums.metric(
                "activity churn(" + limit + "," + dating + "," + cadence + "," + log.purchaseRule() + "," + log.to()
                        + ")",
                WIDTH,
                (purchases, rows) -> count(purchases, limit, dating, cadence, rows),
                sums -> series(sums, limit, dating, cadence, log));
    }

    private static void count(Purchases purchases, long limit, Dating dating, Cadence cadence, PeriodSums.Rows rows) {
        PurchaseRule merging = purchases.log().purchaseRule();
        int began = 0;
        for (int i = 0; i < purchases.size(); i++) {
            int period = cadence.index(purchases.second(i));
            boolean isBack = i > 0 && purchases.gap(i) > limit;
            if (i == 0 || isBack) {
                rows.of(period)[i == 0 ? 0 : 1]++;
                began = period;
            }
            boolean isLost = i + 1 < purchases.size() ? purchases.gap(i + 1) > limit : purchases.areOver(limit, i);
            if (isLost) {
                int when =
                        dating == Dating.BACKDATED ? period : cadence.index(merging.second(purchases.tick(i) + limit));
                rows.of(when)[began < when ? 2 : 3]++;
            }
        }
    }

    private static Series<ActivityChurn> series(
            SortedMap<Integer, long[]> sums, long limit, Dating dating, Cadence cadence, OrderLog log) {
        List<Series.Point<ActivityChurn>> points = new ArrayList<>();
        if (sums.isEmpty()) {
            return new Series<>(points);
        }
        PurchaseRule merging = log.purchaseRule();
        long seen = merging.lastTick(log.to()) - (dating == Dating.BACKDATED ? limit : 0);
        int last = cadence.index(log.to().getEpochSecond() - 1);
        long active = 0;
        for (int index = sums.firstKey(); index <= last; index++) {
            if (cadence.isSkipped(index)) {
                continue;
            }
            TimeRange period = cadence.period(index);
            long[] of = sums.getOrDefault(index, new long[WIDTH]);
            ActivityChurn churn = new ActivityChurn(active, of[0], of[1], of[2], of[3]);
            boolean over = !period.to().isAfter(log.to()) && merging.lastTick(period.to()) <= seen;
            points.add(new Series.Point<>(period, churn, over));
            active = churn.end();
        }
        return new Series<>(points);
    }
}
