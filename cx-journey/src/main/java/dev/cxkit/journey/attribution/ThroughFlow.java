package dev.cxkit.journey.attribution;

/**
 * The conversions and value that pass through some of the states: what leaves these and reaches the goal without returning to one of them,
 * which is after their last visit. What is under way is moved on state by state until what could still arrive is below the digits that are
 * promised.
 */
final class ThroughFlow {

    private static final double NEGLIGIBLE = 1e-15;

    /** The most states that are taken out one by one, which needs the square of it in memory. */
    private static final int MOST_DENSE = 2_000;

    private final StateGraph graph;
    private final int[] order;
    private final double[] leaving;
    private final double negligible;

    ThroughFlow(StateGraph graph) {
        this.graph = graph;
        this.order = order(graph);
        this.leaving = new double[graph.states()];
        double dearest = 0;
        for (int i = 0; i < leaving.length; i++) {
            leaving[i] = graph.leaving(i);
            if (graph.converted[i] > 0) {
                dearest = Math.max(dearest, graph.value[i] / graph.converted[i]);
            }
        }
        PathTotals totals = graph.totals();
        double conversions = totals.conversions();
        this.negligible = NEGLIGIBLE * (dearest == 0 ? conversions : Math.min(conversions, totals.value() / dearest));
    }

    /** Returns the conversions and the value. */
    double[] through(boolean[] states) {
        double[] result = new double[2];
        double[] mass = new double[states.length];
        int others = 0;
        for (int i = 0; i < states.length; i++) {
            if (states[i]) {
                result[0] += graph.converted[i];
                result[1] += graph.value[i];
                push(i, 1, states, mass);
            } else {
                others++;
            }
        }
        double[] parts = new double[states.length];
        double dense = others <= MOST_DENSE ? (double) others * others * others / 3 : Double.POSITIVE_INFINITY;
        double work = 0;
        while (sum(mass) > negligible) {
            if (work > dense) {
                // Paths stay in the chain for very long.
                eliminate(states, mass, others, result);
                break;
            }
            work += graph.flow.length + (double) states.length;
            for (int i : order) {
                if (mass[i] > 0) {
                    double part = mass[i] / leaving[i];
                    mass[i] = 0;
                    parts[i] += part;
                    push(i, part, states, mass);
                }
            }
        }
        for (int i = 0; i < parts.length; i++) {
            result[0] += parts[i] * graph.converted[i];
            result[1] += parts[i] * graph.value[i];
        }
        return result;
    }

    private void push(int from, double part, boolean[] states, double[] mass) {
        for (int edge = graph.first[from]; edge < graph.first[from + 1]; edge++) {
            int to = graph.target[edge];
            if (!states[to]) {
                mass[to] += part * graph.flow[edge];
            }
        }
    }

    private static double sum(double[] mass) {
        double sum = 0;
        for (double one : mass) {
            sum += one;
        }
        return sum;
    }

    /** Leads what is still under way to where it arrives, by taking out all other states. */
    private void eliminate(boolean[] states, double[] mass, int others, double[] result) {
        int[] column = new int[states.length];
        int next = Elimination.STATES;
        for (int i : order) {
            column[i] = states[i] ? Elimination.NULLS : next++;
        }
        double[][] rows = new double[others + 1][Elimination.STATES + others];
        double[] source = rows[others];
        for (int i = 0; i < states.length; i++) {
            if (!states[i]) {
                double[] row = rows[column[i] - Elimination.STATES];
                row[Elimination.CONVERTED] = graph.converted[i];
                row[Elimination.VALUE] = graph.value[i];
                row[Elimination.NULLS] = graph.nulls[i];
                for (int edge = graph.first[i]; edge < graph.first[i + 1]; edge++) {
                    row[column[graph.target[edge]]] += graph.flow[edge];
                }
                source[column[i]] = mass[i];
            }
        }
        Elimination.reduce(rows, others, 0);
        result[0] += source[Elimination.CONVERTED];
        result[1] += source[Elimination.VALUE];
    }

    /** States before those that they lead to, as far as there are no circles, so that one round does for paths without any. */
    private static int[] order(StateGraph graph) {
        int states = graph.states();
        int[] order = new int[states];
        int[] next = new int[states];
        int[] stack = new int[states];
        boolean[] seen = new boolean[states];
        int free = states;
        for (int start = 0; start < states; start++) {
            int depth = 0;
            if (!seen[start]) {
                seen[start] = true;
                next[start] = graph.first[start];
                stack[depth++] = start;
            }
            while (depth > 0) {
                int state = stack[depth - 1];
                if (next[state] == graph.first[state + 1]) {
                    order[--free] = state;
                    depth--;
                } else {
                    int to = graph.target[next[state]++];
                    if (!seen[to]) {
                        seen[to] = true;
                        next[to] = graph.first[to];
                        stack[depth++] = to;
                    }
                }
            }
        }
        return order;
    }
}
