package dev.cxkit.metrics.numeric;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;

/**
 * A metric around a mutable state that adds values and other states, and gives itself as whole numbers of at least 0.
 *
 * @param <T> what is added
 * @param <S> the state
 * @param <R> the answer
 */
public record Summing<T, S, R>(
        String definition,
        Start<S> empty,
        Adding<S, T> add,
        Adding<S, S> merge,
        Fn<S, long[]> state,
        Fn<long[], S> ofState,
        Fn<S, R> finish)
        implements Metric<T, R> {

    private static final int MOST_STATE = 20_000;

    /** Makes an empty state. */
    public interface Start<S> extends Serializable {
        S make();
    }

    /** Adds something to a state. */
    public interface Adding<S, T> extends Serializable {
        void add(S state, T more);
    }

    @Override
    public Accumulator<T, R> start() {
        return new State<>(this);
    }

    private static final class State<T, S, R> extends Accumulator<T, R> {

        private final Summing<T, S, R> metric;
        private S sum;

        State(Summing<T, S, R> metric) {
            super(metric);
            this.metric = metric;
            this.sum = metric.empty.make();
        }

        @Override
        public void add(T value) {
            metric.add.add(sum, requireNonNull(value, "value"));
        }

        @Override
        public R result() {
            return metric.finish.apply(sum);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, R> other) {
            metric.merge.add(sum, ((State<T, S, R>) other).sum);
        }

        @Override
        protected void write(StateOutput out) {
            out.counts(metric.state.apply(sum));
        }

        @Override
        protected void read(StateInput in) {
            sum = metric.ofState.apply(in.counts(MOST_STATE));
        }
    }
}
