package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.CaseSegment;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One target under the policies of a case, one after the other. */
final class TargetHistory {

    private static final int[] PERCENT = {50, 75, 100};

    private final PolicyHistory history;
    private final List<PolicyHistory.InForce> policies;

    /** The target that each policy has; null if it has none of the name. */
    private final @Nullable SlaTarget[] own;

    TargetHistory(String name, PolicyHistory history) {
        this.history = history;
        this.policies = history.policies;
        this.own = new SlaTarget[policies.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = policies.get(i).policy().target(name).orElse(null);
        }
    }

    /** Adds the clocks of the target; none if no policy has it. */
    void addClocks(List<SlaClock> clocks) {
        if (!seen(own.length - 1)) {
            return;
        }
        SlaTarget first = target(0);
        for (CaseInterval interval : history.supportCase.intervals(first.measure(), history.asOf)) {
            SlaClock clock = clock(interval);
            if (clock != null) {
                clocks.add(clock);
                // One that was only cut short, since the case ended without an answer, is not the only one.
                boolean cutShort = interval.ended() != null && clock.status() == SlaClock.Status.CANCELLED;
                if (first.recurrence() == SlaTarget.Recurrence.FIRST && !cutShort) {
                    return;
                }
            }
        }
    }

    /** Returns the clock of an interval; null if the target did not hold at any time of it. */
    private @Nullable SlaClock clock(CaseInterval interval) {
        Instant stop = interval.stop();
        Instant end = stop != null ? stop : interval.ended() != null ? interval.ended() : history.asOf;
        // The policy in force at the end. One that came into force at the very instant of a stop changes nothing
        // any more; for a clock that is not stopped it holds already.
        int last = 0;
        while (last + 1 < own.length
                && (interval.isOpen() || policies.get(last + 1).from().isBefore(end))) {
            last++;
        }
        boolean seen = seen(last);
        boolean removed = seen && own[last] == null;
        while (removed && own[last] == null) {
            end = policies.get(last).from();
            last--;
        }
        boolean never = !interval.isOpen() && last + 1 < own.length && !seen;
        if (never || (removed && !end.isAfter(interval.start()))) {
            return null;
        }
        SlaTarget target = target(last);
        Duration elapsed = elapsed(interval.start(), end);
        boolean cancelled = removed || interval.ended() != null;
        SlaClock.Status status = status(target, elapsed, end, cancelled, stop != null);
        return new SlaClock(target, interval.start(), cancelled ? null : stop, elapsed, status, this, end, last);
    }

    private SlaClock.Status status(
            SlaTarget target, Duration elapsed, Instant end, boolean cancelled, boolean stopped) {
        if (elapsed.compareTo(target.duration()) > 0) {
            return SlaClock.Status.BREACHED;
        } else if (cancelled) {
            return SlaClock.Status.CANCELLED;
        } else if (stopped) {
            return SlaClock.Status.MET;
        }
        return target.isPausedWhile(history.supportCase.waitingOn(end))
                ? SlaClock.Status.PAUSED
                : SlaClock.Status.RUNNING;
    }

    /** Whether one of the policies up to this one has the target. */
    private boolean seen(int upTo) {
        for (int i = 0; i <= upTo; i++) {
            if (own[i] != null) {
                return true;
            }
        }
        return false;
    }

    /** The target of a policy, or of the next one that has it, since one that comes later is measured from its start; else the last. */
    private SlaTarget target(int policy) {
        int holder = policy;
        while (holder < own.length && own[holder] == null) {
            holder++;
        }
        if (holder == own.length) {
            holder = policy - 1;
            while (own[holder] == null) {
                holder--;
            }
        }
        return requireNonNull(own[holder]);
    }

    /** The hours in which time counts under a policy: those of its target, or its own where that has none or it has no such target. */
    private Schedule hours(int policy) {
        SlaTarget target = own[policy];
        Schedule hours = target == null ? null : target.schedule();
        return hours == null ? policies.get(policy).policy().schedule() : hours;
    }

    private Duration elapsed(Instant start, Instant end) {
        Duration elapsed = Duration.ZERO;
        for (int i = 0; i < own.length; i++) {
            Instant from = i == 0 ? start : later(start, policies.get(i).from());
            Instant to = i + 1 < own.length ? earlier(end, policies.get(i + 1).from()) : end;
            if (from.isBefore(to)) {
                SlaTarget target = target(i);
                Duration more = history.supportCase.elapsed(side -> !target.isPausedWhile(side), hours(i), from, to);
                elapsed = elapsed.isZero() ? more : elapsed.plus(more);
            }
        }
        return elapsed;
    }

    List<ClockSegment> segments(Instant start, Instant end) {
        List<ClockSegment> segments = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            PolicyHistory.InForce inForce = policies.get(i);
            Instant until = i + 1 < own.length ? policies.get(i + 1).from() : end;
            for (CaseSegment side : history.segments()) {
                Instant from = later(later(inForce.from(), side.range().from()), start);
                Instant to = earlier(earlier(until, side.range().to()), end);
                if (from.isBefore(to)) {
                    boolean changed = inForce.from().isAfter(side.range().from());
                    CaseEvent cause = changed ? inForce.cause() : side.cause();
                    boolean paused = target(i).isPausedWhile(side.waitingOn());
                    add(segments, TimeRange.of(from, to), paused, hours(i), cause);
                }
            }
        }
        return segments;
    }

    private static void add(
            List<ClockSegment> segments, TimeRange range, boolean paused, Schedule hours, CaseEvent cause) {
        if (paused) {
            segments.add(new ClockSegment(range, ClockSegment.Kind.PAUSED, cause));
            return;
        }
        Instant at = range.from();
        for (TimeRange open : hours.open(range).ranges()) {
            if (at.isBefore(open.from())) {
                segments.add(new ClockSegment(TimeRange.of(at, open.from()), ClockSegment.Kind.CLOSED, cause));
            }
            segments.add(new ClockSegment(open, ClockSegment.Kind.COUNTED, cause));
            at = open.to();
        }
        if (at.isBefore(range.to())) {
            segments.add(new ClockSegment(TimeRange.of(at, range.to()), ClockSegment.Kind.CLOSED, cause));
        }
    }

    /** Returns when parts of the target are used up; {@code policy} is the place of the one in force at the end. */
    List<SlaClock.Threshold> thresholds(SlaClock clock, Instant end, int policy) {
        List<SlaClock.Threshold> thresholds = new ArrayList<>(PERCENT.length);
        Duration counted = Duration.ZERO;
        int next = 0;
        Duration part = part(clock, next);
        for (ClockSegment segment : clock.segments()) {
            if (segment.kind() == ClockSegment.Kind.COUNTED) {
                Duration before = counted;
                counted = before.plus(segment.range().length());
                while (part.compareTo(counted) <= 0) {
                    Instant at = segment.range().from().plus(part.minus(before));
                    thresholds.add(new SlaClock.Threshold(PERCENT[next++], at));
                    if (next == PERCENT.length) {
                        return thresholds;
                    }
                    part = part(clock, next);
                }
            }
        }
        boolean known = clock.status() == SlaClock.Status.RUNNING || clock.status() == SlaClock.Status.MET;
        for (; next < PERCENT.length && known; next++) {
            int percent = PERCENT[next];
            Duration missing = part(clock, next).minus(clock.elapsed());
            Optional<Instant> due = hours(policy).due(end, missing);
            due.ifPresent(at -> thresholds.add(new SlaClock.Threshold(percent, at)));
        }
        return thresholds;
    }

    private static Duration part(SlaClock clock, int threshold) {
        return clock.target().duration().multipliedBy(PERCENT[threshold]).dividedBy(100);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
