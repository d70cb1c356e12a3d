package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateMetric;
import java.time.Instant;
import java.util.Map;

/**
 * How many cases a figure rests on: those asked, those of them without a value, and those merged into another case.
 *
 * <p>Where a {@link Reading} is of records of the host, these stand where cases do, and none is merged.
 *
 * @param asked how many were asked: opened by the instant and not merged into another case by then
 * @param withoutValue how many of these gave no value
 * @param merged how many were excluded because they were merged into another case
 */
public record Coverage(long asked, long withoutValue, long merged) implements Result {

    /** Refuses counts below 0, and more without a value than were asked, with an {@link IllegalArgumentException}. */
    public Coverage {
        if (asked < 0 || merged < 0 || withoutValue < 0 || withoutValue > asked) {
            throw new IllegalArgumentException("coverage of " + asked + " asked, " + withoutValue + " without and "
                    + merged + " merged is not possible");
        }
    }

    /**
     * Returns the metric of any figure over what a reading gives, with the coverage beside it. Times, outcomes and counts have doors of
     * their own: {@link ElapsedTime#metric(Reading, Instant)}, {@link Share#metric(Reading, Instant)} and {@link CaseCounts#metric}.
     *
     * @param values what is asked of the values
     * @param join makes the answer
     * @param asOf the instant as of which each thing is read
     */
    public static <T, V, A, R> Metric<T, R> metric(
            Reading<T, ? extends V> reading,
            Metric<V, A> values,
            BiFn<? super Coverage, ? super A, ? extends R> join,
            Instant asOf) {
        requireNonNull(join, "join");
        return new StateMetric<T, CoverageState<T, V, A>, R>(
                reading.name() + "(" + requireNonNull(asOf, "asOf") + "," + values.definition() + ")",
                () -> new CoverageState<>(reading, values, asOf),
                state -> state.result(join));
    }

    /** Returns how many were asked, those without a value, and the merged. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("asked", asked)
                .with("withoutValue", withoutValue)
                .with("merged", merged)
                .map();
    }
}
