package dev.cxkit.metrics.quantiles;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.SortedCounts;

/** Counts values one by one, for quantiles that are exact however many there are. */
final class ExactValues implements StateMetric.State<Long, ExactValues> {

    private final SortedCounts values = new SortedCounts();

    /** Of values in parts, of which {@code perUnit} make a unit of the answers. */
    static Metric<Long, ValueDistribution> metric(long perUnit) {
        return new StateMetric<>(
                "exact value distribution" + (perUnit == 1 ? "" : " in parts of " + perUnit),
                ExactValues::new,
                values -> values.result(perUnit));
    }

    @Override
    public void add(Long value) {
        values.add(Check.count("value", value));
    }

    private ValueDistribution result(long perUnit) {
        return new ValueDistribution(SortedValues.of(values.keys(), values.counts(), perUnit));
    }

    @Override
    public void merge(ExactValues other) {
        values.add(other.values);
    }

    @Override
    public void write(StateOutput out) {
        values.write(out);
    }

    @Override
    public void read(StateInput in) {
        values.read(in);
    }
}
