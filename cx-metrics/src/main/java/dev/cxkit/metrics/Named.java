package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

/** A metric under a definition of its own. */
record Named<T, R>(String definition, Metric<T, R> metric) implements Celled<T, R> {

    Named {
        requireNonNull(definition, "definition");
    }

    @Override
    public Cells<T, R> cells() {
        return new Inner<>(metric);
    }

    private static final class Inner<T, R> extends WrappedCells<T, R, T, R> {

        Inner(Metric<T, R> metric) {
            super(metric);
        }

        @Override
        void add(int cell, T observation) {
            inner.add(cell, observation);
        }

        @Override
        R result(int cell) {
            return inner.result(cell);
        }
    }
}
