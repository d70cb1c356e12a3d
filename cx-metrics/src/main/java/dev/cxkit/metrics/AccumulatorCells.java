package dev.cxkit.metrics;

import java.util.ArrayList;
import java.util.List;

/** The cells of any metric: an accumulator each. */
final class AccumulatorCells<T, R> extends Cells<T, R> {

    private final Metric<T, R> metric;
    private final List<Accumulator<T, R>> cells = new ArrayList<>();

    AccumulatorCells(Metric<T, R> metric) {
        this.metric = metric;
    }

    @Override
    void room(int size) {
        while (cells.size() < size) {
            cells.add(metric.start());
        }
    }

    @Override
    void add(int cell, T observation) {
        cells.get(cell).add(observation);
    }

    @Override
    void check(int cell, T observation) {
        if (cell < 0) {
            metric.start().add(observation);
        } else {
            cells.get(cell).check(observation);
        }
    }

    @Override
    boolean isWhole() {
        return metric.start().isWhole();
    }

    @Override
    R result(int cell) {
        return cells.get(cell).result();
    }

    @Override
    void absorb(int cell, Cells<T, R> other, int from) {
        cells.get(cell).take(((AccumulatorCells<?, ?>) other.bare()).get(from));
    }

    @Override
    Object kind() {
        return (cells.isEmpty() ? metric.start() : cells.get(0)).kind();
    }

    Accumulator<T, R> get(int cell) {
        return cells.get(cell);
    }

    @Override
    void clear(int cell) {
        cells.set(cell, metric.start());
    }

    @Override
    void write(int cell, StateOutput out) {
        cells.get(cell).write(out);
    }

    @Override
    void read(int cell, StateInput in) {
        cells.get(cell).read(in);
    }
}
