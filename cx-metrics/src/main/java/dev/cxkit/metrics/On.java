package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric asked of one part of a larger thing. */
record On<U, T, R>(Metric<T, R> metric, Fn<? super U, ? extends T> view) implements Metric<U, R> {

    On {
        requireNonNull(view, "view");
    }

    @Override
    public String definition() {
        return metric.definition();
    }

    @Override
    public Accumulator<U, R> start() {
        return new State<>(this);
    }

    private static final class State<U, T, R> extends Wrapper<U, R, T, R> {

        private final Fn<? super U, ? extends T> view;

        State(On<U, T, R> metric) {
            super(metric, metric.metric);
            this.view = metric.view;
        }

        @Override
        public void add(U observation) {
            inner.add(view.apply(observation));
        }

        @Override
        public R result() {
            return inner.result();
        }
    }
}
