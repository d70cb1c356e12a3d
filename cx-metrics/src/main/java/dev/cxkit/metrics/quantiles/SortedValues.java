package dev.cxkit.metrics.quantiles;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Values in order, each once, with how many are no higher than it, in parts of a unit. Not to be changed. */
@SuppressWarnings("ArrayRecordComponent")
record SortedValues(long[] values, long[] upTo, long perUnit) implements EmpiricalDistribution {

    static SortedValues of(long[] values, long[] counts, long perUnit) {
        if (values.length != counts.length) {
            throw new IllegalArgumentException(values.length + " values have " + counts.length + " counts");
        }
        for (int i = 0; i < values.length; i++) {
            if (counts[i] < 1) {
                throw new IllegalArgumentException("count " + counts[i] + " of value " + values[i] + " is below 1");
            }
            if (i > 0 && values[i] <= values[i - 1]) {
                throw new IllegalArgumentException("value " + values[i] + " is not above " + values[i - 1]);
            }
        }
        long[] upTo = counts.clone();
        Arrays.parallelPrefix(upTo, Math::addExact);
        return new SortedValues(values.clone(), upTo, perUnit);
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
        // Above 2^53 a position is rounded, and may be that of nobody.
        int found = Arrays.binarySearch(upTo, Math.min(place, n()));
        return (double) values[found < 0 ? -found - 1 : found] / perUnit;
    }

    @Override
    public long[] state() {
        long[] state = Arrays.copyOf(values, 2 * values.length + 1);
        System.arraycopy(upTo, 0, state, values.length, upTo.length);
        state[2 * values.length] = perUnit;
        return state;
    }
}
