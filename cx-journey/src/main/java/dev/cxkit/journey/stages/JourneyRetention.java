package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.purchase.CohortPresence;
import dev.cxkit.metrics.purchase.RetentionMode;
import dev.cxkit.metrics.purchase.RetentionTable;
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
 * @param starting which touchpoints start
 * @param returning which touchpoints count as having come back
 * @param cadence by which periods the starts are put into cohorts
 * @param asOf up to when touchpoints are seen
 * @param lastInterval the last interval, 1..{@value RetentionTable#MOST_INTERVALS}
 * @param intervalLength the length of an interval from each start on, above 0; null where intervals are the periods of the cadence
 * @param cohort in how many cohorts one can be
 * @param mode what counts as having come back in an interval
 */
public record JourneyRetention(
        TouchpointFilter starting,
        TouchpointFilter returning,
        Cadence cadence,
        Instant asOf,
        int lastInterval,
        @Nullable Duration intervalLength,
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
    public JourneyRetention {
        requireNonNull(starting, "starts");
        requireNonNull(returning, "returns");
        requireNonNull(cadence, "cadence");
        requireNonNull(cohort, "cohort");
        requireNonNull(mode, "mode");
        EpochNanos.of("asOf", asOf);
        if (lastInterval < 1 || lastInterval > RetentionTable.MOST_INTERVALS) {
            throw new IllegalArgumentException(
                    "last interval " + lastInterval + " is outside 1.." + RetentionTable.MOST_INTERVALS);
        }
        if (intervalLength != null) {
            EpochNanos.aboveZero("unit", intervalLength);
        }
    }

    /** Returns the retention by the first start, in the periods of the cadence 1 to 12, each for itself. */
    public static JourneyRetention of(
            TouchpointFilter starts, TouchpointFilter returns, Cadence cadence, Instant asOf) {
        return new JourneyRetention(starts, returns, cadence, asOf, 12, null, Cohort.FIRST_TIME, RetentionMode.BOUNDED);
    }

    /** Returns the same with the intervals 0 to this one. */
    public JourneyRetention upTo(int lastInterval) {
        return new JourneyRetention(starting, returning, cadence, asOf, lastInterval, intervalLength, cohort, mode);
    }

    /** Returns the same with intervals of this length that are counted from each start on, not from midnight. */
    public JourneyRetention intervalsFromStart(Duration length) {
        return new JourneyRetention(
                starting, returning, cadence, asOf, lastInterval, requireNonNull(length, "unit"), cohort, mode);
    }

    /** Returns the same with everybody in the cohort of each period in which they start. */
    public JourneyRetention recurringCohorts() {
        return new JourneyRetention(
                starting, returning, cadence, asOf, lastInterval, intervalLength, Cohort.RECURRING, mode);
    }

    /** Returns the same with everybody counted as back in an interval who comes back in it or later. */
    public JourneyRetention onOrAfter() {
        return new JourneyRetention(
                starting, returning, cadence, asOf, lastInterval, intervalLength, cohort, RetentionMode.ROLLING);
    }

    /** Returns the same with only those counted as back in an interval who came back in each one up to it. */
    public JourneyRetention uninterrupted() {
        return new JourneyRetention(
                starting, returning, cadence, asOf, lastInterval, intervalLength, cohort, RetentionMode.UNINTERRUPTED);
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
        String what = starting + "," + returning + "," + asOf + "," + intervalLength + "," + cohort;
        return RetentionTable.metric(what, cadence, lastInterval, mode, asOf).onEach(this::returns);
    }

    /** What followed on each start that makes the customer a member of a cohort. */
    private List<CohortPresence> returns(Journey journey) {
        long until = EpochNanos.of("asOf", asOf);
        List<CohortPresence> all = new ArrayList<>();
        Integer latest = null;
        for (int i = 0; i < journey.size() && journey.nanos(i) <= until; i++) {
            if (starting.matches(journey, i)) {
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

    private CohortPresence returns(Journey journey, int from, int period, long until) {
        LongStream.Builder positions = LongStream.builder();
        for (int i = from + 1; i < journey.size() && journey.nanos(i) <= until; i++) {
            if (returning.matches(journey, i)) {
                positions.add(position(journey.nanos(i)));
            }
        }
        return CohortPresence.of(
                period,
                position(journey.nanos(from)),
                intervalLength == null ? 1 : intervalLength.toNanos(),
                position(until),
                positions.build().toArray());
    }

    /** Where an instant lies on the time line on which intervals are counted: of periods, or of nanoseconds. */
    private long position(long nanos) {
        return intervalLength == null ? period(nanos) : nanos;
    }

    private int period(long nanos) {
        return cadence.index(Math.floorDiv(nanos, EpochNanos.A_SECOND));
    }
}
