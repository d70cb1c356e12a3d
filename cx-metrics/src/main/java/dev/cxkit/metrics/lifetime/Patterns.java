package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.Arrays;
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

    /** Returns the metric; its memory is about 50 bytes for each pattern, not for each customer. */
    public static Metric<Recency, Patterns> metric() {
        return new Grouping();
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

    /** The mean of the ages, as a scale of time; 1 where all are 0. */
    double meanAge() {
        double sum =
                IntStream.range(0, size()).mapToDouble(i -> times[i] * age[i]).sum();
        return sum > 0 ? sum / customers() : 1;
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

    private record Grouping() implements Metric<Recency, Patterns> {

        @Override
        public String definition() {
            return "patterns of orders";
        }

        @Override
        public Accumulator<Recency, Patterns> start() {
            return new State(this);
        }
    }

    private static final class State extends Accumulator<Recency, Patterns> {

        private final Tally tally = new Tally();

        State(Grouping metric) {
            super(metric);
        }

        @Override
        public void add(Recency customer) {
            requireNonNull(customer, "customer");
            tally.add(customer.repeats(), customer.last(), customer.age(), 1);
        }

        @Override
        public Patterns result() {
            return tally.patterns();
        }

        @Override
        protected void absorb(Accumulator<Recency, Patterns> other) {
            tally.add(((State) other).tally);
        }

        @Override
        protected void write(StateOutput out) {
            tally.write(out);
        }

        @Override
        protected void read(StateInput in) {
            tally.read(in, Recency::new);
        }
    }
}
