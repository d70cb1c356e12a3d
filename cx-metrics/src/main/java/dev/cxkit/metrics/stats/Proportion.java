package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Counting;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * So many of so many: a numerator and its denominator, from which a share and its interval are derived.
 *
 * @param count how many of them, 0..{@code of}
 * @param total how many there are, at least 0; nothing can be said about a share of 0
 */
public record Proportion(long count, long total) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if {@code count} is outside 0..{@code of}
     */
    public Proportion {
        Check.count("total", total);
        if (count < 0 || count > total) {
            throw new IllegalArgumentException("count " + count + " is outside 0.." + total);
        }
    }

    /**
     * Returns {@code count} out of {@code of}.
     *
     * @throws IllegalArgumentException if {@code count} is outside 0..{@code of}
     */
    public static Proportion of(long count, long total) {
        return new Proportion(count, total);
    }

    /** Returns the metric of how many meet the condition, of all. */
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

    /** Returns the share, 0..1; empty out of 0. */
    public OptionalDouble share() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / total);
    }

    /** Returns the share with Wilson's interval at {@link Estimate#DEFAULT_LEVEL}; empty out of 0. */
    public Optional<Estimate> estimate() {
        return estimate(ProportionInterval.WILSON, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the share with the interval asked for; empty out of 0.
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

    /** Returns this share less the other at {@link Estimate#DEFAULT_LEVEL}; empty if either is out of 0. */
    public Optional<Difference> minus(Proportion other) {
        return minus(other, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns this share less the other, of two independent groups: Newcombe's hybrid score interval without continuity correction
     * (1998, method 10), and the p of the pooled two-sided z test. Empty if either is out of 0.
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
