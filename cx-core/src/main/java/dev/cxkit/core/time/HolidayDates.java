package dev.cxkit.core.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single dates and days of every year. */
final class HolidayDates implements Holidays {

    private final SortedSet<LocalDate> dates;
    private final SortedSet<MonthDay> days;

    HolidayDates(Collection<LocalDate> dates, Collection<MonthDay> days) {
        this.dates = new TreeSet<>(dates);
        this.days = new TreeSet<>(days);
    }

    @Override
    public boolean contains(LocalDate date) {
        return dates.contains(date) || days.contains(MonthDay.from(date));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HolidayDates that && dates.equals(that.dates) && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return 31 * dates.hashCode() + days.hashCode();
    }

    /** Returns for instance {@code 2026-04-03 --12-25}. */
    @Override
    public String toString() {
        return Stream.concat(dates.stream(), days.stream())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
