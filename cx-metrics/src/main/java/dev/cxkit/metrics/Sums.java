package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up a row of counts, of which an observation may raise several and by any number. Where it raises one of them by 1,
 * {@link Counting} is faster.
 *
 * @param width how many counts there are, at least 1
 * @param adding adds what the observation has to the counts, nothing below 0
 * @param <T> what is observed
 */
public record Sums<T>(int width, Adding<? super T> adding) implements Metric<T, List<Long>> {

    /** Adds what an observation has to a row of counts. */
    @FunctionalInterface
    public interface Adding<T> extends Serializable {

        /** Adds to the counts, which are as many as the metric has. */
        void add(T observation, long[] counts);
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the width is below 1
     */
    public Sums {
        requireNonNull(adding, "adding");
        if (width < 1) {
            throw new IllegalArgumentException("width " + width + " is below 1 count");
        }
    }

    /** Returns the width: what is added is known to those alone who use it, so they should {@linkplain #named name} it. */
    @Override
    public String definition() {
        return "sums(" + width + ")";
    }

    @Override
    public Accumulator<T, List<Long>> start() {
        return new State<>(this);
    }

    private static final class State<T> extends Accumulator<T, List<Long>> {

        private final Adding<? super T> adding;
        private final long[] counts;

        State(Sums<T> metric) {
            super(metric);
            this.adding = metric.adding;
            this.counts = new long[metric.width];
        }

        @Override
        public void add(T observation) {
            adding.add(requireNonNull(observation, "observation"), counts);
        }

        @Override
        public List<Long> result() {
            return Arrays.stream(counts).boxed().toList();
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, List<Long>> other) {
            long[] more = ((State<T>) other).counts;
            Arrays.setAll(counts, i -> Math.addExact(counts[i], more[i]));
        }

        @Override
        protected void write(StateOutput out) {
            for (long count : counts) {
                out.count(count);
            }
        }

        @Override
        protected void read(StateInput in) {
            Arrays.setAll(counts, i -> in.count());
        }
    }
}
