package dev.cxkit.core.time;

import static dev.cxkit.core.time.CaseTables.items;
import static dev.cxkit.core.time.CaseTables.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingDaysTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 4 July, or the Friday before a Saturday, or the Monday after a Sunday. */
    private static final Holidays FOURTH_OF_JULY = date -> {
        LocalDate fourth = LocalDate.of(date.getYear(), 7, 4);
        DayOfWeek day = fourth.getDayOfWeek();
        int moved = day == DayOfWeek.SATURDAY ? -1 : day == DayOfWeek.SUNDAY ? 1 : 0;
        return date.equals(fourth.plusDays(moved));
    };

    private static final WorkingDays DAYS = Schedule.weekly(UTC, "mon-fri 09:00-17:00")
            .withHolidays(FOURTH_OF_JULY)
            .workingDays(UTC);

    private static final WorkingDays SHOP = Schedule.weekly(BERLIN, "mon-fri 09:00-12:00 13:00-17:00, sat 10:00-13:00")
            .workingDays(BERLIN);

    static Stream<JsonNode> sums() {
        return items(read("open-periods-dst-workdays.json").get("workdays").get("workdays_from"));
    }

    static Stream<JsonNode> ranges() {
        return items(read("open-periods-dst-workdays.json").get("workdays").get("workdays_in_range_inclusive"));
    }

    private static LocalDate date(JsonNode text) {
        return LocalDate.parse(text.asText());
    }

    /** The answers are those of rickar/cal. */
    @ParameterizedTest
    @MethodSource("sums")
    void working_days_after_and_before_a_date(JsonNode one) {
        assertThat(DAYS.plus(date(one.get("date")), one.get("offset").asInt())).contains(date(one.get("expected")));
    }

    /** The answers are those of rickar/cal, whose ranges have their last day in them. */
    @ParameterizedTest
    @MethodSource("ranges")
    void working_days_of_a_range(JsonNode one) {
        assertThat(DAYS.count(date(one.get("from")), date(one.get("to")).plusDays(1)))
                .isEqualTo(one.get("expected").asInt());
    }

    @Test
    void the_tables_are_whole() {
        assertThat(sums()).hasSize(10);
        assertThat(ranges()).hasSize(6);
    }

    @Test
    void a_date_on_which_it_is_open_is_a_working_day_be_it_for_a_minute() {
        WorkingDays days =
                Schedule.weekly(UTC, "mon 12:00-12:01, fri 22:00-02:00").workingDays(UTC);
        LocalDate monday = LocalDate.of(2026, 1, 5);
        assertThat(monday.datesUntil(monday.plusDays(7)).filter(days::contains))
                .as("the night goes on into Saturday")
                .containsExactly(monday, monday.plusDays(4), monday.plusDays(5));
        assertThat(days.count(monday, monday.plusDays(7))).isEqualTo(3);
        assertThat(days.count(monday.plusDays(7), monday)).isZero();
    }

    /** 9 January 2026 is a Friday. Berlin is an hour ahead of UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-09T15:30:00.5Z, 1, 2026-01-10T15:30:00.5Z, 2026-01-10T12:00:00Z",
        "2026-01-09T15:30:00Z, 2, 2026-01-12T15:30:00Z, 2026-01-12T16:00:00Z",
        "2026-01-09T19:00:00Z, 1, 2026-01-12T09:00:00Z, 2026-01-12T16:00:00Z",
        "2026-01-11T10:00:00Z, 1, 2026-01-13T08:00:00Z, 2026-01-13T16:00:00Z"
    })
    void a_promise_of_working_days_begins_when_it_is_open_and_skips_closed_days(
            Instant from, int days, Instant sameTime, Instant endOfDay) {
        assertThat(SHOP.dueAtSameTime(from, days)).contains(sameTime);
        assertThat(SHOP.dueAtEndOfDay(from, days)).contains(endOfDay);
    }

    @Test
    void the_end_of_the_day_on_which_a_promise_begins() {
        assertThat(SHOP.dueAtEndOfDay(Instant.parse("2026-01-09T15:30:00Z"), 0))
                .contains(Instant.parse("2026-01-09T16:00:00Z"));
        assertThat(SHOP.dueAtEndOfDay(Instant.parse("2026-01-09T16:00:00Z"), 0))
                .contains(Instant.parse("2026-01-10T12:00:00Z"));
    }

    @Test
    void a_day_is_as_long_as_it_is() {
        WorkingDays always = Schedule.always().workingDays(BERLIN);
        Instant saturday = Instant.parse("2026-03-28T11:00:00Z");
        assertThat(always.dueAtSameTime(saturday, 1))
                .as("noon, 23 hours on")
                .contains(Instant.parse("2026-03-29T10:00:00Z"));
        assertThat(always.dueAtEndOfDay(saturday, 1)).as("midnight").contains(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(always.dueAtSameTime(Instant.parse("2026-03-28T01:30:00Z"), 1))
                .as("02:30 does not exist on the day after, so 03:30")
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void a_date_that_the_zone_left_out_is_no_working_day() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        WorkingDays always = Schedule.always().workingDays(samoa);
        LocalDate thursday = LocalDate.of(2011, 12, 29);
        assertThat(always.contains(thursday.plusDays(1))).isFalse();
        assertThat(always.plus(thursday, 1)).contains(thursday.plusDays(2));
        assertThat(always.plus(thursday.plusDays(2), -1)).contains(thursday);
        assertThat(always.count(thursday, thursday.plusDays(3))).isEqualTo(2);
    }

    @Test
    void without_working_days_nothing_is_due() {
        WorkingDays never = Schedule.never().workingDays(UTC);
        LocalDate date = LocalDate.of(2026, 1, 5);
        assertThat(never.plus(date, 1)).isEmpty();
        assertThat(never.plus(date, -1)).isEmpty();
        assertThat(never.plus(date, 0)).contains(date);
        assertThat(never.count(date, date.plusYears(1))).isZero();
        assertThat(never.dueAtSameTime(Instant.EPOCH, 1)).isEmpty();
        assertThat(never.dueAtEndOfDay(Instant.EPOCH, 0)).isEmpty();
        WorkingDays once = Schedule.of(TimeRanges.of(TimeRange.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(60))))
                .workingDays(UTC);
        assertThat(once.dueAtEndOfDay(Instant.EPOCH, 0)).contains(Instant.EPOCH.plusSeconds(60));
        assertThat(once.dueAtEndOfDay(Instant.EPOCH, 1)).isEmpty();
        assertThat(once.dueAtSameTime(Instant.EPOCH, 1)).isEmpty();
        assertThat(DAYS.plus(LocalDate.of(9999, 12, 30), 3)).isEmpty();
        assertThat(DAYS.plus(LocalDate.of(1, 1, 3), -3)).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void too_few_days_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DAYS.dueAtSameTime(Instant.EPOCH, 0))
                .withMessage("days 0 is less than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DAYS.dueAtEndOfDay(Instant.EPOCH, -1))
                .withMessage("days -1 is less than 0");
        assertThatNullPointerException()
                .isThrownBy(() -> Schedule.always().workingDays(null))
                .withMessage("zone");
    }
}
