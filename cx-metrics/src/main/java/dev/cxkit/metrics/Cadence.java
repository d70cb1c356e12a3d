package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reporting periods of a time series: days, ISO 8601 weeks (from Monday) or calendar months, each from midnight to midnight in a
 * zone, so that a day on which clocks change has 23 or 25 hours. {@index reporting period} {@index cadence}
 *
 * <pre>{@code
 * import dev.cxkit.core.time.TimeRange;
 * import dev.cxkit.metrics.Cadence;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.ZoneId;
 *
 * Cadence weeks = Cadence.weekly(ZoneId.of("Europe/Berlin"));
 * TimeRange week = weeks.period(Instant.parse("2026-03-25T12:00:00Z"));
 * System.out.println(week.from() + " to " + week.to());
 * System.out.println(Duration.between(week.from(), week.to()).toHours() + " hours, since clocks go forward");
 * // -> 2026-03-22T23:00:00Z to 2026-03-29T22:00:00Z
 * // -> 167 hours, since clocks go forward
 * }</pre>
 *
 * <p>The numbers of periods, and the seconds where they begin, serve those who count in arrays.
 */
public final class Cadence implements Serializable {

    /** Instants outside the years 1 to 9999 are refused: they are a unit mistaken, not a date. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** The earliest second that every zone has in the year 1 or later. */
    public static final long EARLIEST = LocalDate.of(1, 1, 3).toEpochDay() * 86_400;

    /** The latest second that every zone has in the year 9999 or earlier. */
    public static final long LATEST = LocalDate.of(9999, 12, 29).toEpochDay() * 86_400;

    private static final LocalDate MONDAY = LocalDate.EPOCH.with(DayOfWeek.MONDAY);

    private final ChronoUnit unit;
    private final ZoneId zone;
    private final @Nullable Instant asOf;

    /** Periods met so far with their starts, shared by all who use this cadence; replaced as a whole, never changed. */
    private transient volatile @Nullable Starts starts;

    /** The same for a few instants that lie far away from the others. */
    private transient volatile @Nullable Starts strays;

    private Cadence(ChronoUnit unit, ZoneId zone, @Nullable Instant asOf) {
        this.unit = unit;
        this.zone = requireNonNull(zone, "zone");
        this.asOf = asOf;
    }

    /** Returns days in the zone. */
    public static Cadence daily(ZoneId zone) {
        return new Cadence(ChronoUnit.DAYS, zone, null);
    }

    /** Returns weeks from Monday (ISO 8601) in the zone. */
    public static Cadence weekly(ZoneId zone) {
        return new Cadence(ChronoUnit.WEEKS, zone, null);
    }

    /** Returns calendar months in the zone. */
    public static Cadence monthly(ZoneId zone) {
        return new Cadence(ChronoUnit.MONTHS, zone, null);
    }

    /**
     * Returns the same periods looked at from an instant: a series goes on until the period that contains it, and a period that ends
     * after it is unfinished. Without one, the last period that has an observation counts as unfinished.
     */
    public Cadence asOf(Instant instant) {
        return new Cadence(unit, zone, requireNonNull(instant, "asOf"));
    }

    /** Returns the instant from which the periods are looked at, if there is one. */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Returns the period that contains the instant.
     *
     * @throws IllegalArgumentException if it is outside the years 1 to 9999
     */
    public TimeRange period(Instant instant) {
        return period(index(instant.getEpochSecond()));
    }

    /**
     * Returns the number of the period that contains the second, counted from the one that contains 1970-01-01; it is found without
     * calendar arithmetic, in a table of the periods met before.
     *
     * @param epochSecond seconds since 1970-01-01T00:00:00Z
     * @throws IllegalArgumentException if it is outside the years 1 to 9999
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

    /**
     * Returns the period with this number.
     *
     * @throws IllegalArgumentException if it is a day that the zone left out, such as 30 December 2011 in Samoa
     */
    public TimeRange period(int index) {
        return TimeRange.of(start(index), start(index + 1));
    }

    /** Returns whether this is a day that the zone left out, such as 30 December 2011 in Samoa: it has a number and no instant. */
    public boolean isSkipped(int index) {
        return firstSecond(index) >= firstSecond(index + 1);
    }

    /** The period of {@code length} periods that ends with this one. */
    TimeRange window(int index, int length) {
        return TimeRange.of(start(index + 1 - length), start(index + 1));
    }

    private Instant start(int index) {
        return Instant.ofEpochSecond(firstSecond(index));
    }

    /** Returns the first second of the period with this number: from the table, or by the calendar where that does not reach. */
    public long firstSecond(int index) {
        Starts known = starts;
        if (known != null && index >= known.first && index < known.first + known.seconds.length) {
            return known.seconds[index - known.first];
        }
        LocalDate epoch = unit == ChronoUnit.WEEKS ? MONDAY : LocalDate.EPOCH;
        return epoch.plus(index, unit).atStartOfDay(zone).toEpochSecond();
    }

    private Starts extend(@Nullable Starts known, long epochSecond) {
        int wanted;
        try {
            LocalDate date = Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
            if (date.isBefore(FIRST) || date.isAfter(LAST)) {
                throw new DateTimeException("out of range");
            }
            wanted = switch (unit) {
                case WEEKS -> Math.floorDiv((int) MONDAY.until(date, ChronoUnit.DAYS), 7);
                case MONTHS -> (int) LocalDate.EPOCH.until(date.withDayOfMonth(1), ChronoUnit.MONTHS);
                default -> (int) date.toEpochDay();
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "second " + epochSecond + " since 1970 is outside the years 1..9999; is it in another unit?", e);
        }
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

    private Starts table(int from, int to) {
        long[] seconds = new long[to - from + 1];
        Arrays.setAll(seconds, i -> firstSecond(from + i));
        return new Starts(from, seconds);
    }

    /** The part that decides which period an instant belongs to. */
    String cut() {
        return unit.toString().toLowerCase(Locale.ROOT) + " in " + zone;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cadence that
                && unit == that.unit
                && zone.equals(that.zone)
                && Objects.equals(asOf, that.asOf);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, zone, asOf);
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
