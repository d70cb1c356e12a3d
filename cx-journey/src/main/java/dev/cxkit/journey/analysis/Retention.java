package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many of those who start come back so many days, weeks or months later, by the period in which they started. Each journey is one
 * customer, so assemble them by customer and whole: laps would each start anew.
 *
 * <p>Touchpoints after {@code asOf} are not seen, and an interval that is not over by then counts apart. Interval 0 is the whole cohort.
 *
 * <pre>{@code
 * RetentionTable table = Retention.of(TouchpointFilter.steps("onboarding"), TouchpointFilter.steps("use"), weekly, today)
 *         .onOrAfter()
 *         .over(journeys);
 * }</pre>
 *
 * @param starts which touchpoints start
 * @param returns which touchpoints count as having come back
 * @param cadence by which periods the starts are put into cohorts
 * @param asOf up to when touchpoints are seen
 * @param last the last interval, 1..{@value #MOST_INTERVALS}
 * @param unit the length of an interval from each start on, above 0; null where intervals are the periods of the cadence
 * @param cohort in how many cohorts one can be
 * @param mode what counts as having come back in an interval
 */
public record Retention(
        TouchpointFilter starts,
        TouchpointFilter returns,
        Cadence cadence,
        Instant asOf,
        int last,
        @Nullable Duration unit,
        Cohort cohort,
        Mode mode)
        implements Metric<Journey, RetentionTable> {

    /** The most intervals. */
    public static final int MOST_INTERVALS = 1000;

    /** In how many cohorts one can be. */
    public enum Cohort {
        /** In that of the first start alone. */
        FIRST_TIME,
        /** In that of each period in which one starts, from the first start there on. */
        RECURRING
    }

    /** What counts as having come back in an interval. */
    public enum Mode {
        /** A return in this interval; also called bounded or n-day retention. */
        EXACT,
        /** A return in this interval or a later one that is seen; also called unbounded. */
        ON_OR_AFTER
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code last} or {@code unit} is outside its range, or {@code asOf} outside the years
     *     1678..2261
     */
    public Retention {
        requireNonNull(starts, "starts");
        requireNonNull(returns, "returns");
        requireNonNull(cadence, "cadence");
        requireNonNull(cohort, "cohort");
        requireNonNull(mode, "mode");
        Nanos.of("asOf", asOf);
        if (last < 1 || last > MOST_INTERVALS) {
            throw new IllegalArgumentException("last interval " + last + " is outside 1.." + MOST_INTERVALS);
        }
        if (unit != null) {
            Nanos.aboveZero("unit", unit);
        }
    }

    /** Returns the retention by the first start, in the periods of the cadence 1 to 12, each for itself. */
    public static Retention of(TouchpointFilter starts, TouchpointFilter returns, Cadence cadence, Instant asOf) {
        return new Retention(starts, returns, cadence, asOf, 12, null, Cohort.FIRST_TIME, Mode.EXACT);
    }

    /** Returns the same with the intervals 0 to this one. */
    public Retention upTo(int lastInterval) {
        return new Retention(starts, returns, cadence, asOf, lastInterval, unit, cohort, mode);
    }

    /** Returns the same with intervals of this length that are counted from each start on, not from midnight. */
    public Retention rolling(Duration length) {
        return new Retention(starts, returns, cadence, asOf, last, requireNonNull(length, "unit"), cohort, mode);
    }

    /** Returns the same with everybody in the cohort of each period in which they start. */
    public Retention recurring() {
        return new Retention(starts, returns, cadence, asOf, last, unit, Cohort.RECURRING, mode);
    }

    /** Returns the same with everybody counted as back in an interval who comes back in it or later. */
    public Retention onOrAfter() {
        return new Retention(starts, returns, cadence, asOf, last, unit, cohort, Mode.ON_OR_AFTER);
    }

    @Override
    public String definition() {
        return counted().definition();
    }

    /** Returns an empty accumulator. Memory grows with the cohorts times the intervals. */
    @Override
    public Accumulator<Journey, RetentionTable> start() {
        return counted().then(this::table).start();
    }

    private Metric<Journey, Segments<Integer, List<Long>>> counted() {
        return PeriodCounts.metric(new Counts(toString(), 1 + 3 * last), this::rows);
    }

    /** For each cohort the customer is in: 1, and for each interval whether it was over and saw them, or is open and saw them. */
    private List<PeriodCounts> rows(Journey journey) {
        long until = Nanos.of("asOf", asOf);
        List<PeriodCounts> rows = new ArrayList<>();
        Integer latest = null;
        for (int i = 0; i < journey.size() && journey.nanos(i) <= until; i++) {
            if (starts.matches(journey, i)) {
                Integer period = period(journey.nanos(i));
                if (!period.equals(latest)) {
                    rows.add(new PeriodCounts(period, row(journey, i, period, until)));
                    latest = period;
                }
                if (cohort == Cohort.FIRST_TIME) {
                    break;
                }
            }
        }
        return rows;
    }

    private List<Long> row(Journey journey, int from, int period, long until) {
        boolean[] back = new boolean[last + 1];
        for (int i = from + 1; i < journey.size() && journey.nanos(i) <= until; i++) {
            long interval = interval(journey.nanos(from), period, journey.nanos(i));
            if (interval > last && mode == Mode.EXACT) {
                break;
            }
            if (returns.matches(journey, i)) {
                back[(int) Math.min(interval, last)] = true;
            }
        }
        long over = interval(journey.nanos(from), period, until);
        long[] row = new long[1 + 3 * last];
        row[0] = 1;
        boolean later = false;
        for (int interval = last; interval >= 1; interval--) {
            later = back[interval] || (later && mode == Mode.ON_OR_AFTER);
            int column = 3 * interval - 2;
            if (interval < over) {
                row[column] = later ? 1 : 0;
            } else {
                row[column + 1] = 1;
                row[column + 2] = later ? 1 : 0;
            }
        }
        return Counts.row(row);
    }

    private long interval(long startNanos, int startPeriod, long nanos) {
        return unit == null ? (long) period(nanos) - startPeriod : (nanos - startNanos) / unit.toNanos();
    }

    private int period(long nanos) {
        return cadence.index(Math.floorDiv(nanos, Nanos.A_SECOND));
    }

    private RetentionTable table(Segments<Integer, List<Long>> counted) {
        int now = period(Nanos.of("asOf", asOf));
        List<RetentionTable.Row> rows = new ArrayList<>();
        counted.each()
                .forEach((period, counts) -> rows.add(
                        new RetentionTable.Row(cadence.period(period), period < now, counts.get(0), cells(counts))));
        return new RetentionTable(rows, counted.total().get(0), cells(counted.total()));
    }

    private List<RetentionTable.Cell> cells(List<Long> counts) {
        long size = counts.get(0);
        List<RetentionTable.Cell> cells = new ArrayList<>();
        cells.add(new RetentionTable.Cell(size, size, 0, 0));
        IntStream.rangeClosed(1, last).map(interval -> 3 * interval - 2).forEach(column -> {
            long open = counts.get(column + 1);
            cells.add(new RetentionTable.Cell(size - open, counts.get(column), open, counts.get(column + 2)));
        });
        return cells;
    }
}
