package dev.cxkit.journey.funnel;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TieOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The touchpoints of a journey as a funnel sees them: when each was, which steps it serves and which it interrupts. Rows below the number
 * of required steps are these; those above are what interrupts after a step. The room is kept from journey to journey.
 */
final class FunnelRows {

    /** Beyond so many touchpoints, looking along them for each attempt costs more than a table. */
    private static final int FEW = 64;

    private final Funnel funnel;
    private final int required;
    private final ActivityRoles roles;

    /** How many touchpoints are looked at. */
    int size;

    /** Where each is in the journey, when it was, and what it serves. */
    int[] index = new int[16];

    long[] nanos = new long[16];
    long[] serves = new long[16];
    private long[] stop = new long[16];
    private long[] exclude = new long[16];

    /** For each touchpoint the end of the group of those at the same time; only where ties matter. */
    private int[] groupEnd = new int[16];

    private int[] next = {};

    FunnelRows(Funnel funnel) {
        this.funnel = funnel;
        this.required = funnel.required.size();
        this.roles = new ActivityRoles(funnel);
    }

    void load(Journey journey) {
        roles.learn(journey.activityIndex());
        size = journey.size();
        grow(size);
        boolean excludes = !funnel.exclusions.isEmpty();
        for (int i = 0; i < size; i++) {
            int code = journey.activityCode(i);
            index[i] = i;
            nanos[i] = journey.nanos(i);
            serves[i] = roles.serves(code);
            if (excludes) {
                stop[i] = roles.stops(code);
                exclude[i] = roles.excludes(code);
            }
        }
        int optional = 32;
        for (int step = 0; step < required; step++) {
            test(funnel.required.get(step), 1L << step, journey);
            for (FunnelStep other : funnel.optional.get(step)) {
                test(other, 1L << optional++, journey);
            }
        }
    }

    private void test(FunnelStep step, long bit, Journey journey) {
        var condition = step.condition();
        for (int i = 0; condition != null && i < size; i++) {
            Touchpoint touchpoint = journey.touchpoint(i);
            serves[i] |= condition.test(touchpoint) ? bit : 0;
        }
    }

    private void grow(int more) {
        if (more > index.length) {
            int room = Math.max(more, 2 * index.length);
            index = new int[room];
            nanos = new long[room];
            serves = new long[room];
            stop = new long[room];
            exclude = new long[room];
            groupEnd = new int[room];
        }
    }

    /** Finds the groups of one time and makes the table, once the touchpoints are there. */
    void prepare() {
        if (funnel.ties != TieOrder.SEQUENCE) {
            group();
        }
        if (size > FEW) {
            tabulate();
        }
    }

    private void group() {
        for (int from = 0; from < size; ) {
            int end = from + 1;
            while (end < size && EpochNanos.between(nanos[from], nanos[end]) <= funnel.tieNanos) {
                end++;
            }
            Arrays.fill(groupEnd, from, end, end);
            from = end;
        }
    }

    /** Makes the table of the next touchpoint for each step and each interruption. */
    private void tabulate() {
        int rows = funnel.exclusions.isEmpty() ? required : 2 * required;
        int width = size + 1;
        if (next.length < rows * width) {
            next = new int[Math.multiplyExact(rows, width)];
        }
        for (int row = 0; row < rows; row++) {
            int at = size;
            for (int i = size; i >= 0; i--) {
                at = i < size && is(row, i) ? i : at;
                next[row * width + i] = at;
            }
        }
    }

    /** Whether the touchpoint is of the row. */
    boolean is(int row, int i) {
        return row < required
                ? ((serves[i] >>> row) & 1) != 0
                : (((stop[i] | exclude[i]) >>> (row - required + 1)) & 1) != 0;
    }

    /** The first place from {@code from} on that is of the row; the size if there is none. */
    int next(int row, int from) {
        if (size > FEW) {
            return next[row * (size + 1) + Math.min(from, size)];
        }
        int i = from;
        while (i < size && !is(row, i)) {
            i++;
        }
        return Math.min(i, size);
    }

    boolean isInWindow(int start, int i) {
        return between(start, i) <= funnel.windowNanos;
    }

    /** The nanoseconds from the one touchpoint to the other. */
    long between(int from, int to) {
        return EpochNanos.between(nanos[from], nanos[to]);
    }

    /** Looks at these touchpoints of the other alone, which are in order; only those that are marked can serve a step. */
    void keep(FunnelRows all, List<Integer> kept, BitSet serving) {
        grow(kept.size());
        size = 0;
        for (int i : kept) {
            index[size] = all.index[i];
            nanos[size] = all.nanos[i];
            serves[size] = serving.get(i) ? all.serves[i] : 0;
            stop[size] = all.stop[i];
            exclude[size++] = all.exclude[i];
        }
    }

    boolean interrupts(int i) {
        return (stop[i] | exclude[i]) != 0;
    }

    /** Whether the touchpoint, coming after so many steps, excludes the journey. */
    boolean excludes(int i, int depth) {
        return ((exclude[i] >>> depth) & 1) != 0;
    }

    int groupEnd(int i) {
        return groupEnd[i];
    }
}
