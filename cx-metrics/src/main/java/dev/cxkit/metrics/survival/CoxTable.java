package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.RadixSort;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows for a {@link Cox} fit: the bits of each number, column by column, and how often each row was added. */
final class CoxTable {

    private static final int FIRST_ROOM = 16;

    /** Each of those whose events are at one time is looked at by itself, so more would take minutes. */
    private static final long MOST = 1 << 30;

    /** Columns before the covariates: time, 1 where it is right-censored, entry; the last column is the frequency. */
    private static final int TIME = 0;

    private static final int CENSORED = 1;
    private static final int ENTRY = 2;
    private static final int COVARIATES = 3;

    private long[][] columns;
    private int size;
    private long n;

    CoxTable(int covariates) {
        columns = new long[COVARIATES + covariates + 1][FIRST_ROOM];
    }

    /** The fit of rows in arrays, with a stratum for each or none. */
    static Cox fit(SurvivalColumns times, Map<String, double[]> covariates, String... strata) {
        if (covariates.isEmpty()) {
            throw new IllegalArgumentException("there is no covariate");
        }
        Map<String, double[]> sorted = new TreeMap<>(covariates);
        sorted.forEach((name, values) -> {
            SurvivalColumns.checkLength(values.length, times.times);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "covariate " + name + " at index " + i + " " + values[i] + " is not a finite number");
                }
            }
        });
        List<double[]> columns = List.copyOf(sorted.values());
        Map<String, CoxTable> tables = new TreeMap<>();
        if (strata.length == 0) {
            tables.put("", new CoxTable(columns.size()));
        }
        double[] x = new double[columns.size()];
        for (int i = 0; i < times.times.length; i++) {
            for (int j = 0; j < x.length; j++) {
                x[j] = columns.get(j)[i];
            }
            tables.computeIfAbsent(strata.length == 0 ? "" : strata[i], stratum -> new CoxTable(x.length))
                    .add(times.times[i], times.events[i], times.entry(i), times.frequency(i), x);
        }
        return CoxFit.of(List.copyOf(sorted.keySet()), tables);
    }

    int size() {
        return size;
    }

    double time(int row) {
        return number(TIME, row);
    }

    boolean event(int row) {
        return columns[CENSORED][row] == 0;
    }

    double entry(int row) {
        return number(ENTRY, row);
    }

    long frequency(int row) {
        return columns[columns.length - 1][row];
    }

    double covariate(int j, int row) {
        return number(COVARIATES + j, row);
    }

    private double number(int column, int row) {
        return Double.longBitsToDouble(columns[column][row]);
    }

    void add(double time, boolean event, double entry, long frequency, double... covariates) {
        long[] row = new long[columns.length];
        row[TIME] = Double.doubleToRawLongBits(time);
        row[CENSORED] = event ? 0 : 1;
        row[ENTRY] = Double.doubleToRawLongBits(entry);
        for (int j = 0; j < covariates.length; j++) {
            // So that -0.0 and 0.0 are one number.
            row[COVARIATES + j] = Double.doubleToRawLongBits(covariates[j] + 0.0);
        }
        row[row.length - 1] = frequency;
        add(row);
    }

    void add(CoxTable other) {
        for (int i = 0; i < other.size; i++) {
            long[] row = new long[columns.length];
            for (int c = 0; c < row.length; c++) {
                row[c] = other.columns[c][i];
            }
            add(row);
        }
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

    /** Brings the rows into the one order that all splits of them have, by time first, each different one once. */
    CoxTable settle() {
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
        return this;
    }

    void write(StateOutput out) {
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

    void read(StateInput in) {
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
                    entry == SurvivalTime.rounded(entry) && time == SurvivalTime.rounded(time),
                    "a time is not rounded");
            in.check(
                    before == null || Arrays.compareUnsigned(before, 0, counts, row, 0, counts) < 0,
                    "its rows do not rise");
            before = row;
            add(row);
        }
    }
}
