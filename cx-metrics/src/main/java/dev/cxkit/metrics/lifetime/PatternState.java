package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.PatternCounts;
import java.io.Serializable;

/** Counts observations of which many are the same. */
final class PatternState<T> implements StateMetric.State<T, PatternState<T>> {

    private final PatternCounts counts = new PatternCounts();
    private final Put<T> put;
    private final PatternCounts.TripleCheck check;

    private PatternState(Put<T> put, PatternCounts.TripleCheck check) {
        this.put = put;
        this.check = check;
    }

    /** How an observation is added. */
    interface Put<T> extends Serializable {
        void put(T observation, PatternCounts counts);
    }

    /**
     * Returns the metric.
     *
     * @param put adds an observation to the counts
     * @param check refuses what cannot be a part of one
     */
    static <T> Metric<T, RecencyFrequencyPatterns> metric(
            String definition, Put<T> put, PatternCounts.TripleCheck check) {
        return new StateMetric<T, PatternState<T>, RecencyFrequencyPatterns>(
                definition, () -> new PatternState<>(put, check), state -> RecencyFrequencyPatterns.of(state.counts));
    }

    @Override
    public void add(T observation) {
        put.put(observation, counts);
    }

    @Override
    public void merge(PatternState<T> other) {
        counts.add(other.counts);
    }

    @Override
    public void write(StateOutput out) {
        counts.write(out);
    }

    @Override
    public void read(StateInput in) {
        counts.read(in, check);
    }
}
