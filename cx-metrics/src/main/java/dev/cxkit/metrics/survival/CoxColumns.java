package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.RadixSort;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Rows for a {@link Cox} fit, stratum by stratum, each from the latest time to the earliest, with centred covariates in units of their
 * standard deviation.
 */
final class CoxColumns {

    final List<String> names;

    /** The names of the strata, in the order of their rows. */
    final List<String> strata;

    /** Where the rows of each stratum begin, and the number of all rows. */
    final int[] starts;

    final double[] times;
    final boolean[] events;
    final long[] frequencies;

    /** The time of delayed entry of each row; 0 if it is at risk from the beginning. */
    final double[] entries;

    /** The covariates, row by row. */
    final double[] x;

    private final double[] mean;
    private final double[] scale;

    /** Takes the rows of each stratum, settled. */
    CoxColumns(List<String> names, Map<String, CoxTable> tables) {
        this.names = names;
        strata = List.copyOf(tables.keySet());
        starts = new int[strata.size() + 1];
        for (int s = 0; s < strata.size(); s++) {
            starts[s + 1] = starts[s]
                    + requireNonNull(tables.get(strata.get(s)), "table").size();
        }
        int size = starts[strata.size()];
        times = new double[size];
        events = new boolean[size];
        frequencies = new long[size];
        entries = new double[size];
        double[][] covariates = new double[names.size()][size];
        int to = 0;
        for (CoxTable table : tables.values()) {
            for (int row = table.size() - 1; row >= 0; row--) {
                times[to] = table.time(row);
                events[to] = table.event(row);
                frequencies[to] = table.frequency(row);
                entries[to] = table.entry(row);
                for (int j = 0; j < covariates.length; j++) {
                    covariates[j][to] = table.covariate(j, row);
                }
                to++;
            }
        }
        mean = new double[names.size()];
        scale = new double[names.size()];
        x = new double[size * names.size()];
        for (int j = 0; j < names.size(); j++) {
            standardise(j, covariates[j]);
        }
    }

    private void standardise(int j, double... values) {
        double n = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            n += frequencies[i];
            // By steps, as a sum of large values may be beyond all numbers.
            mean[j] += (values[i] - mean[j]) * frequencies[i] / n;
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        double unit = Math.max(most - mean[j], mean[j] - least);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = (values[i] - mean[j]) / unit;
            sum += frequencies[i] * distance * distance;
        }
        // Of what is the same for all, only rounding would be left.
        scale[j] = most > least ? unit * Math.sqrt(sum / n) : Double.POSITIVE_INFINITY;
        int p = names.size();
        for (int i = 0; i < values.length; i++) {
            x[i * p + j] = (values[i] - mean[j]) / scale[j];
        }
    }

    /** The mean of a covariate, from which it is centred. */
    double mean(int j) {
        return mean[j];
    }

    /** The standard deviation of a covariate; infinite if it is the same for all. */
    double scale(int j) {
        return scale[j];
    }

    /** The rows of each stratum with delayed entry, the latest entry first. */
    int[][] byEntry() {
        int[][] byEntry = new int[strata.size()][];
        for (int s = 0; s < byEntry.length; s++) {
            int from = starts[s];
            double[] part = Arrays.copyOfRange(entries, from, starts[s + 1]);
            long[] keys = new long[part.length];
            Arrays.setAll(keys, i -> ~Double.doubleToRawLongBits(part[i]));
            int[] order = new int[part.length];
            Arrays.setAll(order, i -> i);
            int late = (int) Arrays.stream(part).filter(entry -> entry > 0).count();
            byEntry[s] = Arrays.stream(RadixSort.order(order, keys), 0, late)
                    .map(i -> from + i)
                    .toArray();
        }
        return byEntry;
    }

    /** The Kaplan-Meier estimate of all rows, whatever their stratum. */
    SurvivalTable curve() {
        return ProductLimit.table(times, events, entries, frequencies);
    }
}
