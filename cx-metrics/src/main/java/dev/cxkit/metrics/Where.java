package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric asked of those observations that meet a condition. */
record Where<T, R>(Metric<T, R> metric, Condition<? super T> condition) implements Metric<T, R> {

    Where {
        requireNonNull(condition, "condition");
    }

    @Override
    public String definition() {
        return "where(" + metric.definition() + ")";
    }

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, R> extends Wrapper<T, R, T, R> {

        private final Condition<? super T> condition;

        State(Where<T, R> metric) {
            super(metric, metric.metric);
            this.condition = metric.condition;
        }

        @Override
        public void add(T observation) {
            if (condition.test(requireNonNull(observation, "observation"))) {
                inner.add(observation);
            }
        }

        @Override
        public R result() {
            return inner.result();
        }
    }
}
