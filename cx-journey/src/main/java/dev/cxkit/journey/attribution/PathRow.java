package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.List;
import java.util.Map;

/**
 * A distinct path with its conversions, value and nulls.
 *
 * @param path the activities in order, none blank; empty for conversions without an activity before them; unmodifiable
 * @param totals how often the path converted, and how often not
 */
public record PathRow(List<String> path, PathTotals totals) implements Result {

    /** Throws an {@link IllegalArgumentException} if an activity is blank. */
    public PathRow {
        path = List.copyOf(path);
        requireNonNull(totals, "totals");
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).isBlank()) {
                throw new IllegalArgumentException("activity " + i + " of a path is blank");
            }
        }
    }

    /**
     * Returns the row of a path.
     *
     * @throws IllegalArgumentException if an activity is blank, a number negative, or there is value without a conversion
     */
    public static PathRow of(List<String> path, long conversions, long value, long nulls) {
        return new PathRow(path, new PathTotals(conversions, value, nulls));
    }

    /** Activity by activity; a path comes before those that continue it. */
    static int compare(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int activities = one.get(i).compareTo(other.get(i));
            if (activities != 0) {
                return activities;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** Returns {@code path} and {@code totals}. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("path", path).with("totals", totals).map();
    }
}
