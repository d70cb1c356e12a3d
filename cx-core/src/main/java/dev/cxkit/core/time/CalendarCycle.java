package dev.cxkit.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The open time of a schedule over blocks of years, each worked out once. The Gregorian calendar repeats after 400 years, with its days
 * of the week, and so does a schedule from the last of its single dates and of the single changes of its zone on: so the way to the year
 * 9999 is some eight centuries long.
 */
final class CalendarCycle {

    private static final int YEARS = 400;
    private static final Duration LENGTH = Duration.ofDays(146_097);

    private final Schedule schedule;
    private final int years;
    private final int repeating;
    private final @Nullable Duration[] known;

    /** Makes one with blocks of so many years, which divide a century. */
    CalendarCycle(Schedule schedule, int years) {
        this.schedule = schedule;
        this.years = years;
        Instant single = later(Search.FIRST, single(schedule));
        this.repeating = 1 + block(single.isAfter(Search.END) ? Search.END : single);
        this.known = new Duration[1 + 10_000 / years];
    }

    /** Whether there are more than so many years between the two, and both are in the years of schedules. */
    static boolean isLong(Instant from, Instant to, int years) {
        return to.getEpochSecond() - from.getEpochSecond() > years * 366L * 86_400
                && !from.isBefore(Search.FIRST)
                && !to.isAfter(Search.END);
    }

    /** The open time between two instants that lie in two blocks. */
    Duration elapsed(Instant from, Instant to) {
        int first = block(from) + 1;
        int last = block(to);
        Duration elapsed = schedule.elapsed(from, start(first));
        for (int block = first; block < last; block++) {
            elapsed = elapsed.plus(of(same(block)));
        }
        Duration shift = LENGTH.multipliedBy((last - same(last)) / (YEARS / years));
        return elapsed.plus(schedule.elapsed(start(same(last)), to.minus(shift)));
    }

    private Duration of(int block) {
        Duration found = known[block];
        if (found == null) {
            found = schedule.elapsed(start(block), start(block + 1));
            known[block] = found;
        }
        return found;
    }

    /** The first block that is the same as this one. */
    private int same(int block) {
        return block < repeating ? block : repeating + (block - repeating) % (YEARS / years);
    }

    private int block(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear() / years;
    }

    private Instant start(int block) {
        return LocalDate.of(block * years, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The last instant at which the schedule does something once: of one that is not ours it may be any. */
    private static Instant single(Schedule schedule) {
        if (schedule instanceof WeeklySchedule weekly) {
            return weekly.lastSingle();
        } else if (schedule instanceof Combined combined) {
            return later(single(combined.one()), single(combined.other()));
        } else if (schedule instanceof Until until) {
            return later(until.change(), single(until.next()));
        } else if (schedule instanceof FixedSchedule fixed) {
            return fixed.ranges().ranges().stream().map(TimeRange::to).reduce(Search.FIRST, CalendarCycle::later);
        }
        return schedule == Always.OPEN ? Search.FIRST : Search.END;
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
