package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@index "Data-driven attribution" Data-driven attribution} by {@index "removal effect" removal effects} in a
 * {@index "Markov chain"} of order 1 to 3 over the paths (Anderl, Becker, von Wangenheim and Schumann, "Mapping the customer journey", 2016).
 *
 * <ul>
 *   <li>A state is the last {@code order} activities; a path that is shorter is one state. Transitions have the frequencies of the paths.
 *   <li>The removal effect of an activity is the relative loss of conversions when all states with it lead nowhere:
 *       {@code 1 - P(conversion without it) / P(conversion)}.
 *   <li>Attributed are the observed conversions in proportion to the removal effects. Value likewise, where a conversion from a state is
 *       worth the mean of the paths that end there.
 *   <li>Removal effects are associations in the paths, not causal effects, and those of several activities overlap.
 * </ul>
 *
 * <p>Effects are computed, not simulated, without a subtraction on the way: they are exact to about 1e-12, never negative, and the same
 * bits every time. Order 1 takes a time of activities cubed; higher orders take activities times transitions times the rounds that paths
 * make in the chain, a few for paths of usual length.
 *
 * <p>Edge cases: a table without a path that converts has no effects, and the answer says why; unattributable conversions are not in the
 * chain.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.attribution.GoalPaths;
 * import dev.cxkit.journey.attribution.Markov;
 * import dev.cxkit.journey.attribution.MarkovAttribution;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.Locale;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada email 02", "ada search 05", "ada order 06", "ben search 03", "ben order 04", "eve email 07")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[2] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * MarkovAttribution attribution = MarkovAttribution.metric(GoalPaths.of("order"), Markov.of(1))
 *         .over(JourneyAssembler.byCustomer().assemble(log));
 * attribution.conversions().forEach((activity, effect) -> System.out.printf(
 *         Locale.ROOT, "%s: removal effect %.2f, attributed %.2f%n", activity, effect.effect(), effect.attributed()));
 * // -> email: removal effect 0.50, attributed 0.67
 * // -> search: removal effect 1.00, attributed 1.33
 * }</pre>
 *
 * @param order how many activities a state remembers, 1 to 3
 * @param nullPaths whether null paths are part of the chain; without them every path converts
 */
public record Markov(int order, boolean nullPaths) implements Serializable {

    /** The most activities that a table may have, beyond which effects are noise and the work grows with the cube. */
    public static final int MOST_ACTIVITIES = 2_000;

    private static final int MOST_ORDER = 3;

    /** Throws an {@link IllegalArgumentException} if the order is outside 1..3. */
    public Markov {
        Require.range("order", order, 1, MOST_ORDER);
    }

    /** Returns the model of this order, with null paths; throws an {@link IllegalArgumentException} if it is outside 1..3. */
    public static Markov of(int order) {
        return new Markov(order, true);
    }

    /** Returns the same model of the converting paths alone. */
    public Markov withoutNullPaths() {
        return new Markov(order, false);
    }

    /**
     * Returns the conversions and the value of the table, attributed by removal effects. A table without a path, or without one that converts,
     * has no effects and the answer says why.
     *
     * @throws IllegalArgumentException if the table has more than {@value #MOST_ACTIVITIES} activities
     */
    public MarkovAttribution attribute(PathTable table) {
        StateGraph graph = StateGraph.of(requireNonNull(table, "table"), this);
        PathTotals attributable = graph.totals();
        if (attributable.conversions() == 0) {
            String reason = attributable.nulls() == 0
                    ? "there is no path with an activity"
                    : "no path with an activity converts";
            return new MarkovAttribution(
                    this, attributable, table.unattributable(), graph.states(), Map.of(), Map.of(), reason);
        }
        List<String> activities = graph.activities();
        double[][] through = order == 1 ? Elimination.throughEach(graph) : throughEach(graph);
        return new MarkovAttribution(
                this,
                attributable,
                table.unattributable(),
                graph.states(),
                shared(activities, through[0], attributable.conversions()),
                attributable.value() == 0 ? Map.of() : shared(activities, through[1], attributable.value()),
                null);
    }

    private static double[][] throughEach(StateGraph graph) {
        int activities = graph.activities().size();
        double[][] through = new double[2][activities];
        ThroughFlow flow = new ThroughFlow(graph);
        for (int activity = 0; activity < activities; activity++) {
            double[] one = flow.through(graph.statesWith(Set.of(activity)));
            through[0][activity] = one[0];
            through[1][activity] = one[1];
        }
        return through;
    }

    private static Map<String, RemovalEffect> shared(List<String> activities, double[] through, long total) {
        double sum = 0;
        for (double each : through) {
            sum += each;
        }
        Map<String, RemovalEffect> effects = new TreeMap<>();
        for (int activity = 0; activity < through.length; activity++) {
            effects.put(
                    activities.get(activity),
                    new RemovalEffect(Math.min(1, through[activity] / total), through[activity] / sum * total));
        }
        return effects;
    }

    /**
     * Returns the removal effect of several activities together, 0..1; empty if nothing converts.
     *
     * @throws IllegalArgumentException if one of them is in no path of the chain, or the table has too many activities
     */
    public OptionalDouble removalEffect(Set<String> removed, PathTable table) {
        StateGraph graph = StateGraph.of(requireNonNull(table, "table"), this);
        long conversions = graph.totals().conversions();
        return conversions == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, through(graph, removed)[0] / conversions));
    }

    /**
     * Returns the removal effect of several activities together on value, 0..1; empty if there is no value.
     *
     * @throws IllegalArgumentException if one of them is in no path of the chain, or the table has too many activities
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
     */
    List<Transition> transitions(PathTable table, boolean selfTransitions) {
        return StateGraph.of(requireNonNull(table, "table"), this).transitions(selfTransitions);
    }
}
