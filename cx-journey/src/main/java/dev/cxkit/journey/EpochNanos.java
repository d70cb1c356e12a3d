package dev.cxkit.journey;

import java.time.Duration;
import java.time.Instant;

/** Instants and durations in nanoseconds since 1970, by which journeys go; a long holds them from 1677 to 2262. */
public final class EpochNanos {

    /** The nanoseconds of a second. */
    public static final long A_SECOND = 1_000_000_000;

    private static final Instant LEAST = instant(Long.MIN_VALUE);
    private static final Instant MOST = instant(Long.MAX_VALUE);

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

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

    /** Returns the nanoseconds of an instant since 1970, or the least or the most that a long holds. */
    public static long clamped(Instant instant) {
        return instant.isAfter(MOST)
                ? Long.MAX_VALUE
                : instant.isBefore(LEAST)
                        ? Long.MIN_VALUE
                        : Duration.between(Instant.EPOCH, instant).toNanos();
    }

    /** Returns the nanoseconds of a duration, or the most that a long holds. */
    public static long clamped(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : duration.toNanos();
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
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " " + duration + " is outside PT0.000000001S.." + LONGEST);
        }
        return duration.toNanos();
    }

    /** Returns the nanoseconds from the one to the other, or as many of them as a long holds. */
    public static long between(long from, long to) {
        long nanos = to - from;
        boolean isBeyond = ((to ^ from) & (to ^ nanos)) < 0;
        return isBeyond ? (to > from ? Long.MAX_VALUE : Long.MIN_VALUE) : nanos;
    }

    /** Returns whether more than the limit lies between two instants, of which the second is not the earlier one. */
    public static boolean isLonger(long from, long to, long limit) {
        // A difference beyond the range of a long is negative.
        return to - from < 0 || to - from > limit;
    }
}
