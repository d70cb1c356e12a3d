package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a metric per segment and in total (a breakdown). {@index segment} {@index breakdown}
 *
 * <ul>
 *   <li>Every observation counts in one segment and in the total, which is worked out from the observations and not from the answers
 *       of the segments.
 *   <li>A segment without observations is not there.
 *   <li>Segments beyond the limit of a {@link Segmentation} are gathered in the rest; without one of that kind they fail.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.Metric;
 * import dev.cxkit.metrics.Segmentation;
 * import dev.cxkit.metrics.Segments;
 * import dev.cxkit.metrics.Sums;
 * import java.util.List;
 *
 * record Sale(String shop, long cents) {}
 * List<Sale> sales = List.of(new Sale("b", 500), new Sale("a", 1999), new Sale("c", 1), new Sale("a", 1));
 * Metric<Sale, Long> revenue = Sums.metric("revenue", 1, (sale, sums) -> sums[0] = sale.cents(), sums -> sums[0]);
 *
 * Segments<String, Long> byShop = revenue.by(Sale::shop, Segmentation.gatherAbove(2)).over(sales);
 * System.out.println(byShop.total() + " " + byShop.each() + " " + byShop.rest());
 * // -> 2501 {a=2000, b=500} Optional[1]
 * }</pre>
 *
 * @param <K> the keys
 * @param <R> the answers
 * @param total the answer over all segments, counted from the observations and not from the answers of the segments
 * @param gathered the answer over the segments beyond the limit, or null where there were none
 * @param each the answer of each segment that had an observation, in the order of the keys; unmodifiable
 */
public record Segments<K, R>(R total, @Nullable R gathered, Map<K, R> each) implements Result {

    /** Copies the map and keeps its order. */
    public Segments {
        requireNonNull(total, "total");
        each = Collections.unmodifiableMap(new LinkedHashMap<>(each));
    }

    /** Returns the answer of the segment; empty if it had no observation. */
    public Optional<R> get(K key) {
        return Optional.ofNullable(each.get(requireNonNull(key, "key")));
    }

    /** Returns the answer over all segments beyond the limit; empty if there were none. */
    public Optional<R> rest() {
        return Optional.ofNullable(gathered);
    }

    /** Hands over each segment with its answer, in the order of the keys. */
    public void forEach(BiConsumer<? super K, ? super R> action) {
        each.forEach(action);
    }

    /** Returns the answers as {@code segments}, a list of {@code key} and {@code result}, then {@code rest} and {@code total}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .results("segments", each)
                .with("rest", gathered)
                .with("total", total)
                .map();
    }

    /** Returns a line for each segment, the rest and the total. */
    @Override
    public String text(int decimals) {
        StringBuilder text = new StringBuilder();
        each.forEach((key, answer) -> text.append(key + ": " + Document.text(answer, decimals) + "\n"));
        rest().ifPresent(answer -> text.append("rest: " + Document.text(answer, decimals) + "\n"));
        return text + "total: " + Document.text(total, decimals);
    }

    /** Returns the same segments with each answer replaced. */
    public <S> Segments<K, S> map(Function<? super R, ? extends S> change) {
        Map<K, S> mapped = new LinkedHashMap<>();
        each.forEach((key, value) -> mapped.put(key, change.apply(value)));
        return new Segments<>(change.apply(total), gathered == null ? null : change.apply(gathered), mapped);
    }
}
