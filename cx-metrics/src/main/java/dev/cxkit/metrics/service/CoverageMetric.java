package dev.cxkit.metrics.service;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.List;

/** Reads each thing that can be asked, counts what is asked, and gives what it reads to a metric. */
public record CoverageMetric<T, V, A, R>(
        String definition,
        Condition<T> isThere,
        Condition<T> isMerged,
        Fn<T, ? extends List<? extends V>> reading,
        Metric<V, A> values,
        BiFn<? super Coverage, ? super A, ? extends R> join)
        implements Metric<T, R> {

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, V, A, R> extends Accumulator<T, R> {

        private final CoverageMetric<T, V, A, R> metric;
        private final Accumulator<V, A> values;
        private long asked;
        private long without;
        private long merged;

        State(CoverageMetric<T, V, A, R> metric) {
            super(metric);
            this.metric = metric;
            this.values = metric.values.start();
        }

        @Override
        public void add(T observation) {
            if (!metric.isThere.test(observation)) {
                return;
            }
            if (metric.isMerged.test(observation)) {
                merged++;
                return;
            }
            List<? extends V> read = metric.reading.apply(observation);
            // Asked once: the lists are of many classes, so each call is a slow one.
            int size = read.size();
            for (int i = 0; i < size; i++) {
                values.add(read.get(i));
            }
            asked++;
            without += size == 0 ? 1 : 0;
        }

        @Override
        public R result() {
            return metric.join.apply(new Coverage(asked, without, merged), values.result());
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, R> other) {
            State<T, V, A, R> that = (State<T, V, A, R>) other;
            values.merge(that.values);
            asked += that.asked;
            without += that.without;
            merged += that.merged;
        }

        @Override
        protected void write(StateOutput out) {
            out.count(asked);
            out.count(without);
            out.count(merged);
            out.state(values);
        }

        @Override
        protected void read(StateInput in) {
            asked = in.count();
            without = in.count();
            merged = in.count();
            values.merge(in.state(metric.values));
        }
    }
}
