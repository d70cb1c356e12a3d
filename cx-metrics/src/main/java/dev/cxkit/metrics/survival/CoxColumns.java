package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.RadixSort;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows for a {@link Cox} fit from the latest time to the earliest, with centred covariates in units of their standard deviation. */
final class CoxColumns {

    final List<String> names;
    final double[] times;
    final boolean[] events;

    /** The frequency weight of each row; null if all are 1. */
    final long @Nullable [] frequencies;

    /** The time of delayed entry of each row; null if all are at risk from the beginning. */
    final double @Nullable [] entries;

    /** The covariates, row by row. */
    final double[] x;

    private final double[] scale;

    /** Takes the arrays over; they may be in any order. */
    CoxColumns(
            List<String> names,
            double[] times,
            boolean[] events,
            long @Nullable [] frequencies,
            double @Nullable [] entries,
            double[]... covariates) {
        this.names = names;
        int[] order = latestFirst(times);
        this.times = gather(times, order);
        this.events = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            this.events[i] = events[order[i]];
        }
        this.frequencies = frequencies == null
                ? null
                : Arrays.stream(order).mapToLong(i -> frequencies[i]).toArray();
        this.entries = entries == null ? null : gather(entries, order);
        this.scale = new double[names.size()];
        this.x = new double[order.length * names.size()];
        for (int j = 0; j < names.size(); j++) {
            standardise(j, covariates[j], order);
        }
    }

    static CoxColumns of(double[] times, boolean[] events, Map<String, double[]> covariates) {
        if (covariates.isEmpty()) {
            throw new IllegalArgumentException("there is no covariate");
        }
        SurvivalColumns.checkLength(events.length, times);
        double[] checked = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            checked[i] = SurvivalColumns.time(i, times[i]);
        }
        covariates.forEach((name, values) -> {
            SurvivalColumns.checkLength(values.length, times);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "covariate " + name + " at index " + i + " " + values[i] + " is not a finite number");
                }
            }
        });
        return new CoxColumns(
                List.copyOf(covariates.keySet()),
                checked,
                events,
                null,
                null,
                covariates.values().toArray(double[][]::new));
    }

    static int[] latestFirst(double... times) {
        long[] keys = new long[times.length];
        Arrays.setAll(keys, i -> ~Double.doubleToRawLongBits(times[i]));
        int[] order = new int[times.length];
        Arrays.setAll(order, i -> i);
        return RadixSort.order(order, keys);
    }

    private static double[] gather(double[] values, int... order) {
        double[] gathered = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            gathered[i] = values[order[i]];
        }
        return gathered;
    }

    private void standardise(int j, double[] values, int... order) {
        double mean = 0;
        double n = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < order.length; i++) {
            double value = values[order[i]];
            n += frequency(i);
            // By steps, as a sum of large values may be beyond all numbers.
            mean += (value - mean) * frequency(i) / n;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double unit = Math.max(most - mean, mean - least);
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            double distance = (values[order[i]] - mean) / unit;
            sum += frequency(i) * distance * distance;
        }
        // Of what is the same for all, only rounding would be left.
        scale[j] = most > least ? unit * Math.sqrt(sum / n) : Double.POSITIVE_INFINITY;
        int p = names.size();
        for (int i = 0; i < order.length; i++) {
            x[i * p + j] = (values[order[i]] - mean) / scale[j];
        }
    }

    long frequency(int row) {
        return frequencies == null ? 1 : frequencies[row];
    }

    /** The standard deviation of a covariate; infinite if it is the same for all. */
    double scale(int j) {
        return scale[j];
    }

    Cox fit() {
        return new CoxFit(this).run();
    }
}
