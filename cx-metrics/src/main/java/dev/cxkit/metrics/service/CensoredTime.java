package dev.cxkit.metrics.service;

import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;

/**
 * A time that was measured in a case.
 *
 * @param seconds how long it took, or has taken so far, at least 0; parts of a second are cut off
 * @param event whether it is over; else it goes on
 */
public record CensoredTime(long seconds, boolean event) {

    /** Checks the time; throws an {@link IllegalArgumentException} if it is below 0. */
    public CensoredTime {
        if (seconds < 0) {
            throw new IllegalArgumentException("seconds " + seconds + " is below 0");
        }
    }

    /** Returns a time that is over; throws an {@link IllegalArgumentException} if it is below 0. */
    public static CensoredTime observed(Duration time) {
        return new CensoredTime(time.toSeconds(), true);
    }

    /** Returns a time that goes on; throws an {@link IllegalArgumentException} if it is below 0. */
    public static CensoredTime censored(Duration time) {
        return new CensoredTime(time.toSeconds(), false);
    }

    /** The whole seconds of a time that may be below 0: parts of a second are cut off on either side. */
    public static long seconds(Duration time) {
        return time.isNegative() ? -time.negated().toSeconds() : time.toSeconds();
    }

    public static CensoredTime between(Schedule hours, Instant from, Instant to, boolean finished) {
        return new CensoredTime(hours.elapsed(from, to).toSeconds(), finished);
    }
}
