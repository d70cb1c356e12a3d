package dev.cxkit.journey.analysis;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Counts sequences of steps. */
record VariantsMetric(int most) implements Metric<Journey, Variants> {

    VariantsMetric {
        if (most < 0) {
            throw new IllegalArgumentException("most " + most + " is negative");
        }
    }

    @Override
    public String definition() {
        return "variants";
    }

    @Override
    public Accumulator<Journey, Variants> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, Variants> {

        private final int most;
        private final Lexicon lexicon = new Lexicon();
        private final Sequences sequences = new Sequences();
        private long[] counts = new long[16];
        private int[] steps = new int[16];

        State(VariantsMetric metric) {
            super(metric);
            this.most = metric.most;
        }

        @Override
        public void add(Journey journey) {
            int[] table = lexicon.table(journey.labels());
            int size = journey.size();
            room(size);
            for (int i = 0; i < size; i++) {
                steps[i] = table[journey.code(i)];
            }
            count(size, 1);
        }

        private void room(int size) {
            if (size > steps.length) {
                steps = new int[Math.max(size, 2 * steps.length)];
            }
        }

        /** Counts the sequence that {@link #steps} begins with. */
        private void count(int size, long times) {
            int sequence = sequences.of(steps, size);
            if (sequence == counts.length) {
                counts = Arrays.copyOf(counts, 2 * sequence);
            }
            counts[sequence] = Math.addExact(counts[sequence], times);
        }

        @Override
        public Variants result() {
            int[] ranks = ranks();
            Comparator<Integer> rank = Comparator.<Integer>comparingLong(sequence -> -counts[sequence])
                    .thenComparing((one, other) -> compare(ranks, one, other));
            PriorityQueue<Integer> top = new PriorityQueue<>(rank.reversed());
            long journeys = 0;
            for (int sequence = 0; sequence < sequences.size(); sequence++) {
                journeys += counts[sequence];
                top.add(sequence);
                if (top.size() > most) {
                    top.remove();
                }
            }
            List<Variants.Variant> listed = top.stream()
                    .sorted(rank)
                    .map(sequence -> new Variants.Variant(labels(sequence), counts[sequence]))
                    .toList();
            return new Variants(journeys, sequences.size(), listed);
        }

        private List<String> labels(int sequence) {
            return IntStream.range(0, sequences.length(sequence))
                    .mapToObj(place -> lexicon.label(sequences.step(sequence, place)))
                    .toList();
        }

        /** The place of each step in the order of the labels. */
        private int[] ranks() {
            int[] ranks = new int[lexicon.size()];
            int rank = 0;
            for (int step : lexicon.sorted()) {
                ranks[step] = rank++;
            }
            return ranks;
        }

        private int compare(int[] ranks, int one, int other) {
            int length = Math.min(sequences.length(one), sequences.length(other));
            for (int place = 0; place < length; place++) {
                int order = Integer.compare(ranks[sequences.step(one, place)], ranks[sequences.step(other, place)]);
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(sequences.length(one), sequences.length(other));
        }

        @Override
        protected void absorb(Accumulator<Journey, Variants> other) {
            State that = (State) other;
            int[] table = lexicon.table(that.lexicon);
            for (int sequence = 0; sequence < that.sequences.size(); sequence++) {
                int size = that.sequences.length(sequence);
                room(size);
                for (int place = 0; place < size; place++) {
                    steps[place] = table[that.sequences.step(sequence, place)];
                }
                count(size, that.counts[sequence]);
            }
        }

        @Override
        protected void write(StateOutput out) {
            TreeSet<Integer> used = new TreeSet<>();
            for (int sequence = 0; sequence < sequences.size(); sequence++) {
                for (int place = 0; place < sequences.length(sequence); place++) {
                    used.add(sequences.step(sequence, place));
                }
            }
            int[] places = new int[lexicon.size()];
            out.count(used.size());
            int next = 0;
            for (int step : lexicon.sorted()) {
                if (used.contains(step)) {
                    places[step] = next++;
                    out.text(lexicon.label(step));
                }
            }
            int[] ranks = ranks();
            out.count(sequences.size());
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, sequences.size()).boxed().toList());
            order.sort((one, other) -> compare(ranks, one, other));
            for (int sequence : order) {
                out.count(counts[sequence]);
                out.count(sequences.length(sequence));
                for (int place = 0; place < sequences.length(sequence); place++) {
                    out.count(places[sequences.step(sequence, place)]);
                }
            }
        }

        @Override
        protected void read(StateInput in) {
            int labels = in.count(Integer.MAX_VALUE);
            for (int i = 0; i < labels; i++) {
                lexicon.code(in.text());
            }
            int known = in.count(Integer.MAX_VALUE);
            for (int sequence = 0; sequence < known; sequence++) {
                long times = in.count();
                int size = in.count(Integer.MAX_VALUE);
                for (int place = 0; place < size; place++) {
                    // As long as the bytes last: the size may be damaged.
                    if (place == steps.length) {
                        steps = Arrays.copyOf(steps, 2 * place);
                    }
                    steps[place] = in.count(lexicon.size() - 1);
                }
                count(size, times);
            }
        }
    }
}
