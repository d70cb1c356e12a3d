package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.core.time.TimeRange;
import dev.cxkit.examples.report.rows.Quote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Months as a file writes them: of the calendar, or counted from any beginning. */
enum MonthText {

    /** 2026-03, or a day such as 2026-03-31. */
    CALENDAR,

    /** A number of up to four digits. */
    NUMBER;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,4}");
    private static final YearMonth ZERO = YearMonth.of(2000, 1);
    private static final int LONGEST = 40;

    /** Returns how the text is written. */
    static MonthText of(String text) {
        return DIGITS.matcher(text).matches() ? NUMBER : CALENDAR;
    }

    /**
     * Returns the month; month 0 of numbers is January 2000.
     *
     * @throws IllegalArgumentException if it is none, quoting it
     */
    YearMonth read(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("month is missing");
        }
        if (of(text) != this) {
            throw new IllegalArgumentException(
                    "month '" + Quote.of(text, LONGEST) + "' is not written like those before it");
        }
        try {
            if (this == NUMBER) {
                return ZERO.plusMonths(Integer.parseInt(text));
            }
            return text.length() == 7 ? YearMonth.parse(text) : YearMonth.from(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "month '" + Quote.of(text, LONGEST) + "' is not like 2026-03, 2026-03-31 or 27", e);
        }
    }

    /** Returns the month in which a period begins, as the file writes it. */
    String show(TimeRange period) {
        return show(YearMonth.from(period.from().atZone(ZoneOffset.UTC)));
    }

    /** Returns the month as the file writes it. */
    String show(YearMonth month) {
        return this == NUMBER ? Long.toString(ZERO.until(month, ChronoUnit.MONTHS)) : month.toString();
    }
}
