package dev.cxkit.metrics.numeric;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The state of a metric round a mutable value that adds observations and other values of its kind, and gives itself as whole numbers
 * of at least 0.
 *
 * @param <T> what is added
 * @param <S> the value
 */
public final class CountsState<T, S> implements StateMetric.State<T, CountsState<T, S>> {

    private static final int MOST_COUNTS = 20_000;

    private final Arithmetic<T, S> arithmetic;
    private S value;

    private CountsState(Arithmetic<T, S> arithmetic) {
        this.arithmetic = arithmetic;
        this.value = arithmetic.empty.get();
    }

    /** Adds something to a value. */
    public interface Adding<S, T> extends Serializable {
        void add(S value, T more);
    }

    private record Arithmetic<T, S>(
            StateMetric.Supply<S> empty,
            Adding<S, T> add,
            Adding<S, S> merge,
            Fn<S, long[]> state,
            Fn<long[], S> ofState,
            Fn<S, ?> finish)
            implements Serializable {}

    /**
     * Returns the metric.
     *
     * @param state gives the value as whole numbers, equal for equal values
     * @param ofState makes the value of these numbers, or refuses them
     */
    public static <T, S, R> Metric<T, R> metric(
            String definition,
            StateMetric.Supply<S> empty,
            Adding<S, T> add,
            Adding<S, S> merge,
            Fn<S, long[]> state,
            Fn<long[], S> ofState,
            Fn<S, R> finish) {
        Arithmetic<T, S> arithmetic = new Arithmetic<>(empty, add, merge, state, ofState, finish);
        return new StateMetric<>(definition, () -> new CountsState<>(arithmetic), counts -> finish.apply(counts.value));
    }

    @Override
    public void add(T observation) {
        arithmetic.add.add(value, observation);
    }

    @Override
    public void merge(CountsState<T, S> other) {
        arithmetic.merge.add(value, other.value);
    }

    @Override
    public void write(StateOutput out) {
        out.counts(arithmetic.state.apply(value));
    }

    @Override
    public void read(StateInput in) {
        long[] counts = in.counts(MOST_COUNTS);
        value = arithmetic.ofState.apply(counts);
        in.check(Arrays.equals(counts, arithmetic.state.apply(value)), "it is not in the form that is written");
        // What has no answer is no state.
        requireNonNull(arithmetic.finish.apply(value), "answer");
    }
}
