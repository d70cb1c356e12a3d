package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.Handling;
import dev.cxkit.core.support.Turn;
import dev.cxkit.core.time.Period;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.Spans;
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
 * <p>A case is under the first policy from its opening, until {@link Handling.UnderPolicy} names another. Each second counts under the
 * hours of the policy in force then, whether or not that has the goal, and the pauses of its goal; the target is that of the policy in
 * force at the end. A goal that a later policy brings is measured from its original start, unless that had come to its end before: it
 * has no clock for what it never held for. A goal that a later policy no longer has is cancelled, unless it was missed before. Whether
 * a target is met is judged by the time that was used, at the times of events, and never by a poll.
 */
public final class Policies implements Serializable {

    private static final int[] PERCENT = {50, 75, 100};

    private final Policy first;
    private final Map<String, Policy> byId = new LinkedHashMap<>();

    private Policies(Policy first, Policy... others) {
        this.first = requireNonNull(first, "first");
        byId.put(first.id(), first);
        // In order of their ids, since in any order they are the same policies.
        Policy[] ordered = others.clone();
        Arrays.sort(ordered, Comparator.comparing(Policy::id));
        for (Policy other : ordered) {
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
    public static Policies of(Policy first, Policy... others) {
        return new Policies(first, others);
    }

    /**
     * Returns the clocks of all goals of the case as they stand at an instant, after all that happened then; what happened later is not
     * looked at. A clock that was stopped before is the same whenever it is asked.
     *
     * @throws IllegalArgumentException if the case is put under a policy that is not known
     */
    public List<Cycle> cycles(Case of, Instant asOf) {
        List<Rule> rules = rules(of, asOf);
        List<Turn> turns = of.turns(asOf);
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> rule.policy.goals().forEach(goal -> names.add(goal.name())));
        List<Cycle> cycles = new ArrayList<>();
        for (String name : names) {
            Held held = new Held(name, rules);
            Goal goal = held.goal(0);
            for (Run run : Run.of(of, goal.measure(), asOf)) {
                Course course = Course.of(held, run, asOf);
                if (course == null) {
                    continue;
                }
                Cycle cycle = cycle(of, held, run, course, turns);
                cycles.add(cycle);
                if (isLast(goal, run, cycle.status())) {
                    break;
                }
            }
        }
        return List.copyOf(cycles);
    }

    /**
     * Returns how the clocks of one goal stand: what {@link #cycles} says of them, without the account of how it came about, which
     * takes most of its time. Empty if no policy of the case has the goal.
     *
     * @throws IllegalArgumentException if the case is put under a policy that is not known
     */
    public List<Clock> clocks(Case of, String goal, Instant asOf) {
        Held held = new Held(goal, rules(of, asOf));
        if (!held.seen(held.rules.size() - 1)) {
            return List.of();
        }
        List<Clock> clocks = new ArrayList<>(2);
        Goal first = held.goal(0);
        for (Run run : Run.of(of, first.measure(), asOf)) {
            Course course = Course.of(held, run, asOf);
            if (course == null) {
                continue;
            }
            Clock clock = course.clock(of, run, held.used(of, run.start(), course.end));
            clocks.add(clock);
            if (isLast(first, run, clock.status())) {
                break;
            }
        }
        return Collections.unmodifiableList(clocks);
    }

    /** Whether no clock of the goal follows; one that was only cut short, since the case ended without an answer, is not the only one. */
    private static boolean isLast(Goal goal, Run run, Cycle.Status status) {
        boolean cutShort = run.ended() != null && status == Cycle.Status.CANCELLED;
        return goal.cycles() == Goal.Cycles.FIRST && !cutShort;
    }

    /** Returns the policies with their hours and goals, the first one first and the others by id: by this text measures tell policies apart. */
    @Override
    public String toString() {
        return byId.values().toString();
    }

    /** A policy from an instant on. */
    private record Rule(Instant from, Policy policy, CaseEvent cause) {}

    private List<Rule> rules(Case of, Instant asOf) {
        List<Rule> rules = new ArrayList<>(2);
        rules.add(new Rule(of.openedAt(), first, of.opened()));
        for (CaseEvent event : of.events(asOf)) {
            if (event instanceof Handling.UnderPolicy under) {
                Policy policy = byId.get(under.policy());
                if (policy == null) {
                    throw new IllegalArgumentException("case " + of.id() + " is under policy " + under.policy()
                            + ", which is none of " + byId.keySet());
                }
                rules.add(new Rule(under.occurredAt(), policy, under));
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
    private record Course(Instant end, int rule, boolean removed, Goal goal) {

        /** Returns how far the run goes; null if the goal did not hold at any time of it. */
        static @Nullable Course of(Held held, Run run, Instant asOf) {
            List<Rule> rules = held.rules;
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
            return new Course(end, last, removed, held.goal(last));
        }

        Clock clock(Case of, Run run, Duration used) {
            boolean gone = removed || run.ended() != null;
            return new Clock(goal, used, status(of, run, used, gone), !gone && run.stop() != null);
        }

        private Cycle.Status status(Case of, Run run, Duration used, boolean gone) {
            if (used.compareTo(goal.target()) > 0) {
                return Cycle.Status.MISSED;
            } else if (gone) {
                return Cycle.Status.CANCELLED;
            } else if (run.stop() != null) {
                return Cycle.Status.MET;
            }
            return goal.pausesIn(of.phase(end)) ? Cycle.Status.PAUSED : Cycle.Status.RUNNING;
        }
    }

    private static Cycle cycle(Case of, Held held, Run run, Course course, List<Turn> turns) {
        List<Stretch> stretches = held.stretches(run.start(), course.end, turns);
        Spans counted = Spans.of(stretches.stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.COUNTED)
                .map(Stretch::period)
                .toList());
        Clock clock = course.clock(of, run, counted.length());
        List<Cycle.Threshold> thresholds = new ArrayList<>();
        for (int percent : PERCENT) {
            Duration part = course.goal.target().multipliedBy(percent).dividedBy(100);
            Optional<Instant> at = counted.reach(run.start(), part);
            if (at.isEmpty() && clock.status() == Cycle.Status.RUNNING) {
                at = held.rules.get(course.rule).policy.schedule().due(course.end, part.minus(clock.used()));
            }
            at.ifPresent(instant -> thresholds.add(new Cycle.Threshold(percent, instant)));
        }
        Instant stop = clock.stopped() ? run.stop() : null;
        return new Cycle(course.goal, run.start(), stop, clock.used(), clock.status(), thresholds, stretches);
    }

    /** One goal under the policies of a case, one after the other. */
    private static final class Held {

        final List<Rule> rules;

        /** The goal that each policy has; null if it has none of the name. */
        private final @Nullable Goal[] own;

        Held(String name, List<Rule> rules) {
            this.rules = rules;
            this.own = new Goal[rules.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = rules.get(i).policy.goal(name).orElse(null);
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
        Goal goal(int rule) {
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

        Duration used(Case of, Instant start, Instant end) {
            Duration used = Duration.ZERO;
            for (int i = 0; i < rules.size(); i++) {
                Instant from = i == 0 ? start : latest(start, rules.get(i).from);
                Instant to = i + 1 < rules.size() ? earliest(end, rules.get(i + 1).from) : end;
                if (from.isBefore(to)) {
                    Goal goal = goal(i);
                    Schedule hours = rules.get(i).policy.schedule();
                    Duration more = of.elapsed(phase -> !goal.pausesIn(phase), hours, from, to);
                    used = used.isZero() ? more : used.plus(more);
                }
            }
            return used;
        }

        List<Stretch> stretches(Instant start, Instant end, List<Turn> turns) {
            List<Stretch> stretches = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                Rule rule = rules.get(i);
                Instant until = i + 1 < rules.size() ? rules.get(i + 1).from : end;
                for (Turn turn : turns) {
                    Instant from = latest(latest(rule.from, turn.period().from()), start);
                    Instant to = earliest(earliest(until, turn.period().to()), end);
                    if (from.isBefore(to)) {
                        CaseEvent cause = rule.from.isAfter(turn.period().from()) ? rule.cause : turn.cause();
                        cut(stretches, Period.of(from, to), goal(i).pausesIn(turn.phase()), rule.policy, cause);
                    }
                }
            }
            return stretches;
        }
    }

    private static void cut(List<Stretch> stretches, Period period, boolean paused, Policy policy, CaseEvent cause) {
        if (paused) {
            stretches.add(new Stretch(period, Stretch.Kind.PAUSED, cause));
            return;
        }
        Instant at = period.from();
        for (Period open : policy.schedule().open(period).periods()) {
            if (at.isBefore(open.from())) {
                stretches.add(new Stretch(Period.of(at, open.from()), Stretch.Kind.CLOSED, cause));
            }
            stretches.add(new Stretch(open, Stretch.Kind.COUNTED, cause));
            at = open.to();
        }
        if (at.isBefore(period.to())) {
            stretches.add(new Stretch(Period.of(at, period.to()), Stretch.Kind.CLOSED, cause));
        }
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
