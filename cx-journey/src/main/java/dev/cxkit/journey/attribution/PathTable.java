package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The distinct paths with their conversions, value and nulls: the input of attribution. Tables of the same paths are equal, in whatever
 * order the rows were given.
 *
 * @param rows the paths in the order of their activities; those without any conversion, value or null are excluded; unmodifiable
 */
public record PathTable(List<PathRow> rows) implements Result {

    private static final PathTotals NOTHING = new PathTotals(0, 0, 0);

    /**
     * Adds up the rows of equal paths and sorts them.
     *
     * @throws ArithmeticException if a sum is beyond the range of a long
     */
    public PathTable {
        Map<List<String>, PathTotals> totals = new HashMap<>();
        for (PathRow row : rows) {
            totals.merge(row.path(), row.totals(), PathTotals::plus);
        }
        List<PathRow> ordered = new ArrayList<>();
        totals.forEach((path, sum) -> {
            if (!sum.equals(NOTHING)) {
                ordered.add(new PathRow(path, sum));
            }
        });
        ordered.sort((one, other) -> PathRow.compare(one.path(), other.path()));
        rows = List.copyOf(ordered);
    }

    /**
     * Returns the table of these rows; several of one path are added up.
     *
     * @throws ArithmeticException if a sum is beyond the range of a long
     */
    public static PathTable of(List<PathRow> rows) {
        return new PathTable(rows);
    }

    /** Returns the totals of the paths with at least one activity: what there is to attribute. */
    public PathTotals attributable() {
        return totals(true);
    }

    /** Returns the totals of the conversions without an activity before them, for which nothing gets credit. */
    public PathTotals unattributable() {
        return totals(false);
    }

    private PathTotals totals(boolean attributable) {
        return rows.stream()
                .filter(row -> row.path().isEmpty() != attributable)
                .map(PathRow::totals)
                .reduce(NOTHING, PathTotals::plus);
    }

    /** Returns the activities of all paths in their order. */
    public SortedSet<String> activities() {
        Set<String> activities = new HashSet<>();
        rows.forEach(row -> activities.addAll(row.path()));
        return new TreeSet<>(activities);
    }

    /**
     * Returns the table with every path changed; paths that become equal are added up.
     *
     * @throws IllegalArgumentException if a changed path has a blank activity
     */
    public PathTable map(PathTransform transform) {
        requireNonNull(transform, "transform");
        return new PathTable(rows.stream()
                .map(row -> new PathRow(transform.apply(row.path()), row.totals()))
                .toList());
    }

    /**
     * Returns the paths of both.
     *
     * @throws ArithmeticException if a sum is beyond the range of a long
     */
    public PathTable plus(PathTable other) {
        List<PathRow> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new PathTable(both);
    }

    /** Returns the number of rows and the totals, and no path. */
    @Override
    public String toString() {
        return "PathTable[rows=" + rows.size() + ", attributable=" + attributable() + ", unattributable="
                + unattributable() + "]";
    }

    /** Returns {@code attributable}, {@code unattributable} and {@code rows}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("attributable", attributable())
                .with("unattributable", unattributable())
                .with("rows", rows)
                .map();
    }
}
