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
    private static final Duration SILENCE = Duration.ofDays(40 * 366);

    private static final Duration FIRST_WINDOW = Duration.ofDays(8);

    private Search() {}

    /** What the schedule says, held to what it promises. */
    static Spans open(Schedule schedule, Period range) {
        return schedule.open(range).within(range);
    }

    static Instant requireInYears(Instant instant, String name) {
        if (requireNonNull(instant, name).isBefore(FIRST) || instant.isAfter(END)) {
            throw new IllegalArgumentException(name + " " + instant + " is outside the years 1..9999");
        }
        return instant;
    }

    static Optional<Instant> forward(Schedule schedule, Instant from, Duration target) {
        Duration missing = Spans.requirePositive(target, "target");
        Instant at = requireInYears(from, "from");
        Duration window = firstWindow(target);
        Duration silent = Duration.ZERO;
        while (at.isBefore(END) && silent.compareTo(SILENCE) < 0) {
            Instant end = earlier(at.plus(window), END);
            Spans open = open(schedule, Period.of(at, end));
            Optional<Instant> found = open.reach(at, missing);
            if (found.isPresent()) {
                return found;
            }
            missing = missing.minus(open.length());
            silent = open.isEmpty() ? silent.plus(window) : Duration.ZERO;
            at = end;
            window = shorter(window.multipliedBy(2), SILENCE);
        }
        return Optional.empty();
    }

    static Optional<Instant> back(Schedule schedule, Instant to, Duration length) {
        Duration missing = Spans.requirePositive(length, "length");
        Instant at = requireInYears(to, "to");
        Duration window = firstWindow(length);
        Duration silent = Duration.ZERO;
        while (at.isAfter(FIRST) && silent.compareTo(SILENCE) < 0) {
            Instant start = later(at.minus(window), FIRST);
            Spans open = open(schedule, Period.of(start, at));
            Optional<Instant> found = open.reachBack(at, missing);
            if (found.isPresent()) {
                return found;
            }
            missing = missing.minus(open.length());
            silent = open.isEmpty() ? silent.plus(window) : Duration.ZERO;
            at = start;
            window = shorter(window.multipliedBy(2), SILENCE);
        }
        return Optional.empty();
    }

    private static Duration firstWindow(Duration wanted) {
        return wanted.compareTo(FIRST_WINDOW) < 0 ? FIRST_WINDOW : shorter(wanted, SILENCE);
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
