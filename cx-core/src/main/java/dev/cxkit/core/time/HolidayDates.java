package dev.cxkit.core.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Single dates and days of every year. */
record HolidayDates(Set<LocalDate> dates, Set<MonthDay> days) implements Holidays {

    HolidayDates {
        dates = Collections.unmodifiableSet(new TreeSet<>(dates));
        days = Collections.unmodifiableSet(new TreeSet<>(days));
    }

    @Override
    public boolean contains(LocalDate date) {
        return dates.contains(date) || days.contains(MonthDay.from(date));
    }

    /** Returns for instance {@code 2026-04-03 --12-25}. */
    @Override
    public String toString() {
        return Stream.concat(dates.stream(), days.stream())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
