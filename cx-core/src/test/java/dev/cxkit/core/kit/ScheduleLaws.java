package dev.cxkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.time.TimeRanges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What every schedule keeps, for data of your choice. */
public final class ScheduleLaws {

    private static final Duration INSTANT = Duration.ofNanos(1);

    private ScheduleLaws() {}

    /** Open time ranges are cut at the ends of the range, come again, and are as long as the elapsed time. */
    public static void elapsedIsTheLengthOfWhatIsOpen(Schedule schedule, TimeRange range) {
        TimeRanges open = schedule.open(range);
        assertThat(open.within(range)).as("open in %s", range).isEqualTo(open);
        assertThat(schedule.open(range)).isEqualTo(open);
        assertThat(schedule.elapsed(range.from(), range.to()))
                .as("elapsed in %s", range)
                .isEqualTo(open.length());
        assertThat(schedule.elapsed(range.to(), range.from())).isZero();
        assertThat(schedule.elapsed(range.from(), range.from())).isZero();
    }

    /** A range cut in two is open when its parts are. */
    public static void partsMakeTheWhole(Schedule schedule, TimeRange range, Instant cut) {
        TimeRanges parts =
                schedule.open(TimeRange.of(range.from(), cut)).union(schedule.open(TimeRange.of(cut, range.to())));
        assertThat(parts).as("%s cut at %s", range, cut).isEqualTo(schedule.open(range));
        assertThat(schedule.elapsed(range.from(), cut).plus(schedule.elapsed(cut, range.to())))
                .isEqualTo(schedule.elapsed(range.from(), range.to()));
    }

    /** What is due is due at the first instant at which the target has elapsed. */
    public static void dueIsWhereElapsedReachesTheTarget(Schedule schedule, Instant from, Duration target) {
        Optional<Instant> due = schedule.due(from, target);
        if (due.isPresent()) {
            assertThat(schedule.elapsed(from, due.get()))
                    .as("due %s", due.get())
                    .isEqualTo(target);
            assertThat(schedule.elapsed(from, due.get().minus(INSTANT)))
                    .as("just before %s", due.get())
                    .isEqualTo(target.minus(INSTANT));
            schedule.dueWhenOpen(from, target)
                    .ifPresent(open -> assertThat(open)
                            .isEqualTo(schedule.nextOpen(due.get()).orElseThrow()));
        }
    }

    /** The same backwards. */
    public static void beforeIsWhereElapsedReachesTheLength(Schedule schedule, Instant to, Duration length) {
        Optional<Instant> start = schedule.before(to, length);
        if (start.isPresent()) {
            assertThat(schedule.elapsed(start.get(), to))
                    .as("from %s", start.get())
                    .isEqualTo(length);
            assertThat(schedule.elapsed(start.get().plus(INSTANT), to))
                    .as("just after %s", start.get())
                    .isEqualTo(length.minus(INSTANT));
        }
    }

    /** A longer target is not due earlier, and is due if what is due later is. */
    public static void moreIsDueLater(Schedule schedule, Instant from, Duration less, Duration more) {
        Optional<Instant> early = schedule.due(from, less);
        Optional<Instant> late = schedule.due(from, more);
        if (late.isPresent()) {
            assertThat(early).isPresent();
            assertThat(late.get()).isAfterOrEqualTo(early.get());
        }
    }

    /** Nothing is open between an instant and the next open one, nor between it and when it was last open. */
    public static void nothingIsOpenUpToTheNextOpening(Schedule schedule, Instant at) {
        schedule.nextOpen(at).ifPresent(next -> {
            assertThat(next).isAfterOrEqualTo(at);
            assertThat(schedule.elapsed(at, next)).isZero();
            assertThat(schedule.elapsed(next, next.plus(INSTANT))).isEqualTo(INSTANT);
        });
        schedule.lastOpen(at).ifPresent(last -> {
            assertThat(last).isBeforeOrEqualTo(at);
            assertThat(schedule.elapsed(last, at)).isZero();
            assertThat(schedule.elapsed(last.minus(INSTANT), last)).isEqualTo(INSTANT);
        });
    }
}
