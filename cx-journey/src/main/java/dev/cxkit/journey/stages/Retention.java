package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.purchase.RetentionMode;
import dev.cxkit.metrics.purchase.RetentionTable;
import dev.cxkit.metrics.purchase.Returns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
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
 * @param last the last interval, 1..{@value RetentionTable#MOST_INTERVALS}
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
        RetentionMode mode)
        implements Metric<Journey, RetentionTable> {

    /** In how many cohorts one can be. */
    public enum Cohort {
        /** In that of the first start alone. */
        FIRST_TIME,
        /** In that of each period in which one starts, from the first start there on. */
        RECURRING
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
        EpochNanos.of("asOf", asOf);
        if (last < 1 || last > RetentionTable.MOST_INTERVALS) {
            throw new IllegalArgumentException(
                    "last interval " + last + " is outside 1.." + RetentionTable.MOST_INTERVALS);
        }
        if (unit != null) {
            EpochNanos.aboveZero("unit", unit);
        }
    }

    /** Returns the retention by the first start, in the periods of the cadence 1 to 12, each for itself. */
    public static Retention of(TouchpointFilter starts, TouchpointFilter returns, Cadence cadence, Instant asOf) {
        return new Retention(starts, returns, cadence, asOf, 12, null, Cohort.FIRST_TIME, RetentionMode.BOUNDED);
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
        return new Retention(starts, returns, cadence, asOf, last, unit, cohort, RetentionMode.ROLLING);
    }

    /** Returns the same with only those counted as back in an interval who came back in each one up to it. */
    public Retention uninterrupted() {
        return new Retention(starts, returns, cadence, asOf, last, unit, cohort, RetentionMode.UNINTERRUPTED);
    }

    @Override
    public String definition() {
        return counted().definition();
    }

    /** Returns an empty accumulator. Memory grows with the cohorts times the intervals. */
    @Override
    public Accumulator<Journey, RetentionTable> start() {
        return counted().start();
    }

    private Metric<Journey, RetentionTable> counted() {
        String what = starts + "," + returns + "," + asOf + "," + unit + "," + cohort;
        return RetentionTable.metric(what, cadence, asOf, last, mode).onEach(this::returns);
    }

    /** What followed on each start that makes the customer a member of a cohort. */
    private List<Returns> returns(Journey journey) {
        long until = EpochNanos.of("asOf", asOf);
        List<Returns> all = new ArrayList<>();
        Integer latest = null;
        for (int i = 0; i < journey.size() && journey.nanos(i) <= until; i++) {
            if (starts.matches(journey, i)) {
                Integer period = period(journey.nanos(i));
                if (!period.equals(latest)) {
                    all.add(returns(journey, i, period, until));
                    latest = period;
                }
                if (cohort == Cohort.FIRST_TIME) {
                    break;
                }
            }
        }
        return all;
    }

    private Returns returns(Journey journey, int from, int period, long until) {
        LongStream.Builder intervals = LongStream.builder();
        for (int i = from + 1; i < journey.size() && journey.nanos(i) <= until; i++) {
            if (returns.matches(journey, i)) {
                intervals.add(interval(journey.nanos(from), period, journey.nanos(i)));
            }
        }
        return new Returns(
                period,
                interval(journey.nanos(from), period, until),
                intervals.build().toArray());
    }

    private long interval(long startNanos, int startPeriod, long nanos) {
        return unit == null ? (long) period(nanos) - startPeriod : (nanos - startNanos) / unit.toNanos();
    }

    private int period(long nanos) {
        return cadence.index(Math.floorDiv(nanos, EpochNanos.A_SECOND));
    }
}
