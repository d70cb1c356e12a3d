package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Who was kept, by cohort and interval.
 *
 * @param cohorts the cohorts that anybody is in, in order of time
 * @param size how many there are in all of them
 * @param total the sums over all cohorts, from interval 0 on
 */
public record RetentionTable(List<Row> cohorts, long size, List<Cell> total) {

    /** The most intervals. */
    public static final int MOST_INTERVALS = 1000;

    /**
     * One cohort.
     *
     * @param period in which it started
     * @param finished whether the period is over, so that nobody can join it
     * @param size how many there are in it
     * @param cells what became of them, from interval 0 on
     */
    public record Row(TimeRange period, boolean finished, long size, List<Cell> cells) {

        /** Copies the list. */
        public Row {
            requireNonNull(period, "period");
            cells = List.copyOf(cells);
        }
    }

    /**
     * One interval.
     *
     * @param total those for whom it is over; all in interval 0
     * @param retained how many of these were kept
     * @param open those for whom it is not over
     * @param openRetained how many of these have come back already
     */
    public record Cell(long total, long retained, long open, long openRetained) {

        /** Returns whether the interval is over for everybody. */
        public boolean isComplete() {
            return open == 0;
        }

        /** Returns the share of those for whom it is over who were kept, with Wilson's interval in its estimate. */
        public Proportion share() {
            return Proportion.of(retained, total);
        }
    }

    /** Copies the lists. */
    public RetentionTable {
        cohorts = List.copyOf(cohorts);
        total = List.copyOf(total);
    }

    /**
     * Returns the metric. Memory grows with the cohorts times the intervals.
     *
     * @param what what starts and returns are, for the definition
     * @param cadence of which the cohorts are periods
     * @param asOf up to when was looked
     * @param last the last interval, 1..{@value #MOST_INTERVALS}
     * @throws IllegalArgumentException if {@code last} is outside its range
     */
    public static Metric<CohortPresence, RetentionTable> metric(
            String what, Cadence cadence, Instant asOf, int last, RetentionMode mode) {
        requireNonNull(mode, "mode");
        checkLast(last);
        int now = cadence.index(asOf.getEpochSecond());
        return PeriodSums.metric(
                "retention(" + what + "," + cadence + "," + last + "," + mode + ")",
                1 + 3 * last,
                (returns, rows) -> count(returns, last, mode, rows.of(returns.cohort())),
                sums -> table(sums, cadence, now, last));
    }

    static void checkLast(int last) {
        if (last < 1 || last > MOST_INTERVALS) {
            throw new IllegalArgumentException("last interval " + last + " is outside 1.." + MOST_INTERVALS);
        }
    }

    /** In a row: the size, and for each interval whether it was over and saw them, or is open, or is open and saw them. */
    private static void count(CohortPresence returns, int last, RetentionMode mode, long[] row) {
        boolean[] active = new boolean[last + 1];
        boolean later = false;
        for (long interval : returns.intervals()) {
            if (interval <= last) {
                active[(int) interval] = true;
            } else {
                later = true;
            }
        }
        boolean[] kept = mode.retained(active, later);
        row[0]++;
        for (int interval = 1; interval <= last; interval++) {
            int column = 3 * interval - 2;
            if (interval < returns.over()) {
                row[column] += kept[interval] ? 1 : 0;
            } else {
                row[column + 1]++;
                row[column + 2] += kept[interval] ? 1 : 0;
            }
        }
    }

    private static RetentionTable table(SortedMap<Integer, long[]> sums, Cadence cadence, int now, int last) {
        List<Row> rows = new ArrayList<>();
        long[] total = new long[1 + 3 * last];
        sums.forEach((period, row) -> {
            rows.add(new Row(cadence.period(period), period < now, row[0], cells(row)));
            for (int i = 0; i < row.length; i++) {
                total[i] += row[i];
            }
        });
        return new RetentionTable(rows, total[0], cells(total));
    }

    private static List<Cell> cells(long[] row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(row[0], row[0], 0, 0));
        for (int column = 1; column < row.length; column += 3) {
            long open = row[column + 1];
            cells.add(new Cell(row[0] - open, row[column], open, row[column + 2]));
        }
        return cells;
    }
}
