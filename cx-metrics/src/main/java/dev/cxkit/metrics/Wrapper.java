package dev.cxkit.metrics;

/**
 * An accumulator whose state is that of one other: {@code <T, R>} is what is seen from outside, {@code <U, Q>} what the inner one
 * takes and answers.
 */
abstract class Wrapper<T, R, U, Q> extends Accumulator<T, R> {

    final Accumulator<U, Q> inner;

    Wrapper(Metric<T, R> metric, Metric<U, Q> inner) {
        super(metric);
        this.inner = inner.start();
    }

    @Override
    @SuppressWarnings("unchecked")
    protected final void absorb(Accumulator<T, R> other) {
        inner.absorb(((Wrapper<T, R, U, Q>) other).inner);
    }

    @Override
    protected final void write(StateOutput out) {
        inner.write(out);
    }

    @Override
    protected final void read(StateInput in) {
        inner.read(in);
    }
}
