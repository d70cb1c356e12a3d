package dev.cxkit.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Named metrics asked in one pass. */
record All<T, R>(List<String> names, List<Metric<T, R>> metrics) implements Metric<T, Map<String, R>> {

    /** An answer that is an S can stand where an R is wanted, since answers only come out. */
    @SuppressWarnings("unchecked")
    static <T, R> All<T, R> of(Map<String, ? extends Metric<T, ? extends R>> metrics) {
        List<Metric<T, R>> list = new ArrayList<>();
        metrics.values().forEach(metric -> list.add((Metric<T, R>) metric));
        return new All<>(List.copyOf(metrics.keySet()), List.copyOf(list));
    }

    @Override
    public String definition() {
        return sorted().stream()
                .map(i -> Definition.text(names.get(i)) + "=" + metrics.get(i).definition())
                .collect(Collectors.joining(",", "all(", ")"));
    }

    /** The places of the names in their own order, so that the order of the map shows in the result only. */
    private List<Integer> sorted() {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .toList();
    }

    @Override
    public Accumulator<T, Map<String, R>> start() {
        return new State<>(this);
    }

    private static final int BLOCK = 128;

    private static final class State<T, R> extends Accumulator<T, Map<String, R>> {

        private final List<String> names;
        private final List<Accumulator<T, R>> parts;
        private final List<Integer> sorted;

        State(All<T, R> metric) {
            super(metric);
            this.names = metric.names;
            this.parts = metric.metrics.stream().map(Metric::start).toList();
            this.sorted = metric.sorted();
        }

        @Override
        public void add(T observation) {
            metric();
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).add(observation);
            }
        }

        @Override
        void check(T observation) {
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).check(observation);
            }
        }

        @Override
        boolean isWhole() {
            return false;
        }

        /** A block at a time: one metric after the other runs faster over many than all in turn over each. */
        @Override
        void addEach(Iterable<? extends T> observations) {
            List<T> block = new ArrayList<>(BLOCK);
            for (T observation : observations) {
                block.add(observation);
                if (block.size() == BLOCK) {
                    addBlock(block);
                }
            }
            addBlock(block);
        }

        private void addBlock(List<T> block) {
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).addEach(block);
            }
            block.clear();
        }

        @Override
        public Map<String, R> result() {
            metric();
            Map<String, R> results = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                results.put(names.get(i), parts.get(i).result());
            }
            return Collections.unmodifiableMap(results);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<T, Map<String, R>> other) {
            State<T, R> that = (State<T, R>) other;
            for (int i = 0; i < sorted.size(); i++) {
                parts.get(sorted.get(i)).take(that.parts.get(that.sorted.get(i)));
            }
        }

        @Override
        Object kind() {
            return sorted.stream().map(i -> parts.get(i).kind()).toList();
        }

        @Override
        protected void write(StateOutput out) {
            sorted.forEach(i -> out.state(parts.get(i)));
        }

        @Override
        protected void read(StateInput in) {
            sorted.forEach(i -> parts.get(i).read(in));
        }
    }
}
