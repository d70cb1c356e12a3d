package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Cohort retention table: the share of each cohort that was active in each interval since its start, with incomplete intervals apart.
 *
 * <ul>
 *   <li>{@link CohortRetention} makes it of purchases, {@code JourneyRetention} of journeys; both count it with {@link #metric}.
 *   <li>A member for whom an interval is not complete is in {@link Cell#open()}, not in {@link Cell#total()}.
 *   <li>Interval 0 has those who were active in it: all where the start is an activity itself, as a first purchase is. Where start and return
 *       differ it is a question of its own, and one who may still return in it is open. How many started is the size.
 *   <li>The total is the sum over the members of all cohorts, not the mean of the shares of cohorts.
 *   <li>The share of a cell is empty while the interval is complete for nobody.
 * </ul>
 *
 * @param cohorts the cohorts that have a member, in order of time
 * @param size how many members all of them have
 * @param total the sums over all cohorts, from interval 0 on
 */
public record RetentionTable(List<Row> cohorts, long size, List<Cell> total) implements Result {

    /** The highest number that the last interval may have. */
    public static final int MOST_INTERVALS = 1000;

    /**
     * One cohort.
     *
     * @param period in which it started
     * @param finished whether the period is over, so that nobody can join it
     * @param size how many members it has
     * @param cells its intervals, from interval 0 on
     */
    public record Row(TimeRange period, boolean finished, long size, List<Cell> cells) implements Result {

        /** Copies the list. */
        public Row {
            requireNonNull(period, "period");
            cells = List.copyOf(cells);
        }

        /** Returns {@code from}, {@code to}, {@code finished}, {@code size} and the {@code cells}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", period.from())
                    .with("to", period.to())
                    .with("finished", finished)
                    .with("size", size)
                    .with("cells", cells)
                    .map();
        }
    }

    /**
     * One interval.
     *
     * @param total the members for whom it is complete; in interval 0 those who were active in it too
     * @param retained how many of these were retained
     * @param open the members for whom it is not complete
     * @param openRetained how many of these have been active in it already
     */
    public record Cell(long total, long retained, long open, long openRetained) implements Result {

        /** Checks that no more are retained than there are. */
        public Cell {
            Require.range("retained", retained, 0, total);
            Require.range("openRetained", openRetained, 0, open);
        }

        /** Returns whether the interval is complete for everybody. */
        public boolean isComplete() {
            return open == 0;
        }

        /** Returns retention: the retained of those for whom the interval is complete, with Wilson's interval in its estimate. */
        public Proportion share() {
            return Proportion.of(retained, total);
        }

        /** Returns the retention rate and the counts. */
        @Override
        public Map<String, Object> document() {
            return Document.of(share().estimate())
                    .with("total", total)
                    .with("retained", retained)
                    .with("open", open)
                    .with("openRetained", openRetained)
                    .map();
        }

        /** Returns the {@link #text} with two decimals. */
        @Override
        public String toString() {
            return text(2);
        }
    }

    /** Copies the lists. */
    public RetentionTable {
        cohorts = List.copyOf(cohorts);
        total = List.copyOf(total);
    }

    /**
     * Returns the metric over the members of cohorts, whatever starts and returns are. Memory: the cohorts times the intervals.
     *
     * @param what what starts and returns are, for the definition
     * @param cadence of which the cohorts are periods
     * @param last the last interval, 1..{@value #MOST_INTERVALS}
     * @param mode what counts as retained in an interval
     * @param asOf up to when activity is seen
     * @throws IllegalArgumentException if {@code last} is outside its range
     */
    public static Metric<CohortPresence, RetentionTable> metric(
            String what, Cadence cadence, int last, RetentionMode mode, Instant asOf) {
        requireNonNull(mode, "mode");
        checkLast(last);
        int now = cadence.index(asOf.getEpochSecond());
        return PeriodSums.metric(
                Definition.of("retention", what, cadence.toString(), last, mode, asOf),
                1 + 3 * (last + 1),
                (presence, rows) -> count(presence, last, mode, rows.of(presence.cohort())),
                sums -> table(sums, cadence, now, last));
    }

    static void checkLast(int last) {
        Require.range("last interval", last, 1, MOST_INTERVALS);
    }

    /** In a row: the size, and for each interval whether it is complete and was retained, is open, or is open and was retained. */
    private static void count(CohortPresence presence, int last, RetentionMode mode, long[] row) {
        boolean[] active = new boolean[last + 1];
        boolean later = false;
        for (long interval : presence.intervals()) {
            if (interval <= last) {
                active[(int) interval] = true;
            } else {
                later = true;
            }
        }
        boolean[] retained = mode.retained(active, later);
        row[0]++;
        for (int interval = 0; interval <= last; interval++) {
            int column = 3 * interval + 1;
            if (interval < presence.completeIntervals() || (interval == 0 && retained[0])) {
                row[column] += retained[interval] ? 1 : 0;
            } else {
                row[column + 1]++;
                row[column + 2] += retained[interval] ? 1 : 0;
            }
        }
    }

    private static RetentionTable table(SortedMap<Integer, long[]> sums, Cadence cadence, int now, int last) {
        List<Row> rows = new ArrayList<>();
        sums.forEach((period, row) -> rows.add(new Row(cadence.period(period), period < now, row[0], cells(row))));
        long[] total = total(sums, 1 + 3 * (last + 1));
        return new RetentionTable(rows, total[0], cells(total));
    }

    /** The rows of all cohorts added up. */
    static long[] total(SortedMap<Integer, long[]> sums, int width) {
        long[] total = new long[width];
        sums.values().forEach(row -> Arrays.setAll(total, i -> Math.addExact(total[i], row[i])));
        return total;
    }

    private static List<Cell> cells(long[] row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 1; column < row.length; column += 3) {
            long open = row[column + 1];
            cells.add(new Cell(row[0] - open, row[column], open, row[column + 2]));
        }
        return cells;
    }

    /** Returns the {@code cohorts}, the {@code size} of all and the cells of the {@code total}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("cohorts", cohorts)
                .with("size", size)
                .with("total", total)
                .map();
    }
}
