package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of whole numbers of at least 0 for each period that an observation adds to. Memory: the periods times the width. */
final class PeriodSums<T> implements StateMetric.State<T, PeriodSums<T>> {

    private final Parts<T> parts;
    private final Fn<SortedMap<Integer, long[]>, ?> finish;
    private final Rows sums;

    private PeriodSums(int width, Parts<T> parts, Fn<SortedMap<Integer, long[]>, ?> finish) {
        this.parts = parts;
        this.finish = finish;
        this.sums = new Rows(width);
    }

    /** Adds what an observation has to the sums of one period or several. */
    interface Parts<T> extends Serializable {
        void add(T observation, Rows rows);
    }

    /** The sums of each period. */
    static final class Rows {

        private final int width;
        private final Map<Integer, long[]> rows = new HashMap<>();

        Rows(int width) {
            this.width = width;
        }

        /** Returns the sums of the period, to be added to. */
        long[] of(int period) {
            return rows.computeIfAbsent(period, key -> new long[width]);
        }

        private SortedMap<Integer, long[]> sorted() {
            SortedMap<Integer, long[]> sorted = new TreeMap<>();
            rows.forEach((period, row) -> sorted.put(period, row.clone()));
            return sorted;
        }
    }

    /** Returns the metric of so many sums for each period. */
    static <T, R> Metric<T, R> metric(
            String definition, int width, Parts<T> parts, Fn<SortedMap<Integer, long[]>, R> finish) {
        return new StateMetric<T, PeriodSums<T>, R>(
                definition, () -> new PeriodSums<>(width, parts, finish), state -> finish.apply(state.sums.sorted()));
    }

    @Override
    public void add(T observation) {
        parts.add(observation, sums);
    }

    @Override
    public void merge(PeriodSums<T> other) {
        other.sums.rows.forEach((period, row) -> {
            long[] mine = sums.of(period);
            Arrays.setAll(mine, i -> Math.addExact(mine[i], row[i]));
        });
    }

    @Override
    public void write(StateOutput out) {
        out.count(sums.rows.size());
        new TreeMap<>(sums.rows).forEach((period, row) -> {
            out.integer(period);
            for (long sum : row) {
                out.count(sum);
            }
        });
    }

    @Override
    public void read(StateInput in) {
        int size = in.size(1 + sums.width);
        Integer period = null;
        for (int i = 0; i < size; i++) {
            period = in.rising(period, Math.toIntExact(in.integer()));
            Arrays.setAll(sums.of(period), part -> in.count());
        }
        // What has no answer is no state.
        requireNonNull(finish.apply(sums.sorted()), "answer");
    }
}
