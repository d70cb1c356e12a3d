package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reporting periods of a time series: hours or parts of one, days, weeks, calendar months, quarters and years, or periods of the
 * host's own, in a zone. {@index reporting period} {@index cadence} {@index fiscal year} {@index 4-4-5 calendar}
 *
 * <ul>
 *   <li>Days and longer ones go from midnight to midnight, so that a day on which clocks change has 23 or 25 hours; a date that begins
 *       twice begins the first time.
 *   <li>Hours and parts of one are of real time: of the hour that clocks repeat there are two. Where clocks change by less than their
 *       length a new one begins, which is shorter.
 *   <li>A day that the zone left out, such as 30 December 2011 in Samoa, is no period: the next one follows on the last.
 *   <li>Weeks are those of ISO 8601, from Monday, unless another day is named; months, quarters and years begin on the 1st, quarters and
 *       years in January, unless {@link #startingOn} says otherwise.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Cadence;
 * import dev.cxkit.core.time.TimeRange;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.LocalDate;
 * import java.time.ZoneId;
 * import java.time.ZoneOffset;
 *
 * Cadence weeks = Cadence.weekly(ZoneId.of("Europe/Berlin"));
 * TimeRange week = weeks.period(Instant.parse("2026-03-25T12:00:00Z"));
 * System.out.println(week.from() + " to " + week.to());
 * System.out.println(Duration.between(week.from(), week.to()).toHours() + " hours, since clocks go forward");
 *
 * Cadence fiscalYears = Cadence.yearly(ZoneOffset.UTC).startingOn(LocalDate.of(2026, 2, 1));
 * System.out.println(fiscalYears.period(Instant.parse("2026-01-15T00:00:00Z")).from());
 * // -> 2026-03-22T23:00:00Z to 2026-03-29T22:00:00Z
 * // -> 167 hours, since clocks go forward
 * // -> 2025-02-01T00:00:00Z
 * }</pre>
 *
 * <p>The indexes of periods, and the seconds where they begin, serve those who count in arrays. They are consecutive, so that their
 * difference is how many periods lie between.
 */
public final class Cadence implements Serializable {

    /** The earliest second that every zone has in the year 1 or later. */
    public static final long EARLIEST = LocalDate.of(1, 1, 3).toEpochDay() * 86_400;

    /** The latest second that every zone has in the year 9999 or earlier. */
    public static final long LATEST = LocalDate.of(9999, 12, 29).toEpochDay() * 86_400;

    private final PeriodStarts calendar;
    private final @Nullable Instant asOf;

    /** Periods met so far with their starts, shared by all who use this cadence; replaced as a whole, never changed. */
    private transient volatile @Nullable Starts starts;

    /** The same for a few instants that lie far away from the others. */
    private transient volatile @Nullable Starts strays;

    private Cadence(PeriodStarts calendar, @Nullable Instant asOf) {
        this.calendar = calendar;
        this.asOf = asOf;
    }

    /** Returns the zone in which the periods begin. */
    public ZoneId zone() {
        return calendar.zone();
    }

    /** Returns hours in the zone, from each full hour of its clocks to the next. */
    public static Cadence hourly(ZoneId zone) {
        return minutes(60, zone);
    }

    /**
     * Returns parts of an hour in the zone, such as half hours.
     *
     * @param minutes their length: 5, 6, 10, 12, 15, 20, 30 or 60
     * @throws IllegalArgumentException if the length is another
     */
    public static Cadence minutes(int minutes, ZoneId zone) {
        return new Cadence(new HourParts(minutes, requireNonNull(zone, "zone")), null);
    }

    /**
     * Returns how long the periods are by the calendar: a {@link java.time.Duration} of parts of an hour, a {@link Period} of days or of months. Empty
     * where they are the host's own.
     */
    public Optional<TemporalAmount> length() {
        return Optional.ofNullable(calendar.calendarLength());
    }

    /** Returns days in the zone. */
    public static Cadence daily(ZoneId zone) {
        return new Cadence(PeriodStarts.Days.days(requireNonNull(zone, "zone")), null);
    }

    /** Returns weeks from Monday (ISO 8601) in the zone. */
    public static Cadence weekly(ZoneId zone) {
        return weekly(zone, DayOfWeek.MONDAY);
    }

    /** Returns weeks from the day of the week in the zone. */
    public static Cadence weekly(ZoneId zone, DayOfWeek first) {
        return new Cadence(PeriodStarts.Days.weeks(requireNonNull(zone, "zone"), requireNonNull(first, "first")), null);
    }

    /** Returns calendar months in the zone. */
    public static Cadence monthly(ZoneId zone) {
        return months(1, zone);
    }

    /** Returns quarters in the zone, from January, April, July and October. */
    public static Cadence quarterly(ZoneId zone) {
        return months(3, zone);
    }

    /** Returns calendar years in the zone. */
    public static Cadence yearly(ZoneId zone) {
        return months(12, zone);
    }

    private static Cadence months(int length, ZoneId zone) {
        return new Cadence(new PeriodStarts.Months(length, 0, 1, requireNonNull(zone, "zone")), null);
    }

    /**
     * Returns periods from one date to the next, such as those of a retail calendar of 4, 4 and 5 weeks. Their index is the place in the
     * list. Instants before the first date and from the last on are refused, so give dates until after all that will be asked about.
     *
     * @param name what they are, which with the dates and the zone tells them apart from others
     * @param starts the first date of each period, and at last the end of the last one
     * @throws IllegalArgumentException if there are fewer than 2 dates, or they do not ascend, or one is a date that the zone left out
     */
    public static Cadence of(String name, List<LocalDate> starts, ZoneId zone) {
        return new Cadence(new PeriodStarts.Own(name, starts, requireNonNull(zone, "zone")), null);
    }

    /**
     * Returns the same periods from a day of one's own, in both directions: weeks from its day of the week; months, quarters and years
     * from its day of the month, or from the last one of a month that has no such day. So months that start on 31 January start on 28 or
     * 29 February and on 31 March, as a customer's months of billing do.
     *
     * @param first a day on which one of the periods starts
     * @throws IllegalArgumentException for hours, days and periods of the host's own, which have no such day
     */
    public Cadence startingOn(LocalDate first) {
        return new Cadence(calendar.startingOn(requireNonNull(first, "first")), asOf);
    }

    /**
     * Returns the same periods looked at from an instant: a series goes on until the period that contains it, and a period that ends
     * after it is unfinished. Without one, the last period that has an observation counts as unfinished.
     */
    public Cadence asOf(Instant instant) {
        return new Cadence(calendar, requireNonNull(instant, "asOf"));
    }

    /** Returns the instant from which the periods are looked at, if there is one. */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Returns the period that contains the instant.
     *
     * @throws IllegalArgumentException if it is outside the years 1 to 9999, or the periods of the host's own
     */
    public TimeRange period(Instant instant) {
        return period(index(instant.getEpochSecond()));
    }

    /**
     * Returns the index of the period that contains the second, counted from the one that contains 1970-01-01; periods of the host's own
     * are counted from the first. It depends on the second alone, and is found without calendar arithmetic, in a table of the periods
     * met before.
     *
     * @param epochSecond seconds since 1970-01-01T00:00:00Z
     * @throws IllegalArgumentException if it is outside the years 1 to 9999, or the periods of the host's own
     */
    public int index(long epochSecond) {
        Starts known = starts;
        if (known != null && known.covers(epochSecond)) {
            return known.index(epochSecond);
        }
        Starts far = strays;
        return far != null && far.covers(epochSecond)
                ? far.index(epochSecond)
                : extend(known, epochSecond).index(epochSecond);
    }

    /** Returns the period with this index. */
    public TimeRange period(int index) {
        return TimeRange.of(start(index), start(index + 1));
    }

    /** Returns the period of so many periods that ends with this one; of fewer where the host's own begin later. */
    public TimeRange window(int index, int length) {
        int first = length == 1 ? index : Math.max(lowest(), index + 1 - length);
        return TimeRange.of(start(first), start(index + 1));
    }

    private Instant start(int index) {
        return Instant.ofEpochSecond(firstSecond(index));
    }

    /**
     * Returns the first second of the period with this index, or the end of the last period of the host's own: from the table, or by the
     * calendar where that does not reach.
     */
    public long firstSecond(int index) {
        Starts known = starts;
        if (known != null && index >= known.first && index < known.first + known.seconds.length) {
            return known.seconds[index - known.first];
        }
        return calendar.firstSecond(index);
    }

    /** Returns the index of the first period that there can be. */
    public int lowest() {
        return calendar.index(calendar.earliest());
    }

    /** Returns the index of the last period that there can be. */
    public int highest() {
        return calendar.index(calendar.end() - 1);
    }

    private Starts extend(@Nullable Starts known, long epochSecond) {
        if (epochSecond < calendar.earliest() || epochSecond >= calendar.end()) {
            throw new IllegalArgumentException("second " + epochSecond + " since 1970 is outside " + calendar.reach());
        }
        int wanted = calendar.index(epochSecond);
        if (known != null && Math.abs((long) wanted - known.first) >= 16_384) {
            Starts far = table(wanted - 32, wanted + 33);
            strays = far;
            return far;
        }
        // Half as much again on the way, so that growing stays cheap.
        int more = known == null ? 32 : Math.max(32, known.seconds.length / 2);
        int from = known == null || wanted < known.first ? wanted - more : known.first;
        int to = known == null || wanted >= known.first + known.seconds.length - 1
                ? wanted + 1 + more
                : known.first + known.seconds.length - 1;
        Starts made = table(from, to);
        starts = made;
        return made;
    }

    private Starts table(int wantedFrom, int wantedTo) {
        int from = Math.max(lowest(), wantedFrom);
        long[] seconds = new long[Math.min(highest() + 1, wantedTo) - from + 1];
        Arrays.setAll(seconds, i -> firstSecond(from + i));
        return new Starts(from, seconds);
    }

    /** Returns what decides which period an instant belongs to: for instance {@code weeks in Europe/Berlin}. */
    public String cut() {
        return calendar.name() + " in " + calendar.zone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cadence that && calendar.equals(that.calendar) && Objects.equals(asOf, that.asOf);
    }

    @Override
    public int hashCode() {
        return Objects.hash(calendar, asOf);
    }

    /** Returns for instance {@code weeks in Europe/Berlin} or {@code days in Z as of 2026-03-01T00:00:00Z}. */
    @Override
    public String toString() {
        return cut() + (asOf == null ? "" : " as of " + asOf);
    }

    /** The first seconds of consecutive periods; the last entry is the end of the last period. */
    private static final class Starts {

        final int first;
        final long[] seconds;
        private final long from;
        private final long to;
        private final double periodsPerSecond;

        Starts(int first, long[] seconds) {
            this.first = first;
            this.seconds = seconds;
            this.from = seconds[0];
            this.to = seconds[seconds.length - 1];
            this.periodsPerSecond = (seconds.length - 1) / (double) (to - from);
        }

        boolean covers(long second) {
            return second >= from && second < to;
        }

        /** A guess by the mean length, put right at the table: no calendar arithmetic for an observation. */
        int index(long second) {
            int guess = (int) ((second - from) * periodsPerSecond);
            while (second < seconds[guess]) {
                guess--;
            }
            while (second >= seconds[guess + 1]) {
                guess++;
            }
            return first + guess;
        }
    }
}
