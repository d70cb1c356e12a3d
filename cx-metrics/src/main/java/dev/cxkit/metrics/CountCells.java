package dev.cxkit.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The counts of many cells, one after the other in one array. */
final class CountCells<T, R> extends Cells<T, R> {

    private static final long[] NONE = {};

    private final Counting<T, R> metric;
    private final int width;
    private long[] counts = NONE;

    CountCells(Counting<T, R> metric) {
        this.metric = metric;
        this.width = metric.counts();
    }

    @Override
    void room(int cells) {
        int wanted = Math.multiplyExact(cells, width);
        if (wanted > counts.length) {
            counts = Arrays.copyOf(counts, Math.max(wanted, counts.length + counts.length / 2));
        }
    }

    @Override
    void add(int cell, T observation) {
        counts[cell * width + place(observation)]++;
    }

    private int place(T observation) {
        return Objects.checkIndex(metric.place(observation), width);
    }

    @Override
    void check(int cell, T observation) {
        place(observation);
    }

    @Override
    R result(int cell) {
        return metric.result(Arrays.copyOfRange(counts, cell * width, (cell + 1) * width));
    }

    @Override
    void absorb(int cell, Cells<T, R> other, int from) {
        CountCells<?, ?> that = (CountCells<?, ?>) other.bare();
        long all = 0;
        for (int i = 0; i < width; i++) {
            int to = cell * width + i;
            counts[to] = Math.addExact(counts[to], that.counts[from * width + i]);
            all = Math.addExact(all, counts[to]);
        }
    }

    @Override
    Object kind() {
        return List.of(getClass(), width);
    }

    @Override
    void clear(int cell) {
        Arrays.fill(counts, cell * width, (cell + 1) * width, 0);
    }

    @Override
    void write(int cell, StateOutput out) {
        for (int i = 0; i < width; i++) {
            out.count(counts[cell * width + i]);
        }
    }

    @Override
    void read(int cell, StateInput in) {
        long all = 0;
        for (int i = 0; i < width; i++) {
            counts[cell * width + i] = in.count();
            all = Math.addExact(all, counts[cell * width + i]);
        }
    }
}
