package dev.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.kit.ScheduleLaws;
import dev.cxkit.core.time.RandomSchedules.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of schedules on weekly hours at random near changes of clocks, and a counter of minutes beside them. */
class WeeklyScheduleLawsTest {

    private static final long DAYS = 6L * 86_400_000_000_000L;
    private static final int MINUTES = 5 * 1440;

    @Provide
    static Arbitrary<Sample> samples() {
        return RandomSchedules.samples();
    }

    @Property(tries = 200)
    void every_law_of_schedules(
            @ForAll("samples") Sample sample,
            @ForAll @LongRange(min = -DAYS, max = DAYS) long first,
            @ForAll @LongRange(min = 1, max = DAYS) long gap,
            @ForAll @LongRange(min = 1, max = DAYS) long more,
            @ForAll @LongRange(min = 1, max = DAYS) long target) {
        Instant from = sample.around().plusNanos(first);
        Instant cut = from.plusNanos(gap);
        Instant to = cut.plusNanos(more);
        // What the interface works out from the open time ranges alone is checked as well as the table.
        for (Schedule schedule : List.of(sample.schedule(), RandomSchedules.bare(sample.schedule()))) {
            ScheduleLaws.elapsedIsTheLengthOfWhatIsOpen(schedule, TimeRange.of(from, to));
            ScheduleLaws.partsMakeTheWhole(schedule, TimeRange.of(from, to), cut);
            ScheduleLaws.dueIsWhereElapsedReachesTheTarget(schedule, from, Duration.ofNanos(target));
            ScheduleLaws.beforeIsWhereElapsedReachesTheLength(schedule, from, Duration.ofNanos(target));
            ScheduleLaws.moreIsDueLater(schedule, from, Duration.ofNanos(target), Duration.ofNanos(target + gap));
            ScheduleLaws.nothingIsOpenUpToTheNextOpening(schedule, from);
        }
    }

    @Property(tries = 150)
    void the_table_and_the_search_agree(
            @ForAll("samples") Sample sample,
            @ForAll @LongRange(min = -DAYS, max = DAYS) long at,
            @ForAll @LongRange(min = 1, max = 100 * DAYS) long target) {
        Instant from = sample.around().plusNanos(at);
        Schedule search = RandomSchedules.bare(sample.schedule());
        assertThat(sample.schedule().due(from, Duration.ofNanos(target)))
                .isEqualTo(search.due(from, Duration.ofNanos(target)));
        assertThat(sample.schedule().before(from, Duration.ofNanos(target)))
                .isEqualTo(search.before(from, Duration.ofNanos(target)));
    }

    @Property(tries = 100)
    void two_schedules_as_one_are_open_as_their_ranges_say(
            @ForAll("samples") Sample one,
            @ForAll("samples") Sample other,
            @ForAll @LongRange(min = -DAYS, max = DAYS) long at) {
        Instant from = one.around().plusNanos(at);
        TimeRange range = TimeRange.of(from, from.plusNanos(3 * DAYS));
        Instant change = from.plusNanos(DAYS);
        TimeRanges a = one.schedule().open(range);
        TimeRanges b = other.schedule().open(range);
        assertThat(one.schedule().and(other.schedule()).open(range)).isEqualTo(a.intersect(b));
        assertThat(one.schedule().or(other.schedule()).open(range)).isEqualTo(a.union(b));
        assertThat(one.schedule().except(other.schedule()).open(range)).isEqualTo(a.minus(b));
        Schedule changed = one.schedule().until(change, other.schedule());
        assertThat(changed.open(range))
                .isEqualTo(
                        a.within(TimeRange.of(range.from(), change)).union(b.within(TimeRange.of(change, range.to()))));
        ScheduleLaws.elapsedIsTheLengthOfWhatIsOpen(changed, range);
        ScheduleLaws.partsMakeTheWhole(changed, range, from.plusNanos(DAYS / 2));
        ScheduleLaws.dueIsWhereElapsedReachesTheTarget(changed, from, Duration.ofHours(30));
    }

    @Property(tries = 150)
    void elapsed_and_due_are_what_a_counter_of_minutes_says(
            @ForAll("samples") Sample sample,
            @ForAll @IntRange(min = -3 * 1440, max = 1440) int first,
            @ForAll @IntRange(min = 1, max = 2000) int target) {
        Instant from = sample.around().plusSeconds(first * 60L);
        List<TimeRange> hours = hours(sample.schedule(), from);
        int open = 0;
        Instant due = null;
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant at = from.plusSeconds(minute * 60L);
            if (hours.stream().anyMatch(range -> range.contains(at))) {
                open++;
                if (open == target) {
                    due = at.plusSeconds(60);
                }
            }
            if (minute == MINUTES / 2) {
                assertThat(sample.schedule().elapsed(from, at.plusSeconds(60))).isEqualTo(Duration.ofMinutes(open));
            }
        }
        Instant to = from.plusSeconds(MINUTES * 60L);
        assertThat(sample.schedule().elapsed(from, to)).isEqualTo(Duration.ofMinutes(open));
        if (due != null) {
            assertThat(sample.schedule().due(from, Duration.ofMinutes(target))).contains(due);
        } else {
            assertThat(sample.schedule().due(from, Duration.ofMinutes(target)).filter(at -> !at.isAfter(to)))
                    .isEmpty();
        }
    }

    /** The hours as periods, date by date, without normal form, with the rule for changes of clocks written out. */
    private static List<TimeRange> hours(WeeklySchedule schedule, Instant from) {
        ZoneId zone = schedule.zone();
        LocalDate date = LocalDate.ofInstant(from, zone).minusDays(3);
        List<TimeRange> ranges = new ArrayList<>();
        for (int i = 0; i < 12; i++, date = date.plusDays(1)) {
            LocalDate day = date;
            boolean exists = Stream.of(LocalTime.MIN, LocalTime.NOON, LocalTime.MAX)
                    .anyMatch(time ->
                            !zone.getRules().getValidOffsets(day.atTime(time)).isEmpty());
            for (Hours hours : exists ? schedule.hours(date) : List.<Hours>of()) {
                boolean night = hours.to().compareTo(hours.from()) <= 0;
                Instant open = instant(date.atTime(hours.from()), zone);
                Instant close = instant((night ? date.plusDays(1) : date).atTime(hours.to()), zone);
                if (open.isBefore(close)) {
                    ranges.add(TimeRange.of(open, close));
                }
            }
        }
        return ranges;
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (!offsets.isEmpty()) {
            return local.toInstant(offsets.get(0));
        }
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        return local.toInstant(gap.getOffsetBefore());
    }
}
