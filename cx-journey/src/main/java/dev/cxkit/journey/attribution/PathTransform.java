package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** A change of paths before they are attributed, such as dropping an activity that would drown the others. A host may supply its own. */
@FunctionalInterface
public interface PathTransform extends Serializable {

    /**
     * Returns the changed path; if it is empty, its conversions become unattributable.
     *
     * @param path activities in order, unmodifiable; never changed
     */
    List<String> apply(List<String> path);

    /** Returns the transform that leaves paths as they are. */
    static PathTransform identity() {
        return path -> path;
    }

    /** Returns the transform that keeps one of several equal activities in a row: a a b a becomes a b a. */
    static PathTransform collapseRepeats() {
        return path -> {
            List<String> kept = new ArrayList<>();
            for (String activity : path) {
                if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(activity)) {
                    kept.add(activity);
                }
            }
            return kept;
        };
    }

    /** Returns the transform that keeps each activity only where it comes first: a b a c b becomes a b c. */
    static PathTransform firstOccurrences() {
        return path -> List.copyOf(new LinkedHashSet<>(path));
    }

    /** Returns the transform that drops an activity wherever it is, but keeps paths that have nothing else. */
    static PathTransform dropUnlessAll(String activity) {
        requireNonNull(activity, "activity");
        return path -> {
            List<String> kept =
                    path.stream().filter(other -> !other.equals(activity)).toList();
            return kept.isEmpty() ? path : kept;
        };
    }

    /** Returns the transform that cuts an activity off the end, however often it is there, but keeps paths that have nothing else. */
    static PathTransform dropTrailingUnlessAll(String activity) {
        requireNonNull(activity, "activity");
        return path -> {
            int end = path.size();
            while (end > 0 && path.get(end - 1).equals(activity)) {
                end--;
            }
            return end == 0 ? path : path.subList(0, end);
        };
    }

    /** Returns the transform that makes this change first and then the next. */
    default PathTransform then(PathTransform next) {
        requireNonNull(next, "next");
        return path -> next.apply(apply(path));
    }
}
