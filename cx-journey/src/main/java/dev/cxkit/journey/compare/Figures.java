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

/**
 * Reads the answers of analyses as named figures for a {@link Comparison}: transitions, their durations, funnel steps, variants, retention.
 * The maps keep the order of the answer and are unmodifiable.
 */
public final class Figures {

    private Figures() {}

    /**
     * Returns the directly-follows pairs of activities, each with its share of the occurrences of its first activity. A pair whose first
     * activity does not occur in the graph is excluded.
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

    /** Returns the durations of the directly-follows pairs that were measured. */
    public static Map<List<String>, Durations> times(DirectlyFollows graph) {
        Map<List<String>, Durations> times = new LinkedHashMap<>();
        graph.edges()
                .forEach(edge -> edge.durations().ifPresent(each -> times.put(List.of(edge.from(), edge.to()), each)));
        return Collections.unmodifiableMap(times);
    }

    /**
     * Returns the step conversion rate of each step of a funnel but the first: the share of those at the step before that reached it; those
     * still open are in the denominators.
     */
    public static Map<String, Proportion> steps(Conversion conversion) {
        Map<String, Proportion> shares = new LinkedHashMap<>();
        for (int step = 2; step <= conversion.steps().size(); step++) {
            shares.put(name(conversion, step), conversion.stepRate(step));
        }
        return Collections.unmodifiableMap(shares);
    }

    /** Returns the time from the step before, of each step of a funnel but the first. */
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
     * Returns the share of the journeys of each variant.
     *
     * @param other the variants to be compared with; those that it lists and this does not are there with a share of 0, if they are known to
     *     be absent because this lists all it has
     */
    public static Map<List<String>, Proportion> variants(Variants variants, Variants other) {
        Map<List<String>, Proportion> shares = new LinkedHashMap<>();
        variants.top().forEach(each -> shares.put(each.activities(), Proportion.of(each.count(), variants.journeys())));
        if (variants.rest() == 0) {
            other.top().forEach(each -> shares.putIfAbsent(each.activities(), Proportion.of(0, variants.journeys())));
        }
        return Collections.unmodifiableMap(shares);
    }

    /** Returns the share retained in each interval from 1 on, over all cohorts. */
    public static Map<Integer, Proportion> intervals(RetentionTable table) {
        Map<Integer, Proportion> shares = new LinkedHashMap<>();
        for (int interval = 1; interval < table.total().size(); interval++) {
            shares.put(interval, table.total().get(interval).share());
        }
        return Collections.unmodifiableMap(shares);
    }
}
