package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Customers, of whom those with the same {@link Recency} are counted together: a million of them with daily data are some hundred
 * thousand patterns, and no model sees a difference. Immutable; equal for the same customers in any order.
 */
public final class Patterns {

    /** By the age, the last order and the repeats, in that order; shared, so not to be changed. */
    final long[] repeats;

    final double[] last;
    final double[] age;
    final long[] times;

    Patterns(long[] repeats, double[] last, double[] age, long[] times) {
        this.repeats = repeats;
        this.last = last;
        this.age = age;
        this.times = times;
    }

    static Patterns of(Tally tally) {
        int[] order = tally.order();
        return new Patterns(
                Arrays.stream(order).mapToLong(tally::first).toArray(),
                Arrays.stream(order).mapToDouble(tally::second).toArray(),
                Arrays.stream(order).mapToDouble(tally::third).toArray(),
                Arrays.stream(order).mapToLong(tally::times).toArray());
    }

    /**
     * Returns the patterns of customers who are counted already.
     *
     * @param repeats for each pattern its repeats, as the other three; not kept
     * @param times how many customers have the pattern, above 0
     * @throws IllegalArgumentException if the arrays are not of one length, a pattern is outside the ranges of {@link Recency} or not above
     *     the one before it by age, last order and repeats, or a number of customers is below 1
     */
    public static Patterns of(long[] repeats, double[] last, double[] age, long[] times) {
        if (repeats.length != last.length || repeats.length != age.length || repeats.length != times.length) {
            throw new IllegalArgumentException(
                    "columns of " + repeats.length + " repeats, " + last.length + " last orders, " + age.length
                            + " ages and " + times.length + " numbers of customers are not of the same patterns");
        }
        for (int i = 0; i < times.length; i++) {
            Optional<String> fault = Recency.fault(repeats[i], last[i], age[i]);
            if (fault.isPresent()) {
                throw new IllegalArgumentException("pattern " + i + ": " + fault.orElseThrow());
            }
            if (times[i] < 1) {
                throw new IllegalArgumentException("pattern " + i + " has " + times[i] + " customers");
            }
            if (i > 0 && !isAbove(repeats, last, age, i)) {
                throw new IllegalArgumentException("pattern " + i + " is not above the one before it");
            }
        }
        return new Patterns(repeats.clone(), last.clone(), age.clone(), times.clone());
    }

    private static boolean isAbove(long[] repeats, double[] last, double[] age, int i) {
        int order = Double.compare(age[i], age[i - 1]);
        order = order == 0 ? Double.compare(last[i], last[i - 1]) : order;
        return order > 0 || (order == 0 && repeats[i] > repeats[i - 1]);
    }

    /** Returns the metric; its memory is about 50 bytes for each pattern, not for each customer. */
    public static Metric<Recency, Patterns> metric() {
        return new Tallying<>(
                "patterns of orders",
                (customer, tally) -> tally.add(customer.repeats(), customer.last(), customer.age(), 1),
                Recency::new);
    }

    /** Returns how many customers there are. */
    public long customers() {
        return LongStream.of(times).sum();
    }

    /** Returns how many of them came back. */
    public long repeaters() {
        return IntStream.range(0, size())
                .filter(i -> repeats[i] > 0)
                .mapToLong(i -> times[i])
                .sum();
    }

    /** Returns how many patterns there are. */
    public int size() {
        return times.length;
    }

    Recency recency(int place) {
        return new Recency(repeats[place], last[place], age[place]);
    }

    /** The patterns at the places that meet the condition. */
    Patterns where(IntPredicate condition) {
        int[] places = IntStream.range(0, size()).filter(condition).toArray();
        return new Patterns(
                Arrays.stream(places).mapToLong(i -> repeats[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> last[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> age[i]).toArray(),
                Arrays.stream(places).mapToLong(i -> times[i]).toArray());
    }

    /** The mean over all customers; 0 without any. */
    double mean(double[] each) {
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            sum += times[i] * each[i];
        }
        return sum == 0 ? 0 : sum / customers();
    }

    /** The mean of the ages, as a scale of time; 1 where all are 0. */
    double scale() {
        double mean = mean(age);
        return mean > 0 ? mean : 1;
    }

    <M> Optional<Fit<M>> fit(
            List<String> names, double[] start, Maximum.Likelihood likelihood, Function<double[], M> model) {
        return customers() < 2 || repeaters() == 0
                ? Optional.empty()
                : Optional.of(Fit.of(names, start, customers(), 0, likelihood, model));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patterns that
                && Arrays.equals(repeats, that.repeats)
                && Arrays.equals(last, that.last)
                && Arrays.equals(age, that.age)
                && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times) + 31 * Arrays.hashCode(last);
    }

    @Override
    public String toString() {
        return "Patterns[customers=" + customers() + ", repeaters=" + repeaters() + ", patterns=" + size() + "]";
    }
}
