package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A metric asked per segment. Memory grows with the number of segments, up to the limit. */
record By<T, K, R>(Metric<T, R> metric, Fn<? super T, ? extends K> key, Segmentation<K> how)
        implements Metric<T, Segments<K, R>> {

    By {
        requireNonNull(key, "key");
        how = how.with(how.format().suited(key));
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

        private static final int NONE = -1;

        private final Metric<T, R> metric;
        private final Fn<? super T, ? extends K> key;
        private final Segmentation<K> how;
        private final transient Cells<T, R> cells;

        /** A wide table: where a key is the first of its bin, no comparison goes the way that the processor did not expect. */
        private final Map<K, Integer> segments = new HashMap<>(16, 0.25f);

        /** The cell of those that are gathered, {@link #NONE} while there are none. */
        private int rest = NONE;

        /** The kept keys, the highest first; there only while segments are gathered. */
        private @Nullable PriorityQueue<K> kept;

        State(By<T, K, R> by) {
            super(by);
            this.metric = by.metric;
            this.key = by.key;
            this.how = by.how;
            this.cells = Cells.of(metric);
        }

        @Override
        public void add(T observation) {
            metric();
            K segment = key.apply(observation);
            Integer cell = segments.get(segment);
            if (cell == null) {
                addFirst(segment, observation);
            } else {
                cells.add(cell, observation);
            }
        }

        private void addFirst(K segment, T observation) {
            boolean isKept = isKept(segment);
            // Counted before there is a place for it, so that an observation that is refused leaves no segment behind.
            int made = cells.open(observation);
            if (isKept) {
                keep(segment, made);
            } else {
                cells.absorb(rest(), cells, made);
                cells.close(made);
            }
        }

        @Override
        void check(T observation) {
            K segment = key.apply(observation);
            Integer cell = segments.get(segment);
            if (cell == null) {
                isKept(segment);
            }
            cells.check(cell == null ? NONE : cell, observation);
        }

        @Override
        boolean isWhole() {
            return cells.isWhole();
        }

        /** Whether a new segment is kept and not gathered; if it cannot be kept or not be written it is refused. */
        private boolean isKept(K segment) {
            requireNonNull(segment, "segment key (name the missing one, such as \"unknown\")");
            boolean isFull = segments.size() == how.limit();
            if (isFull && !how.gathers()) {
                throw beyondTheLimit(segment);
            }
            boolean isKept = !isFull || compare(segment, kept().element()) < 0;
            if (isKept) {
                how.format().requireWritable(segment);
            }
            return isKept;
        }

        /** Gives a cell to a new segment that is kept, in place of the highest one if there is no other place. */
        private void keep(K segment, int cell) {
            if (segments.size() == how.limit()) {
                int removed = requireNonNull(segments.remove(kept().remove()), "cell");
                cells.absorb(rest(), cells, removed);
                cells.close(removed);
                kept().add(segment);
            }
            segments.put(segment, cell);
        }

        private PriorityQueue<K> kept() {
            PriorityQueue<K> known = kept;
            if (known == null) {
                known = new PriorityQueue<>(Collections.reverseOrder(State::compare));
                known.addAll(segments.keySet());
                kept = known;
            }
            return known;
        }

        private int rest() {
            if (rest == NONE) {
                rest = cells.open();
            }
            return rest;
        }

        /** The cell that observations of this segment go to. */
        private int cell(K segment) {
            Integer known = segments.get(segment);
            if (known != null) {
                return known;
            }
            if (!isKept(segment)) {
                return rest();
            }
            int made = cells.open();
            keep(segment, made);
            return made;
        }

        private IllegalStateException beyondTheLimit(K segment) {
            return new IllegalStateException("segment '" + segment + "' is one more than the limit of " + how.limit()
                    + "; raise it or gather the rest (Segmentation)");
        }

        @Override
        public Segments<K, R> result() {
            metric();
            try {
                return together();
            } catch (ArithmeticException e) {
                throw overflow(metric.definition() + " in total", e);
            }
        }

        private Segments<K, R> together() {
            Cells<T, R> total = Cells.of(metric);
            int all = total.open();
            Map<K, R> each = new LinkedHashMap<>();
            for (K segment : sorted(State::compare)) {
                int cell = requireNonNull(segments.get(segment), "cell");
                each.put(segment, cells.result(cell));
                total.absorb(all, cells, cell);
            }
            if (rest != NONE) {
                total.absorb(all, cells, rest);
            }
            return new Segments<>(total.result(all), rest == NONE ? null : cells.result(rest), each);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, Segments<K, R>> other) {
            State<T, K, R> that = (State<T, K, R>) other;
            if (!how.gathers()) {
                // Looked at before anything is changed, so that a merge that fails leaves this one as it was.
                int room = how.limit() - segments.size();
                for (K segment : that.segments.keySet()) {
                    if (!segments.containsKey(segment) && --room < 0) {
                        throw beyondTheLimit(segment);
                    }
                }
            }
            that.segments.forEach((segment, cell) -> cells.absorb(cell(segment), that.cells, cell));
            if (that.rest != NONE) {
                cells.absorb(rest(), that.cells, that.rest);
            }
        }

        @Override
        Object kind() {
            return List.of(getClass(), cells.kind());
        }

        @Override
        protected void write(StateOutput out) {
            out.count(segments.size());
            Map<K, String> texts = new HashMap<>();
            segments.keySet()
                    .forEach(segment -> texts.put(segment, how.format().write().apply(segment)));
            for (K segment : sorted(Comparator.comparing(texts::get))) {
                out.text(requireNonNull(texts.get(segment), "text"));
                cells.write(requireNonNull(segments.get(segment), "cell"), out);
            }
            out.flag(rest != NONE);
            if (rest != NONE) {
                cells.write(rest, out);
            }
        }

        @Override
        protected void read(StateInput in) {
            int size = in.count(how.limit());
            String before = null;
            for (int i = 0; i < size; i++) {
                String text = in.rising(before, in.text());
                K segment = key(in, text);
                in.check(text.equals(how.format().write().apply(segment)), "a segment is not in its form");
                in.check(segments.put(segment, read(in, cells.open())) == null, "a segment is there twice");
                before = text;
            }
            rest = in.flag() ? read(in, cells.open()) : NONE;
            in.check(rest == NONE || (how.gathers() && size == how.limit()), "others were gathered below the limit");
        }

        private K key(StateInput in, String text) {
            try {
                return how.format().read().apply(text);
            } catch (RuntimeException e) {
                IllegalArgumentException damaged = in.damaged(
                        "'" + text + "' is no segment of " + how.format().name());
                damaged.initCause(e);
                throw damaged;
            }
        }

        private int read(StateInput in, int cell) {
            cells.read(cell, in);
            return cell;
        }

        private List<K> sorted(Comparator<? super K> order) {
            List<K> sorted = new ArrayList<>(segments.keySet());
            sorted.sort(order);
            return sorted;
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
