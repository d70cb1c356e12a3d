package dev.cxkit.journey.analysis;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;

/** A metric under a definition of its own, which tells the rules that its parts do not know of. */
record Named<T, R>(String definition, Metric<T, R> metric) implements Metric<T, R> {

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, R> extends Accumulator<T, R> {

        private final Metric<T, R> metric;
        private Accumulator<T, R> inner;

        State(Named<T, R> named) {
            super(named);
            this.metric = named.metric;
            this.inner = metric.start();
        }

        @Override
        public void add(T observation) {
            inner.add(observation);
        }

        @Override
        public R result() {
            return inner.result();
        }

        @Override
        protected void absorb(Accumulator<T, R> other) {
            inner.merge(((State<T, R>) other).inner);
        }

        @Override
        protected void write(StateOutput out) {
            out.state(inner);
        }

        @Override
        protected void read(StateInput in) {
            inner = in.state(metric);
        }
    }
}
