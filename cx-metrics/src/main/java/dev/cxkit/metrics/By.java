package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric asked per segment. Memory grows with the number of segments, up to the limit. */
record By<T, K, R>(Metric<T, R> metric, Fn<? super T, ? extends K> key, Segmentation<K> how)
        implements Metric<T, Segments<K, R>> {

    By {
        requireNonNull(key, "key");
        requireNonNull(how, "how");
    }

    @Override
    public String definition() {
        return "by(" + metric.definition() + "," + how.format().name() + "," + (how.gathers() ? "gather " : "fail ")
                + how.limit() + ")";
    }

    @Override
    public Accumulator<T, Segments<K, R>> start() {
        return new State<>(this);
    }

    private static final class State<T, K, R> extends Accumulator<T, Segments<K, R>> {

        private final Metric<T, R> metric;
        private final Fn<? super T, ? extends K> key;
        private final Segmentation<K> how;
        private final Map<K, Accumulator<T, R>> cells = new HashMap<>();
        private @Nullable Accumulator<T, R> rest;

        /** The last of the kept keys; known only while segments are gathered. */
        private @Nullable K last;

        State(By<T, K, R> by) {
            super(by);
            this.metric = by.metric;
            this.key = by.key;
            this.how = by.how;
        }

        @Override
        public void add(T observation) {
            K segment = key.apply(observation);
            Accumulator<T, R> cell = cells.get(segment);
            if (cell != null) {
                cell.add(observation);
                return;
            }
            // Counted apart first, so that an observation that is refused leaves no segment behind.
            requireNonNull(segment, "segment key (name the missing one, such as \"unknown\")");
            Accumulator<T, R> made = metric.start();
            made.add(observation);
            cell(segment).absorb(made);
        }

        /** The accumulator that observations of this segment go to. */
        private Accumulator<T, R> cell(K segment) {
            Accumulator<T, R> known = cells.get(segment);
            if (known != null) {
                return known;
            }
            if (cells.size() == how.limit()) {
                if (!how.gathers()) {
                    throw beyondTheLimit(segment);
                }
                if (rest == null) {
                    rest = metric.start();
                }
                K highest = last == null ? Collections.max(cells.keySet(), State::compare) : last;
                last = highest;
                if (compare(segment, highest) > 0) {
                    return rest;
                }
                rest.absorb(requireNonNull(cells.remove(highest), "cell"));
                last = null;
            }
            Accumulator<T, R> made = metric.start();
            cells.put(segment, made);
            return made;
        }

        private IllegalStateException beyondTheLimit(K segment) {
            return new IllegalStateException("segment '" + segment + "' is one more than the limit of " + how.limit()
                    + "; raise it or gather the rest (Segmentation)");
        }

        @Override
        public Segments<K, R> result() {
            Accumulator<T, R> total = metric.start();
            Map<K, R> each = new LinkedHashMap<>();
            for (K segment : sorted(State::compare)) {
                Accumulator<T, R> cell = requireNonNull(cells.get(segment), "cell");
                each.put(segment, cell.result());
                total.absorb(cell);
            }
            if (rest != null) {
                total.absorb(rest);
            }
            return new Segments<>(total.result(), rest == null ? null : rest.result(), each);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, Segments<K, R>> other) {
            State<T, K, R> that = (State<T, K, R>) other;
            if (!how.gathers()) {
                // Looked at before anything is changed, so that a merge that fails leaves this one as it was.
                int room = how.limit() - cells.size();
                for (K segment : that.cells.keySet()) {
                    if (!cells.containsKey(segment) && --room < 0) {
                        throw beyondTheLimit(segment);
                    }
                }
            }
            that.cells.forEach((segment, cell) -> cell(segment).absorb(cell));
            if (that.rest != null) {
                if (rest == null) {
                    rest = metric.start();
                }
                rest.absorb(that.rest);
            }
        }

        @Override
        protected void write(StateOutput out) {
            out.count(cells.size());
            Map<K, String> texts = new HashMap<>();
            cells.keySet()
                    .forEach(segment -> texts.put(segment, how.format().write().apply(segment)));
            for (K segment : sorted(Comparator.comparing(texts::get))) {
                out.text(requireNonNull(texts.get(segment), "text"));
                out.state(requireNonNull(cells.get(segment), "cell"));
            }
            out.count(rest == null ? 0 : 1);
            if (rest != null) {
                out.state(rest);
            }
        }

        @Override
        protected void read(StateInput in) {
            int size = in.count(how.limit());
            for (int i = 0; i < size; i++) {
                K segment = how.format().read().apply(in.text());
                if (cells.put(segment, in.state(metric)) != null) {
                    throw new IllegalArgumentException("state has segment '" + segment + "' twice");
                }
            }
            rest = in.count(1) == 1 ? in.state(metric) : null;
        }

        private List<K> sorted(Comparator<? super K> order) {
            List<K> segments = new ArrayList<>(cells.keySet());
            segments.sort(order);
            return segments;
        }

        /** By class, then in the natural order where the class has one, then in that of the texts: never equal for unequal keys. */
        @SuppressWarnings("unchecked")
        private static int compare(Object a, Object b) {
            int order = type(a).getName().compareTo(type(b).getName());
            if (order == 0 && a instanceof Comparable) {
                order = ((Comparable<Object>) a).compareTo(b);
            }
            return order == 0 ? a.toString().compareTo(b.toString()) : order;
        }

        /** The constants of an enum may have classes of their own. */
        private static Class<?> type(Object key) {
            return key instanceof Enum<?> constant ? constant.getDeclaringClass() : key.getClass();
        }
    }
}
