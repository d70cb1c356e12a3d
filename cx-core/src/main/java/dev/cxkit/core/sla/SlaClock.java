package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@index "SLA clock"} of a case: its target, the business time elapsed, whether it is met, breached, running, paused or cancelled, and
 * the segments that account for it.
 *
 * <ul>
 *   <li>Counted: time within the business hours of the policy in force then, in which the target is not paused.
 *   <li>A {@index "SLA breach" breach} is judged by the time elapsed at the times of events: above the target it is breached, exactly at
 *       the target it is met.
 *   <li>What it looked like at a stop stays: the same clock whenever it is asked later.
 * </ul>
 *
 * <p>{@link SlaPolicies#clocks} makes it. Target, times and status are worked out at once; {@link #segments()} and {@link #thresholds()},
 * which take several times as long, when they are first asked for.
 */
public final class SlaClock implements Result {

    private final SlaTarget target;
    private final Instant start;
    private final @Nullable Instant stop;
    private final Duration elapsed;
    private final Status status;

    // What the account is worked out from. It does not travel: the account does.
    private final transient @Nullable TargetHistory history;
    private final transient Instant end;
    private final transient int policy;

    // Two threads may both work these out, and get equal lists.
    private @Nullable List<ClockSegment> segments;
    private @Nullable List<Threshold> thresholds;

    SlaClock(
            SlaTarget target,
            Instant start,
            @Nullable Instant stop,
            Duration elapsed,
            Status status,
            TargetHistory history,
            Instant end,
            int policy) {
        this.target = target;
        this.start = start;
        this.stop = stop;
        this.elapsed = elapsed;
        this.status = status;
        this.history = history;
        this.end = end;
        this.policy = policy;
    }

    /** How a clock stands. */
    public enum Status {
        /** Stopped in time: the time elapsed is not above the target. */
        MET,
        /**
         * The target is exceeded: the clock was stopped late where {@link #stoppedAt} has a time, else it ran out while running. Since
         * when is {@link #due}.
         */
        BREACHED,
        /** The clock runs, and there is time left. */
        RUNNING,
        /** The clock is paused, and there is time left. */
        PAUSED,
        /** The target ceased to hold, or the case ended, before the clock was stopped: neither met nor breached. */
        CANCELLED
    }

    /**
     * A part of the target, and when it is used up.
     *
     * @param percent how much of the target
     * @param at when it is used up, or was
     */
    public record Threshold(int percent, Instant at) implements Result {

        /** Refuses a missing instant. */
        public Threshold {
            requireNonNull(at, "at");
        }

        /** Returns {@code percent} and {@code at}. */
        @Override
        public Map<String, Object> document() {
            return Document.start().with("percent", percent).with("at", at).map();
        }
    }

    /** Returns the target in force at the end, or now. */
    public SlaTarget target() {
        return target;
    }

    /** Returns when the clock began. */
    public Instant start() {
        return start;
    }

    /** Returns when what was awaited came; empty while it has not, and for a cancelled clock. */
    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stop);
    }

    /** Returns the time that counted. */
    public Duration elapsed() {
        return elapsed;
    }

    /** Returns how it stands. */
    public Status status() {
        return status;
    }

    /** Returns what was counted and what was not, in order and without a gap, from the start to the stop or to now; unmodifiable. */
    public List<ClockSegment> segments() {
        List<ClockSegment> known = segments;
        if (known == null) {
            known = Collections.unmodifiableList(requireNonNull(history).segments(start, end));
            segments = known;
        }
        return known;
    }

    /**
     * Returns when 50, 75 and 100 % of the target are used up, or were, in this order; unmodifiable.
     *
     * <ul>
     *   <li>Of a clock that was stopped in time: when they would have been used up, had it run on.
     *   <li>Absent are those of which it is not known, because the clock is paused or cancelled or the hours never open again.
     * </ul>
     */
    public List<Threshold> thresholds() {
        List<Threshold> known = thresholds;
        if (known == null) {
            known = List.copyOf(requireNonNull(history).thresholds(this, end, policy));
            thresholds = known;
        }
        return known;
    }

    /** Returns when the target is used up, or was, or would have been; empty where that is not known, see {@link #thresholds}. */
    public Optional<Instant> due() {
        return thresholds().stream()
                .filter(threshold -> threshold.percent() == 100)
                .map(Threshold::at)
                .findFirst();
    }

    /** Returns the share of the target that has elapsed, 0 or more; above 1 it is exceeded. */
    public double elapsedShare() {
        return (double) elapsed.toNanos() / target.duration().toNanos();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        segments();
        thresholds();
        out.defaultWriteObject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlaClock that
                && target.equals(that.target)
                && start.equals(that.start)
                && Objects.equals(stop, that.stop)
                && elapsed.equals(that.elapsed)
                && status == that.status
                && segments().equals(that.segments())
                && thresholds().equals(that.thresholds());
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, start, stop, elapsed, status);
    }

    /** Returns the target with how the clock stands. */
    @Override
    public String toString() {
        return "SlaClock[" + target.name() + ", elapsed=" + elapsed + " of " + target.duration() + ", status=" + status
                + "]";
    }

    /**
     * Returns the name of the {@code target}, the {@code status}, how much {@code elapsed} of the {@code duration}, the times, the
     * thresholds and the segments.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("target", target.name())
                .with("status", status)
                .with("elapsed", elapsed)
                .with("duration", target.duration())
                .with("elapsedShare", elapsedShare())
                .with("start", start)
                .with("stoppedAt", stop)
                .with("due", due())
                .with("thresholds", thresholds())
                .with("segments", segments())
                .map();
    }
}
