package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the periods of a cadence begin, by the calendar alone: an answer depends on what is asked and on nothing that was asked before.
 * Only periods that there were have an index.
 */
interface PeriodStarts extends Serializable {

    LocalDate FIRST = LocalDate.of(1, 1, 1);

    LocalDate END = LocalDate.of(10_000, 1, 1);

    ZoneId zone();

    /** The index of the period that holds a second of those from {@link #earliest} to before {@link #end}. */
    int index(long second);

    long firstSecond(int index);

    /** What they are, without the zone. */
    String name();

    /** How long they are by the calendar; null where that differs. */
    default @Nullable TemporalAmount calendarLength() {
        return null;
    }

    default long earliest() {
        return second(FIRST, zone());
    }

    default long end() {
        return second(END, zone());
    }

    /** What a second that is refused lies outside of. */
    default String reach() {
        return "the years 1..9999; is it in another unit?";
    }

    default PeriodStarts startingOn(LocalDate first) {
        throw new IllegalArgumentException(name() + " have no first day to choose, so none start on " + first);
    }

    private static long second(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toEpochSecond();
    }

    private static LocalDate date(long second, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    /** Days, or weeks from the day of the week of {@code first}, which is in the week of 1970-01-01. */
    record Days(int length, LocalDate first, ZoneId zone, List<Integer> skipped) implements PeriodStarts {

        static Days days(ZoneId zone) {
            List<Integer> skipped = new ArrayList<>();
            for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
                LocalDate date = change.getDateTimeBefore().toLocalDate();
                for (; date.isBefore(change.getDateTimeAfter().toLocalDate()); date = date.plusDays(1)) {
                    if (second(date, zone) >= second(date.plusDays(1), zone)) {
                        skipped.add((int) date.toEpochDay());
                    }
                }
            }
            return new Days(1, LocalDate.EPOCH, zone, List.copyOf(skipped));
        }

        static Days weeks(ZoneId zone, DayOfWeek first) {
            return new Days(7, LocalDate.EPOCH.with(TemporalAdjusters.previousOrSame(first)), zone, List.of());
        }

        @Override
        public int index(long second) {
            int number = (int) Math.floorDiv(date(second, zone).toEpochDay() - first.toEpochDay(), (long) length);
            int index = number;
            for (int left : skipped) {
                index -= left >= 0 && left < number ? 1 : 0;
                index += left < 0 && left > number ? 1 : 0;
            }
            // Where a date began twice, the second time is of the period that had begun in between.
            return second < firstSecond(index + 1) ? index : index + 1;
        }

        @Override
        public long firstSecond(int index) {
            int number = index;
            for (int i = 0; i < skipped.size(); i++) {
                number += skipped.get(i) >= 0 && skipped.get(i) <= number ? 1 : 0;
                int before = skipped.get(skipped.size() - 1 - i);
                number -= before < 0 && before >= number ? 1 : 0;
            }
            return second(first.plusDays((long) number * length), zone);
        }

        @Override
        public PeriodStarts startingOn(LocalDate date) {
            return length == 7 ? weeks(zone, date.getDayOfWeek()) : PeriodStarts.super.startingOn(date);
        }

        @Override
        public TemporalAmount calendarLength() {
            return Period.ofDays(length);
        }

        @Override
        public String name() {
            DayOfWeek day = first.getDayOfWeek();
            return length == 1 ? "days" : day == DayOfWeek.MONDAY ? "weeks" : "weeks from " + word(day);
        }
    }

    /** Months, quarters or years from a day of a month, or the last one where there is no such day; {@code first} counts since year 0. */
    record Months(int length, long first, int day, ZoneId zone) implements PeriodStarts {

        private static final long EPOCH = LocalDate.EPOCH.getLong(ChronoField.PROLEPTIC_MONTH);

        /** Moves the first one to the period that holds 1970-01-01, so that equal periods are equal. */
        public Months {
            long latest = day == 1 ? EPOCH : EPOCH - 1;
            first = latest - Math.floorMod(latest - first, length);
        }

        @Override
        public int index(long second) {
            LocalDate date = date(second, zone);
            int index = (int) Math.floorDiv(date.getLong(ChronoField.PROLEPTIC_MONTH) - first, (long) length);
            index -= date.isBefore(start(index)) ? 1 : 0;
            return second < firstSecond(index + 1) ? index : index + 1;
        }

        private LocalDate start(int index) {
            long month = first + (long) index * length;
            YearMonth of = YearMonth.of(Math.toIntExact(Math.floorDiv(month, 12L)), Math.floorMod(month, 12) + 1);
            return of.atDay(Math.min(day, of.lengthOfMonth()));
        }

        @Override
        public long firstSecond(int index) {
            return second(start(index), zone);
        }

        @Override
        public PeriodStarts startingOn(LocalDate date) {
            return new Months(length, date.getLong(ChronoField.PROLEPTIC_MONTH), date.getDayOfMonth(), zone);
        }

        @Override
        public TemporalAmount calendarLength() {
            return Period.ofMonths(length);
        }

        @Override
        public String name() {
            String unit = length == 1 ? "months" : length == 3 ? "quarters" : "years";
            int month = Math.floorMod(first, length) + 1;
            if (day == 1 && month == 1) {
                return unit;
            }
            return unit + " from " + (length == 1 ? "day" : word(Month.of(month))) + " " + day;
        }
    }

    /** Periods from one of the host's dates to the next; the last date is the end of the last period. */
    record Own(String of, List<LocalDate> starts, ZoneId zone) implements PeriodStarts {

        public Own {
            requireNonNull(of, "name");
            starts = List.copyOf(starts);
            if (starts.size() < 2) {
                throw new IllegalArgumentException(
                        of + " has " + starts.size() + " starts; it takes 2, of which the last is an end");
            }
            for (int i = 0; i < starts.size(); i++) {
                LocalDate start = starts.get(i);
                if (start.isBefore(FIRST) || !start.isBefore(END)) {
                    throw new IllegalArgumentException(
                            "start " + start + " of " + of + " is outside the years 1..9999");
                }
                if (i > 0 && second(starts.get(i - 1), zone) >= second(start, zone)) {
                    throw new IllegalArgumentException(
                            "start " + start + " of " + of + " is not after " + starts.get(i - 1) + " in " + zone);
                }
            }
        }

        @Override
        public long earliest() {
            return firstSecond(0);
        }

        @Override
        public long end() {
            return firstSecond(starts.size() - 1);
        }

        @Override
        public String reach() {
            return of + ", " + starts.get(0) + " to " + starts.get(starts.size() - 1) + " in " + zone;
        }

        @Override
        public int index(long second) {
            int found = Collections.binarySearch(starts, date(second, zone));
            int index = found >= 0 ? found : -found - 2;
            return second < firstSecond(index + 1) ? index : index + 1;
        }

        @Override
        public long firstSecond(int index) {
            if (index < 0 || index >= starts.size()) {
                throw new IllegalArgumentException("period " + index + " is outside " + reach());
            }
            return second(starts.get(index), zone);
        }

        @Override
        public String name() {
            return of + " from " + starts;
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
