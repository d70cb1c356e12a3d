package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A path and how often it was taken.
 *
 * @param path the labels of the touches in order, none blank; nothing where the goal came without a touch; unmodifiable
 * @param totals how often it ended in the goal, and how often not
 */
public record PathRow(List<String> path, PathTotals totals) {

    /** Checks the labels and copies the list; throws an {@link IllegalArgumentException} if a label is blank. */
    public PathRow {
        path = List.copyOf(path);
        requireNonNull(totals, "totals");
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).isBlank()) {
                throw new IllegalArgumentException("label " + i + " of a path is blank");
            }
        }
    }

    /**
     * Returns the row of a path.
     *
     * @throws IllegalArgumentException if a label is blank, a number negative, or there is value without a conversion
     */
    public static PathRow of(List<String> path, long conversions, long value, long nulls) {
        return new PathRow(path, new PathTotals(conversions, value, nulls));
    }

    /** Label by label; a path comes before those that go on from it. */
    static int compare(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int labels = one.get(i).compareTo(other.get(i));
            if (labels != 0) {
                return labels;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
