package dev.cxkit.journey.attribution;

import dev.cxkit.core.check.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often the paths of a table went from state to state. The counts are flows: as many come into a state as leave it, so a share of what
 * passes through a state needs no probability of reaching it.
 *
 * <p>A state is the codes of its activities plus 1, {@value #BITS} bits each, the last one lowest.
 */
final class StateGraph {

    private static final int BITS = 20;
    private static final long MASK = (1L << BITS) - 1;

    private final List<String> activities;
    private final LongIndex keys;
    private final PathTotals totals;
    private final long[] starts;
    private final long[] self;

    /** The transitions of state i are at first[i] to first[i + 1]; those to itself are excluded. */
    final int[] first;

    final int[] target;
    final double[] flow;

    /** Per state: what goes from it straight to the goal, what that is worth, and what goes nowhere. */
    final double[] converted;

    final double[] value;
    final double[] nulls;

    private StateGraph(List<String> activities, Walk walk) {
        this.activities = activities;
        this.keys = walk.states;
        this.totals = walk.totals;
        int states = keys.size();
        this.starts = Arrays.copyOf(walk.starts, states);
        this.self = new long[states];
        this.converted = toDoubles(walk.converted, states);
        this.value = toDoubles(walk.value, states);
        this.nulls = toDoubles(walk.nulls, states);
        this.first = new int[states + 1];
        LongIndex edges = walk.edges;
        for (int edge = 0; edge < edges.size(); edge++) {
            int from = (int) (edges.key(edge) >>> 32);
            if (from == (int) edges.key(edge)) {
                self[from] = edges.count(edge);
            } else {
                first[from + 1]++;
            }
        }
        for (int i = 0; i < states; i++) {
            first[i + 1] += first[i];
        }
        this.target = new int[first[states]];
        this.flow = new double[first[states]];
        int[] next = first.clone();
        for (int edge = 0; edge < edges.size(); edge++) {
            int from = (int) (edges.key(edge) >>> 32);
            int to = (int) edges.key(edge);
            if (from != to) {
                target[next[from]] = to;
                flow[next[from]++] = edges.count(edge);
            }
        }
    }

    private static double[] toDoubles(long[] counts, int size) {
        // There is room only for states where a path begins or ends.
        return Arrays.stream(Arrays.copyOf(counts, size)).asDoubleStream().toArray();
    }

    static StateGraph of(PathTable table, Markov model) {
        List<String> activities = List.copyOf(table.activities());
        if (activities.size() > Markov.MOST_ACTIVITIES) {
            throw new IllegalArgumentException("a Markov chain of " + activities.size() + " activities; at most "
                    + Markov.MOST_ACTIVITIES + ", so gather the rare ones first");
        }
        Map<String, Integer> codes = new HashMap<>();
        for (String activity : activities) {
            codes.put(activity, codes.size());
        }
        Walk walk = new Walk(model);
        for (PathRow row : table.rows()) {
            walk.add(row, codes);
        }
        return new StateGraph(activities, walk);
    }

    List<String> activities() {
        return activities;
    }

    int states() {
        return keys.size();
    }

    PathTotals totals() {
        return totals;
    }

    Set<Integer> codes(Set<String> names) {
        Map<String, Integer> codes = new HashMap<>();
        for (String name : names) {
            int code = activities.indexOf(name);
            Require.that(code >= 0, () -> "activity '" + name + "' is in no path");
            codes.put(name, code);
        }
        return Set.copyOf(codes.values());
    }

    /** Tells for each state whether one of the activities is in it. */
    boolean[] statesWith(Set<Integer> codes) {
        boolean[] chosen = new boolean[activities.size() + 1];
        codes.forEach(code -> chosen[code + 1] = true);
        boolean[] with = new boolean[states()];
        for (int i = 0; i < with.length; i++) {
            for (long key = keys.key(i); key != 0; key >>>= BITS) {
                with[i] |= chosen[(int) (key & MASK)];
            }
        }
        return with;
    }

    /** The code of the last activity of a state. */
    int lastActivity(int state) {
        return (int) (keys.key(state) & MASK) - 1;
    }

    private PathState state(int index) {
        List<String> names = new ArrayList<>();
        for (long key = keys.key(index); key != 0; key >>>= BITS) {
            names.add(0, activities.get((int) (key & MASK) - 1));
        }
        return new PathState(PathState.Kind.TOUCH, names);
    }

    List<Transition> transitions(boolean selfTransitions) {
        List<Transition> all = new ArrayList<>();
        long paths = Arrays.stream(starts).sum();
        for (int i = 0; i < states(); i++) {
            add(all, PathState.START, state(i), starts[i], paths);
        }
        for (int i = 0; i < states(); i++) {
            PathState from = state(i);
            long stays = selfTransitions ? self[i] : 0;
            long of = stays + (long) leaving(i);
            add(all, from, from, stays, of);
            for (int edge = first[i]; edge < first[i + 1]; edge++) {
                add(all, from, state(target[edge]), (long) flow[edge], of);
            }
            add(all, from, PathState.CONVERSION, (long) converted[i], of);
            add(all, from, PathState.NULL, (long) nulls[i], of);
        }
        return all;
    }

    private static void add(List<Transition> all, PathState from, PathState to, long count, long of) {
        if (count > 0) {
            all.add(new Transition(from, to, count, of));
        }
    }

    /** What leaves a state for another one, for the goal or for nowhere. */
    double leaving(int state) {
        double sum = converted[state] + nulls[state];
        for (int edge = first[state]; edge < first[state + 1]; edge++) {
            sum += flow[edge];
        }
        return sum;
    }

    /** What is counted while the paths are walked through, from activity to activity. */
    private static final class Walk {

        private final Markov model;
        private final LongIndex states = new LongIndex();
        private final LongIndex edges = new LongIndex();
        private PathTotals totals = new PathTotals(0, 0, 0);
        private long[] starts = new long[64];
        private long[] converted = new long[64];
        private long[] value = new long[64];
        private long[] nulls = new long[64];

        Walk(Markov model) {
            this.model = model;
        }

        void add(PathRow row, Map<String, Integer> codes) {
            PathTotals counts = model.nullPaths()
                    ? row.totals()
                    : new PathTotals(row.totals().conversions(), row.totals().value(), 0);
            long times = Math.addExact(counts.conversions(), counts.nulls());
            if (row.path().isEmpty() || times == 0) {
                return;
            }
            totals = totals.plus(counts);
            long window = (1L << (BITS * model.order())) - 1;
            int shorter = Math.min(model.order(), row.path().size());
            long key = 0;
            int state = -1;
            int length = 0;
            for (String activity : row.path()) {
                key = ((key << BITS) | (codes.getOrDefault(activity, 0) + 1)) & window;
                if (++length >= shorter) {
                    int next = states.add(key, 0);
                    if (state < 0) {
                        room(next);
                        starts[next] += times;
                    } else {
                        edges.add(((long) state << 32) | next, times);
                    }
                    state = next;
                }
            }
            room(state);
            converted[state] += counts.conversions();
            value[state] += counts.value();
            nulls[state] += counts.nulls();
        }

        private void room(int state) {
            if (state >= starts.length) {
                int size = 2 * state;
                starts = Arrays.copyOf(starts, size);
                converted = Arrays.copyOf(converted, size);
                value = Arrays.copyOf(value, size);
                nulls = Arrays.copyOf(nulls, size);
            }
        }
    }
}
