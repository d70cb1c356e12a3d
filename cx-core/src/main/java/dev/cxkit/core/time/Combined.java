package dev.cxkit.core.time;

import java.util.Locale;

/** Two schedules as one. */
record Combined(Schedule one, How how, Schedule other) implements Schedule {

    enum How {
        AND,
        OR,
        EXCEPT
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
    public String toString() {
        return "(" + one + ") " + how.name().toLowerCase(Locale.ROOT) + " (" + other + ")";
    }
}
