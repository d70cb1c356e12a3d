package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric whose answer is made from that of another. */
record Then<T, R, S>(Metric<T, R> metric, Fn<? super R, ? extends S> finish) implements Celled<T, S> {

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
    public Cells<T, S> cells() {
        return new Inner<>(this);
    }

    private static final class Inner<T, R, S> extends WrappedCells<T, S, T, R> {

        private final Fn<? super R, ? extends S> finish;

        Inner(Then<T, R, S> metric) {
            super(metric.metric);
            this.finish = metric.finish;
        }

        @Override
        void add(int cell, T observation) {
            inner.add(cell, observation);
        }

        @Override
        S result(int cell) {
            return finish.apply(inner.result(cell));
        }
    }
}
