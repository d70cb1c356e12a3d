package dev.cxkit.journey.flow;

import dev.cxkit.journey.ActivityIndex;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Counts sequences of activities. */
final class SequenceCounts {

    private final ActivityCodes codes = new ActivityCodes();
    private final Sequences sequences = new Sequences();
    private long[] counts = new long[16];
    private int[] activities = new int[16];
    private long total;

    /** Counts the activities of the journey. */
    void add(Journey journey) {
        int[] table = codes.table(journey.activityIndex());
        room(journey.size());
        for (int i = 0; i < journey.size(); i++) {
            activities[i] = table[journey.activityCode(i)];
        }
        count(journey.size(), 1);
    }

    /** Counts activities by their numbers in the index, from one place up to another, which is no part of them. */
    void add(ActivityIndex index, int[] activityCodes, int from, int to) {
        int[] table = codes.table(index);
        room(to - from);
        for (int i = from; i < to; i++) {
            activities[i - from] = table[activityCodes[i]];
        }
        count(to - from, 1);
    }

    private void room(int size) {
        if (size > activities.length) {
            activities = new int[Math.max(size, 2 * activities.length)];
        }
    }

    /** Counts the sequence that {@link #activities} begins with. */
    private void count(int size, long times) {
        int sequence = sequences.of(activities, size);
        if (sequence == counts.length) {
            counts = Arrays.copyOf(counts, 2 * sequence);
        }
        counts[sequence] = Math.addExact(counts[sequence], times);
        total = Math.addExact(total, times);
    }

    /** Returns how many were counted. */
    long total() {
        return total;
    }

    /** Returns how many different ones were counted. */
    int distinct() {
        return sequences.size();
    }

    /** Returns the most frequent, those of one frequency in the order of their activities. */
    List<Variants.Variant> top(int most) {
        int[] ranks = ranks();
        Comparator<Integer> rank = Comparator.<Integer>comparingLong(sequence -> -counts[sequence])
                .thenComparing((one, other) -> compare(code -> ranks[code], one, other));
        PriorityQueue<Integer> top = new PriorityQueue<>(rank.reversed());
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            top.add(sequence);
            if (top.size() > most) {
                top.remove();
            }
        }
        return top.stream()
                .sorted(rank)
                .map(sequence -> new Variants.Variant(activities(sequence), counts[sequence]))
                .toList();
    }

    private List<String> activities(int sequence) {
        return IntStream.range(0, sequences.length(sequence))
                .mapToObj(place -> codes.name(sequences.activity(sequence, place)))
                .toList();
    }

    /** The place of each activity in the order of the names. */
    private int[] ranks() {
        int[] ranks = new int[codes.size()];
        int rank = 0;
        for (int code : codes.sorted()) {
            ranks[code] = rank++;
        }
        return ranks;
    }

    private int compare(IntUnaryOperator rank, int one, int other) {
        int length = Math.min(sequences.length(one), sequences.length(other));
        for (int place = 0; place < length; place++) {
            int order = Integer.compare(
                    rank.applyAsInt(sequences.activity(one, place)), rank.applyAsInt(sequences.activity(other, place)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(sequences.length(one), sequences.length(other));
    }

    void add(SequenceCounts other) {
        int[] table = codes.table(other.codes);
        for (int sequence = 0; sequence < other.sequences.size(); sequence++) {
            int size = other.sequences.length(sequence);
            room(size);
            for (int place = 0; place < size; place++) {
                activities[place] = table[other.sequences.activity(sequence, place)];
            }
            count(size, other.counts[sequence]);
        }
    }

    void write(StateOutput out) {
        TreeSet<Integer> used = new TreeSet<>();
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            for (int place = 0; place < sequences.length(sequence); place++) {
                used.add(sequences.activity(sequence, place));
            }
        }
        int[] places = new int[codes.size()];
        out.count(used.size());
        int next = 0;
        for (int code : codes.sorted()) {
            if (used.contains(code)) {
                places[code] = next++;
                out.text(codes.name(code));
            }
        }
        int[] ranks = ranks();
        out.count(sequences.size());
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, sequences.size()).boxed().toList());
        order.sort((one, other) -> compare(code -> ranks[code], one, other));
        for (int sequence : order) {
            out.count(counts[sequence]);
            out.count(sequences.length(sequence));
            for (int place = 0; place < sequences.length(sequence); place++) {
                out.count(places[sequences.activity(sequence, place)]);
            }
        }
    }

    void read(StateInput in) {
        int names = codes.read(in);
        boolean[] used = new boolean[names];
        int known = in.size(2);
        for (int sequence = 0; sequence < known; sequence++) {
            long times = in.positive();
            int size = in.size(1);
            room(size);
            for (int place = 0; place < size; place++) {
                activities[place] = in.count(names - 1);
                used[activities[place]] = true;
            }
            count(size, times);
            // The names rise, so their codes are their ranks.
            in.check(
                    sequences.size() == sequence + 1
                            && (sequence == 0 || compare(IntUnaryOperator.identity(), sequence - 1, sequence) < 0),
                    "its sequences do not rise");
        }
        for (boolean each : used) {
            in.check(each, "an activity is in no sequence");
        }
    }
}
