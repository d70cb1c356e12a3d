package dev.cxkit.metrics.quantiles;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.numeric.Check;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Exact {@index quantile}s of values in an array. For values that come one by one there is {@link ValueDistribution}. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Returns the quantiles of the values, in the order of {@code p}; nothing if there are no values. The array is neither changed
     * nor copied; the time grows with its length alone.
     *
     * @param p the shares of values at or below the quantiles, each 0..1
     * @throws IllegalArgumentException if a share is outside 0..1
     */
    public static double[] exact(long[] values, QuantileType type, double... p) {
        requireNonNull(values, "values");
        double[] positions = positions(values.length, type, p);
        if (values.length == 0) {
            return new double[0];
        }
        int[] places = Arrays.stream(positions)
                .flatMap(position -> DoubleStream.of(Math.floor(position), Math.ceil(position)))
                .mapToInt(place -> (int) place - 1)
                .sorted()
                .distinct()
                .toArray();
        long[] found = Selection.of(values, places);
        return Arrays.stream(positions)
                .map(position -> QuantileType.interpolate(
                        position, (double) found[Arrays.binarySearch(places, (int) Math.floor(position) - 1)], (double)
                                found[Arrays.binarySearch(places, (int) Math.ceil(position) - 1)]))
                .toArray();
    }

    /**
     * Returns the quantiles of the values, in the order of {@code p}; nothing if there are no values. The array is not changed; a copy
     * of it is sorted.
     *
     * @param p the shares of values at or below the quantiles, each 0..1
     * @throws IllegalArgumentException if a share is outside 0..1 or a value is not finite
     */
    public static double[] exact(double[] values, QuantileType type, double... p) {
        requireNonNull(values, "values");
        double[] positions = positions(values.length, type, p);
        if (values.length == 0) {
            return new double[0];
        }
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            Check.finiteAt(i, sorted[i]);
        }
        Arrays.sort(sorted);
        return Arrays.stream(positions)
                .map(position -> QuantileType.interpolate(
                        position, sorted[(int) Math.floor(position) - 1], sorted[(int) Math.ceil(position) - 1]))
                .toArray();
    }

    private static double[] positions(int n, QuantileType type, double... p) {
        requireNonNull(type, "type");
        requireNonNull(p, "p");
        return Arrays.stream(p).map(share -> type.position(share, n)).toArray();
    }
}
