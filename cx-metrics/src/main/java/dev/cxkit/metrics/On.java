package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric asked of one part of a larger thing, and what is made from its answer. */
record On<U, T, R, S>(Metric<T, R> metric, Fn<? super U, ? extends T> view, Fn<? super R, ? extends S> finish)
        implements Celled<U, S> {

    On {
        requireNonNull(view, "view");
        requireNonNull(finish, "finish");
    }

    @Override
    public String definition() {
        return metric.definition();
    }

    @Override
    public Cells<U, S> cells() {
        return new Inner<>(this);
    }

    private static final class Inner<U, T, R, S> extends WrappedCells<U, S, T, R> {

        private final Fn<? super U, ? extends T> view;
        private final Fn<? super R, ? extends S> finish;

        Inner(On<U, T, R, S> metric) {
            super(metric.metric);
            this.view = metric.view;
            this.finish = metric.finish;
        }

        @Override
        void add(int cell, U observation) {
            inner.add(cell, view.apply(observation));
        }

        @Override
        S result(int cell) {
            return finish.apply(inner.result(cell));
        }
    }
}
