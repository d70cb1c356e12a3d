package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Two metrics asked in one pass. */
record Both<T, A, B, R>(Metric<T, A> first, Metric<T, B> second, BiFn<? super A, ? super B, ? extends R> join)
        implements Celled<T, R> {

    Both {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        requireNonNull(join, "join");
    }

    @Override
    public String definition() {
        return "both(" + first.definition() + "," + second.definition() + ")";
    }

    @Override
    public Cells<T, R> cells() {
        return new Pair<>(this);
    }

    private static final class Pair<T, A, B, R> extends Cells<T, R> {

        private final Cells<T, A> first;
        private final Cells<T, B> second;
        private final BiFn<? super A, ? super B, ? extends R> join;

        Pair(Both<T, A, B, R> metric) {
            this.first = Cells.of(metric.first);
            this.second = Cells.of(metric.second);
            this.join = metric.join;
        }

        @Override
        void room(int cells) {
            first.room(cells);
            second.room(cells);
        }

        @Override
        void add(int cell, T observation) {
            first.add(cell, observation);
            second.add(cell, observation);
        }

        @Override
        void check(int cell, T observation) {
            first.check(cell, observation);
            second.check(cell, observation);
        }

        @Override
        boolean isWhole() {
            return false;
        }

        @Override
        R result(int cell) {
            return join.apply(first.result(cell), second.result(cell));
        }

        @Override
        @SuppressWarnings("unchecked")
        void absorb(int cell, Cells<T, R> other, int from) {
            Pair<T, A, B, ?> that = (Pair<T, A, B, ?>) other.bare();
            first.absorb(cell, that.first, from);
            second.absorb(cell, that.second, from);
        }

        @Override
        Object kind() {
            return List.of(first.kind(), second.kind());
        }

        @Override
        void clear(int cell) {
            first.clear(cell);
            second.clear(cell);
        }

        @Override
        void write(int cell, StateOutput out) {
            first.write(cell, out);
            second.write(cell, out);
        }

        @Override
        void read(int cell, StateInput in) {
            first.read(cell, in);
            second.read(cell, in);
        }
    }
}
