package dev.cxkit.metrics.quantiles;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.SortedCounts;

/** Counts values one by one, for quantiles that are exact however many there are. */
record ExactValues() implements Metric<Long, ValueDistribution> {

    @Override
    public String definition() {
        return "exact value distribution";
    }

    @Override
    public Accumulator<Long, ValueDistribution> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Long, ValueDistribution> {

        private final SortedCounts values = new SortedCounts();

        State(ExactValues metric) {
            super(metric);
        }

        @Override
        public void add(Long value) {
            values.add(Check.count("value", value));
        }

        @Override
        public ValueDistribution result() {
            return new ValueDistribution(SortedValues.of(values.keys(), values.counts()));
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
