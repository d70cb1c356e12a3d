package dev.cxkit.journey.funnel;

import java.util.Arrays;

/**
 * Finds how many different steps different touchpoints serve within one window, whatever their order. A touchpoint that serves two steps
 * is given to the one where it does more good, by augmenting paths (Kuhn, 1955).
 */
final class UnorderedSearch {

    private final Attempts attempts;
    private final FunnelRows rows;
    private final int required;

    /** The place that serves each step, -1 if none does. */
    private final int[] served;

    /** Where the number of served steps grew. */
    private final int[] grew;

    private final int[] best;
    private long tried;

    UnorderedSearch(Funnel funnel, Attempts attempts) {
        this.attempts = attempts;
        this.rows = attempts.rows();
        this.required = funnel.required.size();
        this.served = new int[required];
        this.grew = new int[required];
        this.best = new int[required];
    }

    void search(boolean mayGoOn, Attempts.Sink sink) {
        int[] inWindow = new int[required];
        int deepest = 0;
        int end = 0;
        boolean open = false;
        for (int start = 0; start < rows.size && deepest < required; start++) {
            if (isAny(start)) {
                open |= mayGoOn && attempts.isAliveByTime(start);
                while (end < rows.size && rows.isInWindow(start, end)) {
                    count(inWindow, end++, 1);
                }
                // No more steps can be served than have a touchpoint at all.
                int most =
                        (int) Arrays.stream(inWindow).filter(count -> count > 0).count();
                int depth = most > deepest ? serve(start, end, most) : 0;
                if (depth > deepest) {
                    deepest = depth;
                    System.arraycopy(grew, 0, best, 0, depth);
                }
                count(inWindow, start, -1);
            } else if (end == start) {
                end++;
            }
        }
        if (deepest > 0) {
            for (int step = 0; step < deepest; step++) {
                best[step] = rows.index[best[step]];
            }
            Attempt.Outcome outcome = deepest == required
                    ? Attempt.Outcome.CONVERTED
                    : open ? Attempt.Outcome.OPEN : Attempt.Outcome.DROPPED_OFF;
            sink.take(deepest, best, new int[0], outcome);
        }
    }

    private boolean isAny(int i) {
        return (rows.serves[i] & ((1L << required) - 1)) != 0;
    }

    private void count(int[] inWindow, int i, int change) {
        for (int step = 0; step < required; step++) {
            inWindow[step] += rows.is(step, i) ? change : 0;
        }
    }

    /** Serves as many steps as can be; those who came first keep a part, so it is known when each further one could be served. */
    private int serve(int start, int end, int most) {
        Arrays.fill(served, -1);
        int depth = 0;
        for (int i = start; i < end && depth < most; i++) {
            tried = 0;
            if (serve(i)) {
                grew[depth++] = i;
            }
        }
        return depth;
    }

    private boolean serve(int i) {
        for (int step = 0; step < required; step++) {
            if (rows.is(step, i) && ((tried >>> step) & 1) == 0) {
                tried |= 1L << step;
                if (served[step] < 0 || serve(served[step])) {
                    served[step] = i;
                    return true;
                }
            }
        }
        return false;
    }
}
