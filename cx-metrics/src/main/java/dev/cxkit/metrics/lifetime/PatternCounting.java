package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.PatternCounts;
import java.io.Serializable;

/**
 * Counts observations of which many are the same.
 *
 * @param put adds an observation to the tally
 * @param check refuses what cannot be a part of one
 */
record PatternCounting<T>(String definition, Put<T> put, PatternCounts.TripleCheck check)
        implements Metric<T, RecencyFrequencyPatterns> {

    /** How an observation is added. */
    interface Put<T> extends Serializable {
        void put(T observation, PatternCounts tally);
    }

    @Override
    public Accumulator<T, RecencyFrequencyPatterns> start() {
        return new State<>(this);
    }

    private static final class State<T> extends Accumulator<T, RecencyFrequencyPatterns> {

        private final PatternCounts tally = new PatternCounts();
        private final PatternCounting<T> how;

        State(PatternCounting<T> metric) {
            super(metric);
            how = metric;
        }

        @Override
        public void add(T observation) {
            how.put.put(requireNonNull(observation, "observation"), tally);
        }

        @Override
        public RecencyFrequencyPatterns result() {
            return RecencyFrequencyPatterns.of(tally);
        }

        @Override
        protected void absorb(Accumulator<T, RecencyFrequencyPatterns> other) {
            tally.add(((State<T>) other).tally);
        }

        @Override
        protected void write(StateOutput out) {
            tally.write(out);
        }

        @Override
        protected void read(StateInput in) {
            tally.read(in, how.check);
        }
    }
}
