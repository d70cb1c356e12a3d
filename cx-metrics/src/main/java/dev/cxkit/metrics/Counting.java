package dev.cxkit.metrics;

/**
 * A metric whose state is a few counts, of which each observation raises one: the ratings of a scale, the outcomes of a case. It says
 * which; the accumulator is made from that. Per segment and period the counts of all lie in one array, so this is the fastest kind of
 * metric to have many of.
 *
 * @param <T> what is observed
 * @param <R> the answer
 */
public interface Counting<T, R> extends Metric<T, R> {

    /** Returns how many counts there are, always the same and at least 1. */
    int counts();

    /**
     * Returns which count the observation raises, from 0 to below {@link #counts()}.
     *
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if the metric cannot take it
     */
    int place(T observation);

    /**
     * Returns the answer.
     *
     * @param counts how many observations there were of each place; a copy
     */
    R result(long[] counts);

    @Override
    default Accumulator<T, R> start() {
        return new Celled.One<>(this);
    }
}
