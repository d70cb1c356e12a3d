package dev.cxkit.journey.flow;

import dev.cxkit.core.check.Require;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;

/** Counts sequences of activities. */
record VariantsMetric(int most) implements Metric<Journey, Variants> {

    VariantsMetric {
        Require.that(most >= 0, () -> "most " + most + " is negative");
    }

    @Override
    public String definition() {
        return "variants";
    }

    @Override
    public Accumulator<Journey, Variants> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, Variants> {

        private final int most;
        private final SequenceCounts counts = new SequenceCounts();

        State(VariantsMetric metric) {
            super(metric);
            this.most = metric.most;
        }

        @Override
        public void add(Journey journey) {
            counts.add(journey);
        }

        @Override
        public Variants result() {
            return new Variants(counts.total(), counts.distinct(), counts.top(most));
        }

        @Override
        protected void absorb(Accumulator<Journey, Variants> other) {
            counts.add(((State) other).counts);
        }

        @Override
        protected void write(StateOutput out) {
            counts.write(out);
        }

        @Override
        protected void read(StateInput in) {
            counts.read(in);
        }
    }
}
