package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * {@index "Business hours" Business hours}: when a service is open, with the business time elapsed between two instants and the instant at which
 * a target is due.
 *
 * <ul>
 *   <li>Implementations are immutable and safe for use by many threads, and give the same answer when asked again.
 *   <li>Metrics tell schedules apart by their {@code toString}, so give yours one that says what it is, as a record has by itself. That of a
 *       lambda is another on every machine and after every restart, so parts that were measured under it are not merged.
 *   <li>Time is counted in real seconds: an open night on which clocks go forward is an hour shorter.
 *   <li>Searches and weekly hours take instants of the years 1 to 9999 and refuse others.
 *   <li>A search gives up at the end of these years, or after forty years without an open instant, the longest time between two of 29 February
 *       on the same day of the week: so a schedule that never opens gives "never" and does not loop.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Schedule;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.ZoneId;
 *
 * Schedule office = Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00, sat 10:00-13:00");
 * Instant friday = Instant.parse("2026-01-09T15:00:00Z");
 * Instant monday = Instant.parse("2026-01-12T09:00:00Z");
 * System.out.println(office.elapsed(friday, monday));
 * System.out.println(office.due(friday, Duration.ofHours(5)).orElseThrow());
 * // -> PT5H
 * // -> 2026-01-12T09:00:00Z
 * }</pre>
 */
@FunctionalInterface
public interface Schedule extends Serializable {

    /** Returns the open time ranges of the range, cut at its ends. */
    TimeRanges open(TimeRange range);

    /** Returns the open time from one instant to the other; zero if {@code to} is not after {@code from}. */
    default Duration elapsed(Instant from, Instant to) {
        return requireNonNull(from, "from").isBefore(requireNonNull(to, "to"))
                ? Search.open(this, TimeRange.of(from, to)).length()
                : Duration.ZERO;
    }

    /** Returns the open time within the time ranges, such as the open part of all the times that a customer waited. */
    default Duration elapsed(TimeRanges ranges) {
        return ranges.length(this::elapsed);
    }

    /**
     * Returns when the open time from {@code from} on has come to the target. If it is used up exactly at closing time, that closing
     * time is the answer. Empty if the schedule is never open for so long.
     *
     * @throws IllegalArgumentException if the target is not positive; {@link #nextOpen} is its counterpart for zero
     */
    default Optional<Instant> due(Instant from, Duration target) {
        return Search.forward(this, from, target);
    }

    /**
     * Returns the same as {@link #due}, but the next opening where the target is used up exactly at closing time. Empty if there is
     * none.
     *
     * @throws IllegalArgumentException if the target is not positive
     */
    default Optional<Instant> dueWhenOpen(Instant from, Duration target) {
        return due(from, target).flatMap(this::nextOpen);
    }

    /**
     * Returns from when on the open time until {@code to} is the length: {@link #due} mirrored, with an opening time as the answer
     * where it comes out exactly. Empty if the schedule was never open for so long.
     *
     * @throws IllegalArgumentException if the length is not positive; {@link #lastOpen} is its counterpart for zero
     */
    default Optional<Instant> before(Instant to, Duration length) {
        return Search.back(this, to, length);
    }

    /** Returns the first open instant that is not before {@code from}. Empty if it never opens. */
    default Optional<Instant> nextOpen(Instant from) {
        return due(from, Search.INSTANT).map(end -> end.minus(Search.INSTANT));
    }

    /** Returns until when it was last open before {@code to}: that instant itself, or the closing time. Empty if it never was. */
    default Optional<Instant> lastOpen(Instant to) {
        return before(to, Search.INSTANT).map(start -> start.plus(Search.INSTANT));
    }

    /** Returns a schedule that is open when both are. */
    default Schedule and(Schedule other) {
        return new Combined(this, Combined.How.AND, requireNonNull(other, "other"));
    }

    /** Returns a schedule that is open when one of the two is, such as that of teams that follow the sun. */
    default Schedule or(Schedule other) {
        return new Combined(this, Combined.How.OR, requireNonNull(other, "other"));
    }

    /** Returns a schedule that is open when this is and the other is not, such as hours without a break. */
    default Schedule except(Schedule other) {
        return new Combined(this, Combined.How.EXCEPT, requireNonNull(other, "other"));
    }

    /** Returns this schedule before the instant and the other from it on. */
    default Schedule until(Instant change, Schedule next) {
        return new Until(this, requireNonNull(change, "change"), requireNonNull(next, "next"));
    }

    /** Returns the dates of a zone on which this schedule is open, to count in working days. */
    default WorkingDays workingDays(ZoneId zone) {
        return new WorkingDays(this, zone);
    }

    /** Returns the schedule that is always open, with which open time is calendar time. */
    static Schedule always() {
        return Always.OPEN;
    }

    /** Returns the schedule that is never open. */
    static Schedule never() {
        return of(TimeRanges.none());
    }

    /** Returns the schedule that is open in these time ranges and never else. */
    static Schedule of(TimeRanges ranges) {
        return new FixedSchedule(requireNonNull(ranges, "ranges"));
    }

    /**
     * Returns weekly opening hours.
     *
     * @param hours such as {@code mon-fri 09:00-12:00 13:00-17:00, sat 10:00-13:00}; see {@link WeeklySchedule#with(String)}
     * @throws IllegalArgumentException if the text is no such hours
     */
    static WeeklySchedule weekly(ZoneId zone, String hours) {
        return weekly(zone).with(hours);
    }

    /** Returns opening hours that are closed on every day until they are given some. */
    static WeeklySchedule weekly(ZoneId zone) {
        return WeeklySchedule.closed(zone);
    }
}
