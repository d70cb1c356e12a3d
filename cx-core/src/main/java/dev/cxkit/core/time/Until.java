package dev.cxkit.core.time;

import java.time.Duration;
import java.time.Instant;

/** One schedule before an instant and another from it on. */
record Until(Schedule first, Instant change, Schedule next) implements Schedule {

    @Override
    public TimeRanges open(TimeRange range) {
        if (!range.from().isBefore(change)) {
            return next.open(range);
        }
        if (!range.to().isAfter(change)) {
            return first.open(range);
        }
        return first.open(TimeRange.of(range.from(), change)).union(next.open(TimeRange.of(change, range.to())));
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        Duration before = first.elapsed(from, to.isBefore(change) ? to : change);
        return before.plus(next.elapsed(from.isBefore(change) ? change : from, to));
    }

    @Override
    public String toString() {
        return "(" + first + ") until " + change + " (" + next + ")";
    }
}
