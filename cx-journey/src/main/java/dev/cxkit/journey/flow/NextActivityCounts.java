package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The frequencies of the activities that came next after the same last activities, and of the end.
 *
 * @param activities how often each activity came, above 0, in the order of their names; unmodifiable
 * @param ends how often the journey ended there, at least 0
 */
public record NextActivityCounts(Map<String, Long> activities, long ends) implements Result {

    /**
     * Copies the map; throws an {@link IllegalArgumentException} if the count of an activity is below 1 or that of the
     * ends negative.
     */
    public NextActivityCounts {
        activities = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(activities, "activities")));
        activities.forEach((activity, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("count " + count + " of activity '" + activity + "' is below 1");
            }
        });
        if (ends < 0) {
            throw new IllegalArgumentException("count " + ends + " of ends is negative");
        }
    }

    /** Returns the sum of all counts. */
    public long total() {
        return activities.values().stream().reduce(ends, Math::addExact);
    }

    /** Returns {@code activities} and {@code ends}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("activities", activities)
                .with("ends", ends)
                .map();
    }
}
