package dev.cxkit.metrics;

/** A metric that can keep the states of many cells in one object. */
interface Celled<T, R> extends Metric<T, R> {

    /** Returns new cells, none of them open. */
    Cells<T, R> cells();

    @Override
    default Accumulator<T, R> start() {
        return new OneCell<>(this);
    }
}
