package dev.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Business time up to a placeholder date. The counts of days are of Python's datetime. */
class CalendarCycleTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final WeeklySchedule OFFICE = Schedule.weekly(UTC, "mon-fri 09:00-17:00");

    @Test
    void openTimeUpToTheYear9999IsThatOfItsDays() {
        assertThat(OFFICE.elapsed(FROM, NEVER)).isEqualTo(Duration.ofHours(2_080_316 * 8));
        Holidays holidays = Holidays.annual(MonthDay.of(12, 25), MonthDay.of(2, 29));
        assertThat(OFFICE.withHolidays(holidays).elapsed(FROM, NEVER))
                .isEqualTo(Duration.ofHours((2_080_316 - 7_096) * 8));
        WeeklySchedule dated = OFFICE.withHolidays(holidays.or(Holidays.of(LocalDate.of(2600, 1, 1))))
                .with(LocalDate.of(3001, 1, 1), Hours.of(LocalTime.of(9, 0), LocalTime.of(10, 0)));
        // 1 January 2600 is a Wednesday, and 1 January 3001 a Thursday with an hour instead of eight.
        assertThat(dated.elapsed(FROM, NEVER)).isEqualTo(Duration.ofHours((2_080_316 - 7_096) * 8 - 8 - 7));
        Schedule berlin = Schedule.weekly(ZoneId.of("Europe/Berlin"), "sun 00:00-06:00");
        assertThat(berlin.elapsed(FROM, NEVER)).isEqualTo(Duration.ofHours(2_496_378));
    }

    /** Each way over the centuries is the sum of its years, for schedules of all kinds. */
    @Test
    void aLongTimeIsTheSumOfItsYears() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant change = Instant.parse("2350-05-05T12:00:00Z");
        Schedule nights =
                Schedule.weekly(berlin, "sat-sun 22:00-06:00").withHolidays(date -> date.getDayOfYear() == 360);
        List<Schedule> all = List.of(
                Schedule.weekly(berlin, "mon-sun 01:30-03:30").withHolidays(Holidays.annual(MonthDay.of(2, 29))),
                nights,
                OFFICE.or(nights),
                OFFICE.except(Schedule.weekly(berlin, "mon-sun 12:00-13:00")),
                OFFICE.and(Schedule.of(TimeRanges.of(TimeRange.of(change, NEVER)))),
                OFFICE.until(change, Schedule.weekly(berlin, "wed 10:00-11:00")),
                OFFICE.until(change, Schedule.always()).except(nights));
        for (Schedule schedule : all) {
            Instant from = Instant.parse("1799-06-01T10:30:00.5Z");
            Instant to = Instant.parse("3333-09-09T14:15:00.75Z");
            Duration sum = Duration.ZERO;
            Instant at = from;
            while (at.isBefore(to)) {
                Instant next = at.plus(Duration.ofDays(7_000));
                next = next.isBefore(to) ? next : to;
                sum = sum.plus(schedule.elapsed(at, next));
                at = next;
            }
            assertThat(schedule.elapsed(from, to)).as("%s", schedule).isEqualTo(sum);
        }
    }

    /** A calendar of the host's is asked for each date once, not at each call; two placeholders do not drive each other out. */
    @Test
    void nothingIsWorkedOutAgain() {
        AtomicInteger asked = new AtomicInteger();
        Schedule schedule = OFFICE.withHolidays(date -> {
            asked.incrementAndGet();
            return false;
        });
        Duration first = schedule.elapsed(FROM, NEVER);
        int once = asked.get();
        assertThat(once).isLessThan(2 * 8_000 * 366);
        for (int i = 0; i < 1_000; i++) {
            assertThat(schedule.elapsed(FROM, NEVER)).isEqualTo(first);
            schedule.elapsed(FROM, FROM.plusSeconds(i));
            schedule.elapsed(NEVER.minusSeconds(i), NEVER);
        }
        assertThat(asked.get() - once).isLessThan(10 * 366);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aPlaceholderDoesNotSlowAReport() {
        Schedule schedule = Schedule.weekly(ZoneId.of("America/New_York"), "mon-fri 09:00-17:00")
                .except(OFFICE);
        Duration first = schedule.elapsed(FROM, NEVER);
        for (int i = 0; i < 1_000; i++) {
            assertThat(schedule.elapsed(FROM, NEVER)).isEqualTo(first);
        }
    }
}
