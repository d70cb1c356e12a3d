package dev.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The table that a weekly schedule keeps changes what an answer costs, never the answer. */
class WeeklyScheduleTableTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant TEN_YEARS = Instant.parse("2036-01-05T10:00:00Z");

    private static WeeklySchedule fresh() {
        return Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-12:00 13:00-17:00, sat 22:00-02:00")
                .withHolidays(Holidays.annual(MonthDay.of(12, 25), MonthDay.of(1, 1)));
    }

    /** What is asked in any order, far apart and near, gets the answer that a new schedule gives. */
    private static void ask(WeeklySchedule schedule, long seed, int times) {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            int year = random.nextInt(10) == 0 ? 1 + random.nextInt(9_998) : 1990 + random.nextInt(60);
            Instant from = LocalDate.ofYearDay(year, 1 + random.nextInt(365))
                    .atStartOfDay(ZoneId.of("UTC"))
                    .toInstant()
                    .plusNanos(random.nextLong(86_400_000_000_000L));
            Duration length = Duration.ofSeconds(1L << random.nextInt(30), random.nextInt(1_000_000_000));
            Instant to = from.plus(length).isAfter(Search.END) ? Search.END : from.plus(length);
            assertThat(schedule.elapsed(from, to)).isEqualTo(fresh().elapsed(from, to));
            assertThat(schedule.due(from, length)).isEqualTo(fresh().due(from, length));
            assertThat(schedule.before(to, length)).isEqualTo(fresh().before(to, length));
        }
    }

    @Test
    void a_shared_schedule_answers_the_same_whatever_it_was_asked_before() {
        ask(fresh(), 7, 60);
    }

    /** The table begins a year before what it was first asked for; what is open then began the day before. */
    @Test
    void the_night_before_the_table_begins_goes_on_into_it() {
        WeeklySchedule nights = Schedule.weekly(ZoneId.of("UTC"), "mon-sun 22:00-06:00");
        assertThat(nights.elapsed(START, START.plusSeconds(1))).isZero();
        Instant begin = Instant.parse("2025-01-05T00:00:00Z");
        assertThat(nights.elapsed(begin, begin.plusSeconds(43_200))).isEqualTo(Duration.ofHours(6));
        Instant end = Instant.parse("2027-01-05T00:00:00Z");
        assertThat(nights.elapsed(end.minusSeconds(43_200), end)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void many_threads_may_share_it() throws Exception {
        WeeklySchedule shared = fresh();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (long seed = 0; seed < 4; seed++) {
                long own = seed;
                tasks.add(() -> {
                    ask(shared, own, 20);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void many_centuries_at_once_are_the_sum_of_their_parts() {
        WeeklySchedule schedule = fresh();
        Instant end = Instant.parse("3026-01-05T10:00:00Z");
        Duration parts = Duration.ZERO;
        for (Instant at = START; at.isBefore(end); ) {
            Instant next = at.plus(Duration.ofDays(36_000));
            next = next.isBefore(end) ? next : end;
            parts = parts.plus(schedule.open(TimeRange.of(at, next)).length());
            at = next;
        }
        assertThat(schedule.elapsed(START, end)).isEqualTo(parts);
        assertThat(schedule.due(START, parts))
                .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(end));
        TimeRange centuries = TimeRange.of(START, START.plus(Duration.ofDays(90_000)));
        assertThat(schedule.open(centuries).length()).isEqualTo(schedule.elapsed(centuries.from(), centuries.to()));
    }

    @Test
    void it_allocates_nothing_but_the_result() throws Exception {
        WeeklySchedule schedule = fresh();
        Duration hours = Duration.ofHours(20);
        Duration years = Duration.ofDays(625);
        Instant soon = START.plus(Duration.ofDays(3));
        // A Duration takes 24 bytes, an Instant 24 and an Optional 16.
        assertThat(bytes(() -> schedule.elapsed(START, soon))).isLessThanOrEqualTo(24);
        assertThat(bytes(() -> schedule.elapsed(START, TEN_YEARS))).isLessThanOrEqualTo(24);
        assertThat(bytes(() -> schedule.due(START, hours))).isLessThanOrEqualTo(40);
        assertThat(bytes(() -> schedule.due(START, years))).isLessThanOrEqualTo(40);
        assertThat(bytes(() -> schedule.before(TEN_YEARS, years))).isLessThanOrEqualTo(40);
    }

    private static double bytes(Callable<Object> question) throws Exception {
        // By reflection, since the module under test does not read the one of management.
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        int times = 20_000;
        for (int i = 0; i < 100; i++) {
            question.call();
        }
        long before = (long) allocated.invoke(threads);
        for (int i = 0; i < times; i++) {
            question.call();
        }
        // The measuring itself takes some bytes, which are cut off with the fraction.
        return Math.floor(((long) allocated.invoke(threads) - before) / (double) times);
    }
}
