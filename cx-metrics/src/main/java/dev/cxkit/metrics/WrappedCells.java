package dev.cxkit.metrics;

/**
 * Cells whose states are those of the cells of one other metric: {@code <T, R>} is what is seen from outside, {@code <U, Q>} what the
 * inner ones take and answer.
 */
abstract class WrappedCells<T, R, U, Q> extends Cells<T, R> {

    final Cells<U, Q> inner;

    WrappedCells(Metric<U, Q> inner) {
        this.inner = Cells.of(inner);
    }

    @Override
    final void room(int cells) {
        inner.room(cells);
    }

    @Override
    @SuppressWarnings("unchecked")
    final void absorb(int cell, Cells<T, R> other, int from) {
        inner.absorb(cell, (Cells<U, Q>) other.bare(), from);
    }

    @Override
    final Object kind() {
        return inner.kind();
    }

    @Override
    final Cells<?, ?> bare() {
        return inner.bare();
    }

    @Override
    final void clear(int cell) {
        inner.clear(cell);
    }

    @Override
    final void write(int cell, StateOutput out) {
        inner.write(cell, out);
    }

    @Override
    final void read(int cell, StateInput in) {
        inner.read(cell, in);
    }
}
