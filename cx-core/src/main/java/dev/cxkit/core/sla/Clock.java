package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How one run of the clock of a goal stands; a {@link Cycle} has the account of it.
 *
 * @param goal the goal in force at the end, or now
 * @param used the time that counted
 * @param status how it stands
 * @param stopped whether what was waited for came
 */
public record Clock(Goal goal, Duration used, Cycle.Status status, boolean stopped) {

    /** Checks the parts. */
    public Clock {
        requireNonNull(goal, "goal");
        requireNonNull(used, "used");
        requireNonNull(status, "status");
    }
}
