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
 * @param target the goal in force at the end, or now
 * @param start when the clock began
 * @param stop when it was stopped; null while it runs
 * @param elapsed the time that counted
 * @param status how it stands
 * @param thresholds when 50, 75 and 100 % of the target are used up, or were, in this order; those of which that is not known, because
 *     the clock stands still or the hours never open again, are left out
 * @param segments what was counted and what was not, in order and without a gap, from the start to the stop or to now
 */
public record SlaClock(
        SlaTarget target,
        Instant start,
        @Nullable Instant stop,
        Duration elapsed,
        Status status,
        List<Threshold> thresholds,
        List<ClockSegment> segments) {

    /** How a clock stands. */
    public enum Status {
        /** Stopped in time: what was used is not above the target. */
        MET,
        /** The target is exceeded, whether the clock still runs or not. */
        BREACHED,
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
    public SlaClock {
        requireNonNull(target, "goal");
        requireNonNull(start, "start");
        requireNonNull(elapsed, "used");
        requireNonNull(status, "status");
        thresholds = List.copyOf(thresholds);
        segments = List.copyOf(segments);
    }

    /** Returns when the clock was stopped; empty while it runs. */
    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stop);
    }

    /** Returns how it stands, without the account. */
    public SlaClockSummary summary() {
        return new SlaClockSummary(target, elapsed, status, stop != null);
    }

    /** Returns when the target is used up, or was; empty where that is not known. */
    public Optional<Instant> due() {
        return thresholds.stream()
                .filter(threshold -> threshold.percent() == 100)
                .map(Threshold::at)
                .findFirst();
    }

    /** Returns the share of the target that is used, 0 or more; above 1 it is exceeded. */
    public double elapsedShare() {
        return (double) elapsed.toNanos() / target.duration().toNanos();
    }
}
