package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of whole numbers of at least 0 for each period that an observation adds to. Memory: the periods times the width. */
record PeriodSums<T, R>(String definition, int width, Parts<T> parts, Fn<SortedMap<Integer, long[]>, R> finish)
        implements Metric<T, R> {

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
    }

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, R> extends Accumulator<T, R> {

        private final PeriodSums<T, R> metric;
        private final transient Rows sums;

        State(PeriodSums<T, R> metric) {
            super(metric);
            this.metric = metric;
            this.sums = new Rows(metric.width);
        }

        @Override
        public void add(T observation) {
            metric.parts.add(requireNonNull(observation, "observation"), sums);
        }

        @Override
        public R result() {
            SortedMap<Integer, long[]> sorted = new TreeMap<>();
            sums.rows.forEach((period, row) -> sorted.put(period, row.clone()));
            return metric.finish.apply(sorted);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, R> other) {
            ((State<T, R>) other).sums.rows.forEach((period, row) -> {
                long[] mine = sums.of(period);
                Arrays.setAll(mine, i -> Math.addExact(mine[i], row[i]));
            });
        }

        @Override
        protected void write(StateOutput out) {
            out.count(sums.rows.size());
            new TreeMap<>(sums.rows).forEach((period, row) -> {
                out.integer(period);
                for (long sum : row) {
                    out.count(sum);
                }
            });
        }

        @Override
        protected void read(StateInput in) {
            int size = in.count(Integer.MAX_VALUE);
            for (int i = 0; i < size; i++) {
                int period = Math.toIntExact(in.integer());
                if (sums.rows.containsKey(period)) {
                    throw new IllegalArgumentException("state has period " + period + " twice");
                }
                Arrays.setAll(sums.of(period), part -> in.count());
            }
        }
    }
}
