package dev.cxkit.metrics.quantiles;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.SortedCounts;

/**
 * Counts values one by one, for quantiles that are exact however many there are.
 *
 * @param perUnit how many of what is counted make a unit of the answers
 */
record ExactValues(long perUnit) implements Metric<Long, ValueDistribution> {

    @Override
    public String definition() {
        return "exact value distribution" + (perUnit == 1 ? "" : " in parts of " + perUnit);
    }

    @Override
    public Accumulator<Long, ValueDistribution> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Long, ValueDistribution> {

        private final long perUnit;
        private final SortedCounts values = new SortedCounts();

        State(ExactValues metric) {
            super(metric);
            perUnit = metric.perUnit;
        }

        @Override
        public void add(Long value) {
            values.add(Check.count("value", value));
        }

        @Override
        public ValueDistribution result() {
            return new ValueDistribution(SortedValues.of(values.keys(), values.counts(), perUnit));
        }

        @Override
        protected void absorb(Accumulator<Long, ValueDistribution> other) {
            values.add(((State) other).values);
        }

        @Override
        protected void write(StateOutput out) {
            values.write(out);
        }

        @Override
        protected void read(StateInput in) {
            values.read(in);
        }
    }
}
