package dev.cxkit.journey.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rework of an activity, by agent: counted over journeys, and what is known of the one that is looked at. */
final class ReworkCounter {

    /** By which agents, in the order in which one outdoes the other where several activities are one journey. */
    static final int REPEAT = 0;

    static final int UNKNOWN = 1;
    static final int REDO = 2;
    static final int KINDS = 3;

    /** Where the counts are, each but the last of three kinds. */
    private static final int PAIRS = 0;

    private static final int RUNS = PAIRS + KINDS;
    private static final int REPETITIONS = RUNS + KINDS;
    private static final int ACTIVITIES = REPETITIONS + KINDS;
    static final int REWORKED = ACTIVITIES + KINDS;
    static final int JOURNEYS = REWORKED + KINDS;
    static final int WIDTH = JOURNEYS + 1;

    final long[] counts = new long[WIDTH];
    private final Agents all = new Agents();
    private final Agents run = new Agents();
    private int runs;
    private int last;
    private @Nullable String lastBy;

    /** Takes a touchpoint; returns whether it is the first of the activity in its journey. */
    boolean add(int index, @Nullable String by) {
        boolean isFirst = all.size == 0;
        boolean follows = !isFirst && index == last + 1;
        if (!isFirst) {
            counts[(follows ? PAIRS : REPETITIONS) + kind(lastBy, by)]++;
        }
        if (!follows) {
            endRun();
            runs++;
        }
        run.add(by);
        all.add(by);
        last = index;
        lastBy = by;
        return isFirst;
    }

    private static int kind(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? UNKNOWN : one.equals(other) ? REPEAT : REDO;
    }

    private void endRun() {
        counts[RUNS + run.kind()] += run.size > 1 ? 1 : 0;
        run.clear();
    }

    /** Ends the journey; returns which agents repeated it, -1 if it was not. */
    int end() {
        endRun();
        int kind = all.size > 1 ? all.kind() : -1;
        counts[ACTIVITIES + all.kind()] += runs > 1 ? 1 : 0;
        counts[REWORKED + all.kind()] += all.size > 1 ? 1 : 0;
        counts[JOURNEYS]++;
        all.clear();
        runs = 0;
        return kind;
    }

    static Rework.Counts counted(long... counts) {
        return new Rework.Counts(
                counts[JOURNEYS],
                agents(counts, PAIRS),
                agents(counts, RUNS),
                agents(counts, REPETITIONS),
                agents(counts, ACTIVITIES),
                agents(counts, REWORKED));
    }

    private static Rework.AgentCounts agents(long[] counts, int at) {
        return new Rework.AgentCounts(counts[at + REPEAT], counts[at + REDO], counts[at + UNKNOWN]);
    }

    void add(long... more) {
        Arrays.setAll(counts, i -> Math.addExact(counts[i], more[i]));
    }

    /** Who did it several times. */
    private static final class Agents {

        private int size;
        private @Nullable String known;
        private boolean isUnknown;
        private boolean differs;

        void clear() {
            size = 0;
            known = null;
            isUnknown = false;
            differs = false;
        }

        void add(@Nullable String agent) {
            size++;
            if (agent == null) {
                isUnknown = true;
            } else if (known == null) {
                known = agent;
            } else {
                differs |= !known.equals(agent);
            }
        }

        int kind() {
            return differs ? REDO : isUnknown ? UNKNOWN : REPEAT;
        }
    }
}
