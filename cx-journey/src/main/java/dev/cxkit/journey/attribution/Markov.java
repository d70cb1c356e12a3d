package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Attribution by removal in a Markov chain of the paths (Anderl, Becker, von Wangenheim and Schumann, "Mapping the customer journey",
 * 2016): the effect of a label is the part of the conversions that is lost when every state with it leads nowhere,
 * {@code 1 - P(conversion without it) / P(conversion)}. Conversions are shared out in proportion to the effects.
 *
 * <p>A state is the last {@code order} touches; a path that is shorter is one state. Transitions have the frequencies of the paths.
 * Value is what a conversion from a state is worth on average.
 *
 * <p>Effects are computed, not simulated, and no subtraction is made on the way: they are exact to about 1e-12, never negative, and the
 * same bits every time. Order 1 takes a time of labels cubed; higher orders take labels times transitions times the rounds that paths
 * make in the chain, a few for paths of usual length.
 *
 * @param order how many touches a state remembers, 1 to 3
 * @param nullPaths whether paths that did not end in the goal are part of the chain; without them every path converts
 */
public record Markov(int order, boolean nullPaths) implements Serializable {

    /** The most labels that a table may have, beyond which effects are noise and the work grows with the cube. */
    public static final int MOST_ACTIVITIES = 2_000;

    private static final int MOST_ORDER = 3;

    /** Checks the order; throws an {@link IllegalArgumentException} if it is outside 1..3. */
    public Markov {
        if (order < 1 || order > MOST_ORDER) {
            throw new IllegalArgumentException("order " + order + " is outside 1.." + MOST_ORDER);
        }
    }

    /** Returns the model of this order, null paths among them; throws an {@link IllegalArgumentException} if it is outside 1..3. */
    public static Markov of(int order) {
        return new Markov(order, true);
    }

    /** Returns the same model of the paths to the goal alone. */
    public Markov withoutNullPaths() {
        return new Markov(order, false);
    }

    /**
     * Shares out conversions and value. A table without a path, or without one that converts, gives no effects and says why.
     *
     * @throws IllegalArgumentException if the table has more than {@value #MOST_ACTIVITIES} labels
     */
    public MarkovAttribution attribute(PathTable table) {
        StateGraph graph = StateGraph.of(requireNonNull(table, "table"), this);
        PathTotals touched = graph.totals();
        if (touched.conversions() == 0) {
            String reason = touched.nulls() == 0 ? "there is no path with a touch" : "no path with a touch converts";
            return new MarkovAttribution(
                    this, touched, table.unattributable(), graph.states(), Map.of(), Map.of(), reason);
        }
        List<String> labels = graph.activities();
        double[][] through = order == 1 ? Elimination.throughEach(graph) : throughEach(graph);
        return new MarkovAttribution(
                this,
                touched,
                table.unattributable(),
                graph.states(),
                shared(labels, through[0], touched.conversions()),
                touched.value() == 0 ? Map.of() : shared(labels, through[1], touched.value()),
                null);
    }

    private static double[][] throughEach(StateGraph graph) {
        int labels = graph.activities().size();
        double[][] through = new double[2][labels];
        ThroughFlow passage = new ThroughFlow(graph);
        for (int label = 0; label < labels; label++) {
            double[] one = passage.through(graph.statesWith(Set.of(label)));
            through[0][label] = one[0];
            through[1][label] = one[1];
        }
        return through;
    }

    private static Map<String, RemovalEffect> shared(List<String> labels, double[] through, long total) {
        double sum = 0;
        for (double flow : through) {
            sum += flow;
        }
        Map<String, RemovalEffect> effects = new TreeMap<>();
        for (int label = 0; label < through.length; label++) {
            effects.put(
                    labels.get(label),
                    new RemovalEffect(Math.min(1, through[label] / total), through[label] / sum * total));
        }
        return effects;
    }

    /**
     * Returns the part of the conversions that is lost when all of these labels are removed together, 0..1; empty if nothing converts.
     *
     * @throws IllegalArgumentException if one of them is in no path of the chain, or the table has too many labels
     */
    public OptionalDouble removalEffect(Set<String> removed, PathTable table) {
        StateGraph graph = StateGraph.of(requireNonNull(table, "table"), this);
        long conversions = graph.totals().conversions();
        return conversions == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, through(graph, removed)[0] / conversions));
    }

    /**
     * Returns the part of the value that is lost when all of these labels are removed together, 0..1; empty if there is no value.
     *
     * @throws IllegalArgumentException if one of them is in no path of the chain, or the table has too many labels
     */
    public OptionalDouble valueRemovalEffect(Set<String> removed, PathTable table) {
        StateGraph graph = StateGraph.of(requireNonNull(table, "table"), this);
        long value = graph.totals().value();
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, through(graph, removed)[1] / value));
    }

    private static double[] through(StateGraph graph, Set<String> removed) {
        return new ThroughFlow(graph).through(graph.statesWith(graph.codes(removed)));
    }

    /**
     * Returns the transitions of the chain, those from the start first, each state's in the order of first appearance.
     *
     * @param selfTransitions whether those from a state to itself are kept, as is usual; effects do not depend on them
     * @throws IllegalArgumentException if the table has more than {@value #MOST_ACTIVITIES} labels
     */
    public List<Transition> transitions(PathTable table, boolean selfTransitions) {
        return StateGraph.of(requireNonNull(table, "table"), this).transitions(selfTransitions);
    }
}
