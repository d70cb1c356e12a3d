package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up a row of counts or amounts, of which an observation may raise several and by any number. A sum beyond a {@code long} fails,
 * and nothing of the observation is added. Where one of them is raised by 1, {@link Counting} is faster.
 *
 * @param width how many counts there are, at least 1
 * @param adding writes what the observation has into a row of zeros, nothing below 0
 * @param <T> what is observed
 */
public record Sums<T>(int width, Adding<? super T> adding) implements Metric<T, List<Long>> {

    /** Writes what an observation has into a row of counts. */
    @FunctionalInterface
    public interface Adding<T> extends Serializable {

        /** Adds to the counts, which are all 0 and as many as the metric has. */
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

    /** Returns the metric under a definition of its own, with an answer that is made from the sums. */
    public <R> Metric<T, R> as(String definition, Fn<long[], ? extends R> finish) {
        requireNonNull(finish, "finish");
        return named(definition)
                .then(sums ->
                        finish.apply(sums.stream().mapToLong(Long::longValue).toArray()));
    }

    @Override
    public Accumulator<T, List<Long>> start() {
        return new State<>(this);
    }

    private static final class State<T> extends Accumulator<T, List<Long>> {

        private final Adding<? super T> adding;
        private long[] counts;

        /** What comes on top, and then the sums: so that all of it is added or nothing. */
        private long[] more;

        State(Sums<T> metric) {
            super(metric);
            this.adding = metric.adding;
            this.more = new long[metric.width];
            this.counts = new long[metric.width];
        }

        @Override
        public void add(T observation) {
            Arrays.fill(more, 0);
            adding.add(requireNonNull(observation, "observation"), more);
            raise();
        }

        private void raise() {
            Arrays.setAll(more, i -> Math.addExact(more[i], counts[i]));
            long[] sums = more;
            more = counts;
            counts = sums;
        }

        @Override
        public List<Long> result() {
            return Arrays.stream(counts).boxed().toList();
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, List<Long>> other) {
            System.arraycopy(((State<T>) other).counts, 0, more, 0, more.length);
            raise();
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
