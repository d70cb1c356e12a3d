package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How one run of the clock of a goal stands; a {@link SlaClock} has the account of it.
 *
 * @param target the goal in force at the end, or now
 * @param elapsed the time that counted
 * @param status how it stands
 * @param stopped whether what was waited for came
 */
public record SlaClockSummary(SlaTarget target, Duration elapsed, SlaClock.Status status, boolean stopped) {

    /** Checks the parts. */
    public SlaClockSummary {
        requireNonNull(target, "goal");
        requireNonNull(elapsed, "used");
        requireNonNull(status, "status");
    }
}
