package dev.cxkit.metrics.loyalty;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;

/** Sums of whole numbers of at least 0, of which each observation gives some. A sum beyond a {@code long} fails. */
record LongSums<T, R>(String definition, int size, Parts<T> parts, Fn<long[], R> finish) implements Metric<T, R> {

    /** Writes what an observation adds into an array of zeros. */
    interface Parts<T> extends Serializable {
        void write(T observation, long[] parts);
    }

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, R> extends Accumulator<T, R> {

        private final LongSums<T, R> metric;
        private long[] sums;

        State(LongSums<T, R> metric) {
            super(metric);
            this.metric = metric;
            this.sums = new long[metric.size];
        }

        @Override
        public void add(T observation) {
            long[] next = new long[metric.size];
            metric.parts.write(requireNonNull(observation, "observation"), next);
            sum(next);
        }

        /** Adds all or nothing: the numbers given become the sums. */
        private void sum(long[] more) {
            for (int i = 0; i < more.length; i++) {
                more[i] = Math.addExact(more[i], sums[i]);
            }
            sums = more;
        }

        @Override
        public R result() {
            return metric.finish.apply(sums.clone());
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, R> other) {
            sum(((State<T, R>) other).sums.clone());
        }

        @Override
        protected void write(StateOutput out) {
            for (long sum : sums) {
                out.count(sum);
            }
        }

        @Override
        protected void read(StateInput in) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = in.count();
            }
        }
    }
}
