package dev.cxkit.metrics.service;

import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.util.List;

/**
 * Which cases stand behind a figure.
 *
 * @param asked how many were asked: open by then and not merged into another
 * @param without how many of these gave no value
 * @param merged how many were left out because they go on in another case
 */
public record Coverage(long asked, long without, long merged) {

    /** Checks the counts; throws an {@link IllegalArgumentException} if one is below 0, or more are without a value than were asked. */
    public Coverage {
        if (asked < 0 || merged < 0 || without < 0 || without > asked) {
            throw new IllegalArgumentException("coverage of " + asked + " asked, " + without + " without and " + merged
                    + " merged is not possible");
        }
    }

    /** What was read of one case, or that it goes on in another. */
    record Asked<V>(List<? extends V> values, boolean merged) {}

    /** Counts what was asked, and gives what was read to a metric. */
    static <V, A, R> Metric<Asked<V>, R> beside(
            Metric<V, A> values, BiFn<? super Coverage, ? super A, ? extends R> join) {
        return Metric.both(
                new Sums<Asked<V>>(3, Coverage::add),
                values.onEach(Asked::values),
                (sums, read) -> join.apply(new Coverage(sums.get(0), sums.get(1), sums.get(2)), read));
    }

    private static void add(Asked<?> one, long... sums) {
        sums[0] += one.merged ? 0 : 1;
        sums[1] += !one.merged && one.values.isEmpty() ? 1 : 0;
        sums[2] += one.merged ? 1 : 0;
    }
}
