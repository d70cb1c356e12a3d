package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** Two metrics asked in one pass. */
record Both<T, A, B, R>(Metric<T, A> first, Metric<T, B> second, BiFn<? super A, ? super B, ? extends R> join)
        implements Metric<T, R> {

    Both {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        requireNonNull(join, "join");
    }

    @Override
    public String definition() {
        return "both(" + first.definition() + "," + second.definition() + ")";
    }

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, A, B, R> extends Accumulator<T, R> {

        private final Accumulator<T, A> first;
        private final Accumulator<T, B> second;
        private final BiFn<? super A, ? super B, ? extends R> join;

        State(Both<T, A, B, R> metric) {
            super(metric);
            this.first = metric.first.start();
            this.second = metric.second.start();
            this.join = metric.join;
        }

        @Override
        public void add(T observation) {
            first.add(observation);
            second.add(observation);
        }

        @Override
        public R result() {
            return join.apply(first.result(), second.result());
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, R> other) {
            State<T, A, B, R> that = (State<T, A, B, R>) other;
            first.absorb(that.first);
            second.absorb(that.second);
        }

        @Override
        protected void write(StateOutput out) {
            first.write(out);
            second.write(out);
        }

        @Override
        protected void read(StateInput in) {
            first.read(in);
            second.read(in);
        }
    }
}
