package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Metric;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@index "directly-follows graph"} of journeys, also called {@index "process map"}: how often, in how many journeys and after what
 * time one activity directly follows another, with the {@index "start and end activities"}.
 *
 * <ul>
 *   <li>Counted: every pair of neighbours in the order of a journey, also an activity that follows itself (a self-loop).
 *   <li>Not counted: pairs across two journeys, and activities that no journey has.
 *   <li>Of touchpoints of one instant the order is that of the journey, {@link TieOrder#SEQUENCE}.
 *   <li>For each activity the counts of the edges that leave it and its ends add up to how often it occurs; so do the edges that come in
 *       and its starts. The starts of all activities add up to the journeys.
 * </ul>
 *
 * <p>Times are those of the {@link TimeBetween} that was asked for. Source: van der Aalst (2016), <i>Process Mining</i>, 2nd edition.
 *
 * <ul>
 *   <li>Without journeys both collections are empty.
 *   <li>The {@linkplain Edge#durations times} are empty if they were not measured.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.TimeBetween;
 * import dev.cxkit.journey.flow.DirectlyFollows;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9",
 *                         "bob visit 1", "bob visit 3", "bob basket 4")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * DirectlyFollows graph = DirectlyFollows.metric(TimeBetween.CALENDAR).over(journeys);
 * DirectlyFollows.Edge edge = graph.edge("visit", "basket").orElseThrow();
 * System.out.println(edge.count() + " times, mean " + edge.durations().orElseThrow().mean().orElseThrow() + " s");
 * System.out.println("ends: " + graph.activities().get("order").ends());
 * // -> 2 times, mean 180.0 s
 * // -> ends: 1
 * }</pre>
 *
 * @param journeys how many journeys there are
 * @param activities the activities, in the order of their names; unmodifiable
 * @param edges the directly-follows pairs, in the order of their names
 */
public record DirectlyFollows(long journeys, Map<String, Activity> activities, List<Edge> edges) implements Result {

    /**
     * An activity, a node of the graph.
     *
     * @param count how often it occurs
     * @param journeys in how many journeys it occurs
     * @param starts how many journeys start with it
     * @param ends how many journeys end with it
     */
    public record Activity(long count, long journeys, long starts, long ends) implements Result {

        /** Returns {@code count}, {@code journeys}, {@code starts} and {@code ends}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("count", count)
                    .with("journeys", journeys)
                    .with("starts", starts)
                    .with("ends", ends)
                    .map();
        }
    }

    /**
     * An activity that directly follows another, an edge of the graph.
     *
     * @param from the activity before
     * @param to the activity after
     * @param count how often
     * @param journeys in how many journeys
     * @param times the time between the two, if that was measured; see {@link #durations}
     */
    public record Edge(
            String from,
            String to,
            long count,
            long journeys,
            @Nullable Durations times) implements Result {

        private static final Comparator<Edge> ORDER =
                Comparator.comparing(Edge::from).thenComparing(Edge::to);

        /** Returns the times from the first to the second; empty if the metric did not measure them. */
        public Optional<Durations> durations() {
            return Optional.ofNullable(times);
        }

        /** Returns {@code from}, {@code to}, {@code count}, {@code journeys} and {@code durations}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", from)
                    .with("to", to)
                    .with("count", count)
                    .with("journeys", journeys)
                    .with("durations", times)
                    .map();
        }
    }

    /** Copies the collections and sorts the edges. */
    public DirectlyFollows {
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
        edges = edges.stream().sorted(Edge.ORDER).toList();
    }

    /** Returns the metric that counts, without times. Memory grows with the different activities and pairs. */
    public static Metric<Journey, DirectlyFollows> metric() {
        return new DirectlyFollowsMetric(null, TimeBetween.CALENDAR);
    }

    /**
     * Returns the metric that also measures the times of the pairs, with quantiles within 0.39 %. Memory grows with the different
     * activities and pairs.
     *
     * @param elapsed between which instants and on which clock
     */
    public static Metric<Journey, DirectlyFollows> metric(TimeBetween elapsed) {
        return metric(Durations.metric(), elapsed);
    }

    /**
     * Returns the metric that also measures the times of the pairs.
     *
     * @param durations how times are summed up, {@link Durations#metric} or {@link Durations#exactMetric}
     * @param elapsed between which instants and on which clock
     */
    public static Metric<Journey, DirectlyFollows> metric(Metric<Long, Durations> durations, TimeBetween elapsed) {
        return new DirectlyFollowsMetric(requireNonNull(durations, "durations"), requireNonNull(elapsed, "elapsed"));
    }

    /** Returns the edge; empty if the one activity never directly follows the other. */
    public Optional<Edge> edge(String from, String to) {
        int place = Collections.binarySearch(edges, new Edge(from, to, 0, 0, null), Edge.ORDER);
        return place < 0 ? Optional.empty() : Optional.of(edges.get(place));
    }

    /** Returns the edge of the activities that are named like the types. */
    public Optional<Edge> edge(TouchpointType from, TouchpointType to) {
        return edge(from.name(), to.name());
    }

    /** Returns {@code journeys}, {@code activities} and {@code edges}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("journeys", journeys)
                .results("activities", activities)
                .with("edges", edges)
                .map();
    }
}
