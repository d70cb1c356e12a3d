package dev.cxkit.journey.analysis;

import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.Arrays;

/** So many counts for each step. A step whose counts are all 0 is as one that was never seen. */
final class StepCounts {

    final Lexicon lexicon = new Lexicon();
    private final int width;
    private long[] counts = {};

    StepCounts(int width) {
        this.width = width;
    }

    void add(int step, int place, long more) {
        int at = step * width + place;
        if (at >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(lexicon.size() * width, 2 * counts.length));
        }
        counts[at] = Math.addExact(counts[at], more);
    }

    long get(int step, int place) {
        int at = step * width + place;
        return at < counts.length ? counts[at] : 0;
    }

    /** Returns the numbers of the steps that were seen, in the order of their labels. */
    int[] seen() {
        return Arrays.stream(lexicon.sorted()).filter(this::isSeen).toArray();
    }

    private boolean isSeen(int step) {
        for (int place = 0; place < width; place++) {
            if (get(step, place) != 0) {
                return true;
            }
        }
        return false;
    }

    void add(StepCounts other) {
        int[] table = lexicon.table(other.lexicon);
        for (int step = 0; step < table.length; step++) {
            for (int place = 0; place < width; place++) {
                add(table[step], place, other.get(step, place));
            }
        }
    }

    void write(StateOutput out) {
        int[] seen = seen();
        out.count(seen.length);
        for (int step : seen) {
            out.text(lexicon.label(step));
            for (int place = 0; place < width; place++) {
                out.count(get(step, place));
            }
        }
    }

    void read(StateInput in) {
        int steps = in.count(Integer.MAX_VALUE);
        for (int i = 0; i < steps; i++) {
            int step = lexicon.code(in.text());
            if (step != i) {
                throw new IllegalArgumentException("state has step '" + lexicon.label(step) + "' twice");
            }
            for (int place = 0; place < width; place++) {
                add(step, place, in.count());
            }
        }
    }
}
