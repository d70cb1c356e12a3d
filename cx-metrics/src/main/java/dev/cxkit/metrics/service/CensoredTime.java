package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "right-censored time"} in milliseconds: observed to its event, or still running when last observed; or the reason why there is
 * none.
 *
 * @param millis how long it took to the event, or has taken so far, at least 0; parts of a millisecond are cut off
 * @param event whether the event was observed; else the time is right-censored
 * @param excluded why it is not counted, such as {@code answered-by-bot}; null where it is
 */
public record CensoredTime(
        long millis, boolean event, @Nullable String excluded) {

    /** Refuses a time below 0, and a blank reason, with an {@link IllegalArgumentException}. */
    public CensoredTime {
        Require.atLeast("millis", millis, 0);
        if (excluded != null && excluded.isBlank()) {
            throw new IllegalArgumentException("reason of exclusion is blank");
        }
    }

    /** Returns a time to an observed event; throws an {@link IllegalArgumentException} if it is below 0. */
    public static CensoredTime observed(Duration time) {
        return of(time, true);
    }

    /** Returns a right-censored time; throws an {@link IllegalArgumentException} if it is below 0. */
    public static CensoredTime censored(Duration time) {
        return of(time, false);
    }

    /** Returns what is not counted, for a reason. */
    public static CensoredTime excluded(String reason) {
        return new CensoredTime(0, false, requireNonNull(reason, "reason"));
    }

    /** Returns the time from one instant to another in these hours. */
    public static CensoredTime between(Schedule hours, Instant from, Instant to, boolean event) {
        return of(hours.elapsed(from, to), event);
    }

    /** Returns a time; throws an {@link IllegalArgumentException} if it is below 0. */
    public static CensoredTime of(Duration time, boolean event) {
        return new CensoredTime(time.toMillis(), event, null);
    }
}
