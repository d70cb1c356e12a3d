package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Weekly business hours in a time zone, with public holidays and exceptions for single dates.
 *
 * <ul>
 *   <li>A date with hours of its own has these, holiday or not; a holiday has none; any other date has those of its day of the week.
 *   <li>Hours belong to the date on which they begin: a night shift lasts into a holiday. Hours that overlap are united.
 *   <li>On a day on which clocks change, a time that does not exist is later by the gap and one that comes twice is the earlier, so hours can
 *       be longer or shorter than on the wall.
 *   <li>Hours that end before they begin, and those of a date that the zone skips, are dropped.
 * </ul>
 *
 * <p>The open time ranges of the years asked about are kept in a table, so {@link #elapsed} and {@link #due} are two searches in it, and
 * allocate nothing but the result. The table takes 24 bytes for each of them and covers a hundred years at most; there is a second one for
 * instants that lie further away, such as a placeholder in the year 9999. The open time of the centuries between is kept, too: four of
 * them are like the next four where holidays are none, single dates and days of every year; any other {@link Holidays} is asked for every
 * date once.
 */
public final class WeeklySchedule implements Schedule {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ZoneId zone;
    private final List<List<Hours>> week;
    private final NavigableMap<LocalDate, List<Hours>> dates;
    private final Holidays holidays;

    /** Open time ranges met so far, shared by all who use this schedule; replaced as a whole, never changed. */
    private transient volatile @Nullable Openings known;

    /** The same around an instant that lies more than a century away from the others. */
    private transient volatile @Nullable Openings strays;

    private transient volatile @Nullable CalendarCycle cycle;

    private WeeklySchedule(
            ZoneId zone, List<List<Hours>> week, NavigableMap<LocalDate, List<Hours>> dates, Holidays holidays) {
        this.zone = zone;
        this.week = List.copyOf(week);
        this.dates = dates;
        this.holidays = holidays;
    }

    static WeeklySchedule closed(ZoneId zone) {
        return new WeeklySchedule(
                requireNonNull(zone, "zone"), Collections.nCopies(7, List.of()), new TreeMap<>(), Holidays.none());
    }

    /** Returns a copy in which the day of the week has these hours instead of those it had; without any it is closed. */
    public WeeklySchedule with(DayOfWeek day, Hours... hours) {
        List<List<Hours>> changed = new ArrayList<>(week);
        changed.set(requireNonNull(day, "day").getValue() - 1, List.of(hours));
        return new WeeklySchedule(zone, changed, dates, holidays);
    }

    /**
     * Returns a copy in which the days that the text names have its hours instead of those they had.
     *
     * @param hours days and then their hours, as often as needed: {@code mon-fri 09:00-12:00 13:00-17:00, sat 10:00-13:00} or
     *     {@code mon wed 08:00-18:00}. Commas are optional, case does not matter; a day that comes twice has both
     * @throws IllegalArgumentException if the text is something else
     */
    public WeeklySchedule with(String hours) {
        WeeklySchedule changed = this;
        for (Map.Entry<DayOfWeek, List<Hours>> day : WeekText.read(hours).entrySet()) {
            changed = changed.with(day.getKey(), day.getValue().toArray(Hours[]::new));
        }
        return changed;
    }

    /** Returns a copy in which the date has these hours, whatever its day of the week and holiday or not; without any it is closed. */
    public WeeklySchedule with(LocalDate date, Hours... hours) {
        NavigableMap<LocalDate, List<Hours>> changed = new TreeMap<>(dates);
        changed.put(requireNonNull(date, "date"), List.of(hours));
        return new WeeklySchedule(zone, week, changed, holidays);
    }

    /** Returns a copy with these holidays instead of those it had. */
    public WeeklySchedule withHolidays(Holidays holidays) {
        return new WeeklySchedule(zone, week, dates, requireNonNull(holidays, "holidays"));
    }

    /** Returns the zone of the hours. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the hours of the date as they were given; none if it is closed. */
    public List<Hours> hours(LocalDate date) {
        List<Hours> own = dates.get(requireNonNull(date, "date"));
        if (own != null) {
            return own;
        }
        return holidays.contains(date)
                ? List.of()
                : week.get(date.getDayOfWeek().getValue() - 1);
    }

    @Override
    public TimeRanges open(TimeRange range) {
        if (CalendarCycle.isLong(range.from(), range.to(), 100)) {
            return new Openings(
                            this,
                            date(range.from(), "from"),
                            date(range.to(), "to").plusDays(1))
                    .open(range);
        }
        return table(range.from(), range.to()).open(range);
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        if (!requireNonNull(from, "from").isBefore(requireNonNull(to, "to"))) {
            return Duration.ZERO;
        }
        if (CalendarCycle.isLong(from, to, 100)) {
            CalendarCycle sums = cycle;
            if (sums == null) {
                sums = new CalendarCycle(this, 100);
                cycle = sums;
            }
            return sums.elapsed(from, to);
        }
        return table(from, to).elapsed(from, to);
    }

    @Override
    public Optional<Instant> due(Instant from, Duration target) {
        TimeRanges.requirePositive(target, "target");
        Instant due = table(from, from).due(from, target);
        return due == null || due.isAfter(Search.END) ? Schedule.super.due(from, target) : Optional.of(due);
    }

    @Override
    public Optional<Instant> before(Instant to, Duration length) {
        TimeRanges.requirePositive(length, "length");
        Instant start = table(to, to).before(to, length);
        return start == null || start.isBefore(Search.FIRST) ? Schedule.super.before(to, length) : Optional.of(start);
    }

    /** A table that covers both and all between them. A year more at each end saves making it anew for every later instant. */
    private Openings table(Instant from, Instant to) {
        Openings table = known;
        if (table != null && table.covers(from, to)) {
            return table;
        }
        Openings far = strays;
        if (far != null && far.covers(from, to)) {
            return far;
        }
        LocalDate first = date(from, "from").minusYears(1);
        LocalDate last = date(to, "to").plusYears(1);
        if (table != null) {
            LocalDate wider = table.from.isBefore(first) ? table.from : first;
            LocalDate later = table.to.isAfter(last) ? table.to : last;
            // A stray instant far away gets a table of its own, so that the table stays small.
            if (ChronoUnit.YEARS.between(wider, later) > 100) {
                far = new Openings(this, first, last);
                strays = far;
                return far;
            }
            first = wider;
            last = later;
        }
        Openings made = new Openings(this, first, last);
        known = made;
        return made;
    }

    /** The last instant of a date of its own, of a holiday that does not come every year, or of a change of the zone that was single. */
    Instant lastSingle() {
        LocalDate last = later(dates.isEmpty() ? FIRST : dates.lastKey(), lastSingle(holidays));
        List<ZoneOffsetTransition> changes = zone.getRules().getTransitions();
        Instant change = changes.isEmpty()
                ? Search.FIRST
                : changes.get(changes.size() - 1).getInstant();
        return CalendarCycle.later(
                change,
                (last.isAfter(LAST) ? LAST : last)
                        .plusDays(Openings.REACH)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    /** Of a calendar that is not ours it may be any. */
    private static LocalDate lastSingle(Holidays holidays) {
        if (holidays instanceof HolidayDates known) {
            return known.dates().stream().reduce(FIRST, WeeklySchedule::later);
        }
        return holidays instanceof EitherHolidays both ? later(lastSingle(both.one()), lastSingle(both.other())) : LAST;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private LocalDate date(Instant instant, String name) {
        return LocalDate.ofInstant(Search.requireInYears(instant, name), zone);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeeklySchedule that
                && zone.equals(that.zone)
                && week.equals(that.week)
                && dates.equals(that.dates)
                && holidays.equals(that.holidays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, dates, holidays);
    }

    /** Returns for instance {@code mon-fri 09:00-17:00, sat 10:00-13:00 in Europe/Berlin}, with dates and holidays after it. */
    @Override
    public String toString() {
        return WeekText.write(week)
                + " in "
                + zone
                + (dates.isEmpty() ? "" : " with " + dates)
                + (holidays.equals(Holidays.none()) ? "" : " without " + holidays);
    }
}
