package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.RadixSort;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Keeps the rows for a {@link Cox} fit. */
record CoxRows<T>(Fn<? super T, SurvivalTime> survivalTime, List<String> names, List<Fn<? super T, Double>> covariates)
        implements Serializable {

    /** Columns before the covariates: time, 1 where it is right-censored, entry; the last column is the frequency. */
    private static final int TIME = 0;

    private static final int CENSORED = 1;
    private static final int ENTRY = 2;
    private static final int COVARIATES = 3;

    static <T> Metric<T, Cox> metric(
            Fn<? super T, SurvivalTime> survivalTime, Map<String, ? extends Fn<? super T, Double>> covariates) {
        requireNonNull(survivalTime, "survivalTime");
        if (covariates.isEmpty()) {
            throw new IllegalArgumentException("there is no covariate");
        }
        CoxRows<T> rows =
                new CoxRows<>(survivalTime, List.copyOf(covariates.keySet()), List.copyOf(covariates.values()));
        return new StateMetric<T, State<T>, Cox>(
                Definition.of("cox", rows.names), () -> new State<>(rows), State::result);
    }

    private static final class State<T> implements StateMetric.State<T, State<T>> {

        private static final int FIRST_ROOM = 16;

        /** Each of those whose events are at one time is looked at by itself, so more would take minutes. */
        private static final long MOST = 1 << 30;

        private final CoxRows<T> metric;

        /** Each column holds the bits of its numbers; the last holds counts. */
        private long[][] columns;

        private int size;
        private long n;

        State(CoxRows<T> metric) {
            this.metric = metric;
            columns = new long[COVARIATES + metric.names.size() + 1][FIRST_ROOM];
        }

        @Override
        public void add(T observation) {
            SurvivalTime time = requireNonNull(metric.survivalTime.apply(observation), "survivalTime");
            long[] row = new long[columns.length];
            row[TIME] = Double.doubleToRawLongBits(time.time());
            row[CENSORED] = time.event() ? 0 : 1;
            row[ENTRY] = Double.doubleToRawLongBits(time.entry());
            for (int j = 0; j < metric.names.size(); j++) {
                Double value = requireNonNull(metric.covariates.get(j).apply(observation), metric.names.get(j));
                // So that -0.0 and 0.0 are one number.
                row[COVARIATES + j] = Double.doubleToRawLongBits(Check.finite(metric.names.get(j), value) + 0.0);
            }
            row[row.length - 1] = time.frequency();
            add(row);
        }

        private void add(long... row) {
            long more = row[row.length - 1];
            if (more > MOST - n) {
                throw new ArithmeticException("n is beyond 2^30: " + n + " and " + more);
            }
            n += more;
            if (size == columns[0].length) {
                for (int c = 0; c < columns.length; c++) {
                    columns[c] = Arrays.copyOf(columns[c], 2 * size);
                }
            }
            for (int c = 0; c < columns.length; c++) {
                columns[c][size] = row[c];
            }
            size++;
        }

        /** Brings the rows into the one order that all splits of them have, each different one once. */
        private void settle() {
            int[] order = new int[size];
            Arrays.setAll(order, i -> i);
            int counts = columns.length - 1;
            for (int c = counts - 1; c >= 0; c--) {
                order = RadixSort.order(order, Arrays.copyOf(columns[c], size));
            }
            long[][] settled = new long[columns.length][Math.max(FIRST_ROOM, size)];
            int to = 0;
            for (int row : order) {
                int last = to - 1;
                boolean same = to > 0;
                for (int c = 0; c < counts && same; c++) {
                    same = settled[c][last] == columns[c][row];
                }
                for (int c = 0; c < counts; c++) {
                    settled[c][same ? last : to] = columns[c][row];
                }
                settled[counts][same ? last : to] += columns[counts][row];
                to += same ? 0 : 1;
            }
            columns = settled;
            size = to;
        }

        Cox result() {
            settle();
            boolean[] events = new boolean[size];
            for (int i = 0; i < size; i++) {
                events[i] = columns[CENSORED][i] == 0;
            }
            double[][] covariates = new double[metric.names.size()][];
            Arrays.setAll(covariates, j -> numbers(COVARIATES + j));
            return new CoxColumns(
                            metric.names,
                            numbers(TIME),
                            events,
                            Arrays.copyOf(columns[columns.length - 1], size),
                            numbers(ENTRY),
                            covariates)
                    .fit();
        }

        private double[] numbers(int column) {
            return Arrays.stream(columns[column], 0, size)
                    .mapToDouble(Double::longBitsToDouble)
                    .toArray();
        }

        @Override
        public void merge(State<T> state) {
            for (int i = 0; i < state.size; i++) {
                long[] row = new long[columns.length];
                for (int c = 0; c < row.length; c++) {
                    row[c] = state.columns[c][i];
                }
                add(row);
            }
        }

        @Override
        public void write(StateOutput out) {
            settle();
            out.count(size);
            for (int i = 0; i < size; i++) {
                for (int c = 0; c < columns.length - 1; c++) {
                    if (c == CENSORED) {
                        out.count(columns[c][i]);
                    } else {
                        out.real(Double.longBitsToDouble(columns[c][i]));
                    }
                }
                out.count(columns[columns.length - 1][i]);
            }
        }

        @Override
        public void read(StateInput in) {
            int counts = columns.length - 1;
            int rows = in.size(2 + Double.BYTES * (counts - 1));
            long[] before = null;
            for (int i = 0; i < rows; i++) {
                long[] row = new long[columns.length];
                for (int c = 0; c < counts; c++) {
                    row[c] = c == CENSORED ? in.count(1) : Double.doubleToRawLongBits(in.real());
                }
                row[counts] = in.positive();
                double entry = Double.longBitsToDouble(row[ENTRY]);
                double time = Double.longBitsToDouble(row[TIME]);
                in.check(entry >= 0 && time >= 0 && (entry == 0 || entry < time), "an entry is not before its time");
                in.check(
                        before == null || Arrays.compareUnsigned(before, 0, counts, row, 0, counts) < 0,
                        "its rows do not rise");
                before = row;
                add(row);
            }
        }
    }
}
