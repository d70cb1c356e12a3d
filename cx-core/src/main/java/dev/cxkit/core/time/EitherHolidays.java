package dev.cxkit.core.time;

import java.time.LocalDate;

/** The holidays of two calendars. */
record EitherHolidays(Holidays one, Holidays other) implements Holidays {

    @Override
    public boolean contains(LocalDate date) {
        return one.contains(date) || other.contains(date);
    }

    @Override
    public String toString() {
        return one + " " + other;
    }
}
