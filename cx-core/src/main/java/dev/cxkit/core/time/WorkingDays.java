package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * {@index "Working days" Working-day} arithmetic: the dates of a zone on which a schedule is open, and due times in working days.
 *
 * <p>A date counts if the schedule is open on it, be it for a minute. A promise of two working days is kept in days and never made into
 * hours: a day is as long as it is.
 *
 * @param schedule what is open
 * @param zone whose dates these are
 */
public record WorkingDays(Schedule schedule, ZoneId zone) implements Serializable {

    /** Throws a {@link NullPointerException} that names the part if one is missing. */
    public WorkingDays {
        requireNonNull(schedule, "schedule");
        requireNonNull(zone, "zone");
    }

    /** Returns whether the schedule is open on the date. */
    public boolean contains(LocalDate date) {
        return !open(date).isEmpty();
    }

    /**
     * Returns the n-th working day after the date, or before it if {@code days} is negative; with 0 the date itself, working day or
     * not. Empty if there is none, as {@link Schedule} says.
     */
    public Optional<LocalDate> plus(LocalDate date, int days) {
        LocalDate at = requireNonNull(date, "date");
        for (int left = days; left != 0; left -= Integer.signum(days)) {
            Optional<LocalDate> found = days > 0 ? after(at) : before(at);
            if (found.isEmpty()) {
                return found;
            }
            at = found.get();
        }
        return Optional.of(at);
    }

    private Optional<LocalDate> after(LocalDate date) {
        Instant from = start(date.plusDays(1));
        return from.isAfter(Search.END)
                ? Optional.empty()
                : schedule.nextOpen(from).map(open -> LocalDate.ofInstant(open, zone));
    }

    private Optional<LocalDate> before(LocalDate date) {
        Instant to = start(date);
        return to.isBefore(Search.FIRST)
                ? Optional.empty()
                : schedule.lastOpen(to).map(close -> LocalDate.ofInstant(close.minus(Search.INSTANT), zone));
    }

    /** Returns the number of working days from one date to the other, the first counted and the last not; 0 if it is not after. */
    public int count(LocalDate from, LocalDate to) {
        int count = 0;
        Optional<LocalDate> at = after(from.minusDays(1));
        while (at.isPresent() && at.get().isBefore(to)) {
            count++;
            at = after(at.get());
        }
        return count;
    }

    /**
     * Returns when a promise of so many working days is due that runs out at the time of day at which it began. It begins at the next
     * open instant, and is due at the same local time of the n-th working day after, whether it is open then or not.
     *
     * @param days at least 1
     * @return empty if there are not so many working days
     * @throws IllegalArgumentException if the number of days is less
     */
    public Optional<Instant> dueAtSameTime(Instant from, int days) {
        requireAtLeast(1, days);
        Optional<LocalDateTime> start = begin(from);
        return start.flatMap(at -> plus(at.toLocalDate(), days))
                .map(date -> date.atTime(start.get().toLocalTime()).atZone(zone).toInstant());
    }

    /**
     * Returns when a promise of so many working days is due that runs out at the end of a day. It begins at the next open instant and
     * is due at the last closing time of the n-th working day after, or at midnight if it is open then.
     *
     * @param days at least 0, which is the day on which it begins
     * @return empty if there are not so many working days
     * @throws IllegalArgumentException if the number of days is less
     */
    public Optional<Instant> dueAtEndOfDay(Instant from, int days) {
        requireAtLeast(0, days);
        return begin(from).flatMap(at -> plus(at.toLocalDate(), days)).map(date -> {
            List<TimeRange> open = open(date).ranges();
            return open.get(open.size() - 1).to();
        });
    }

    private static void requireAtLeast(int least, int days) {
        Require.that(days >= least, () -> "days " + days + " is less than " + least);
    }

    private Optional<LocalDateTime> begin(Instant from) {
        return schedule.nextOpen(from).map(open -> LocalDateTime.ofInstant(open, zone));
    }

    /** What is open on the date; nothing if the zone skips it. */
    private TimeRanges open(LocalDate date) {
        Instant from = start(date);
        Instant to = start(date.plusDays(1));
        return from.isBefore(to) ? Search.open(schedule, TimeRange.of(from, to)) : TimeRanges.none();
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** Returns for instance {@code working days of mon-fri 09:00-17:00 in Europe/Berlin in Europe/Berlin}. */
    @Override
    public String toString() {
        return "working days of " + schedule + " in " + zone;
    }
}
