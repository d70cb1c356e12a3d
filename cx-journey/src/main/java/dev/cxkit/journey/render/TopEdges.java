package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.flow.DirectlyFollows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent edges of a graph, and their activities. Into the start activities of journeys and out of the end activities lead edges
 * too, from {@link #START} and to {@link #END}, which are numbers and not names: an activity may be called END.
 */
final class TopEdges {

    static final int START = 0;
    static final int END = 1;

    /** What a browser still draws with ease, and Mermaid allows. */
    static final int MOST = 500;

    /** An edge between two numbers of activities. */
    record Arc(int from, int to, long count, @Nullable Durations times) {

        /** Returns the count, and the median time if it is known. */
        String text() {
            OptionalDouble median = times == null ? OptionalDouble.empty() : times.median();
            return Wording.count(count) + (median.isPresent() ? " · " + Wording.time(median.getAsDouble()) : "");
        }
    }

    /** An edge by names; null stands for the start and the end. */
    private record Named(
            @Nullable String from,
            @Nullable String to,
            long count,
            @Nullable Durations times) {}

    private final DirectlyFollows graph;
    private final List<String> activities;
    private final List<Arc> arcs = new ArrayList<>();
    private final int all;
    private final long countNotShown;

    /**
     * Picks the edges.
     *
     * @throws IllegalArgumentException if {@code edges} is outside 1..500
     */
    TopEdges(DirectlyFollows graph, int edges) {
        this.graph = requireNonNull(graph, "graph");
        if (edges < 1 || edges > MOST) {
            throw new IllegalArgumentException("edges " + edges + " to draw is outside 1.." + MOST);
        }
        List<Named> named = ordered(graph);
        all = named.size();
        List<Named> kept = kept(named, edges);
        countNotShown = named.stream().mapToLong(Named::count).sum()
                - kept.stream().mapToLong(Named::count).sum();
        TreeSet<String> names = new TreeSet<>();
        for (Named edge : kept) {
            if (edge.from() != null) {
                names.add(edge.from());
            }
            if (edge.to() != null) {
                names.add(edge.to());
            }
        }
        activities = List.copyOf(names);
        for (Named edge : kept) {
            int from = edge.from() == null ? START : number(edge.from());
            int to = edge.to() == null ? END : number(edge.to());
            arcs.add(new Arc(from, to, edge.count(), edge.times()));
        }
    }

    /** Of three and more edges one is the broadest from the start and one the broadest to the end, so that the graph hangs on them. */
    private static List<Named> kept(List<Named> named, int edges) {
        if (named.size() <= edges) {
            return named;
        }
        List<Named> kept = new ArrayList<>(named.subList(0, edges));
        if (edges >= 3) {
            keepOne(kept, named, edges - 1, edge -> edge.to() == null);
            keepOne(kept, named, edges - 2, edge -> edge.from() == null);
        }
        kept.sort(Comparator.comparingLong(Named::count).reversed());
        return kept;
    }

    private static void keepOne(List<Named> kept, List<Named> named, int place, Predicate<Named> which) {
        if (kept.stream().noneMatch(which)) {
            named.stream().filter(which).findFirst().ifPresent(edge -> kept.set(place, edge));
        }
    }

    private static List<Named> ordered(DirectlyFollows graph) {
        List<Named> named = new ArrayList<>();
        graph.edges().forEach(edge -> named.add(new Named(edge.from(), edge.to(), edge.count(), edge.times())));
        graph.activities().forEach((name, activity) -> {
            if (activity.starts() > 0) {
                named.add(new Named(null, name, activity.starts(), null));
            }
            if (activity.ends() > 0) {
                named.add(new Named(name, null, activity.ends(), null));
            }
        });
        Comparator<@Nullable String> byName = Comparator.nullsFirst(Comparator.naturalOrder());
        named.sort(Comparator.comparingLong(Named::count)
                .reversed()
                .thenComparing(Named::from, byName)
                .thenComparing(Named::to, byName));
        return named;
    }

    /** Returns the edges, the most frequent first. */
    List<Arc> arcs() {
        return arcs;
    }

    /** Returns how many nodes there are, start and end among them. */
    private int number(String activity) {
        return END + 1 + Collections.binarySearch(activities, activity);
    }

    int nodes() {
        return END + 1 + activities.size();
    }

    /** Returns the name of the node. */
    String name(int node) {
        return node == START ? "start" : node == END ? "end" : activities.get(node - END - 1);
    }

    /** Returns how often the node occurs. */
    long count(int node) {
        DirectlyFollows.Activity activity =
                node <= END ? null : graph.activities().get(name(node));
        return activity == null ? graph.journeys() : activity.count();
    }

    /** Returns how many journeys there are. */
    long journeys() {
        return graph.journeys();
    }

    /** Says what is shown and what is not. */
    String note() {
        int left = all - arcs.size();
        if (left == 0) {
            return all == 0 ? "There is no edge." : Wording.count(all, "edge") + ", all shown.";
        }
        long total = countNotShown + arcs.stream().mapToLong(Arc::count).sum();
        return "The " + Wording.count(arcs.size()) + " most frequent of " + Wording.count(all, "edge") + ". Not shown: "
                + Wording.count(left, "edge") + " with " + Wording.percent((double) countNotShown / total)
                + " of the transitions, and "
                + Wording.activities(graph.activities().size() - activities.size()) + ".";
    }
}
