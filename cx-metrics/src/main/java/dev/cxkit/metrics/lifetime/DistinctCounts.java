package dev.cxkit.metrics.lifetime;

import java.util.Arrays;

/** The distinct counts among patterns, since what depends on them alone need be worked out once for each and not for each pattern. */
final class DistinctCounts {

    /** The distinct counts in order, how many customers have each, and which of them each pattern has; not to be changed. */
    final double[] values;

    final double[] customers;
    final int[] which;

    DistinctCounts(RecencyFrequencyPatterns patterns) {
        long[] distinct = Arrays.stream(patterns.frequency).sorted().distinct().toArray();
        values = Arrays.stream(distinct).asDoubleStream().toArray();
        customers = new double[distinct.length];
        which = new int[patterns.size()];
        for (int i = 0; i < which.length; i++) {
            which[i] = Arrays.binarySearch(distinct, patterns.frequency[i]);
            customers[which[i]] += patterns.counts[i];
        }
    }
}
