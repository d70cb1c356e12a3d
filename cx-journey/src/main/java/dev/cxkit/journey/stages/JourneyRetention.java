package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
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
 * {@index "Cohort retention"} by journeys: of the customers who start in a period, the share that returns in each later interval.
 *
 * <ul>
 *   <li>A customer is in the cohort of the period of the first starting touchpoint, or, with {@link #recurringCohorts}, in that of each
 *       period with one.
 *   <li>Interval 0 begins with the start, and has those who return in it: all where a start is a return itself. How many started is the size.
 *       Intervals are the periods of the cadence or, with {@link #intervalsFromStart}, lengths of time from each customer's own start.
 *   <li>Retained in an interval by default are those who return in it (bounded); with {@link #onOrAfter} those who return in it or later
 *       (unbounded); with {@link #uninterrupted} those who return in each interval up to it.
 *   <li>Touchpoints after {@code asOf} are excluded. An interval that is not over by then is counted apart, as open, and is never a loss.
 *   <li>Each journey is one customer, so assemble by customer: journeys that were split would each start anew.
 * </ul>
 *
 * <p>Edge cases: the table has no cohorts if nobody starts; a returning touchpoint before the start, or the start itself, counts for
 * nothing; shares have no value where no customer's interval is over.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.TouchpointFilter;
 * import dev.cxkit.journey.stages.JourneyRetention;
 * import dev.cxkit.core.time.Cadence;
 * import dev.cxkit.metrics.purchase.RetentionTable;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada signup 03", "ada use 10", "ben signup 04", "ben use 19", "eve signup 10")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[2] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * RetentionTable table = JourneyRetention.of(TouchpointFilter.activities("signup"), TouchpointFilter.activities("use"),
 *                 Cadence.weekly(ZoneOffset.UTC), Instant.parse("2026-02-23T00:00:00Z"))
 *         .upTo(2)
 *         .over(JourneyAssembler.byCustomer().assemble(log));
 * table.total().forEach(cell -> System.out.println(cell.retained() + " of " + cell.total() + ", open " + cell.open()));
 * // -> 0 of 3, open 0
 * // -> 1 of 3, open 0
 * // -> 1 of 2, open 1
 * }</pre>
 *
 * @param starting which touchpoints put a customer into a cohort
 * @param returning which touchpoints count as returning
 * @param cadence the periods of the cohorts
 * @param asOf when the observation ends
 * @param lastInterval the last interval, 1..{@value RetentionTable#MOST_INTERVALS}
 * @param intervalLength the length of an interval from each start on, above 0; null where intervals are the periods of the cadence
 * @param cohort in how many cohorts a customer can be
 * @param mode which returns count as retained in an interval
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

    /** In how many cohorts a customer can be. */
    public enum Cohort {
        /** In the cohort of the first start alone. */
        FIRST_TIME,
        /** In the cohort of each period with a start, from the first start in it on. */
        RECURRING
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the last interval or the length of an interval is outside its range, or {@code asOf} outside the
     *     years 1678..2261
     */
    public JourneyRetention {
        requireNonNull(starting, "starting");
        requireNonNull(returning, "returning");
        requireNonNull(cadence, "cadence");
        requireNonNull(cohort, "cohort");
        requireNonNull(mode, "mode");
        EpochNanos.of("asOf", asOf);
        Require.range("last interval", lastInterval, 1, RetentionTable.MOST_INTERVALS);
        if (intervalLength != null) {
            EpochNanos.aboveZero("interval length", intervalLength);
        }
    }

    /**
     * Returns the retention by the first start, bounded, in the intervals 1 to 12 of the cadence.
     *
     * @throws IllegalArgumentException if {@code asOf} is outside the years 1678..2261
     */
    public static JourneyRetention of(
            TouchpointFilter starting, TouchpointFilter returning, Cadence cadence, Instant asOf) {
        return new JourneyRetention(
                starting, returning, cadence, asOf, 12, null, Cohort.FIRST_TIME, RetentionMode.BOUNDED);
    }

    /** Returns the same with the intervals 0 to this one. */
    public JourneyRetention upTo(int lastInterval) {
        return new JourneyRetention(starting, returning, cadence, asOf, lastInterval, intervalLength, cohort, mode);
    }

    /** Returns the same with intervals of this length, counted from the start of each customer and not from midnight. */
    public JourneyRetention intervalsFromStart(Duration length) {
        return new JourneyRetention(
                starting, returning, cadence, asOf, lastInterval, requireNonNull(length, "length"), cohort, mode);
    }

    /** Returns the same with each customer in the cohort of every period in which they start. */
    public JourneyRetention recurringCohorts() {
        return new JourneyRetention(
                starting, returning, cadence, asOf, lastInterval, intervalLength, Cohort.RECURRING, mode);
    }

    /** Returns the same, unbounded: retained in an interval is who returns in it or later. */
    public JourneyRetention onOrAfter() {
        return new JourneyRetention(
                starting, returning, cadence, asOf, lastInterval, intervalLength, cohort, RetentionMode.ROLLING);
    }

    /** Returns the same, uninterrupted: retained in an interval is who returned in each interval up to it. */
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
        String what = Definition.of(
                "journeys",
                starting.name(),
                returning.name(),
                asOf,
                intervalLength == null ? "calendar intervals" : "intervals of " + intervalLength,
                cohort == Cohort.FIRST_TIME ? "first start" : "every start");
        return RetentionTable.metric(what, cadence, lastInterval, mode, asOf).onEach(this::presences);
    }

    /** The presence of the customer in each cohort that a start puts them into. */
    private List<CohortPresence> presences(Journey journey) {
        long until = EpochNanos.of("asOf", asOf);
        List<CohortPresence> all = new ArrayList<>();
        Integer latest = null;
        for (int i = 0; i < journey.size() && journey.nanos(i) <= until; i++) {
            if (starting.matches(journey, i)) {
                Integer period = period(journey.nanos(i));
                if (!period.equals(latest)) {
                    all.add(presence(journey, i, period, until));
                    latest = period;
                }
                if (cohort == Cohort.FIRST_TIME) {
                    break;
                }
            }
        }
        return all;
    }

    private CohortPresence presence(Journey journey, int from, int period, long until) {
        LongStream.Builder positions = LongStream.builder();
        // A start may be a return itself.
        for (int i = from; i < journey.size() && journey.nanos(i) <= until; i++) {
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
