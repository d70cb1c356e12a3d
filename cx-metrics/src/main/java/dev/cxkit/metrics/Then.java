package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric whose answer is made from that of another. */
record Then<T, R, S>(Metric<T, R> metric, Fn<? super R, ? extends S> finish) implements Metric<T, S> {

    Then {
        requireNonNull(finish, "finish");
    }

    @Override
    public String definition() {
        return metric.definition();
    }

    /** One accumulator instead of two, since each costs something at every observation. */
    @Override
    public <U> Metric<U, S> on(Fn<? super U, ? extends T> view) {
        return new On<>(metric, view, finish);
    }

    @Override
    public Accumulator<T, S> start() {
        return new State<>(this);
    }

    private static final class State<T, R, S> extends Wrapper<T, S, T, R> {

        private final Fn<? super R, ? extends S> finish;

        State(Then<T, R, S> metric) {
            super(metric, metric.metric);
            this.finish = metric.finish;
        }

        @Override
        public void add(T observation) {
            inner.add(observation);
        }

        @Override
        public S result() {
            return finish.apply(inner.result());
        }
    }
}
