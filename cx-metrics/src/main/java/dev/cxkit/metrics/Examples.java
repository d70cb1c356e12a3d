package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A bounded sample of the observations behind a figure, by name: beside any metric, with {@link Metric#both}, it gives each segment and
 * period its examples. {@index sample of observations}
 *
 * <ul>
 *   <li>Kept are the names with the lowest hashes, in the order of their hashes: a sample that favours nothing, and is the same
 *       whatever the order of the observations (bottom-k sampling; Cohen and Kaplan, 2007). {@index bottom-k sample}
 *   <li>Each name counts once, however often it was observed.
 *   <li>The answer is empty if there were no observations.
 *   <li>Memory: the names, at most {@code limit} of them.
 * </ul>
 *
 * @param limit how many are kept, 1..1000
 * @param name the name of an observation, such as the id of a case; never null
 * @param <T> what is observed
 */
public record Examples<T>(int limit, Fn<? super T, String> name) implements Metric<T, List<String>> {

    private static final int MOST = 1000;

    /**
     * Makes the metric.
     *
     * @throws IllegalArgumentException if the limit is outside its range
     */
    public Examples {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit + " of examples is outside 1.." + MOST);
        }
        requireNonNull(name, "name");
    }

    /**
     * Returns the metric.
     *
     * @throws IllegalArgumentException if the limit is outside 1..1000
     */
    public static <T> Examples<T> metric(int limit, Fn<? super T, String> name) {
        return new Examples<>(limit, name);
    }

    @Override
    public String definition() {
        return "examples(" + limit + ")";
    }

    @Override
    public Accumulator<T, List<String>> start() {
        return new State<>(this);
    }

    private record Named(long hash, String text) implements Comparable<Named> {

        private static final Comparator<Named> ORDER =
                Comparator.comparingLong(Named::hash).thenComparing(Named::text);

        @Override
        public int compareTo(Named other) {
            return ORDER.compare(this, other);
        }

        /** The hash of Fowler, Noll and Vo (1a, 64 bits) over the characters, mixed as in SplitMix so that similar names differ. */
        static Named of(String text) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
            hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
            return new Named(hash ^ (hash >>> 31), text);
        }
    }

    private static final class State<T> extends Accumulator<T, List<String>> {

        private final Examples<T> metric;
        private final TreeSet<Named> kept = new TreeSet<>();

        State(Examples<T> metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(T observation) {
            keep(Named.of(requireNonNull(metric.name.apply(observation), "name")));
        }

        private void keep(Named named) {
            if (kept.size() < metric.limit || named.compareTo(kept.last()) < 0) {
                kept.add(named);
            }
            if (kept.size() > metric.limit) {
                kept.pollLast();
            }
        }

        @Override
        public List<String> result() {
            return kept.stream().map(Named::text).toList();
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, List<String>> other) {
            ((State<T>) other).kept.forEach(this::keep);
        }

        @Override
        protected void write(StateOutput out) {
            out.count(kept.size());
            kept.forEach(named -> out.text(named.text));
        }

        @Override
        protected void read(StateInput in) {
            int size = in.count(metric.limit);
            Named before = null;
            for (int i = 0; i < size; i++) {
                before = in.rising(before, Named.of(in.text()));
                kept.add(before);
            }
        }
    }
}
