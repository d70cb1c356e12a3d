package dev.cxkit.metrics.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Values in order, each once, with how many are no higher than it. Not to be changed. */
@SuppressWarnings("ArrayRecordComponent")
record SortedValues(long[] values, long[] upTo) implements Distributed {

    static SortedValues of(SortedCounts counts) {
        long[] upTo = counts.counts().clone();
        Arrays.parallelPrefix(upTo, Math::addExact);
        return new SortedValues(counts.keys().clone(), upTo);
    }

    @Override
    public long n() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public OptionalDouble min() {
        return quantile(0, QuantileType.TYPE_7);
    }

    @Override
    public OptionalDouble max() {
        return quantile(1, QuantileType.TYPE_7);
    }

    @Override
    public OptionalDouble quantile(double p, QuantileType type) {
        double position = type.position(p, Math.max(1, n()));
        return n() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(QuantileType.interpolate(
                        position, valueAt((long) Math.floor(position)), valueAt((long) Math.ceil(position))));
    }

    /** The value at a place, of which the first is 1. */
    private double valueAt(long place) {
        int found = Arrays.binarySearch(upTo, place);
        return (double) values[found < 0 ? -found - 1 : found];
    }

    @Override
    public long[] state() {
        long[] state = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(upTo, 0, state, values.length, upTo.length);
        return state;
    }
}
