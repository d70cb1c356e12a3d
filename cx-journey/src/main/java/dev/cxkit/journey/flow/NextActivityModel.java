package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An {@index "n-gram model"} (variable-order Markov model) of the next activity, with back-off and additive smoothing.
 *
 * <ul>
 *   <li>A forecast looks at as many of the last activities, up to the order, as were seen together before; with none, at how often each
 *       activity follows at all. So it backs off to shorter sequences, down to one that has data.
 *   <li>The end of a journey is one of the things that can come next.
 * </ul>
 *
 * <p>The probability of an activity is {@code (count + smoothing) / (total + smoothing * kinds)}. The kinds are all activities that ever came
 * next, the end, and one more for all that never did; what is left of 1 is the probability of such an activity.
 *
 * <ul>
 *   <li>A model that has seen no journey forecasts nothing.
 *   <li>Evaluate it on held-out journeys with {@link ForecastEvaluation}.
 * </ul>
 *
 * @param order how many of the last activities are looked at
 * @param smoothing what is added to each count, above 0
 * @param after the counts after each sequence of activities; after the empty one it has those of all; in the order of length, then of
 *     the activities; unmodifiable
 */
public record NextActivityModel(int order, double smoothing, Map<List<String>, NextActivityCounts> after)
        implements Result {

    /** By length, then activity by activity. */
    static final Comparator<List<String>> CONTEXTS =
            Comparator.<List<String>>comparingInt(List::size).thenComparing(NextActivityModel::compareActivities);

    private static final NextActivityCounts NOTHING = new NextActivityCounts(Map.of(), 0);

    /**
     * Copies the map; throws an {@link IllegalArgumentException} if order or smoothing are outside the ranges of {@link NextActivity}, or a
     * sequence is longer than the order.
     */
    public NextActivityModel {
        NextActivity checked = new NextActivity(order, smoothing);
        Map<List<String>, NextActivityCounts> ordered = new TreeMap<>(CONTEXTS);
        requireNonNull(after, "after").forEach((context, counts) -> ordered.put(List.copyOf(context), counts));
        for (List<String> context : ordered.keySet()) {
            if (context.size() > checked.order()) {
                throw new IllegalArgumentException(
                        "a sequence of " + context.size() + " activities in a model of order " + order);
            }
        }
        // Unlike the sorted map, this one has no comparator that would have to travel with it.
        after = Collections.unmodifiableMap(new LinkedHashMap<>(ordered));
    }

    private static int compareActivities(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /**
     * Returns all that can come next, the most probable first, equals by name and the end last of them; nothing if the model has seen
     * no journey.
     *
     * @param activities the activities so far in order, of which the last ones count; at least one, for with which activity journeys start is
     *     no part of the model: {@link DirectlyFollows} tells it
     * @throws IllegalArgumentException if there is no activity
     */
    public List<Forecast> next(List<String> activities) {
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("activities are none; a forecast is made after one or more");
        }
        return after(activities);
    }

    /** The same; after no activity, by how often each activity follows at all. */
    List<Forecast> after(List<String> activities) {
        NextActivityCounts all = all();
        if (all.total() == 0) {
            return List.of();
        }
        NextActivityCounts counts = counts(activities);
        double total = denominator(counts);
        List<Forecast> forecasts = new ArrayList<>();
        for (String activity : all.activities().keySet()) {
            forecasts.add(new Forecast(activity, (counts.activities().getOrDefault(activity, 0L) + smoothing) / total));
        }
        forecasts.add(new Forecast(null, (counts.ends() + smoothing) / total));
        forecasts.sort(Forecast.ORDER);
        return forecasts;
    }

    /** Returns how many of the last activities a forecast looks at, 0..order: as many as were seen together. */
    public int depth(List<String> activities) {
        int size = activities.size();
        int length = Math.min(order, size);
        while (length > 0 && !after.containsKey(activities.subList(size - length, size))) {
            length--;
        }
        return length;
    }

    /** What came after the longest end of the activities that was seen. */
    private NextActivityCounts counts(List<String> activities) {
        int size = activities.size();
        return after.getOrDefault(activities.subList(size - depth(activities), size), NOTHING);
    }

    private NextActivityCounts all() {
        return after.getOrDefault(List.of(), NOTHING);
    }

    private double denominator(NextActivityCounts counts) {
        int kinds = all().activities().size() + 2;
        return counts.total() + smoothing * kinds;
    }

    /** The probability of one activity, null for the end. */
    double probability(List<String> activities, @Nullable String next) {
        NextActivityCounts counts = counts(activities);
        long count = next == null ? counts.ends() : counts.activities().getOrDefault(next, 0L);
        return (count + smoothing) / denominator(counts);
    }

    /** A number of the counts that is the same on every machine. */
    long fingerprint() {
        long hash = 1;
        for (Map.Entry<List<String>, NextActivityCounts> entry : after.entrySet()) {
            NextActivityCounts counts = entry.getValue();
            for (long part :
                    new long[] {entry.getKey().hashCode(), counts.activities().hashCode(), counts.ends()}) {
                hash = 0x9e3779b97f4a7c15L * (hash ^ (hash >>> 29)) + part;
            }
        }
        return hash;
    }

    /** Returns order, smoothing and number of sequences, and no activity. */
    @Override
    public String toString() {
        return "next activity model of order " + order + ", smoothing " + smoothing + ", " + after.size()
                + " sequences";
    }

    /** Returns {@code order}, {@code smoothing} and {@code after}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("order", order)
                .with("smoothing", smoothing)
                .results("after", after)
                .map();
    }
}
