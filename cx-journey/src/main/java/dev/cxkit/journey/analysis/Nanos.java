package dev.cxkit.journey.analysis;

import java.time.Duration;
import java.time.Instant;

/** Instants and durations as the nanoseconds that journeys go by. */
final class Nanos {

    static final long A_SECOND = 1_000_000_000;

    private Nanos() {}

    /** Returns the nanoseconds since 1970; throws an {@link IllegalArgumentException} if a long cannot hold them. */
    static long of(String name, Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), A_SECOND), instant.getNano());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + " " + instant + " is outside 1677-09-21..2262-04-11", e);
        }
    }

    /**
     * Returns the nanoseconds of a duration.
     *
     * @throws IllegalArgumentException if it is not above 0, or a long cannot hold them
     */
    static long aboveZero(String name, Duration duration) {
        Duration most = Duration.ofNanos(Long.MAX_VALUE);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " " + duration + " is outside PT0.000000001S.." + most);
        }
        return duration.toNanos();
    }

    /** The time from the one to the other, or as much of it as a long holds. */
    static long between(long from, long to) {
        long nanos = to - from;
        boolean isBeyond = ((to ^ from) & (to ^ nanos)) < 0;
        return isBeyond ? (to > from ? Long.MAX_VALUE : Long.MIN_VALUE) : nanos;
    }
}
