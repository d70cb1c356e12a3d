package dev.cxkit.metrics.service;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;

/**
 * A {@index "right-censored time"} in whole seconds: observed to its event, or still running when last observed.
 *
 * @param seconds how long it took to the event, or has taken so far, at least 0; parts of a second are cut off
 * @param event whether the event was observed; else the time is right-censored
 */
public record CensoredTime(long seconds, boolean event) {

    /** Refuses a time below 0 with an {@link IllegalArgumentException}. */
    public CensoredTime {
        Require.atLeast("seconds", seconds, 0);
    }

    /** Returns a time to an observed event; throws an {@link IllegalArgumentException} if it is below 0. */
    public static CensoredTime observed(Duration time) {
        return new CensoredTime(time.toSeconds(), true);
    }

    /** Returns a right-censored time; throws an {@link IllegalArgumentException} if it is below 0. */
    public static CensoredTime censored(Duration time) {
        return new CensoredTime(time.toSeconds(), false);
    }

    /** Returns the time from one instant to another in these hours. */
    public static CensoredTime between(Schedule hours, Instant from, Instant to, boolean event) {
        return new CensoredTime(hours.elapsed(from, to).toSeconds(), event);
    }

    /** Returns the whole seconds of a time that may be below 0: parts of a second are cut off on either side. */
    public static long seconds(Duration time) {
        return time.isNegative() ? -time.negated().toSeconds() : time.toSeconds();
    }
}
