package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Segments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Small-cell suppression"} with {@index "complementary suppression"}: groups below a minimum size, and those that would give them
 * away.
 *
 * <ul>
 *   <li>Suppressed: groups of fewer people than the minimum, and as many others, the smallest first, as are needed so that nobody can work
 *       one out from the total and the rest: of 6 and 4 people with a minimum of 5 both are suppressed.
 *   <li>The total too, where fewer than the minimum are suppressed in all.
 *   <li>Groups of nobody hide nothing, and are shown.
 *   <li>This protects one table. Two tables of the same people, say by team and by site, can still give away what each suppresses.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.metrics.survey.Distribution;
 * import dev.cxkit.metrics.survey.MinimumGroup;
 * import java.util.ArrayList;
 * import java.util.List;
 *
 * record Reply(String team, int score) {}
 * var replies = new ArrayList<Reply>();
 * List.of("north:9", "south:6", "east:4").forEach(team -> {
 *     for (int i = 0; i < Integer.parseInt(team.split(":")[1]); i++) {
 *         replies.add(new Reply(team.split(":")[0], 5));
 *     }
 * });
 * var byTeam = Distribution.metric(Scale.CSAT, Reply::score).by(Reply::team).over(replies);
 * var shown = MinimumGroup.FIVE.apply(byTeam, Distribution::asked);
 * System.out.println(shown.shown().keySet() + ", suppressed " + shown.suppressed());
 * // -> [north], suppressed [east, south]
 * }</pre>
 *
 * @param people the fewest people whose answers are shown, at least 2
 */
public record MinimumGroup(int people) {

    /** A common minimum in surveys of employees: 5. */
    public static final MinimumGroup FIVE = new MinimumGroup(5);

    /** Refuses a minimum below 2, with an {@link IllegalArgumentException}. */
    public MinimumGroup {
        Require.that(people >= 2, () -> "minimum group " + people + " is below 2 people");
    }

    /**
     * The answers that may be shown.
     *
     * @param <K> the keys of the groups
     * @param <R> the answers
     * @param overall the total; null if it is suppressed
     * @param gathered the rest beyond a limit of segments; null if it is suppressed or there is none
     * @param shown the groups that may be shown, in their order; unmodifiable
     * @param suppressed the keys of the groups that are suppressed, in their order; unmodifiable
     */
    public record Shown<K, R>(@Nullable R overall, @Nullable R gathered, Map<K, R> shown, List<K> suppressed)
            implements Result {

        /** Copies the collections. */
        public Shown {
            shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
            suppressed = List.copyOf(suppressed);
        }

        /** Returns the total; empty if it is suppressed. */
        public Optional<R> total() {
            return Optional.ofNullable(overall);
        }

        /** Returns the rest beyond a limit of segments; empty if it is suppressed or there is none. */
        public Optional<R> rest() {
            return Optional.ofNullable(gathered);
        }

        /** Returns the answers that are shown, the segments that are not, {@code rest} and {@code total}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .results("shown", shown)
                    .with("suppressed", suppressed)
                    .with("rest", gathered)
                    .with("total", overall)
                    .map();
        }
    }

    /**
     * Returns what may be shown of the segments.
     *
     * @param size the number of people behind an answer, with those who skipped the question or said that it does not apply, such as
     *     {@link Distribution#asked()}; one voice for each person is assumed
     */
    public <K, R> Shown<K, R> apply(Segments<K, R> segments, ToLongFunction<? super R> size) {
        requireNonNull(size, "size");
        List<Group<K, R>> groups = new ArrayList<>();
        segments.each().forEach((key, value) -> groups.add(new Group<>(key, value, size.applyAsLong(value))));
        segments.rest().ifPresent(rest -> groups.add(new Group<>(null, rest, size.applyAsLong(rest))));

        // Groups of nobody hide nothing and cannot hide others. The smallest go first; the sort is stable. A single
        // small
        // group is below the minimum by itself, so enough people are suppressed only together with another group.
        List<Group<K, R>> bySize = new ArrayList<>(groups);
        bySize.removeIf(group -> group.size == 0);
        bySize.sort(Comparator.comparingLong(Group::size));
        Set<Group<K, R>> suppressedGroups = new HashSet<>();
        long people = 0;
        for (Group<K, R> group : bySize) {
            boolean small = group.size < people();
            boolean cover = !suppressedGroups.isEmpty() && people < people();
            if (small || cover) {
                suppressedGroups.add(group);
                people += group.size;
            }
        }
        boolean suppressTotal =
                size.applyAsLong(segments.total()) < people() || (!suppressedGroups.isEmpty() && people < people());

        Map<K, R> shown = new LinkedHashMap<>();
        List<K> suppressed = new ArrayList<>();
        R rest = null;
        for (Group<K, R> group : groups) {
            boolean isSuppressed = suppressedGroups.contains(group);
            if (group.key == null) {
                rest = isSuppressed ? null : group.value;
            } else if (isSuppressed) {
                suppressed.add(group.key);
            } else {
                shown.put(group.key, group.value);
            }
        }
        return new Shown<>(suppressTotal ? null : segments.total(), rest, shown, suppressed);
    }

    /** A segment, or the rest where the key is null; compared by identity through its key. */
    private record Group<K, R>(@Nullable K key, R value, long size) {}
}
