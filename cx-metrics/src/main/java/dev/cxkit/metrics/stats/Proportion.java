package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Counting;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A {@index proportion}, count of total, with confidence intervals and the difference of two independent proportions.
 *
 * <ul>
 *   <li>A share of a total of 0 is empty.
 *   <li>The default interval is Wilson's (1927), that of a difference Newcombe's (1998).
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.stats.Proportion;
 * import java.util.List;
 *
 * record Ticket(String team, boolean solvedInTime) {}
 * var tickets = List.of(
 *         new Ticket("north", true), new Ticket("north", true), new Ticket("north", false),
 *         new Ticket("south", true), new Ticket("south", false), new Ticket("south", false));
 * Proportion.metric(Ticket::solvedInTime).by(Ticket::team).over(tickets).each()
 *         .forEach((team, solved) -> System.out.println(team + " " + solved.estimate().orElseThrow().text(2)));
 * // -> north 0.67 (0.21 to 0.94 at 95 %, n 3)
 * // -> south 0.33 (0.06 to 0.79 at 95 %, n 3)
 * }</pre>
 *
 * @param count the numerator, 0..{@code total}
 * @param total the denominator, at least 0; nothing can be said about a share of 0
 */
public record Proportion(long count, long total) implements Result, Difference.Contrast<Proportion> {

    /** Refuses a {@code total} below 0 and a {@code count} outside 0..{@code total}, with an {@link IllegalArgumentException}. */
    public Proportion {
        Check.count("total", total);
        Require.range("count", count, 0, total);
    }

    /**
     * Returns {@code count} of {@code total}.
     *
     * @throws IllegalArgumentException if {@code count} is outside 0..{@code total}
     */
    public static Proportion of(long count, long total) {
        return new Proportion(count, total);
    }

    /**
     * Returns the metric of the observations that meet the condition, of all. Its definition says nothing of the condition: name two
     * metrics of different conditions apart with {@link Metric#named}.
     */
    public static <T> Metric<T, Proportion> metric(Condition<? super T> condition) {
        return new Counted<>(requireNonNull(condition, "condition"));
    }

    private record Counted<T>(Condition<? super T> condition) implements Counting<T, Proportion> {

        @Override
        public String definition() {
            return "proportion";
        }

        @Override
        public int counts() {
            return 2;
        }

        @Override
        public int place(T observation) {
            return condition.test(requireNonNull(observation, "observation")) ? 0 : 1;
        }

        @Override
        public Proportion result(long[] counts) {
            return new Proportion(counts[0], counts[0] + counts[1]);
        }
    }

    /** Returns the share, count / total, 0..1; empty if the total is 0. */
    public OptionalDouble share() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / total);
    }

    /** Returns the share with Wilson's confidence interval at {@link Estimate#DEFAULT_LEVEL}; empty if the total is 0. */
    public Optional<Estimate> estimate() {
        return estimate(ProportionInterval.WILSON, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the share with the confidence interval asked for; empty if the total is 0.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> estimate(ProportionInterval method, double level) {
        requireNonNull(method, "method");
        Check.level(level);
        return total == 0
                ? Optional.empty()
                : Optional.of(method.around((double) count / total, (double) count, (double) total, level));
    }

    /** Returns the share with Wilson's interval, {@code count} and {@code total}. */
    @Override
    public Map<String, Object> document() {
        return Document.of(estimate()).with("count", count).with("total", total).map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }

    /** Returns this share less the other at {@link Estimate#DEFAULT_LEVEL}; empty if a total is 0. */
    @Override
    public Optional<Difference> minus(Proportion other) {
        return minus(other, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns this share less the other, of two independent groups: Newcombe's hybrid score interval without continuity correction (1998,
     * method 10), and the p-value of the pooled two-sided z test. Empty if a total is 0.
     *
     * <p>Interval and test rest on different standard errors, so close to significance they may disagree.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Difference> minus(Proportion other, double level) {
        requireNonNull(other, "other");
        Check.level(level);
        if (total == 0 || other.total == 0) {
            return Optional.empty();
        }
        return Optional.of(Difference.between(
                estimate(ProportionInterval.WILSON, level).orElseThrow(),
                other.estimate(ProportionInterval.WILSON, level).orElseThrow()));
    }
}
