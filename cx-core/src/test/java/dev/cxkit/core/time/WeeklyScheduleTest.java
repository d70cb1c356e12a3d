package dev.cxkit.core.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyScheduleTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 1, 5);

    private static TimeRange days(String from, String to, ZoneId zone) {
        return TimeRange.of(
                LocalDate.parse(from).atStartOfDay(zone).toInstant(),
                LocalDate.parse(to).atStartOfDay(zone).toInstant());
    }

    private static TimeRange range(String from, String to) {
        return TimeRange.of(Instant.parse(from), Instant.parse(to));
    }

    private static Hours hours(String text) {
        return Hours.parse(text);
    }

    @Test
    void a_line_of_text_says_the_hours_of_the_week() {
        WeeklySchedule schedule =
                Schedule.weekly(BERLIN, "Mon-Fri 09:00-12:00 13:00-17:00, sat 10:00-13:00,mon 18:00-24:00");
        assertThat(schedule.hours(A_MONDAY))
                .containsExactly(hours("09:00-12:00"), hours("13:00-17:00"), hours("18:00-24:00"));
        assertThat(schedule.hours(A_MONDAY.plusDays(4))).containsExactly(hours("09:00-12:00"), hours("13:00-17:00"));
        assertThat(schedule.hours(A_MONDAY.plusDays(5))).containsExactly(hours("10:00-13:00"));
        assertThat(schedule.hours(A_MONDAY.plusDays(6))).isEmpty();
        assertThat(schedule.zone()).isEqualTo(BERLIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon wed,fri 09:00-17:00 | mon 09:00-17:00, wed 09:00-17:00, fri 09:00-17:00",
                "sat-mon 09:00-17:00 | mon 09:00-17:00, sat-sun 09:00-17:00",
                "mon-sun 00:00-24:00 | mon-sun 00:00-24:00",
                "  FRI   22:00-06:00 | fri 22:00-06:00",
                "tue 09:00:30-10:00 | tue 09:00:30-10:00",
                "mon-tue 08:00-09:00 10:00-11:00 | mon-tue 08:00-09:00 10:00-11:00"
            })
    void what_is_read_is_written_again(String text, String written) {
        WeeklySchedule schedule = Schedule.weekly(UTC, text);
        assertThat(schedule).hasToString(written + " in UTC");
        assertThat(Schedule.weekly(UTC, written)).isEqualTo(schedule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00-17:00 | \"09:00-17:00\" does not follow a day, such as mon or mon-fri",
                "'' | \"\" does not follow a day, such as mon or mon-fri",
                "monday 09:00-17:00 | \"monday\" does not follow a day, such as mon or mon-fri",
                "mon-fri-sat 09:00-17:00 | \"mon-fri-sat\" does not follow a day, such as mon or mon-fri",
                "mon-fri | no times such as 09:00-17:00 follow the last day",
                "mon 09:00-17:00, sat | no times such as 09:00-17:00 follow the last day",
                "mon 9-17 | hours \"9-17\" are not of the form 09:00-17:00",
                "mon 09:00 | hours \"09:00\" are not of the form 09:00-17:00",
                "mon 09:00-25:00 | hours \"09:00-25:00\" are not of the form 09:00-17:00",
                "mon 24:00-09:00 | hours \"24:00-09:00\" are not of the form 09:00-17:00",
                "mon 00:00-00:00 | hours 00:00-00:00 are empty; the whole day is 00:00-24:00",
                "mon 09:00-09:00 | hours 09:00-09:00 are empty; the whole day is 00:00-24:00"
            })
    void text_that_is_no_hours_is_refused_by_name(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.weekly(UTC, text))
                .withMessage("hours \"" + text + "\": " + why);
    }

    @Test
    @SuppressWarnings("NullAway")
    void hours_are_whole_seconds_and_not_empty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hours.of(LocalTime.of(9, 0, 0, 1), LocalTime.of(17, 0)))
                .withMessage("hours 09:00:00.000000001-17:00 have a fraction of a second");
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.of(LocalTime.of(9, 0), LocalTime.MAX));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hours.of(LocalTime.NOON, LocalTime.NOON))
                .withMessage("hours 12:00-12:00 are empty; the whole day is 00:00-24:00");
        assertThat(Hours.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)).isEqualTo(hours("00:00-24:00"));
        assertThatNullPointerException()
                .isThrownBy(() -> Hours.of(LocalTime.NOON, null))
                .withMessage("to");
    }

    @Test
    void a_day_gets_other_hours_instead_of_those_it_had() {
        WeeklySchedule schedule = Schedule.weekly(UTC, "mon-fri 09:00-17:00");
        assertThat(schedule.with(FRIDAY, hours("09:00-14:00")))
                .isEqualTo(Schedule.weekly(UTC, "mon-thu 09:00-17:00 fri 09:00-14:00"))
                .isNotEqualTo(schedule);
        assertThat(schedule.with("mon 10:00-11:00")).hasToString("mon 10:00-11:00, tue-fri 09:00-17:00 in UTC");
        assertThat(schedule.with(MONDAY)).hasToString("tue-fri 09:00-17:00 in UTC");
        assertThat(schedule).as("unchanged").hasToString("mon-fri 09:00-17:00 in UTC");
        assertThat(Schedule.weekly(UTC)).hasToString("closed in UTC");
    }

    @Test
    void the_hours_of_a_date_come_before_the_holiday_and_the_holiday_before_the_day_of_the_week() {
        LocalDate tuesday = A_MONDAY.plusDays(1);
        LocalDate wednesday = A_MONDAY.plusDays(2);
        WeeklySchedule schedule = Schedule.weekly(UTC, "mon-fri 09:00-17:00")
                .withHolidays(Holidays.of(A_MONDAY, tuesday))
                .with(tuesday, hours("10:00-12:00"))
                .with(wednesday);
        assertThat(schedule.open(days("2026-01-05", "2026-01-09", UTC)))
                .isEqualTo(TimeRanges.of(
                        range("2026-01-06T10:00:00Z", "2026-01-06T12:00:00Z"),
                        range("2026-01-08T09:00:00Z", "2026-01-08T17:00:00Z")));
        assertThat(schedule)
                .hasToString("mon-fri 09:00-17:00 in UTC with {2026-01-06=[10:00-12:00], 2026-01-07=[]}"
                        + " without 2026-01-05 2026-01-06");
    }

    @Test
    void a_night_shift_goes_on_into_the_next_day_be_it_a_holiday() {
        WeeklySchedule nights =
                Schedule.weekly(UTC, "mon-tue 22:00-06:00").withHolidays(Holidays.of(A_MONDAY.plusDays(1)));
        assertThat(nights.open(days("2026-01-05", "2026-01-09", UTC)))
                .isEqualTo(TimeRanges.of(range("2026-01-05T22:00:00Z", "2026-01-06T06:00:00Z")));
        assertThat(nights.open(days("2026-01-06", "2026-01-07", UTC)))
                .as("a range that begins in the night")
                .isEqualTo(TimeRanges.of(range("2026-01-06T00:00:00Z", "2026-01-06T06:00:00Z")));
    }

    @Test
    void hours_that_overlap_or_touch_are_one() {
        WeeklySchedule schedule = Schedule.weekly(UTC, "mon 13:00-17:00 09:00-12:00 11:00-13:00, sun 20:00-10:00");
        assertThat(schedule.open(days("2026-01-04", "2026-01-07", UTC)))
                .isEqualTo(TimeRanges.of(range("2026-01-04T20:00:00Z", "2026-01-05T17:00:00Z")));
    }

    @Test
    void midnight_at_the_end_is_not_a_minute_before() {
        TimeRange day = days("2026-01-05", "2026-01-06", UTC);
        assertThat(Schedule.weekly(UTC, "mon 23:00-24:00").elapsed(day.from(), day.to()))
                .isEqualTo(Duration.ofMinutes(60));
        assertThat(Schedule.weekly(UTC, "mon 23:00-23:59").elapsed(day.from(), day.to()))
                .isEqualTo(Duration.ofMinutes(59));
    }

    /** Clocks in Berlin go forward on 29 March 2026 at 02:00 and back on 25 October at 03:00. */
    @ParameterizedTest
    @CsvSource({
        "00:00-24:00, 23, 25",
        "00:00-06:00, 5, 7",
        "08:00-21:00, 13, 13",
        "02:00-03:00, 0, 2",
        "02:30-03:30, 0, 2",
        "01:30-02:30, 1, 1",
        "22:00-06:00, 8, 8"
    })
    void hours_are_real_hours_when_clocks_change(String hours, int spring, int autumn) {
        WeeklySchedule schedule = Schedule.weekly(BERLIN).with(SUNDAY, hours(hours));
        assertThat(schedule.open(days("2026-03-29", "2026-03-31", BERLIN)).length())
                .as("spring")
                .isEqualTo(Duration.ofHours(spring));
        assertThat(schedule.open(days("2026-10-25", "2026-10-27", BERLIN)).length())
                .as("autumn")
                .isEqualTo(Duration.ofHours(autumn));
    }

    @Test
    void a_night_on_which_clocks_change_is_an_hour_shorter_or_longer() {
        WeeklySchedule nights = Schedule.weekly(BERLIN).with(SATURDAY, hours("22:00-06:00"));
        assertThat(nights.open(days("2026-03-28", "2026-03-30", BERLIN)).length())
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.open(days("2026-10-24", "2026-10-26", BERLIN)).length())
                .isEqualTo(Duration.ofHours(9));
    }

    /** Samoa went from Thursday, 29 December 2011, to Saturday. */
    @Test
    void a_date_that_the_zone_left_out_has_no_hours() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        Schedule weekdays = Schedule.weekly(samoa, "mon-fri 09:00-17:00");
        assertThat(weekdays.open(days("2011-12-29", "2012-01-03", samoa)).ranges())
                .containsExactly(
                        range("2011-12-29T19:00:00Z", "2011-12-30T03:00:00Z"),
                        range("2012-01-01T19:00:00Z", "2012-01-02T03:00:00Z"));
        Schedule always = Schedule.weekly(samoa, "mon-sun 00:00-24:00");
        TimeRange week = days("2011-12-26", "2012-01-02", samoa);
        assertThat(always.elapsed(week.from(), week.to()))
                .isEqualTo(Duration.ofDays(6))
                .isEqualTo(week.length());
    }

    @Test
    void fractions_of_a_second_are_exact() {
        Schedule schedule = Schedule.weekly(UTC, "mon 09:00-17:00");
        Instant from = Instant.parse("2026-01-05T09:00:00.000000001Z");
        assertThat(schedule.elapsed(from, Instant.parse("2026-01-05T16:59:59.999999999Z")))
                .isEqualTo(Duration.ofHours(8).minusNanos(2));
        assertThat(schedule.elapsed(
                        Instant.parse("2026-01-05T08:59:59.999999999Z"), Instant.parse("2026-01-05T17:00:00.5Z")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(schedule.due(from, Duration.ofHours(8).minusNanos(1)))
                .contains(Instant.parse("2026-01-05T17:00:00Z"));
        assertThat(schedule.due(from, Duration.ofHours(8))).contains(Instant.parse("2026-01-12T09:00:00.000000001Z"));
        assertThat(schedule.before(from, Duration.ofNanos(1))).contains(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(schedule.before(from, Duration.ofNanos(2)))
                .contains(Instant.parse("2025-12-29T16:59:59.999999999Z"));
    }

    /** The oracle asks for each day. */
    @Test
    void ten_years_are_counted_as_a_loop_over_days_counts_them() {
        Holidays holidays = Holidays.annual(MonthDay.of(12, 25), MonthDay.of(1, 1));
        Schedule schedule = Schedule.weekly(UTC, "mon-fri 09:00-17:00").withHolidays(holidays);
        long open = LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !holidays.contains(date))
                .count();
        TimeRange years = days("2020-01-01", "2030-01-01", UTC);
        assertThat(schedule.elapsed(years.from(), years.to())).isEqualTo(Duration.ofHours(8 * open));
        assertThat(schedule.due(years.from(), Duration.ofHours(8 * open)))
                .contains(Instant.parse("2029-12-31T17:00:00Z"));
        assertThat(schedule.before(years.to(), Duration.ofHours(8 * open)))
                .contains(Instant.parse("2020-01-02T09:00:00Z"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void instants_outside_the_years_are_refused() {
        Schedule schedule = Schedule.weekly(UTC, "mon 09:00-17:00");
        Instant millisTakenForSeconds = Instant.ofEpochSecond(1_767_603_600_000L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.elapsed(Instant.EPOCH, millisTakenForSeconds))
                .withMessage("to +57983-02-17T00:00:00Z is outside the years 1..9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.due(millisTakenForSeconds, Duration.ofHours(1)))
                .withMessageStartingWith("from +57983");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.open(TimeRange.of(Instant.MIN, Instant.EPOCH)))
                .withMessageStartingWith("from -1000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.due(Instant.EPOCH, Duration.ZERO))
                .withMessage("target PT0S is not positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.before(Instant.EPOCH, Duration.ZERO))
                .withMessage("length PT0S is not positive");
        assertThatNullPointerException()
                .isThrownBy(() -> schedule.elapsed(Instant.EPOCH, null))
                .withMessage("to");
        assertThatNullPointerException().isThrownBy(() -> Schedule.weekly(null)).withMessage("zone");
        assertThat(List.of(schedule)).isEqualTo(List.of(Schedule.weekly(UTC).with(MONDAY, hours("09:00-17:00"))));
    }
}
