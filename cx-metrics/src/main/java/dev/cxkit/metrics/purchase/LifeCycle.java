package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.numeric.Check;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * {@index "Growth accounting"} of a period: new, returning, resurrected and dormant customers.
 *
 * <ul>
 *   <li>The active customers of a period are the new, the returning and the resurrected ones.
 *   <li>They are the returning and the dormant ones of the next: {@code active = returning' + dormant'}.
 *   <li>A customer is dormant once, in the first inactive period; one who was dormant before and is not active is not counted.
 *   <li>While a period is not finished, its dormant customers may still become active.
 * </ul>
 *
 * @param newcomers active for the first time
 * @param returning active also in the period before
 * @param resurrected active before, but not in the period before
 * @param dormant active in the period before and not in this one
 */
public record LifeCycle(long newcomers, long returning, long resurrected, long dormant) implements Result {

    private static final int WIDTH = 4;

    /** Checks that the active ones can be counted. */
    public LifeCycle {
        Check.sum("active", Check.sum("active", newcomers, returning), resurrected);
    }

    /** Returns the active customers. */
    public long active() {
        return newcomers + returning + resurrected;
    }

    /**
     * Returns the metric over the numbers of the periods in which each customer was active, in order; a number may be there several times.
     * The series goes from the first period in which anybody was active to that of {@code asOf}, which is not finished unless it ends
     * there; it has no points if nobody was active. Memory: the periods.
     *
     * @param what what being active is, for the definition
     * @param cadence the periods
     * @param asOf up to when activity is seen
     */
    public static Metric<int[], Series<LifeCycle>> metric(String what, Cadence cadence, Instant asOf) {
        requireNonNull(what, "what");
        int now = cadence.index(asOf.getEpochSecond());
        Cadence seen = cadence.asOf(asOf);
        return PeriodSums.metric(
                Definition.of("life cycle", what, cadence.toString(), asOf),
                WIDTH,
                (periods, rows) -> count(periods, now, rows),
                sums -> series(sums, seen));
    }

    /**
     * Returns the metric over purchases, from the period of the first to the last that begins before the end of the log.
     *
     * @param cadence the periods
     * @param asOf the end of the log that the purchases are of
     */
    public static Metric<Purchases, Series<LifeCycle>> metric(Cadence cadence, Instant asOf) {
        return metric("purchases", cadence, asOf)
                .then(series -> before(series, asOf))
                .on(purchases -> periods(purchases, cadence));
    }

    private static Series<LifeCycle> before(Series<LifeCycle> series, Instant asOf) {
        return new Series<>(series.points().stream()
                .filter(point -> point.period().from().isBefore(asOf))
                .toList());
    }

    private static int[] periods(Purchases purchases, Cadence cadence) {
        int[] periods = new int[purchases.size()];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = cadence.index(purchases.second(i));
        }
        return periods;
    }

    private static void count(int[] active, int now, PeriodSums.Rows rows) {
        for (int i = 0; i < active.length; i++) {
            int period = active[i];
            if (i > 0 && active[i - 1] == period) {
                continue;
            }
            int after = i == 0 ? period : active[i - 1] + 1;
            rows.of(period)[i == 0 ? 0 : after == period ? 1 : 2]++;
            if (after < period) {
                rows.of(after)[3]++;
            }
        }
        if (active.length > 0 && active[active.length - 1] < now) {
            rows.of(active[active.length - 1] + 1)[3]++;
        }
    }

    private static Series<LifeCycle> series(SortedMap<Integer, long[]> sums, Cadence cadence) {
        if (sums.isEmpty()) {
            return new Series<>(List.of());
        }
        return Series.of(cadence, sums.firstKey(), sums.lastKey(), period -> {
            long[] row = sums.getOrDefault(period, new long[WIDTH]);
            return new LifeCycle(row[0], row[1], row[2], row[3]);
        });
    }

    /** Returns the counts, and the {@code active} ones. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("newcomers", newcomers)
                .with("returning", returning)
                .with("resurrected", resurrected)
                .with("dormant", dormant)
                .with("active", active())
                .map();
    }
}
