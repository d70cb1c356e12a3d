package dev.cxkit.journey.analysis;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Fn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step in one journey: how often it is done again, and by whom. */
final class Doing {

    /** By whom, in the order in which one outdoes the other where several steps are one journey. */
    static final int REPEAT = 0;

    static final int UNKNOWN = 1;
    static final int REDO = 2;
    static final int KINDS = 3;

    /** Where the counts are, each but the last of three kinds. */
    static final int PAIRS = 0;

    static final int RUNS = PAIRS + KINDS;
    static final int REPETITIONS = RUNS + KINDS;
    static final int ACTIVITIES = REPETITIONS + KINDS;
    static final int REWORKED = ACTIVITIES + KINDS;
    static final int JOURNEYS = REWORKED + KINDS;
    static final int WIDTH = JOURNEYS + 1;

    final String step;
    private final long[] counts = new long[WIDTH];
    private final Agents all = new Agents();
    private Agents run = new Agents();
    private int runs;
    private int last = -2;
    private @Nullable String lastBy;

    private Doing(String step) {
        this.step = step;
    }

    /** Returns the steps of the journey. */
    static List<Doing> in(Journey journey, Fn<? super Touchpoint, ? extends Optional<String>> agent) {
        Map<String, Doing> doings = new LinkedHashMap<>();
        for (int i = 0; i < journey.size(); i++) {
            doings.computeIfAbsent(journey.step(i), Doing::new)
                    .add(i, agent.apply(journey.touchpoint(i)).orElse(null));
        }
        doings.values().forEach(Doing::end);
        return new ArrayList<>(doings.values());
    }

    private void add(int index, @Nullable String by) {
        boolean follows = index == last + 1;
        if (all.size > 0) {
            counts[(follows ? PAIRS : REPETITIONS) + kind(lastBy, by)]++;
        }
        if (!follows) {
            endRun();
            run = new Agents();
            runs++;
        }
        run.add(by);
        all.add(by);
        last = index;
        lastBy = by;
    }

    private static int kind(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? UNKNOWN : one.equals(other) ? REPEAT : REDO;
    }

    private void endRun() {
        counts[RUNS + run.kind()] += run.size > 1 ? 1 : 0;
    }

    private void end() {
        endRun();
        counts[ACTIVITIES + all.kind()] += runs > 1 ? 1 : 0;
        counts[REWORKED + all.kind()] += all.size > 1 ? 1 : 0;
        counts[JOURNEYS] = 1;
    }

    void addTo(long... sums) {
        for (int i = 0; i < WIDTH; i++) {
            sums[i] += counts[i];
        }
    }

    /** Counts a journey by how it is reworked, one that is not behind the kinds. */
    static void addJourney(List<Doing> journey, long... sums) {
        sums[
                journey.stream()
                        .filter(doing -> doing.all.size > 1)
                        .mapToInt(doing -> doing.all.kind())
                        .max()
                        .orElse(KINDS)]++;
    }

    /** Who did it several times. */
    private static final class Agents {

        private int size;
        private @Nullable String known;
        private boolean isUnknown;
        private boolean differs;

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
