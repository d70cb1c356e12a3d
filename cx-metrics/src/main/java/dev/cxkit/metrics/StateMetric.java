package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * A metric defined by a mutable state that adds observations, merges, writes and reads itself: the shortest way to a metric of one's own.
 *
 * <ul>
 *   <li>The laws of {@link Accumulator} are those of the state: it is a function of the multiset of what was added.
 *   <li>Of fixed counts, of which an observation raises one, {@link Counting} is faster; of several sums {@link Sums} is shorter.
 * </ul>
 *
 * @param <T> what is observed
 * @param <S> the state
 * @param <R> the answer
 * @param definition what the state holds and depends on, as {@link Metric#definition()}
 * @param empty makes an empty state, which shares nothing with any other
 * @param finish makes the answer; it leaves the state as it is and keeps nothing of it that changes
 */
public record StateMetric<T, S extends StateMetric.State<T, S>, R>(
        String definition, Supply<S> empty, Fn<? super S, ? extends R> finish) implements Metric<T, R> {

    /** Checks that no part is null. */
    public StateMetric {
        requireNonNull(definition, "definition");
        requireNonNull(empty, "empty");
        requireNonNull(finish, "finish");
    }

    /**
     * What was observed so far.
     *
     * @param <T> what is observed
     * @param <S> the state itself
     */
    public interface State<T, S> {

        /** Takes in one observation, which is not null. */
        void add(T observation);

        /** Takes in all that another state has, which stays as it is and of which nothing is kept. */
        void merge(S other);

        /** Writes the state; equal states write the same. */
        void write(StateOutput out);

        /**
         * Reads into this empty state what {@link #write} wrote.
         *
         * @throws IllegalArgumentException if no observations can make it
         */
        void read(StateInput in);
    }

    /** A state that can tell what it would refuse for what it holds already. */
    interface Checked<T> {

        /** As {@link Accumulator#check}. */
        void check(T observation);
    }

    /** Makes empty states, here or on another machine. */
    @FunctionalInterface
    public interface Supply<S> extends Serializable {

        /** Returns a new, empty state. */
        S get();
    }

    @Override
    public Accumulator<T, R> start() {
        return new Holder<>(this);
    }

    private static final class Holder<T, S extends State<T, S>, R> extends Accumulator<T, R> {

        private final transient S state;
        private final Fn<? super S, ? extends R> finish;

        Holder(StateMetric<T, S, R> metric) {
            super(metric);
            this.state = requireNonNull(metric.empty.get(), "state");
            this.finish = metric.finish;
        }

        @Override
        public void add(T observation) {
            S state = this.state;
            if (state == null) {
                throw emptied();
            }
            state.add(requireNonNull(observation, "observation"));
        }

        @Override
        @SuppressWarnings("unchecked")
        void check(T observation) {
            if (state instanceof Checked<?> checked) {
                ((Checked<T>) checked).check(requireNonNull(observation, "observation"));
            } else {
                super.check(observation);
            }
        }

        @Override
        public R result() {
            metric();
            return finish.apply(state);
        }

        @Override
        Object kind() {
            return List.of(getClass(), state.getClass());
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, R> other) {
            state.merge(((Holder<T, S, R>) other).state);
        }

        @Override
        protected void write(StateOutput out) {
            state.write(out);
        }

        @Override
        protected void read(StateInput in) {
            state.read(in);
        }
    }
}
