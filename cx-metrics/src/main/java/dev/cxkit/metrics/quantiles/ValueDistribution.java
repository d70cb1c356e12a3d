package dev.cxkit.metrics.quantiles;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.WithMissing;
import dev.cxkit.metrics.numeric.CountsState;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Empirical distribution of non-negative integers with {@index quantiles}, exact or within 0.39 %.
 *
 * <ul>
 *   <li>Counted: every value, such as a duration in a unit that the host declares; a value below 0 is refused.
 *   <li>{@link #metric()} is exact for up to {@link LogLinearHistogram#EXACT} values and within 0.39 % of the value beyond;
 *       {@link #exactMetric()} always exact.
 *   <li>Every quantile ({@index median}, {@index percentiles}) is empty without values.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.quantiles.ValueDistribution;
 * import java.util.List;
 *
 * record Ticket(String team, long seconds) {}
 * var tickets = List.of(
 *         new Ticket("north", 1200), new Ticket("north", 4100), new Ticket("north", 900),
 *         new Ticket("south", 300), new Ticket("south", 86_400));
 * ValueDistribution.metric().on(Ticket::seconds).by(Ticket::team).over(tickets).each()
 *         .forEach((team, time) -> System.out.println(team + " " + time.median().getAsDouble() + " " + time.quantile(0.75).getAsDouble()));
 * // -> north 1200.0 2650.0
 * // -> south 43350.0 64875.0
 * }</pre>
 */
public final class ValueDistribution implements Result {

    private static final long serialVersionUID = 1;

    private final EmpiricalDistribution values;

    ValueDistribution(EmpiricalDistribution values) {
        this.values = values;
    }

    /**
     * Returns the distribution of whole numbers, each with its frequency: every quantile is exact.
     *
     * @param values in rising order, each once; not kept
     * @param counts how often each occurs, above 0; not kept
     * @throws IllegalArgumentException if the values do not rise, a count is not above 0, or there are not as many of both
     */
    public static ValueDistribution ofCounts(long[] values, long[] counts) {
        return ofCounts(values, counts, 1);
    }

    /**
     * Returns the distribution of numbers that are counted in whole parts of their unit, such as seconds in milliseconds: every quantile is
     * exact, and in the unit.
     *
     * @param values in parts, in rising order, each once; not kept
     * @param counts how often each occurs, above 0; not kept
     * @param perUnit how many parts make a unit, above 0
     * @throws IllegalArgumentException if the values do not rise, a count or {@code perUnit} is not above 0, or there are not as many of
     *     both
     */
    public static ValueDistribution ofCounts(long[] values, long[] counts, long perUnit) {
        return new ValueDistribution(SortedValues.of(values, counts, positive(perUnit)));
    }

    private static long positive(long perUnit) {
        if (perUnit < 1) {
            throw new IllegalArgumentException("parts per unit " + perUnit + " are below 1");
        }
        return perUnit;
    }

    /**
     * Returns the metric. A value below 0 is refused. Memory: at most 66 kB, 23 kB for durations from a second to a month in
     * milliseconds, 1 kB for a small group.
     */
    public static Metric<Long, ValueDistribution> metric() {
        return CountsState.metric(
                "value distribution",
                LogLinearHistogram::new,
                LogLinearHistogram::add,
                LogLinearHistogram::add,
                LogLinearHistogram::state,
                LogLinearHistogram::ofState,
                ValueDistribution::copyOf);
    }

    /**
     * Returns the metric, as {@link #metric()}, of a whole number that an observation of the host may have.
     *
     * @param value the number of an observation, null if it is missing; one that is not whole is refused
     */
    public static <T> Metric<T, WithMissing<ValueDistribution>> metric(
            Fn<? super T, ? extends @Nullable Number> value) {
        requireNonNull(value, "value");
        return WithMissing.metric(metric(), observation -> {
            Number number = value.apply(observation);
            Require.that(
                    number == null || number.doubleValue() == number.longValue(),
                    () -> "value " + number + " is not a whole number");
            return number == null ? null : number.longValue();
        });
    }

    /**
     * Returns the metric whose quantiles are exact however many values there are. A value below 0 is refused. Memory grows with the
     * number of distinct values, 16 to 48 bytes for each.
     */
    public static Metric<Long, ValueDistribution> exactMetric() {
        return exactMetric(1);
    }

    /**
     * Returns the metric of values that are counted in whole parts of their unit, such as seconds in milliseconds; the answers are in the
     * unit. Else as {@link #exactMetric()}.
     *
     * @param perUnit how many parts make a unit, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Metric<Long, ValueDistribution> exactMetric(long perUnit) {
        return ExactValues.metric(positive(perUnit));
    }

    private static ValueDistribution copyOf(LogLinearHistogram histogram) {
        LogLinearHistogram copy = new LogLinearHistogram();
        copy.add(histogram);
        return new ValueDistribution(copy);
    }

    /** Returns how many values there are. */
    public long n() {
        return values.n();
    }

    /** Returns whether quantiles are exact. */
    public boolean isExact() {
        return values.isExact();
    }

    /** Returns the smallest value, which is exact; empty without values. */
    public OptionalDouble min() {
        return values.min();
    }

    /** Returns the largest value, which is exact; empty without values. */
    public OptionalDouble max() {
        return values.max();
    }

    /** Returns the median of {@link QuantileType#TYPE_7}; empty without values. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /** Returns the quantile of {@link QuantileType#TYPE_7}; empty without values. */
    public OptionalDouble quantile(double p) {
        return quantile(p, QuantileType.TYPE_7);
    }

    /**
     * Returns a quantile; empty without values.
     *
     * @param p the share of the values below it, 0..1
     * @throws IllegalArgumentException if {@code p} is outside 0..1
     */
    public OptionalDouble quantile(double p, QuantileType type) {
        return values.quantile(p, type);
    }

    /** Returns {@code n}, the smallest value, the median, two percentiles, the largest value, and whether they are exact. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("n", n())
                .with("min", min())
                .with("median", median())
                .with("p90", quantile(0.9))
                .with("p99", quantile(0.99))
                .with("max", max())
                .with("exact", isExact())
                .map();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueDistribution that
                && isExact() == that.isExact()
                && Arrays.equals(values.state(), that.values.state());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values.state());
    }

    @Override
    public String toString() {
        return text(2);
    }
}
