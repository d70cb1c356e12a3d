package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A metric seen from outside: what of an observation it takes, and what is made from its answer. However many views, conditions and
 * finishing steps are put around a metric there is one adapter, since each layer costs something at every observation.
 *
 * @param condition which observations are handed on; null if all are
 * @param view the part that is handed on; null if it is the observation
 * @param feed hands on where there is more to do than to look at one part; else null
 * @param finish makes the answer
 */
record Adapter<U, T, R, S>(
        Metric<T, R> metric,
        String definition,
        @Nullable Condition<? super U> condition,
        @Nullable Fn<? super U, ? extends T> view,
        @Nullable Feed<? super U, T> feed,
        Fn<? super R, ? extends S> finish)
        implements Celled<U, S> {

    /** Where observations go. */
    abstract static class Sink<T> {
        abstract void add(int cell, T observation);
    }

    /** Hands what is in an observation to a cell. */
    interface Feed<U, T> extends Serializable {
        void feed(U observation, Sink<T> sink, int cell);
    }

    /** Returns the metric in an adapter that changes nothing, or the adapter that it is. */
    static <T, R> Adapter<T, ?, ?, R> of(Metric<T, R> metric) {
        return metric instanceof Adapter<T, ?, ?, R> adapter
                ? adapter
                : new Adapter<T, T, R, R>(metric, metric.definition(), null, null, null, answer -> answer);
    }

    /** Two views in a row become one. Without a first one U is T. */
    @Override
    @SuppressWarnings("unchecked")
    public <V> Adapter<V, T, R, S> on(Fn<? super V, ? extends U> part) {
        requireNonNull(part, "view");
        Fn<? super U, ? extends T> next = view;
        return condition == null && feed == null
                ? viewed(next == null ? (Fn<? super V, ? extends T>) part : whole -> next.apply(part.apply(whole)))
                : fed((whole, sink, cell) -> hand(part.apply(whole), sink, cell));
    }

    @Override
    public <V> Adapter<V, T, R, S> onEach(Fn<? super V, ? extends Iterable<? extends U>> parts) {
        requireNonNull(parts, "view");
        return fed((whole, sink, cell) -> {
            for (U part : requireNonNull(parts.apply(whole), "observations")) {
                hand(part, sink, cell);
            }
        });
    }

    @Override
    public Adapter<U, T, R, S> where(Condition<? super U> test) {
        requireNonNull(test, "condition");
        Condition<? super U> next = condition;
        return new Adapter<>(
                metric,
                "where(" + definition + ")",
                next == null ? test : observation -> test.test(observation) && next.test(observation),
                view,
                feed,
                finish);
    }

    @Override
    public <Q> Adapter<U, T, R, Q> then(Fn<? super S, ? extends Q> more) {
        requireNonNull(more, "finish");
        Fn<? super R, ? extends S> first = finish;
        return new Adapter<>(metric, definition, condition, view, feed, answer -> more.apply(first.apply(answer)));
    }

    @Override
    public Adapter<U, T, R, S> named(String name) {
        return new Adapter<>(metric, requireNonNull(name, "definition"), condition, view, feed, finish);
    }

    private <V> Adapter<V, T, R, S> viewed(Fn<? super V, ? extends T> part) {
        return new Adapter<>(metric, definition, null, part, null, finish);
    }

    private <V> Adapter<V, T, R, S> fed(Feed<? super V, T> hand) {
        return new Adapter<>(metric, definition, null, null, hand, finish);
    }

    /** Without a view what is handed on is the observation itself, so that U is T. */
    @SuppressWarnings("unchecked")
    private void hand(U observation, Sink<T> sink, int cell) {
        if (condition != null && !condition.test(requireNonNull(observation, "observation"))) {
            return;
        }
        if (feed != null) {
            feed.feed(observation, sink, cell);
        } else {
            sink.add(cell, view == null ? (T) observation : view.apply(observation));
        }
    }

    @Override
    public Cells<U, S> cells() {
        return new Inner<>(this);
    }

    /** Cells whose states are those of the cells of the metric. */
    private static final class Inner<U, T, R, S> extends Cells<U, S> {

        private final Adapter<U, T, R, S> adapter;
        private final Cells<T, R> inner;

        /** Checks where {@link #inner} adds. */
        private final Sink<T> checks = new Sink<>() {
            @Override
            void add(int cell, T observation) {
                inner.check(cell, observation);
            }
        };

        Inner(Adapter<U, T, R, S> adapter) {
            this.adapter = adapter;
            this.inner = Cells.of(adapter.metric);
        }

        @Override
        void room(int cells) {
            inner.room(cells);
        }

        @Override
        void add(int cell, U observation) {
            adapter.hand(observation, inner, cell);
        }

        @Override
        void check(int cell, U observation) {
            adapter.hand(observation, checks, cell);
        }

        @Override
        boolean isWhole() {
            return adapter.feed == null && inner.isWhole();
        }

        @Override
        S result(int cell) {
            return adapter.finish.apply(inner.result(cell));
        }

        @Override
        @SuppressWarnings("unchecked")
        void absorb(int cell, Cells<U, S> other, int from) {
            inner.absorb(cell, (Cells<T, R>) other.bare(), from);
        }

        @Override
        Object kind() {
            return inner.kind();
        }

        @Override
        Cells<?, ?> bare() {
            return inner;
        }

        @Override
        void clear(int cell) {
            inner.clear(cell);
        }

        @Override
        void write(int cell, StateOutput out) {
            inner.write(cell, out);
        }

        @Override
        void read(int cell, StateInput in) {
            inner.read(cell, in);
        }
    }
}
