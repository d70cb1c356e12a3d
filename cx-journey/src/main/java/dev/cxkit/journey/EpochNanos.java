package dev.cxkit.journey;

import java.time.Duration;
import java.time.Instant;

/** Instants and durations as the nanoseconds since 1970 that journeys go by; a long holds them from 1677 to 2262. */
public final class EpochNanos {

    /** The nanoseconds of a second. */
    public static final long A_SECOND = 1_000_000_000;

    private static final Instant LEAST = instant(Long.MIN_VALUE);
    private static final Instant MOST = instant(Long.MAX_VALUE);

    private EpochNanos() {}

    /**
     * Returns the nanoseconds of an instant since 1970.
     *
     * @throws IllegalArgumentException if a long cannot hold them
     */
    public static long of(String name, Instant instant) {
        long second = instant.getEpochSecond();
        if (second <= LEAST.getEpochSecond() || second >= MOST.getEpochSecond()) {
            throw new IllegalArgumentException(name + " " + instant + " is outside " + LEAST + ".." + MOST);
        }
        return second * A_SECOND + instant.getNano();
    }

    /** Returns the instant so many nanoseconds after the beginning of 1970. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
    }

    /**
     * Returns the nanoseconds of a duration.
     *
     * @throws IllegalArgumentException if it is not above 0, or a long cannot hold them
     */
    public static long aboveZero(String name, Duration duration) {
        Duration most = Duration.ofNanos(Long.MAX_VALUE);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " " + duration + " is outside PT0.000000001S.." + most);
        }
        return duration.toNanos();
    }

    /** The time from the one to the other, or as much of it as a long holds. */
    public static long between(long from, long to) {
        long nanos = to - from;
        boolean isBeyond = ((to ^ from) & (to ^ nanos)) < 0;
        return isBeyond ? (to > from ? Long.MAX_VALUE : Long.MIN_VALUE) : nanos;
    }
}
