package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks for the place on the time line at which open time has come to a length, in windows that grow. */
final class Search {

    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** An instant is open if it can be followed by this much of open time. */
    static final Duration INSTANT = Duration.ofNanos(1);

    /** 29 February falls on a given day of the week after at most forty years. */
    private static final Duration LONGEST_CLOSED = Duration.ofDays(40 * 366);

    private static final Duration FIRST_WINDOW = Duration.ofDays(8);

    private Search() {}

    /** What the schedule says, held to what it promises. */
    static TimeRanges open(Schedule schedule, TimeRange range) {
        return schedule.open(range).within(range);
    }

    static Instant requireInYears(Instant instant, String name) {
        if (requireNonNull(instant, name).isBefore(FIRST) || instant.isAfter(END)) {
            throw new IllegalArgumentException(name + " " + instant + " is outside the years 1..9999");
        }
        return instant;
    }

    static Optional<Instant> forward(Schedule schedule, Instant from, Duration target) {
        return find(schedule, requireInYears(from, "from"), TimeRanges.requirePositive(target, "target"), false);
    }

    static Optional<Instant> back(Schedule schedule, Instant to, Duration length) {
        return find(schedule, requireInYears(to, "to"), TimeRanges.requirePositive(length, "length"), true);
    }

    private static Optional<Instant> find(Schedule schedule, Instant from, Duration target, boolean back) {
        Instant limit = back ? FIRST : END;
        Instant at = from;
        Duration missing = target;
        Duration window = target.compareTo(FIRST_WINDOW) < 0 ? FIRST_WINDOW : shorter(target, LONGEST_CLOSED);
        Duration silent = Duration.ZERO;
        while (hasRoom(at, limit, missing) && silent.compareTo(LONGEST_CLOSED) < 0) {
            Instant end = back ? later(at.minus(window), FIRST) : earlier(at.plus(window), END);
            TimeRanges open = open(schedule, back ? TimeRange.of(end, at) : TimeRange.of(at, end));
            Optional<Instant> found = back ? open.reachBack(at, missing) : open.reach(at, missing);
            if (found.isPresent()) {
                return found;
            }
            missing = missing.minus(open.length());
            silent = open.isEmpty() ? silent.plus(window) : Duration.ZERO;
            at = end;
            window = shorter(window.plus(window), LONGEST_CLOSED);
        }
        return Optional.empty();
    }

    /** Whether the years left would be enough, were they all open. In seconds, since nanoseconds of so many years overflow. */
    private static boolean hasRoom(Instant at, Instant limit, Duration missing) {
        return !at.equals(limit) && missing.toSeconds() <= Math.abs(limit.getEpochSecond() - at.getEpochSecond());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
