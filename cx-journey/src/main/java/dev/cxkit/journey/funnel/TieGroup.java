package dev.cxkit.journey.funnel;

import java.util.BitSet;

/**
 * The touchpoints of one instant, whose order does not matter: gives as many of the next steps as can be had to different touchpoints,
 * by augmenting paths (Kuhn, 1955).
 */
final class TieGroup {

    private final FunnelRows rows;
    private final int[] places;
    private final int first;
    private final int from;
    private final int to;
    private final BitSet tried = new BitSet();

    /** Makes the group of the touchpoint that serves the step {@code first}. */
    TieGroup(Attempts attempts, int[] places, int first) {
        this.rows = attempts.rows();
        this.places = places;
        this.first = first;
        this.to = rows.groupEnd(places[first]);
        int start = places[first];
        while (start > attempts.unused && rows.groupEnd(start - 1) == to) {
            start--;
        }
        this.from = start;
    }

    /** Serves further steps, below {@code end}; returns how many steps are served then. */
    int extend(int end) {
        int depth = first + 1;
        while (depth < end && serve(depth, depth)) {
            depth++;
            tried.clear();
        }
        return depth;
    }

    private boolean serve(int step, int depth) {
        for (int i = from; i < to; i++) {
            if (rows.is(step, i) && !tried.get(i) && rows.isInWindow(places[0], i)) {
                tried.set(i);
                int owner = owner(i, depth);
                if (owner < 0 || serve(owner, depth)) {
                    places[step] = i;
                    return true;
                }
            }
        }
        return false;
    }

    private int owner(int i, int depth) {
        for (int step = first; step < depth; step++) {
            if (places[step] == i) {
                return step;
            }
        }
        return -1;
    }
}
