package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Directly-follows graph, how often, in how many journeys and how long after: the directly-follows graph of process mining (van der
 * Aalst, 2016). For each activity, what leaves it and what ends at it add up to how often it occurs, and so do what comes in and what starts
 * there.
 *
 * @param journeys how many journeys there are
 * @param activities the activities, in the order of their names; unmodifiable
 * @param edges the directly-follows pairs, in the order of their names
 */
public record DirectlyFollows(long journeys, Map<String, Activity> activities, List<Edge> edges) {

    /**
     * One activity.
     *
     * @param count how often it occurs
     * @param journeys in how many journeys it occurs
     * @param starts how many journeys start with it
     * @param ends how many journeys end with it
     */
    public record Activity(long count, long journeys, long starts, long ends) {}

    /**
     * One activity right after another.
     *
     * @param from the activity before
     * @param to the activity after
     * @param count how often
     * @param journeys in how many journeys
     * @param times how long after, if that was measured; see {@link #durations}
     */
    public record Edge(
            String from,
            String to,
            long count,
            long journeys,
            @Nullable Durations times) {

        /** Returns how long the second comes after the first; empty if the metric did not measure it. */
        public Optional<Durations> durations() {
            return Optional.ofNullable(times);
        }
    }

    /** Copies the map and the list. */
    public DirectlyFollows {
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
        edges = List.copyOf(edges);
    }

    /** Returns the metric that counts, without times. Memory grows with the different activities and pairs. */
    public static Metric<Journey, DirectlyFollows> metric() {
        return new DirectlyFollowsMetric(null, TimeBetween.CALENDAR);
    }

    /** Returns the metric that counts and measures, with quantiles within 0.39 %. Memory grows with the different activities and pairs. */
    public static Metric<Journey, DirectlyFollows> timed() {
        return timed(Durations.metric(), TimeBetween.CALENDAR);
    }

    /**
     * Returns the metric that counts and measures.
     *
     * @param durations how times are kept, {@link Durations#metric} or {@link Durations#exact}
     * @param elapsed between which instants and on which clock
     */
    public static Metric<Journey, DirectlyFollows> timed(Metric<Long, Durations> durations, TimeBetween elapsed) {
        return new DirectlyFollowsMetric(requireNonNull(durations, "durations"), requireNonNull(elapsed, "elapsed"));
    }

    /** Returns the pair; empty if the one never comes right after the other. */
    public Optional<Edge> edge(String from, String to) {
        return edges.stream()
                .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
                .findFirst();
    }
}
