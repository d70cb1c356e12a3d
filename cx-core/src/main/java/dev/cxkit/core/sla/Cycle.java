package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the clock of a goal.
 *
 * @param goal the goal in force at the end, or now
 * @param start when the clock began
 * @param stop when it was stopped; null while it runs
 * @param used the time that counted
 * @param status how it stands
 * @param thresholds when 50, 75 and 100 % of the target are used up, or were, in this order; those of which that is not known, because
 *     the clock stands still or the hours never open again, are left out
 * @param stretches what was counted and what was not, in order and without a gap, from the start to the stop or to now
 */
public record Cycle(
        Goal goal,
        Instant start,
        @Nullable Instant stop,
        Duration used,
        Status status,
        List<Threshold> thresholds,
        List<Stretch> stretches) {

    /** How a clock stands. */
    public enum Status {
        /** Stopped in time: what was used is not above the target. */
        MET,
        /** The target is exceeded, whether the clock still runs or not. */
        MISSED,
        /** The clock runs, and there is time left. */
        RUNNING,
        /** The clock stands still, and there is time left. */
        PAUSED,
        /** The goal ceased to hold before the clock was stopped: neither met nor missed. */
        CANCELLED
    }

    /**
     * A part of the target, and when it is used up.
     *
     * @param percent how much of the target
     * @param at when it is used up, or was
     */
    public record Threshold(int percent, Instant at) {

        /** Checks the parts. */
        public Threshold {
            requireNonNull(at, "at");
        }
    }

    /** Checks the parts and copies the lists. */
    public Cycle {
        requireNonNull(goal, "goal");
        requireNonNull(start, "start");
        requireNonNull(used, "used");
        requireNonNull(status, "status");
        thresholds = List.copyOf(thresholds);
        stretches = List.copyOf(stretches);
    }

    /** Returns when the clock was stopped; empty while it runs. */
    public Optional<Instant> stopped() {
        return Optional.ofNullable(stop);
    }

    /** Returns how it stands, without the account. */
    public Clock clock() {
        return new Clock(goal, used, status, stop != null);
    }

    /** Returns when the target is used up, or was; empty where that is not known. */
    public Optional<Instant> due() {
        return thresholds.stream()
                .filter(threshold -> threshold.percent() == 100)
                .map(Threshold::at)
                .findFirst();
    }

    /** Returns the share of the target that is used, 0 or more; above 1 it is exceeded. */
    public double share() {
        return (double) used.toNanos() / goal.target().toNanos();
    }
}
