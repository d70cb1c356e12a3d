package dev.cxkit.journey.compare;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.metrics.purchase.RetentionTable;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of analyses as named figures, to be put into a {@link Comparison}. The maps keep the order of the answer. */
public final class Figures {

    private Figures() {}

    /**
     * Returns how often each step is followed by each other: pairs of steps, with their shares of how often the first one occurs. A pair
     * whose first step does not occur in the graph is not there.
     *
     * @param other the graph to be compared with, whose pairs this one may lack: these have a share of 0 here
     */
    public static Map<List<String>, Proportion> edges(DirectlyFollows graph, DirectlyFollows other) {
        Map<List<String>, Proportion> shares = new LinkedHashMap<>();
        graph.edges().forEach(edge -> put(shares, graph, edge, edge.count()));
        other.edges().forEach(edge -> put(shares, graph, edge, 0));
        return Collections.unmodifiableMap(shares);
    }

    private static void put(
            Map<List<String>, Proportion> shares, DirectlyFollows graph, DirectlyFollows.Edge edge, long count) {
        DirectlyFollows.Activity from = graph.activities().get(edge.from());
        if (from != null) {
            shares.putIfAbsent(List.of(edge.from(), edge.to()), Proportion.of(count, from.count()));
        }
    }

    /** Returns how long each step comes after each other, for the pairs that were measured. */
    public static Map<List<String>, Durations> times(DirectlyFollows graph) {
        Map<List<String>, Durations> times = new LinkedHashMap<>();
        graph.edges()
                .forEach(edge -> edge.durations().ifPresent(each -> times.put(List.of(edge.from(), edge.to()), each)));
        return Collections.unmodifiableMap(times);
    }

    /**
     * Returns, for each step of a funnel but the first, the share that came to it of those that came to the step before; those still open
     * are in the denominators.
     */
    public static Map<String, Proportion> steps(Conversion conversion) {
        Map<String, Proportion> shares = new LinkedHashMap<>();
        for (int step = 2; step <= conversion.steps().size(); step++) {
            shares.put(name(conversion, step), conversion.stepRate(step));
        }
        return Collections.unmodifiableMap(shares);
    }

    /** Returns how long after the step before each step of a funnel but the first comes. */
    public static Map<String, Durations> stepTimes(Conversion conversion) {
        Map<String, Durations> times = new LinkedHashMap<>();
        for (int step = 2; step <= conversion.steps().size(); step++) {
            times.put(name(conversion, step), conversion.steps().get(step - 1).timeFromPrevious());
        }
        return Collections.unmodifiableMap(times);
    }

    /** Steps of one name, as in A, B, A, are told apart by their number. */
    private static String name(Conversion conversion, int step) {
        return step + " " + conversion.steps().get(step - 1).name();
    }

    /**
     * Returns the share of the journeys that have each sequence of steps.
     *
     * @param other the variants to be compared with; of the sequences that these list and this does not, those are there with a share of
     *     0 that are known to be so, since this lists all it has
     */
    public static Map<List<String>, Proportion> variants(Variants variants, Variants other) {
        Map<List<String>, Proportion> shares = new LinkedHashMap<>();
        variants.top().forEach(each -> shares.put(each.activities(), Proportion.of(each.count(), variants.journeys())));
        if (variants.rest() == 0) {
            other.top().forEach(each -> shares.putIfAbsent(each.activities(), Proportion.of(0, variants.journeys())));
        }
        return Collections.unmodifiableMap(shares);
    }

    /** Returns the share that came back in each interval from 1 on, over all cohorts. */
    public static Map<Integer, Proportion> intervals(RetentionTable table) {
        Map<Integer, Proportion> shares = new LinkedHashMap<>();
        for (int interval = 1; interval < table.total().size(); interval++) {
            shares.put(interval, table.total().get(interval).share());
        }
        return Collections.unmodifiableMap(shares);
    }
}
