package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Period;
import dev.cxkit.core.time.Spans;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The policies of a host, and the clocks of their goals.
 *
 * <p>A case is under the first policy from its opening, until {@link Handling.UnderPolicy} names another. Each second counts under the
 * hours and pauses of the policy in force then; the target is that of the policy in force at the end. A goal that a later policy
 * brings is measured from its original start. A goal that a later policy no longer has is cancelled, unless it was missed before.
 * Whether a target is met is judged by the time that was used, at the times of events, and never by a poll.
 */
public final class Policies implements Serializable {

    private static final int[] PERCENT = {50, 75, 100};

    private final Policy first;
    private final Map<String, Policy> byId = new LinkedHashMap<>();

    private Policies(Policy first, Policy... others) {
        this.first = requireNonNull(first, "first");
        byId.put(first.id(), first);
        for (Policy other : others) {
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
     * Returns the clocks of all goals of the case as they stand at an instant; what happened later is not looked at. A clock that was
     * stopped before is the same whenever it is asked.
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
            Goal goal = rules.stream()
                    .flatMap(rule -> rule.policy.goal(name).stream())
                    .findFirst()
                    .orElseThrow();
            for (Run run : Run.of(of, goal.measure(), asOf)) {
                Cycle cycle = cycle(name, run, rules, turns, asOf);
                cycles.add(cycle);
                boolean cutShort = run.ended() != null && cycle.status() == Cycle.Status.CANCELLED;
                if (goal.cycles() == Goal.Cycles.FIRST && !cutShort) {
                    break;
                }
            }
        }
        return List.copyOf(cycles);
    }

    /** Returns the policies with their hours and goals, the first one first: by this text measures tell policies apart. */
    @Override
    public String toString() {
        return byId.values().toString();
    }

    /** A policy from an instant on. */
    private record Rule(Instant from, Policy policy, CaseEvent cause) {}

    private List<Rule> rules(Case of, Instant asOf) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(of.openedAt(), first, of.opened()));
        for (Handling.UnderPolicy under : of.events(Handling.UnderPolicy.class)) {
            if (!under.occurredAt().isAfter(asOf)) {
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

    private static Cycle cycle(String name, Run run, List<Rule> rules, List<Turn> turns, Instant asOf) {
        Instant end = run.stop() != null ? run.stop() : run.ended() != null ? run.ended() : asOf;
        // The policy in force at the end; one that came into force at that very instant changes nothing any more.
        int last = 0;
        while (last + 1 < rules.size() && rules.get(last + 1).from.isBefore(end)) {
            last++;
        }
        boolean removed = rules.get(last).policy.goal(name).isEmpty() && seen(name, rules, last);
        while (removed && last > 0 && rules.get(last).policy.goal(name).isEmpty()) {
            end = rules.get(last).from;
            last--;
        }
        Goal goal = goal(name, rules, last);
        List<Stretch> stretches = stretches(name, run.start(), end, rules, turns);
        Spans counted = Spans.of(stretches.stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.COUNTED)
                .map(Stretch::period)
                .toList());
        Duration used = counted.length();
        boolean over = used.compareTo(goal.target()) > 0;
        boolean gone = removed || run.ended() != null;
        boolean still =
                !stretches.isEmpty() && stretches.get(stretches.size() - 1).kind() == Stretch.Kind.PAUSED;
        Cycle.Status status;
        if (over) {
            status = Cycle.Status.MISSED;
        } else if (gone) {
            status = Cycle.Status.CANCELLED;
        } else if (run.stop() != null) {
            status = Cycle.Status.MET;
        } else {
            status = still ? Cycle.Status.PAUSED : Cycle.Status.RUNNING;
        }
        List<Cycle.Threshold> thresholds = new ArrayList<>();
        for (int percent : PERCENT) {
            Duration part = goal.target().multipliedBy(percent).dividedBy(100);
            Optional<Instant> at = counted.reach(run.start(), part);
            if (at.isEmpty() && status == Cycle.Status.RUNNING) {
                at = rules.get(last).policy.schedule().due(end, part.minus(used));
            }
            at.ifPresent(instant -> thresholds.add(new Cycle.Threshold(percent, instant)));
        }
        return new Cycle(goal, run.start(), gone ? null : run.stop(), used, status, thresholds, stretches);
    }

    private static boolean seen(String name, List<Rule> rules, int upTo) {
        return rules.subList(0, upTo + 1).stream()
                .anyMatch(rule -> rule.policy.goal(name).isPresent());
    }

    /** The goal that a rule has, or the next one that has it: a goal that comes later is measured from its original start. */
    private static Goal goal(String name, List<Rule> rules, int from) {
        return rules.get(holder(name, rules, from)).policy.goal(name).orElseThrow();
    }

    private static int holder(String name, List<Rule> rules, int from) {
        for (int i = from; i < rules.size(); i++) {
            if (rules.get(i).policy.goal(name).isPresent()) {
                return i;
            }
        }
        for (int i = from - 1; i >= 0; i--) {
            if (rules.get(i).policy.goal(name).isPresent()) {
                return i;
            }
        }
        throw new IllegalStateException("no policy has goal " + name);
    }

    private static List<Stretch> stretches(
            String name, Instant start, Instant end, List<Rule> rules, List<Turn> turns) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Instant until = i + 1 < rules.size() ? rules.get(i + 1).from : end;
            Rule holder = rules.get(holder(name, rules, i));
            Goal goal = holder.policy.goal(name).orElseThrow();
            for (Turn turn : turns) {
                Instant from = latest(latest(rules.get(i).from, turn.period().from()), start);
                Instant to = earliest(earliest(until, turn.period().to()), end);
                if (from.isBefore(to)) {
                    CaseEvent cause =
                            rules.get(i).from.isAfter(turn.period().from()) ? rules.get(i).cause : turn.cause();
                    boolean paused = goal.pausedIn().contains(turn.phase()) || turn.phase() == Phase.DONE;
                    cut(stretches, Period.of(from, to), paused, holder.policy, cause);
                }
            }
        }
        return stretches;
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
