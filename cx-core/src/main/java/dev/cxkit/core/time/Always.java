package dev.cxkit.core.time;

import java.time.Duration;
import java.time.Instant;

/** Open at every instant. An enum, so that it stays one object when it travels. */
enum Always implements Schedule {
    OPEN;

    @Override
    public TimeRanges open(TimeRange range) {
        return TimeRanges.of(range);
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        return from.isBefore(to)
                ? Duration.ofSeconds(to.getEpochSecond() - from.getEpochSecond(), to.getNano() - (long) from.getNano())
                : Duration.ZERO;
    }

    @Override
    public String toString() {
        return "always";
    }
}
