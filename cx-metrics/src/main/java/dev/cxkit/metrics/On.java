package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric asked of one part of a larger thing, and what is made from its answer. */
record On<U, T, R, S>(Metric<T, R> metric, Fn<? super U, ? extends T> view, Fn<? super R, ? extends S> finish)
        implements Metric<U, S> {

    On {
        requireNonNull(view, "view");
        requireNonNull(finish, "finish");
    }

    @Override
    public String definition() {
        return metric.definition();
    }

    @Override
    public Accumulator<U, S> start() {
        return new State<>(this);
    }

    private static final class State<U, T, R, S> extends Wrapper<U, S, T, R> {

        private final Fn<? super U, ? extends T> view;
        private final Fn<? super R, ? extends S> finish;

        State(On<U, T, R, S> metric) {
            super(metric, metric.metric);
            this.view = metric.view;
            this.finish = metric.finish;
        }

        @Override
        public void add(U observation) {
            inner.add(view.apply(observation));
        }

        @Override
        public S result() {
            return finish.apply(inner.result());
        }
    }
}
