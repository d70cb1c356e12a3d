package dev.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final WeeklySchedule OFFICE = Schedule.weekly(UTC, "mon-fri 09:00-17:00");

    @Property
    void with_a_schedule_that_is_always_open_open_time_is_calendar_time(
            @ForAll @LongRange(min = -1L << 40, max = 1L << 40) long nanos,
            @ForAll @LongRange(min = 1, max = 1L << 60) long length) {
        Instant from = NOON.plusNanos(nanos);
        Duration duration = Duration.ofNanos(length);
        Instant to = from.plus(duration);
        for (Schedule always : List.of(Schedule.always(), Schedule.weekly(UTC, "mon-sun 00:00-24:00"))) {
            assertThat(always.elapsed(from, to)).isEqualTo(duration);
            assertThat(always.elapsed(to, from)).isZero();
            assertThat(always.due(from, duration)).contains(to);
            assertThat(always.before(to, duration)).contains(from);
            assertThat(always.nextOpen(from)).contains(from);
            assertThat(always.lastOpen(from)).contains(from);
        }
    }

    @Test
    void a_schedule_that_never_opens_says_never_after_a_bounded_search() {
        AtomicInteger asked = new AtomicInteger();
        Schedule closed = range -> {
            asked.incrementAndGet();
            return TimeRanges.none();
        };
        for (Schedule never : List.of(
                closed, Schedule.never(), Schedule.weekly(UTC), OFFICE.and(Schedule.weekly(UTC, "sat 09:00-17:00")))) {
            assertThat(never.due(NOON, HOUR)).isEmpty();
            assertThat(never.due(NOON, Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
            assertThat(never.dueWhenOpen(NOON, HOUR)).isEmpty();
            assertThat(never.before(NOON, HOUR)).isEmpty();
            assertThat(never.nextOpen(NOON)).isEmpty();
            assertThat(never.lastOpen(NOON)).isEmpty();
            assertThat(never.elapsed(NOON, NOON.plus(HOUR))).isZero();
        }
        assertThat(asked).hasValueLessThan(100);
    }

    @Test
    void a_search_ends_with_the_years() {
        Schedule always = Schedule.always();
        assertThat(always.due(NOON, Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
        assertThat(always.before(NOON, Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
        assertThat(always.due(Search.END, HOUR)).isEmpty();
        assertThat(always.before(Search.FIRST, HOUR)).isEmpty();
        assertThat(always.due(Search.END.minus(HOUR), HOUR)).contains(Search.END);
        assertThat(always.before(Search.FIRST.plus(HOUR), HOUR)).contains(Search.FIRST);
        Instant firstMoment = Search.FIRST.plusMillis(500);
        assertThat(always.lastOpen(firstMoment)).contains(firstMoment);
        assertThat(OFFICE.due(NOON, Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
        assertThat(OFFICE.nextOpen(Search.END)).isEmpty();
        assertThat(OFFICE.lastOpen(Search.FIRST)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> always.nextOpen(Instant.MAX))
                .withMessage("from +1000000000-12-31T23:59:59.999999999Z is outside the years 1..9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> always.lastOpen(Instant.MIN))
                .withMessageStartingWith("to -1000000000-01-01");
    }

    /** 29 February was a Sunday in 1880 and then in 1920, as 1900 was no leap year. */
    @Test
    void forty_years_without_an_opening_are_waited_for() {
        Holidays butLeapDays = date -> !MonthDay.from(date).equals(MonthDay.of(2, 29));
        Schedule leapSundays = Schedule.weekly(UTC, "sun 09:00-17:00").withHolidays(butLeapDays);
        assertThat(leapSundays.nextOpen(Instant.parse("1880-03-01T00:00:00Z")))
                .contains(Instant.parse("1920-02-29T09:00:00Z"));
        assertThat(leapSundays.lastOpen(Instant.parse("1920-02-29T00:00:00Z")))
                .contains(Instant.parse("1880-02-29T17:00:00Z"));
        assertThat(RandomSchedules.bare(leapSundays).due(Instant.parse("1880-02-29T00:00:00Z"), Duration.ofHours(9)))
                .contains(Instant.parse("1920-02-29T10:00:00Z"));
    }

    @Test
    void a_target_used_up_at_closing_time_is_due_then_or_at_the_next_opening_if_asked() {
        assertThat(OFFICE.due(NOON, HOUR.multipliedBy(5))).contains(Instant.parse("2026-01-05T17:00:00Z"));
        assertThat(OFFICE.dueWhenOpen(NOON, HOUR.multipliedBy(5))).contains(Instant.parse("2026-01-06T09:00:00Z"));
        assertThat(OFFICE.dueWhenOpen(NOON, HOUR.multipliedBy(4))).contains(Instant.parse("2026-01-05T16:00:00Z"));
        Schedule once = Schedule.of(TimeRanges.of(TimeRange.of(NOON, NOON.plus(HOUR))));
        assertThat(once.due(NOON, HOUR)).contains(NOON.plus(HOUR));
        assertThat(once.dueWhenOpen(NOON, HOUR)).isEmpty();
    }

    @Test
    void open_time_within_ranges_excludes_what_lies_between_them() {
        TimeRanges waited = TimeRanges.of(
                TimeRange.of(NOON, NOON.plus(HOUR)),
                TimeRange.of(NOON.plus(HOUR.multipliedBy(4)), NOON.plus(Duration.ofDays(1))));
        assertThat(OFFICE.elapsed(waited)).isEqualTo(Duration.ofHours(1 + 1 + 3));
        assertThat(OFFICE.elapsed(TimeRanges.none())).isZero();
    }

    /** Teams in Berlin and New York: together from 08:00Z to 22:00Z in winter, both from 14:00Z to 16:00Z. */
    @Test
    void teams_that_follow_the_sun() {
        Schedule berlin = Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00");
        Schedule newYork = Schedule.weekly(ZoneId.of("America/New_York"), "mon-fri 09:00-17:00");
        Instant monday = Instant.parse("2026-01-05T00:00:00Z");
        Instant tuesday = Instant.parse("2026-01-06T00:00:00Z");
        assertThat(berlin.or(newYork).elapsed(monday, tuesday)).isEqualTo(Duration.ofHours(14));
        assertThat(berlin.and(newYork).elapsed(monday, tuesday)).isEqualTo(Duration.ofHours(2));
        assertThat(berlin.except(newYork).elapsed(monday, tuesday)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void a_schedule_that_gives_more_than_the_range_is_cut() {
        Schedule careless = range ->
                TimeRanges.of(TimeRange.of(range.from().minus(HOUR), range.to().plus(HOUR)));
        assertThat(careless.elapsed(NOON, NOON.plus(HOUR))).isEqualTo(HOUR);
        assertThat(careless.due(NOON, HOUR)).contains(NOON.plus(HOUR));
    }

    @Test
    void names_tell_what_a_schedule_is() {
        assertThat(Schedule.always()).hasToString("always");
        assertThat(Schedule.never()).hasToString("never").isEqualTo(Schedule.never());
        assertThat(OFFICE.or(Schedule.never()).and(Schedule.always()))
                .hasToString("((mon-fri 09:00-17:00 in UTC) or (never)) and (always)");
        assertThat(OFFICE.until(NOON, Schedule.never()))
                .hasToString("(mon-fri 09:00-17:00 in UTC) until 2026-01-05T12:00:00Z (never)");
        assertThat(Schedule.of(TimeRanges.of(TimeRange.of(NOON, NOON.plus(HOUR)))))
                .hasToString("[2026-01-05T12:00:00Z/2026-01-05T13:00:00Z]");
    }

    @Test
    @SuppressWarnings("NullAway")
    void what_is_missing_is_named() {
        assertThatNullPointerException().isThrownBy(() -> OFFICE.and(null)).withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> OFFICE.until(NOON, null))
                .withMessage("next");
        assertThatNullPointerException().isThrownBy(() -> Schedule.of(null)).withMessage("ranges");
        assertThatNullPointerException()
                .isThrownBy(() -> RandomSchedules.bare(OFFICE).elapsed(null, NOON))
                .withMessage("from");
    }

    static List<Schedule> schedules() {
        Holidays holidays = Holidays.annual(MonthDay.of(12, 25)).or(Holidays.of(LocalDate.of(2026, 1, 6)));
        Schedule office = OFFICE.withHolidays(holidays).with(LocalDate.of(2026, 1, 7), Hours.parse("10:00-11:00"));
        return List.of(
                Schedule.always(),
                Schedule.never(),
                office,
                office.and(Schedule.always()).or(Schedule.of(TimeRanges.of(TimeRange.of(NOON, NOON.plus(HOUR))))),
                office.until(NOON, Schedule.never()).except(Schedule.never()));
    }

    /** Engines that spread work over machines send a metric with the schedule that it uses. */
    @ParameterizedTest
    @MethodSource("schedules")
    void a_schedule_travels(Schedule schedule) throws Exception {
        Duration week = schedule.elapsed(NOON, NOON.plus(Duration.ofDays(7)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(schedule);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Schedule copy = (Schedule) in.readObject();
            assertThat(copy).isEqualTo(schedule).hasSameHashCodeAs(schedule).hasToString(schedule.toString());
            assertThat(copy.elapsed(NOON, NOON.plus(Duration.ofDays(7)))).isEqualTo(week);
        }
    }
}
