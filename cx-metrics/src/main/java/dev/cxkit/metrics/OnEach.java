package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric asked of all the parts of larger things. */
record OnEach<U, T, R>(Metric<T, R> metric, Fn<? super U, ? extends Iterable<? extends T>> view)
        implements Celled<U, R> {

    OnEach {
        requireNonNull(view, "view");
    }

    @Override
    public String definition() {
        return metric.definition();
    }

    @Override
    public Cells<U, R> cells() {
        return new Inner<>(this);
    }

    private static final class Inner<U, T, R> extends WrappedCells<U, R, T, R> {

        private final Fn<? super U, ? extends Iterable<? extends T>> view;

        Inner(OnEach<U, T, R> metric) {
            super(metric.metric);
            this.view = metric.view;
        }

        @Override
        void add(int cell, U observation) {
            for (T part : requireNonNull(view.apply(observation), "observations")) {
                inner.add(cell, part);
            }
        }

        @Override
        R result(int cell) {
            return inner.result(cell);
        }
    }
}
