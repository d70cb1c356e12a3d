package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric asked of those observations that meet a condition. */
record Where<T, R>(Metric<T, R> metric, Condition<? super T> condition) implements Celled<T, R> {

    Where {
        requireNonNull(condition, "condition");
    }

    @Override
    public String definition() {
        return "where(" + metric.definition() + ")";
    }

    @Override
    public Cells<T, R> cells() {
        return new Inner<>(this);
    }

    private static final class Inner<T, R> extends WrappedCells<T, R, T, R> {

        private final Condition<? super T> condition;

        Inner(Where<T, R> metric) {
            super(metric.metric);
            this.condition = metric.condition;
        }

        @Override
        void add(int cell, T observation) {
            if (condition.test(requireNonNull(observation, "observation"))) {
                inner.add(cell, observation);
            }
        }

        @Override
        R result(int cell) {
            return inner.result(cell);
        }
    }
}
