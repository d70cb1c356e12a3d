package dev.cxkit.examples.benchmarks;

import static dev.cxkit.examples.benchmarks.HelpDesk.HOURS;

import dev.cxkit.core.time.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The business time of intervals of one length under the hours of the help desk, and when that much is over. */
@State(Scope.Benchmark)
public abstract class BusinessTime {

    private static final long SEED = 72;
    private static final Schedule BREAKS = Schedule.weekly(HelpDesk.ZONE, "tue 09:00-10:00, fri 14:00-15:00");
    private static final Schedule NIGHTS = Schedule.weekly(HelpDesk.ZONE, "mon-sun 22:00-06:00");
    private static final Schedule SHIFT = Schedule.weekly(HelpDesk.ZONE, "mon-fri 08:00-14:00");
    private static final Schedule EXCEPT = HOURS.except(BREAKS);
    private static final Schedule OR = HOURS.or(NIGHTS);
    private static final Schedule AND = HOURS.and(SHIFT);
    private static final Schedule UNTIL = HOURS.until(Instant.parse("2024-07-01T00:00:00Z"), NIGHTS);

    /** The same hours as those who do without the library write them. */
    private static final Map<DayOfWeek, List<Open>> WEEK = week();

    private static final Set<LocalDate> HOLIDAYS = holidays();

    private final int days;
    private Instant[] from = {};
    private Instant[] to = {};
    private Duration[] worked = {};

    BusinessTime(int days) {
        this.days = days;
    }

    /** Open from a time of the day to another. */
    private record Open(LocalTime from, LocalTime to) {}

    abstract int rows();

    /** Makes intervals on whole minutes, of which each holds some business time. */
    @Setup
    public void makeIntervals() {
        SplittableRandom random = new SplittableRandom(SEED);
        from = new Instant[rows()];
        to = new Instant[rows()];
        worked = new Duration[rows()];
        for (int i = 0; i < from.length; ) {
            from[i] = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(366 * 1_440));
            to[i] = from[i].plus(Duration.ofDays(days));
            worked[i] = HOURS.elapsed(from[i], to[i]);
            i += worked[i].isZero() ? 0 : 1;
        }
    }

    /** The library. */
    @Benchmark
    public Duration[] cx() {
        return measure(HOURS);
    }

    /** The library, the other way round: when so much business time is over. */
    @Benchmark
    public Instant[] cxDue() {
        return due(HOURS);
    }

    /** The library, with the hours of two schedules less those of another. */
    @Benchmark
    public Duration[] cxExcept() {
        return measure(EXCEPT);
    }

    /** The library, in the hours of either of two schedules. */
    @Benchmark
    public Duration[] cxOr() {
        return measure(OR);
    }

    /** The library, in the hours of both of two schedules. */
    @Benchmark
    public Duration[] cxAnd() {
        return measure(AND);
    }

    /** The library, with other hours from one day on. */
    @Benchmark
    public Duration[] cxUntil() {
        return measure(UNTIL);
    }

    /** The library, with two schedules less another, the other way round. */
    @Benchmark
    public Instant[] cxExceptDue() {
        return due(EXCEPT);
    }

    private Duration[] measure(Schedule hours) {
        Duration[] measured = new Duration[from.length];
        for (int i = 0; i < measured.length; i++) {
            measured[i] = hours.elapsed(from[i], to[i]);
        }
        return measured;
    }

    private Instant[] due(Schedule hours) {
        Instant[] due = new Instant[from.length];
        for (int i = 0; i < due.length; i++) {
            due[i] = hours.due(from[i], worked[i]).orElseThrow();
        }
        return due;
    }

    /** Asks of each minute whether it is open. */
    @Benchmark
    public Duration[] minuteCounter() {
        Duration[] measured = new Duration[from.length];
        for (int i = 0; i < measured.length; i++) {
            long minutes = 0;
            for (Instant at = from[i]; at.isBefore(to[i]); at = at.plusSeconds(60)) {
                LocalDateTime local = LocalDateTime.ofInstant(at, HelpDesk.ZONE);
                for (Open open : hours(local.toLocalDate())) {
                    LocalTime time = local.toLocalTime();
                    minutes += time.isBefore(open.from) || !time.isBefore(open.to) ? 0 : 1;
                }
            }
            measured[i] = Duration.ofMinutes(minutes);
        }
        return measured;
    }

    /** Adds up the hours of each day, cut at the ends of the interval. */
    @Benchmark
    public Duration[] dayLoop() {
        Duration[] measured = new Duration[from.length];
        for (int i = 0; i < measured.length; i++) {
            LocalDate last = LocalDate.ofInstant(to[i], HelpDesk.ZONE);
            Duration sum = Duration.ZERO;
            for (LocalDate date = LocalDate.ofInstant(from[i], HelpDesk.ZONE);
                    !date.isAfter(last);
                    date = date.plusDays(1)) {
                for (Open open : hours(date)) {
                    Instant opens = date.atTime(open.from).atZone(HelpDesk.ZONE).toInstant();
                    Instant closes = date.atTime(open.to).atZone(HelpDesk.ZONE).toInstant();
                    opens = opens.isBefore(from[i]) ? from[i] : opens;
                    closes = closes.isAfter(to[i]) ? to[i] : closes;
                    sum = opens.isBefore(closes) ? sum.plus(Duration.between(opens, closes)) : sum;
                }
            }
            measured[i] = sum;
        }
        return measured;
    }

    private static List<Open> hours(LocalDate date) {
        return HOLIDAYS.contains(date) ? List.of() : WEEK.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private static Map<DayOfWeek, List<Open>> week() {
        Map<DayOfWeek, List<Open>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(open(9, 12), open(13, 17)));
        }
        week.put(DayOfWeek.SATURDAY, List.of(open(10, 13)));
        return week;
    }

    private static Open open(int from, int to) {
        return new Open(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private static Set<LocalDate> holidays() {
        Set<LocalDate> dates = new HashSet<>();
        for (LocalDate date = LocalDate.of(2023, 1, 1); date.getYear() < 2040; date = date.plusDays(1)) {
            if (HelpDesk.HOLIDAYS.contains(date)) {
                dates.add(date);
            }
        }
        return dates;
    }

    Instant[] from() {
        return from;
    }

    Instant[] to() {
        return to;
    }
}
