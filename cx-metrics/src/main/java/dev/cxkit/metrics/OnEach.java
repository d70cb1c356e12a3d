package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric asked of all the parts of larger things. */
record OnEach<U, T, R>(Metric<T, R> metric, Fn<? super U, ? extends Iterable<? extends T>> view)
        implements Metric<U, R> {

    OnEach {
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

        private final Fn<? super U, ? extends Iterable<? extends T>> view;

        State(OnEach<U, T, R> metric) {
            super(metric, metric.metric);
            this.view = metric.view;
        }

        @Override
        public void add(U observation) {
            inner.addAll(view.apply(observation));
        }

        @Override
        public R result() {
            return inner.result();
        }
    }
}
