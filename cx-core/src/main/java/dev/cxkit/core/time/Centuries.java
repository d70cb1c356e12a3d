package dev.cxkit.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The open time of a schedule over centuries, each worked out once. The Gregorian calendar repeats after four of them, with its days of
 * the week, and so does a schedule from the last of its single dates and of the single changes of its zone on: so the way to the year
 * 9999 is some eight centuries long.
 */
final class Centuries {

    private static final int CYCLE = 4;
    private static final Duration LENGTH = Duration.ofDays(146_097);
    private static final Duration CENTURY = LENGTH.dividedBy(CYCLE);

    private final Schedule schedule;
    private final int repeating;
    private final @Nullable Duration[] known = new Duration[101];

    Centuries(Schedule schedule) {
        this.schedule = schedule;
        Instant single = later(Search.FIRST, single(schedule));
        this.repeating = 1 + century(single.isAfter(Search.END) ? Search.END : single);
    }

    /** Whether there is more than a century between the two, and both are in the years of schedules. */
    static boolean isLong(Instant from, Instant to) {
        return to.getEpochSecond() - from.getEpochSecond() > CENTURY.toSeconds() + 86_400
                && !from.isBefore(Search.FIRST)
                && !to.isAfter(Search.END);
    }

    Duration elapsed(Instant from, Instant to) {
        int first = century(from) + 1;
        int last = century(to);
        Duration elapsed = schedule.elapsed(from, start(first));
        for (int century = first; century < last; century++) {
            elapsed = elapsed.plus(of(same(century)));
        }
        Duration shift = LENGTH.multipliedBy((last - same(last)) / CYCLE);
        return elapsed.plus(schedule.elapsed(start(same(last)), to.minus(shift)));
    }

    private Duration of(int century) {
        Duration found = known[century];
        if (found == null) {
            found = schedule.elapsed(start(century), start(century + 1));
            known[century] = found;
        }
        return found;
    }

    /** The first century that is the same as this one. */
    private int same(int century) {
        return century < repeating ? century : repeating + (century - repeating) % CYCLE;
    }

    private static int century(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear() / 100;
    }

    private static Instant start(int century) {
        return Instant.EPOCH.atOffset(ZoneOffset.UTC).withYear(100 * century).toInstant();
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
            return fixed.ranges().ranges().stream().map(TimeRange::to).reduce(Search.FIRST, Centuries::later);
        }
        return schedule == Always.OPEN ? Search.FIRST : Search.END;
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
