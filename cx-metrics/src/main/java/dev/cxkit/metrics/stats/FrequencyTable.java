package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.numeric.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Frequency table of a categorical variable: how often each value was observed. {@index frequency table} {@index mode}
 *
 * <ul>
 *   <li>Every observation counts once. One without a value is given one of its own by whoever asks, such as "unknown".
 *   <li>A value that was not observed has no entry, and the count 0.
 *   <li>Values beyond the limit of a {@link Segmentation} fail, or are gathered in {@link #others}.
 *   <li>Without observations there is no share and no mode.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.stats.FrequencyTable;
 * import java.util.List;
 *
 * record Reply(String plan, int score) {}
 * List<Reply> replies = List.of(new Reply("pro", 9), new Reply("basic", 3), new Reply("pro", 7));
 *
 * FrequencyTable<String> plans = FrequencyTable.metric(Reply::plan).over(replies);
 * System.out.println(plans.counts());
 * System.out.println(plans.mode());
 * System.out.println(plans.proportion("pro").share().getAsDouble() > 0.66);
 * // -> {basic=1, pro=2}
 * // -> [pro]
 * // -> true
 * }</pre>
 *
 * @param <K> the values
 * @param counts how often each value was observed, in the order of the values, each at least 1; unmodifiable
 * @param others how many observations had a value beyond the limit, at least 0
 */
public record FrequencyTable<K>(Map<K, Long> counts, long others) implements Result {

    /**
     * Copies the map and keeps its order.
     *
     * @throws IllegalArgumentException if a count is below 1, or that of the others below 0
     */
    public FrequencyTable {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        Check.count("others", others);
        counts.forEach((value, count) -> {
            Require.that(count >= 1, () -> "count " + count + " of " + value + " is below 1");
        });
    }

    /** Returns the metric; more than {@value Segmentation#DEFAULT_LIMIT} values fail. */
    public static <T, K> Metric<T, FrequencyTable<K>> metric(Fn<? super T, ? extends K> value) {
        return metric(value, Segmentation.failAbove(Segmentation.DEFAULT_LIMIT));
    }

    /** Returns the metric with a chosen limit and form of the values. */
    public static <T, K> Metric<T, FrequencyTable<K>> metric(Fn<? super T, ? extends K> value, Segmentation<K> how) {
        return Metric.<T>count().<K>by(value, how).then(FrequencyTable::of);
    }

    private static <K> FrequencyTable<K> of(Segments<K, Long> counted) {
        Map<K, Long> counts = new LinkedHashMap<>(counted.each());
        // A state read back may have a segment without an observation.
        counts.values().removeIf(count -> count == 0);
        return new FrequencyTable<>(counts, counted.rest().orElse(0L));
    }

    /** Returns how many observations there are. */
    public long n() {
        return counts.values().stream().reduce(others, Math::addExact);
    }

    /** Returns how often the value was observed, 0 if it was not. */
    public long count(K value) {
        return counts.getOrDefault(requireNonNull(value, "value"), 0L);
    }

    /** Returns the proportion of the observations with this value; its share is empty if there are no observations. */
    public Proportion proportion(K value) {
        return Proportion.of(count(value), n());
    }

    /** Returns the values that were observed most often: none without observations, several where they tie. */
    public List<K> mode() {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return counts.keySet().stream().filter(value -> count(value) == most).toList();
    }

    /** Returns {@code n}, the count of each value as {@code key} and {@code result}, and the others. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("n", n())
                .results("counts", counts)
                .with("others", others)
                .map();
    }
}
