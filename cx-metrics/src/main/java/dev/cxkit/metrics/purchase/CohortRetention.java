package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How many of those who bought for the first time in a day, week or month buy again so many of them later, and how much.
 *
 * <pre>{@code
 * RetentionTable table = log.asking(Retention.of(monthly, log.to()).customers()).over(orders);
 * }</pre>
 *
 * @param cadence by which periods the first purchases are put into cohorts
 * @param to the end of the log that the purchases are of
 * @param last the last interval, 1..{@value RetentionTable#MOST_INTERVALS}
 * @param unit the length of an interval in ticks from the first purchase on, at least 1; null where intervals are the periods of the
 *     cadence
 * @param mode what counts as having been kept in an interval
 */
public record CohortRetention(
        Cadence cadence, Instant to, int last, @Nullable Long unit, RetentionMode mode) implements Serializable {

    private static final int PARTS = 4;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code last} or {@code unit} is outside its range
     */
    public CohortRetention {
        requireNonNull(cadence, "cadence");
        requireNonNull(to, "to");
        requireNonNull(mode, "mode");
        RetentionTable.checkLast(last);
        if (unit != null && unit < 1) {
            throw new IllegalArgumentException("unit " + unit + " is below 1 tick");
        }
    }

    /** Returns the retention in the periods of the cadence 1 to 12, each for itself. */
    public static CohortRetention of(Cadence cadence, Instant to) {
        return new CohortRetention(cadence, to, 12, null, RetentionMode.BOUNDED);
    }

    /** Returns the same with the intervals 0 to this one. */
    public CohortRetention upTo(int lastInterval) {
        return new CohortRetention(cadence, to, lastInterval, unit, mode);
    }

    /** Returns the same with intervals of so many ticks, days as a rule, from the first purchase of each customer on. */
    public CohortRetention sinceFirstPurchase(long ticks) {
        return new CohortRetention(cadence, to, last, ticks, mode);
    }

    /** Returns the same with another notion of having been kept. */
    public CohortRetention as(RetentionMode how) {
        return new CohortRetention(cadence, to, last, unit, how);
    }

    private String clock() {
        return "purchases to " + to + " by " + (unit == null ? "calendar" : unit + " ticks");
    }

    /** Returns how many customers are kept. Memory grows with the cohorts times the intervals. */
    public Metric<Purchases, RetentionTable> customers() {
        return RetentionTable.metric(clock(), cadence, to, last, mode)
                .onEach(purchases -> purchases.size() == 0 ? List.of() : List.of(presence(purchases)));
    }

    private CohortPresence presence(Purchases purchases) {
        int cohort = cadence.index(purchases.second(0));
        long[] intervals = new long[purchases.size()];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = interval(purchases, cohort, i);
        }
        return new CohortPresence(cohort, over(purchases, cohort), intervals);
    }

    private long interval(Purchases purchases, int cohort, int purchase) {
        return unit == null
                ? cadence.index(purchases.second(purchase)) - (long) cohort
                : (purchases.tick(purchase) - purchases.tick(0)) / unit;
    }

    private long over(Purchases purchases, int cohort) {
        return unit == null
                ? cadence.index(purchases.log().to().getEpochSecond()) - (long) cohort
                : purchases.ticksSeen() / unit;
    }

    /** Returns how much they pay. Memory grows with the cohorts times the intervals. */
    public Metric<Purchases, CohortRevenue> revenue() {
        int now = cadence.index(to.getEpochSecond());
        return PeriodSums.metric(
                "cohort revenue(" + clock() + "," + cadence + "," + last + "," + mode + ")",
                1 + PARTS * (last + 1),
                this::add,
                sums -> revenue(sums, now));
    }

    private void add(Purchases purchases, PeriodSums.Rows rows) {
        if (purchases.size() == 0) {
            return;
        }
        CohortPresence returns = presence(purchases);
        long[] paid = new long[last + 1];
        boolean[] active = new boolean[last + 1];
        long later = 0;
        for (int i = 0; i < purchases.size(); i++) {
            long interval = returns.intervals()[i];
            if (interval <= last) {
                paid[(int) interval] = Math.addExact(paid[(int) interval], purchases.amount(i));
                active[(int) interval] = true;
            } else {
                later = Math.addExact(later, purchases.amount(i));
            }
        }
        long[] kept = retained(paid, active, later);
        long[] row = rows.of(returns.cohort());
        row[0]++;
        long cumulative = 0;
        for (int interval = 0; interval <= last && interval < returns.over(); interval++) {
            cumulative = Math.addExact(cumulative, paid[interval]);
            int column = 1 + PARTS * interval;
            row[column]++;
            row[column + 1] = Math.addExact(row[column + 1], paid[0]);
            row[column + 2] = Math.addExact(row[column + 2], kept[interval]);
            row[column + 3] = Math.addExact(row[column + 3], cumulative);
        }
    }

    private long[] retained(long[] paid, boolean[] active, long later) {
        long[] kept = paid.clone();
        if (mode == RetentionMode.ROLLING) {
            long rest = later;
            for (int i = last; i > 0; i--) {
                rest = Math.addExact(rest, paid[i]);
                kept[i] = rest;
            }
        } else {
            boolean[] counts = mode.retained(active, later > 0);
            for (int i = 1; i <= last; i++) {
                kept[i] = counts[i] ? paid[i] : 0;
            }
        }
        return kept;
    }

    private CohortRevenue revenue(SortedMap<Integer, long[]> sums, int now) {
        List<CohortRevenue.Row> rows = new ArrayList<>();
        long[] total = new long[1 + PARTS * (last + 1)];
        sums.forEach((period, row) -> {
            rows.add(new CohortRevenue.Row(cadence.period(period), period < now, row[0], cells(row)));
            for (int i = 0; i < row.length; i++) {
                total[i] = Math.addExact(total[i], row[i]);
            }
        });
        return new CohortRevenue(rows, cells(total));
    }

    private static List<CohortRevenue.Cell> cells(long[] row) {
        List<CohortRevenue.Cell> cells = new ArrayList<>();
        for (int i = 1; i < row.length; i += PARTS) {
            cells.add(new CohortRevenue.Cell(row[i], row[i + 1], row[i + 2], row[i + 3]));
        }
        return cells;
    }
}
