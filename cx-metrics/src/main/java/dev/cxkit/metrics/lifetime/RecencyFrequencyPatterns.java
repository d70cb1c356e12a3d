package dev.cxkit.metrics.lifetime;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.PatternCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Customers counted by their recency/frequency summary: the {@index "sufficient statistic"} of every transaction model here.
 *
 * <p>A million customers with daily data have some hundred thousand patterns of {@link RecencyFrequency}, and no model sees a difference.
 * Immutable; equal for the same customers in any order.
 */
public final class RecencyFrequencyPatterns implements Result {

    private static final long serialVersionUID = 1;

    /** By age, recency and frequency, in that order; shared, so not to be changed. */
    final long[] frequency;

    final double[] recency;
    final double[] age;
    final long[] counts;

    RecencyFrequencyPatterns(long[] frequency, double[] recency, double[] age, long[] counts) {
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
        this.counts = counts;
    }

    static RecencyFrequencyPatterns of(PatternCounts tally) {
        int[] order = tally.order();
        return new RecencyFrequencyPatterns(
                Arrays.stream(order).mapToLong(tally::first).toArray(),
                Arrays.stream(order).mapToDouble(tally::second).toArray(),
                Arrays.stream(order).mapToDouble(tally::third).toArray(),
                Arrays.stream(order).mapToLong(tally::times).toArray());
    }

    /**
     * Returns the patterns of customers who are counted already.
     *
     * @param frequency the frequency of each pattern; not kept
     * @param recency the recency of each pattern; not kept
     * @param age the age of each pattern; not kept
     * @param counts how many customers have each pattern, above 0; not kept
     * @throws IllegalArgumentException if the arrays are not of one length, a pattern is outside the ranges of {@link RecencyFrequency} or
     *     not above the one before it by age, recency and frequency, or a number of customers is below 1
     */
    public static RecencyFrequencyPatterns of(long[] frequency, double[] recency, double[] age, long[] counts) {
        if (frequency.length != recency.length || frequency.length != age.length || frequency.length != counts.length) {
            throw new IllegalArgumentException(
                    "columns of " + frequency.length + " frequencies, " + recency.length + " recencies, " + age.length
                            + " ages and " + counts.length + " numbers of customers are not of the same patterns");
        }
        for (int i = 0; i < counts.length; i++) {
            Optional<String> fault = RecencyFrequency.fault(frequency[i], recency[i], age[i]);
            if (fault.isPresent()) {
                throw new IllegalArgumentException("pattern " + i + ": " + fault.orElseThrow());
            }
            if (counts[i] < 1) {
                throw new IllegalArgumentException("pattern " + i + " has " + counts[i] + " customers");
            }
            if (i > 0 && !isAbove(frequency, recency, age, i)) {
                throw new IllegalArgumentException("pattern " + i + " is not above the one before it");
            }
        }
        return new RecencyFrequencyPatterns(frequency.clone(), recency.clone(), age.clone(), counts.clone());
    }

    private static boolean isAbove(long[] frequency, double[] recency, double[] age, int i) {
        int order = Double.compare(age[i], age[i - 1]);
        order = order == 0 ? Double.compare(recency[i], recency[i - 1]) : order;
        return order > 0 || (order == 0 && frequency[i] > frequency[i - 1]);
    }

    /** Returns the metric; its memory is about 50 bytes for each pattern, not for each customer. */
    public static Metric<RecencyFrequency, RecencyFrequencyPatterns> metric() {
        return PatternState.metric(
                "patterns of orders",
                (customer, tally) -> tally.add(customer.frequency(), customer.recency(), customer.age(), 1),
                RecencyFrequency::new);
    }

    /** Returns the number of customers. */
    public long customers() {
        return LongStream.of(counts).reduce(0, Math::addExact);
    }

    /** Returns how many customers repeated. */
    public long repeatCustomers() {
        return IntStream.range(0, size())
                .filter(i -> frequency[i] > 0)
                .mapToLong(i -> counts[i])
                .reduce(0, Math::addExact);
    }

    /** Returns the number of distinct patterns. */
    public int size() {
        return counts.length;
    }

    RecencyFrequency recencyFrequency(int place) {
        return new RecencyFrequency(frequency[place], recency[place], age[place]);
    }

    /** The patterns at the places that meet the condition. */
    RecencyFrequencyPatterns where(IntPredicate condition) {
        int[] places = IntStream.range(0, size()).filter(condition).toArray();
        return new RecencyFrequencyPatterns(
                Arrays.stream(places).mapToLong(i -> frequency[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> recency[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> age[i]).toArray(),
                Arrays.stream(places).mapToLong(i -> counts[i]).toArray());
    }

    /** The mean over all customers; 0 without any. */
    double mean(double[] each) {
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            sum += counts[i] * each[i];
        }
        return sum == 0 ? 0 : sum / customers();
    }

    /** The patterns, or about so many of them, spread over all ages. */
    RecencyFrequencyPatterns thinned(int most) {
        int step = (size() + most - 1) / most;
        return step <= 1 ? this : where(i -> i % step == 0);
    }

    /** The median of the ages above 0, as a scale of time, which a few that are out of all proportion do not move; 1 where all are 0. */
    double scale() {
        long aged = IntStream.range(0, size())
                .filter(i -> age[i] > 0)
                .mapToLong(i -> counts[i])
                .sum();
        int place = size() - 1;
        for (long above = place < 0 ? 0 : counts[place]; above <= aged / 2 && place > 0; above += counts[place]) {
            place--;
        }
        return aged == 0 ? 1 : age[place];
    }

    <M> Optional<Fit<M>> fit(
            List<String> names,
            Function<RecencyFrequencyPatterns, MaximumLikelihood.LogLikelihood> likelihood,
            Function<double[], M> model,
            double[]... starts) {
        return customers() < 2 || repeatCustomers() == 0
                ? Optional.empty()
                : Optional.of(Fit.of(names, this, 0, likelihood, model, starts));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecencyFrequencyPatterns that
                && Arrays.equals(frequency, that.frequency)
                && Arrays.equals(recency, that.recency)
                && Arrays.equals(age, that.age)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts) + 31 * Arrays.hashCode(recency);
    }

    @Override
    public String toString() {
        return "RecencyFrequencyPatterns[customers=" + customers() + ", repeatCustomers=" + repeatCustomers()
                + ", patterns=" + size() + "]";
    }

    /** Returns {@code customers}, {@code repeatCustomers} and the {@code size}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("customers", customers())
                .with("repeatCustomers", repeatCustomers())
                .with("size", size())
                .map();
    }
}
