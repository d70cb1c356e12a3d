package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * {@index "Cohort revenue"}: revenue retained and cumulative revenue per customer, by cohort of the first purchase and
 * interval since then. Amounts are in the smallest unit of the currency.
 *
 * <ul>
 *   <li>Revenue is the amount of purchases less refunds, never below 0 for a purchase.
 *   <li>A customer is in a cell only once the interval is complete; one for whom it is not is in no sum of the cell.
 *   <li>A refund that could not be taken off a purchase, such as a credit note of another day, is in no cell, and shown as {@link
 *       Row#unmatchedRefunds}: what was kept is so much less.
 *   <li>Customers without purchases are excluded; {@link RepeatPurchases#unmatchedRefunds} has theirs, too.
 * </ul>
 *
 * @param cohorts the cohorts that have a member, in order of time
 * @param unmatchedRefunds the refunds of all cohorts that could not be taken off a purchase
 * @param total the sums over all cohorts, from interval 0 on
 */
public record CohortRevenue(List<Row> cohorts, long unmatchedRefunds, List<Cell> total) implements Result {

    /** In a row: the customers, their unmatched refunds, and the parts of each interval. */
    private static final int FIRST = 2;

    private static final int PARTS = 4;

    /**
     * One cohort.
     *
     * @param period of the first purchase
     * @param finished whether the period is over, so that nobody can join it
     * @param size how many customers there are in it
     * @param unmatchedRefunds their refunds up to the end of the log that could not be taken off a purchase
     * @param cells what they paid, from interval 0 on
     */
    public record Row(TimeRange period, boolean finished, long size, long unmatchedRefunds, List<Cell> cells)
            implements Result {

        /** Copies the list. */
        public Row {
            requireNonNull(period, "period");
            cells = List.copyOf(cells);
        }

        /** Returns {@code from}, {@code to}, {@code finished}, {@code size}, {@code unmatchedRefunds} and the {@code cells}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", period.from())
                    .with("to", period.to())
                    .with("finished", finished)
                    .with("size", size)
                    .with("unmatchedRefunds", unmatchedRefunds)
                    .with("cells", cells)
                    .map();
        }
    }

    /**
     * One interval.
     *
     * @param customers those for whom it is complete
     * @param first what they paid in interval 0
     * @param retained what they paid in this one; under {@link RetentionMode#ROLLING} in it or later, under
     *     {@link RetentionMode#UNINTERRUPTED} in it if they bought in all intervals before
     * @param cumulative what they paid from interval 0 to the end of this one
     */
    public record Cell(long customers, long first, long retained, long cumulative) implements Result {

        /** Returns revenue retention: {@code retained / first}; may be above 1. Empty without revenue in interval 0. */
        public OptionalDouble share() {
            return first == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) retained / first);
        }

        /** Returns the mean cumulative revenue of a customer; empty without customers. */
        public OptionalDouble perCustomer() {
            return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cumulative / customers);
        }

        /** Returns the components, the {@code share} and what was paid {@code perCustomer}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("customers", customers)
                    .with("first", first)
                    .with("retained", retained)
                    .with("cumulative", cumulative)
                    .with("share", share())
                    .with("perCustomer", perCustomer())
                    .map();
        }
    }

    /** Copies the lists. */
    public CohortRevenue {
        cohorts = List.copyOf(cohorts);
        total = List.copyOf(total);
    }

    /** Returns the metric of what the cohorts and intervals of a retention paid. Memory: the cohorts times the intervals. */
    public static Metric<Purchases, CohortRevenue> metric(CohortRetention retention) {
        int last = retention.lastInterval();
        int now = retention.cadence().index(retention.asOf().getEpochSecond());
        return PeriodSums.metric(
                Definition.of(
                        "cohort revenue",
                        retention.clock(),
                        retention.cadence().toString(),
                        last,
                        retention.mode(),
                        retention.asOf()),
                FIRST + PARTS * (last + 1),
                (purchases, rows) -> add(purchases, retention, rows),
                sums -> table(sums, retention.cadence(), now, last));
    }

    private static void add(Purchases purchases, CohortRetention retention, PeriodSums.Rows rows) {
        if (purchases.size() == 0) {
            return;
        }
        int last = retention.lastInterval();
        CohortPresence presence = retention.presence(purchases);
        long[] paid = new long[last + 1];
        boolean[] active = new boolean[last + 1];
        long later = 0;
        for (int i = 0; i < purchases.size(); i++) {
            long interval = presence.intervals()[i];
            if (interval <= last) {
                paid[(int) interval] = Math.addExact(paid[(int) interval], purchases.amount(i));
                active[(int) interval] = true;
            } else {
                later = Math.addExact(later, purchases.amount(i));
            }
        }
        long[] retained = retained(retention.mode(), paid, active, later);
        long[] row = rows.of(presence.cohort());
        row[0]++;
        row[1] = Math.addExact(row[1], purchases.unmatchedRefunds());
        long cumulative = 0;
        for (int interval = 0; interval <= last && interval < presence.completeIntervals(); interval++) {
            cumulative = Math.addExact(cumulative, paid[interval]);
            int column = FIRST + PARTS * interval;
            row[column]++;
            row[column + 1] = Math.addExact(row[column + 1], paid[0]);
            row[column + 2] = Math.addExact(row[column + 2], retained[interval]);
            row[column + 3] = Math.addExact(row[column + 3], cumulative);
        }
    }

    private static long[] retained(RetentionMode mode, long[] paid, boolean[] active, long later) {
        long[] retained = paid.clone();
        if (mode == RetentionMode.ROLLING) {
            long rest = later;
            for (int i = paid.length - 1; i > 0; i--) {
                rest = Math.addExact(rest, paid[i]);
                retained[i] = rest;
            }
        } else {
            boolean[] counts = mode.retained(active, later > 0);
            for (int i = 1; i < paid.length; i++) {
                retained[i] = counts[i] ? paid[i] : 0;
            }
        }
        return retained;
    }

    private static CohortRevenue table(SortedMap<Integer, long[]> sums, Cadence cadence, int now, int last) {
        List<Row> rows = new ArrayList<>();
        sums.forEach(
                (period, row) -> rows.add(new Row(cadence.period(period), period < now, row[0], row[1], cells(row))));
        long[] total = RetentionTable.total(sums, FIRST + PARTS * (last + 1));
        return new CohortRevenue(rows, total[1], cells(total));
    }

    private static List<Cell> cells(long[] row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = FIRST; i < row.length; i += PARTS) {
            cells.add(new Cell(row[i], row[i + 1], row[i + 2], row[i + 3]));
        }
        return cells;
    }

    /** Returns the {@code cohorts}, {@code unmatchedRefunds} and the cells of the {@code total}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("cohorts", cohorts)
                .with("unmatchedRefunds", unmatchedRefunds)
                .with("total", total)
                .map();
    }
}
