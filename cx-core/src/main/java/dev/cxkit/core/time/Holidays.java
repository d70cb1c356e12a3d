package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * A {@index "holiday calendar"}: the dates on which business hours do not apply.
 *
 * <p>Implementations are immutable, safe for use by many threads, and answer for any date; one of which they know nothing is no holiday.
 * Answers are remembered, so a changed calendar is a new object. A schedule tells its holidays in its {@code toString}, so give yours one.
 */
@FunctionalInterface
public interface Holidays extends Serializable {

    /** Returns whether the date is a holiday. */
    boolean contains(LocalDate date);

    /** Returns no holidays. */
    static Holidays none() {
        return of();
    }

    /** Returns these dates. */
    static Holidays of(LocalDate... dates) {
        return of(Arrays.asList(dates));
    }

    /** Returns a copy of these dates. */
    static Holidays of(Collection<LocalDate> dates) {
        return new HolidayDates(new TreeSet<>(dates), Set.of());
    }

    /** Returns the same days in each year; 29 February counts in leap years only. */
    static Holidays annual(MonthDay... days) {
        return new HolidayDates(Set.of(), new TreeSet<>(Arrays.asList(days)));
    }

    /** Returns the holidays of both. */
    default Holidays or(Holidays other) {
        return new EitherHolidays(this, requireNonNull(other, "other"));
    }
}
