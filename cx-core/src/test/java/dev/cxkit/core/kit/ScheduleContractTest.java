package dev.cxkit.core.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.time.TimeRanges;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract on a schedule of a host, and on schedules that break it. */
class ScheduleContractTest extends ScheduleContract {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final TimeRange WEEK = TimeRange.of(NOON, NOON.plus(Duration.ofDays(7)));
    private static final Schedule HOURS = Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-sat 09:00-17:00");

    @Override
    protected Schedule schedule() {
        return range -> HOURS.open(range);
    }

    @Override
    protected TimeRange range() {
        return WEEK;
    }

    private static ScheduleContract contract(Schedule schedule) {
        return new ScheduleContract() {
            @Override
            protected Schedule schedule() {
                return schedule;
            }

            @Override
            protected TimeRange range() {
                return WEEK;
            }
        };
    }

    @Test
    void a_schedule_that_never_opens_tests_nothing_and_fails() {
        assertThatThrownBy(contract(Schedule.never())::is_open_in_the_range_and_closed_in_it)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_schedule_that_gives_more_than_the_range_fails() {
        Schedule careless = range -> HOURS.open(WEEK);
        assertThatThrownBy(contract(careless)::elapsed_is_the_length_of_what_is_open)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_schedule_that_begins_at_the_start_of_the_range_fails() {
        Schedule relative =
                range -> TimeRanges.of(TimeRange.of(range.from(), range.from().plusSeconds(60)))
                        .within(range);
        assertThatThrownBy(contract(relative)::a_range_cut_in_two_is_open_when_its_parts_are)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_schedule_that_is_due_too_late_or_opens_too_late_fails() {
        Schedule late = new Schedule() {
            @Override
            public TimeRanges open(TimeRange range) {
                return HOURS.open(range);
            }

            @Override
            public Optional<Instant> due(Instant from, Duration target) {
                return HOURS.dueWhenOpen(from, target).map(at -> at.plusNanos(1));
            }
        };
        assertThatThrownBy(contract(late)::due_is_where_elapsed_reaches_the_target)
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract(late)::nothing_is_open_up_to_the_next_opening)
                .isInstanceOf(AssertionError.class);
    }
}
