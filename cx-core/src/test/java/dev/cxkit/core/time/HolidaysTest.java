package dev.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    @Test
    void single_dates_are_those_and_no_other() {
        Holidays holidays = Holidays.of(GOOD_FRIDAY);
        assertThat(holidays.contains(GOOD_FRIDAY)).isTrue();
        assertThat(holidays.contains(GOOD_FRIDAY.plusYears(1))).isFalse();
        assertThat(Holidays.none().contains(GOOD_FRIDAY)).isFalse();
    }

    @Test
    void annual_days_come_in_each_year_and_a_leap_day_in_leap_years() {
        Holidays holidays = Holidays.annual(MonthDay.of(12, 25), MonthDay.of(2, 29));
        assertThat(holidays.contains(CHRISTMAS)).isTrue();
        assertThat(holidays.contains(CHRISTMAS.plusYears(50))).isTrue();
        assertThat(holidays.contains(LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(holidays.contains(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(holidays.contains(LocalDate.of(2026, 3, 1))).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway")
    void two_calendars_have_the_holidays_of_both() {
        Holidays sundays = date -> date.getDayOfWeek().getValue() == 7;
        Holidays both = Holidays.of(GOOD_FRIDAY).or(sundays);
        assertThat(both.contains(GOOD_FRIDAY)).isTrue();
        assertThat(both.contains(LocalDate.of(2026, 4, 5))).isTrue();
        assertThat(both.contains(CHRISTMAS)).isFalse();
        assertThatNullPointerException().isThrownBy(() -> both.or(null)).withMessage("other");
    }

    @Test
    void they_are_values() {
        List<LocalDate> dates = new ArrayList<>(List.of(CHRISTMAS, GOOD_FRIDAY));
        Holidays holidays = Holidays.of(dates);
        dates.clear();
        assertThat(holidays)
                .isEqualTo(Holidays.of(GOOD_FRIDAY, CHRISTMAS))
                .hasSameHashCodeAs(Holidays.of(GOOD_FRIDAY, CHRISTMAS))
                .isNotEqualTo(Holidays.of(GOOD_FRIDAY))
                .isNotEqualTo(Holidays.annual(MonthDay.of(12, 25)))
                .hasToString("2026-04-03 2026-12-25");
        assertThat(holidays.or(Holidays.annual(MonthDay.of(12, 25))))
                .isEqualTo(holidays.or(Holidays.annual(MonthDay.of(12, 25))))
                .hasToString("2026-04-03 2026-12-25 --12-25");
    }
}
