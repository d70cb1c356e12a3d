package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.CaseSegment;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.time.TimeRanges;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a host, and the clocks of their goals.
 *
 * <p>A case is under the first policy from its opening, until {@link WorkflowEvent.SlaPolicyApplied} names another. Each second counts under the
 * hours of the policy in force then, whether or not that has the goal, and the pauses of its goal; the target is that of the policy in
 * force at the end. A goal that a later policy brings is measured from its original start, unless that had come to its end before: it
 * has no clock for what it never held for. A goal that a later policy no longer has is cancelled, unless it was missed before. Whether
 * a target is met is judged by the time that was used, at the times of events, and never by a poll.
 */
public final class SlaPolicies implements Serializable {

    private static final int[] PERCENT = {50, 75, 100};

    private final SlaPolicy first;
    private final Map<String, SlaPolicy> byId = new LinkedHashMap<>();

    private SlaPolicies(SlaPolicy first, SlaPolicy... others) {
        this.first = requireNonNull(first, "first");
        byId.put(first.id(), first);
        // In order of their ids, since in any order they are the same policies.
        SlaPolicy[] ordered = others.clone();
        Arrays.sort(ordered, Comparator.comparing(SlaPolicy::id));
        for (SlaPolicy other : ordered) {
            if (byId.put(other.id(), other) != null) {
                throw new IllegalArgumentException("policy " + other.id() + " is there twice");
            }
        }
    }

    /**
     * Returns these policies; cases begin under the first.
     *
     * @throws IllegalArgumentException if two have one id
     */
    public static SlaPolicies of(SlaPolicy first, SlaPolicy... others) {
        return new SlaPolicies(first, others);
    }

    /**
     * Returns the clocks of all goals of the case as they stand at an instant, after all that happened then; what happened later is not
     * looked at. A clock that was stopped before is the same whenever it is asked.
     *
     * @throws IllegalArgumentException if the case is put under a policy that is not known
     */
    public List<SlaClock> clocks(Case of, Instant asOf) {
        List<PolicyInForce> rules = rules(of, asOf);
        List<CaseSegment> turns = of.segments(asOf);
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> rule.policy.targets().forEach(goal -> names.add(goal.name())));
        List<SlaClock> cycles = new ArrayList<>();
        for (String name : names) {
            TargetHistory held = new TargetHistory(name, rules);
            SlaTarget goal = held.target(0);
            for (CaseInterval run : of.intervals(goal.measure(), asOf)) {
                ClockExtent course = ClockExtent.of(held, run, asOf);
                if (course == null) {
                    continue;
                }
                SlaClock cycle = explained(of, held, run, course, turns);
                cycles.add(cycle);
                if (isLast(goal, run, cycle.status())) {
                    break;
                }
            }
        }
        return List.copyOf(cycles);
    }

    /**
     * Returns how the clocks of one goal stand: what {@link #clocks} says of them, without the account of how it came about, which
     * takes most of its time. Empty if no policy of the case has the goal.
     *
     * @throws IllegalArgumentException if the case is put under a policy that is not known
     */
    public List<SlaClockSummary> clocks(Case of, String goal, Instant asOf) {
        TargetHistory held = new TargetHistory(goal, rules(of, asOf));
        if (!held.seen(held.rules.size() - 1)) {
            return List.of();
        }
        List<SlaClockSummary> clocks = new ArrayList<>(2);
        SlaTarget first = held.target(0);
        for (CaseInterval run : of.intervals(first.measure(), asOf)) {
            ClockExtent course = ClockExtent.of(held, run, asOf);
            if (course == null) {
                continue;
            }
            SlaClockSummary clock = course.clock(of, run, held.elapsed(of, run.start(), course.end));
            clocks.add(clock);
            if (isLast(first, run, clock.status())) {
                break;
            }
        }
        return Collections.unmodifiableList(clocks);
    }

    /** Whether no clock of the goal follows; one that was only cut short, since the case ended without an answer, is not the only one. */
    private static boolean isLast(SlaTarget goal, CaseInterval run, SlaClock.Status status) {
        boolean cutShort = run.ended() != null && status == SlaClock.Status.CANCELLED;
        return goal.recurrence() == SlaTarget.Recurrence.FIRST && !cutShort;
    }

    /** Returns the policies with their hours and goals, the first one first and the others by id: by this text measures tell policies apart. */
    @Override
    public String toString() {
        return byId.values().toString();
    }

    /** A policy from an instant on. */
    private record PolicyInForce(Instant from, SlaPolicy policy, CaseEvent cause) {}

    private List<PolicyInForce> rules(Case of, Instant asOf) {
        List<PolicyInForce> rules = new ArrayList<>(2);
        rules.add(new PolicyInForce(of.openedAt(), first, of.opened()));
        for (CaseEvent event : of.events(asOf)) {
            if (event instanceof WorkflowEvent.SlaPolicyApplied under) {
                SlaPolicy policy = byId.get(under.policy());
                if (policy == null) {
                    throw new IllegalArgumentException("case " + of.id() + " is under policy " + under.policy()
                            + ", which is none of " + byId.keySet());
                }
                rules.add(new PolicyInForce(under.occurredAt(), policy, under));
            }
        }
        return rules;
    }

    /**
     * How far one run goes, and the goal that judges it.
     *
     * @param rule the place of the rule in force at the end
     * @param removed whether a policy without the goal ended it
     */
    private record ClockExtent(Instant end, int rule, boolean removed, SlaTarget target) {

        /** Returns how far the run goes; null if the goal did not hold at any time of it. */
        static @Nullable ClockExtent of(TargetHistory held, CaseInterval run, Instant asOf) {
            List<PolicyInForce> rules = held.rules;
            Instant end = run.stop() != null ? run.stop() : run.ended() != null ? run.ended() : asOf;
            // The policy in force at the end. One that came into force at the very instant of a stop changes nothing
            // any more; for a clock that goes on it holds already.
            boolean goesOn = run.stop() == null && run.ended() == null;
            int last = 0;
            while (last + 1 < rules.size()
                    && (goesOn || rules.get(last + 1).from.isBefore(end))) {
                last++;
            }
            boolean seen = held.seen(last);
            boolean removed = seen && !held.by(last);
            while (removed && !held.by(last)) {
                end = rules.get(last).from;
                last--;
            }
            boolean never = !goesOn && last + 1 < rules.size() && !seen;
            if (never || (removed && !end.isAfter(run.start()))) {
                return null;
            }
            return new ClockExtent(end, last, removed, held.target(last));
        }

        SlaClockSummary clock(Case of, CaseInterval run, Duration used) {
            boolean gone = removed || run.ended() != null;
            return new SlaClockSummary(target, used, status(of, run, used, gone), !gone && run.stop() != null);
        }

        private SlaClock.Status status(Case of, CaseInterval run, Duration used, boolean gone) {
            if (used.compareTo(target.duration()) > 0) {
                return SlaClock.Status.BREACHED;
            } else if (gone) {
                return SlaClock.Status.CANCELLED;
            } else if (run.stop() != null) {
                return SlaClock.Status.MET;
            }
            return target.pausesWhile(of.waitingOn(end)) ? SlaClock.Status.PAUSED : SlaClock.Status.RUNNING;
        }
    }

    private static SlaClock explained(
            Case of, TargetHistory held, CaseInterval run, ClockExtent course, List<CaseSegment> turns) {
        List<ClockSegment> stretches = held.segments(run.start(), course.end, turns);
        TimeRanges counted = TimeRanges.of(stretches.stream()
                .filter(stretch -> stretch.kind() == ClockSegment.Kind.COUNTED)
                .map(ClockSegment::range)
                .toList());
        SlaClockSummary clock = course.clock(of, run, counted.length());
        List<SlaClock.Threshold> thresholds = new ArrayList<>();
        for (int percent : PERCENT) {
            Duration part = course.target.duration().multipliedBy(percent).dividedBy(100);
            Optional<Instant> at = counted.reach(run.start(), part);
            if (at.isEmpty() && clock.status() == SlaClock.Status.RUNNING) {
                at = held.rules.get(course.rule).policy.schedule().due(course.end, part.minus(clock.elapsed()));
            }
            at.ifPresent(instant -> thresholds.add(new SlaClock.Threshold(percent, instant)));
        }
        Instant stop = clock.stopped() ? run.stop() : null;
        return new SlaClock(course.target, run.start(), stop, clock.elapsed(), clock.status(), thresholds, stretches);
    }

    /** One goal under the policies of a case, one after the other. */
    private static final class TargetHistory {

        final List<PolicyInForce> rules;

        /** The goal that each policy has; null if it has none of the name. */
        private final @Nullable SlaTarget[] own;

        TargetHistory(String name, List<PolicyInForce> rules) {
            this.rules = rules;
            this.own = new SlaTarget[rules.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = rules.get(i).policy.target(name).orElse(null);
            }
        }

        /** Whether the policy has the goal. */
        boolean by(int rule) {
            return own[rule] != null;
        }

        /** Whether one of the policies up to this one has the goal. */
        boolean seen(int upTo) {
            for (int i = 0; i <= upTo; i++) {
                if (by(i)) {
                    return true;
                }
            }
            return false;
        }

        /** The goal of a policy, or of the next one that has it, since a goal that comes later is measured from its start; else the last. */
        SlaTarget target(int rule) {
            int holder = rule;
            while (holder < own.length && !by(holder)) {
                holder++;
            }
            if (holder == own.length) {
                holder = rule - 1;
                while (!by(holder)) {
                    holder--;
                }
            }
            return requireNonNull(own[holder]);
        }

        Duration elapsed(Case of, Instant start, Instant end) {
            Duration used = Duration.ZERO;
            for (int i = 0; i < rules.size(); i++) {
                Instant from = i == 0 ? start : latest(start, rules.get(i).from);
                Instant to = i + 1 < rules.size() ? earliest(end, rules.get(i + 1).from) : end;
                if (from.isBefore(to)) {
                    SlaTarget goal = target(i);
                    Schedule hours = rules.get(i).policy.schedule();
                    Duration more = of.elapsed(phase -> !goal.pausesWhile(phase), hours, from, to);
                    used = used.isZero() ? more : used.plus(more);
                }
            }
            return used;
        }

        List<ClockSegment> segments(Instant start, Instant end, List<CaseSegment> turns) {
            List<ClockSegment> stretches = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                PolicyInForce rule = rules.get(i);
                Instant until = i + 1 < rules.size() ? rules.get(i + 1).from : end;
                for (CaseSegment turn : turns) {
                    Instant from = latest(latest(rule.from, turn.range().from()), start);
                    Instant to = earliest(earliest(until, turn.range().to()), end);
                    if (from.isBefore(to)) {
                        CaseEvent cause = rule.from.isAfter(turn.range().from()) ? rule.cause : turn.cause();
                        cut(
                                stretches,
                                TimeRange.of(from, to),
                                target(i).pausesWhile(turn.waitingOn()),
                                rule.policy,
                                cause);
                    }
                }
            }
            return stretches;
        }
    }

    private static void cut(
            List<ClockSegment> stretches, TimeRange period, boolean paused, SlaPolicy policy, CaseEvent cause) {
        if (paused) {
            stretches.add(new ClockSegment(period, ClockSegment.Kind.PAUSED, cause));
            return;
        }
        Instant at = period.from();
        for (TimeRange open : policy.schedule().open(period).ranges()) {
            if (at.isBefore(open.from())) {
                stretches.add(new ClockSegment(TimeRange.of(at, open.from()), ClockSegment.Kind.CLOSED, cause));
            }
            stretches.add(new ClockSegment(open, ClockSegment.Kind.COUNTED, cause));
            at = open.to();
        }
        if (at.isBefore(period.to())) {
            stretches.add(new ClockSegment(TimeRange.of(at, period.to()), ClockSegment.Kind.CLOSED, cause));
        }
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
