package dev.cxkit.journey;

import java.time.Instant;

/** Instants as nanoseconds since 1970, which a long holds from 1677 to 2262. */
final class Nanos {

    private static final long A_SECOND = 1_000_000_000;
    private static final Instant LEAST = instant(Long.MIN_VALUE);
    private static final Instant MOST = instant(Long.MAX_VALUE);

    private Nanos() {}

    /** Returns the instant as nanoseconds; throws an {@link IllegalArgumentException} if a long cannot hold them. */
    static long of(String name, Instant instant) {
        long second = instant.getEpochSecond();
        if (second <= LEAST.getEpochSecond() || second >= MOST.getEpochSecond()) {
            throw new IllegalArgumentException(name + " " + instant + " is outside " + LEAST + ".." + MOST);
        }
        return second * A_SECOND + instant.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
    }
}
