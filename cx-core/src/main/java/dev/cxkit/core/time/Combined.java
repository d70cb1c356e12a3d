package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two schedules as one. */
final class Combined implements Schedule {

    enum How {
        AND,
        OR,
        EXCEPT
    }

    private final Schedule one;
    private final How how;
    private final Schedule other;
    private transient volatile @Nullable CalendarCycle cycle;

    Combined(Schedule one, How how, Schedule other) {
        this.one = one;
        this.how = how;
        this.other = other;
    }

    Schedule one() {
        return one;
    }

    Schedule other() {
        return other;
    }

    @Override
    public TimeRanges open(TimeRange range) {
        TimeRanges a = one.open(range);
        TimeRanges b = other.open(range);
        return switch (how) {
            case AND -> a.intersect(b);
            case OR -> a.union(b);
            case EXCEPT -> a.minus(b);
        };
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        if (!CalendarCycle.isLong(requireNonNull(from, "from"), requireNonNull(to, "to"), 10)) {
            return Schedule.super.elapsed(from, to);
        }
        CalendarCycle known = cycle;
        if (known == null) {
            known = new CalendarCycle(this, 10);
            cycle = known;
        }
        return known.elapsed(from, to);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Combined that && one.equals(that.one) && how == that.how && other.equals(that.other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(one, how, other);
    }

    @Override
    public String toString() {
        return "(" + one + ") " + how.name().toLowerCase(Locale.ROOT) + " (" + other + ")";
    }
}
