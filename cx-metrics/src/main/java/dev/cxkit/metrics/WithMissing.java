package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer for the observations that have a value, and how many have none. {@index "missing value"}
 *
 * <pre>{@code
 * import dev.cxkit.metrics.WithMissing;
 * import dev.cxkit.metrics.stats.Moments;
 * import java.util.List;
 *
 * record Call(Integer minutes) {}
 * WithMissing<Moments> minutes = Moments.metric(Call::minutes).over(List.of(new Call(4), new Call(null), new Call(7)));
 * System.out.println(minutes.observed().mean().getAsDouble() + " of " + minutes.observed().n() + ", missing " + minutes.missing());
 * // -> 5.5 of 2, missing 1
 * }</pre>
 *
 * @param <R> the answer
 * @param observed the answer for those that have a value
 * @param missing how many observations have none
 */
public record WithMissing<R>(R observed, long missing) implements Result {

    /** Refuses a number below 0, with an {@link IllegalArgumentException}. */
    public WithMissing {
        requireNonNull(observed, "observed");
        Require.atLeast("missing", missing, 0);
    }

    /**
     * Returns a question asked of a value that an observation may have, with the number of those that have none.
     *
     * @param metric the question
     * @param value the value of an observation, null if it is missing
     */
    public static <T, V, R> Metric<T, WithMissing<R>> metric(
            Metric<V, R> metric, Fn<? super T, ? extends @Nullable V> value) {
        requireNonNull(value, "value");
        return Metric.<Read<V>, R, Long, WithMissing<R>>both(
                        metric.<Read<V>>on(Read::present).where(Read::isPresent),
                        Metric.<Read<V>>count().where(read -> !read.isPresent()),
                        WithMissing::new)
                .on((T observation) -> new Read<V>(value.apply(observation)))
                .named(metric.definition() + ", with missing ones");
    }

    private record Read<V>(@Nullable V value) {

        boolean isPresent() {
            return value != null;
        }

        V present() {
            return requireNonNull(value, "value");
        }
    }

    /** Returns {@code observed} and {@code missing}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("observed", observed)
                .with("missing", missing)
                .map();
    }
}
