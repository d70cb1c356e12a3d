package dev.cxkit.journey.funnel;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the attempts of a journey. The room that it needs is kept from journey to journey, so it belongs to one thread.
 *
 * <p>The next step takes the first touchpoint that serves it: never worse than a later one unless single steps have limits.
 */
final class Attempts {

    /** What is done with an attempt that counts. */
    interface Sink {

        /**
         * Takes an attempt.
         *
         * @param depth how many required steps it came through
         * @param places where the touchpoints of these are; the array is used again
         * @param optional where those of the optional steps are, or -1; the array is used again
         */
        void take(int depth, int[] places, int[] optional, Attempt.Outcome outcome);
    }

    /** Beyond so many touchpoints, looking along them for each attempt costs more than a table. */
    private static final int FEW = 64;

    private final Funnel funnel;
    private final int required;
    private final int allOptional;
    private final long observedNanos;

    private final ActivityRoles roles;

    /** The touchpoints that are looked at: how many, where in the journey, when, what they serve and interrupt. */
    int size;

    int[] index = new int[16];
    long[] nanos = new long[16];
    long[] serves = new long[16];
    private long[] stop = new long[16];
    private long[] exclude = new long[16];

    /** For each touchpoint the end of the group of those at the same time; only where ties matter. */
    private int[] groupEnd = new int[16];

    private int[] next = {};
    private final int[] places;
    private final int[] best;
    private final int[] found;
    private boolean isStopped;
    private boolean isExcluded;
    private int stoppedAt;

    /** Touchpoints before this place belong to attempts that are over. */
    int unused;

    Attempts(Funnel funnel) {
        this.funnel = funnel;
        this.required = funnel.required.size();
        this.roles = new ActivityRoles(funnel);
        this.allOptional = funnel.optional.stream().mapToInt(List::size).sum();
        this.observedNanos = funnel.asOf == null ? Long.MIN_VALUE : nanos(funnel.asOf);
        this.places = new int[required];
        this.best = new int[required];
        this.found = new int[allOptional];
    }

    private static long nanos(Instant instant) {
        Duration since = Duration.between(Instant.EPOCH, instant);
        Duration most = Duration.ofNanos(Long.MAX_VALUE);
        Duration least = Duration.ofNanos(Long.MIN_VALUE);
        return since.compareTo(most) > 0
                ? Long.MAX_VALUE
                : since.compareTo(least) < 0 ? Long.MIN_VALUE : since.toNanos();
    }

    /** Returns the attempts that count. */
    List<Attempt> of(Journey journey) {
        List<Attempt> attempts = new ArrayList<>();
        each(
                journey,
                (depth, at, optional, outcome) -> attempts.add(new Attempt(
                        Arrays.stream(at, 0, depth).boxed().toList(),
                        Arrays.stream(optional).boxed().toList(),
                        outcome)));
        return attempts;
    }

    /** Hands on the attempts that count. */
    void each(Journey journey, Sink sink) {
        load(journey);
        boolean mayGoOn = journey.status() == JourneyStatus.OPEN;
        if (funnel.held == null) {
            search(mayGoOn, sink);
        } else {
            new HeldValues(funnel, this).each(journey, mayGoOn, sink);
        }
    }

    private void load(Journey journey) {
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

    /** Looks through the loaded touchpoints. */
    void search(boolean mayGoOn, Sink sink) {
        if (funnel.ties != TieOrder.SEQUENCE) {
            group();
        }
        prepare();
        unused = 0;
        if (funnel.mode == FunnelMode.UNORDERED) {
            new UnorderedSearch(funnel, this).search(mayGoOn, sink);
        } else if (funnel.entry == EntryRule.TOTALS) {
            totals(mayGoOn, sink);
        } else {
            oneOf(mayGoOn, sink);
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

    /** Makes the table of the next touchpoint for each step and each interruption, if there are many touchpoints. */
    private void prepare() {
        if (size <= FEW) {
            return;
        }
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

    /** Rows below the number of required steps are these; those above are what interrupts after a step. */
    boolean is(int row, int i) {
        return row < required
                ? ((serves[i] >>> row) & 1) != 0
                : (((stop[i] | exclude[i]) >>> (row - required + 1)) & 1) != 0;
    }

    /** The first place from {@code from} on that is of the row; the size if there is none. */
    private int next(int row, int from) {
        if (size > FEW) {
            return next[row * (size + 1) + Math.min(from, size)];
        }
        int i = from;
        while (i < size && !is(row, i)) {
            i++;
        }
        return Math.min(i, size);
    }

    private void oneOf(boolean mayGoOn, Sink sink) {
        int deepest = 0;
        boolean discarded = false;
        boolean open = false;
        int end = size;
        for (int start = next(0, 0); start < size && deepest < required; start = next(0, after(start))) {
            int depth = attempt(start);
            open |= mayGoOn && isAlive(start, depth);
            if (depth > deepest) {
                deepest = depth;
                discarded = isExcluded;
                end = isStopped ? stoppedAt : size;
                System.arraycopy(places, 0, best, 0, depth);
            }
            if (funnel.entry == EntryRule.FIRST) {
                break;
            }
        }
        if (deepest > 0) {
            emit(deepest, best, end, discarded, open, sink);
        }
    }

    /** Where the next attempt may begin: in a group whose order does not matter, all attempts are one. */
    private int after(int start) {
        return funnel.ties == TieOrder.ANY_ORDER ? groupEnd[start] : start + 1;
    }

    private void totals(boolean mayGoOn, Sink sink) {
        int start = next(0, 0);
        while (start < size) {
            int depth = attempt(start);
            System.arraycopy(places, 0, best, 0, depth);
            emit(depth, best, isStopped ? stoppedAt : size, isExcluded, mayGoOn && isAlive(start, depth), sink);
            // Where the order of a group is free, the last step need not be the last touchpoint.
            unused = depth == required
                    ? Arrays.stream(places).max().orElseThrow() + 1
                    : isStopped ? stoppedAt + 1 : timeout(start, depth);
            start = next(0, unused);
        }
    }

    /** The first place that is too late for the attempt's next step. */
    private int timeout(int start, int depth) {
        int i = start + 1;
        while (i < size && isInWindow(start, i) && isInLimit(depth, places[depth - 1], i)) {
            i++;
        }
        return i;
    }

    private void emit(int depth, int[] at, int over, boolean discarded, boolean open, Sink sink) {
        Attempt.Outcome outcome = depth == required
                ? Attempt.Outcome.CONVERTED
                : discarded ? Attempt.Outcome.EXCLUDED : open ? Attempt.Outcome.OPEN : Attempt.Outcome.DROPPED_OFF;
        findOptional(depth, at, over);
        if (funnel.fromLatestEntry && depth > 1) {
            for (int i = at[0] + 1; i < at[1]; i++) {
                at[0] = is(0, i) ? i : at[0];
            }
        }
        for (int step = 0; step < depth; step++) {
            at[step] = index[at[step]];
        }
        sink.take(depth, at, found, outcome);
    }

    private void findOptional(int depth, int[] at, int over) {
        Arrays.fill(found, -1);
        int number = 0;
        for (int step = 0; step < required && number < allOptional; step++) {
            int from = step < depth ? at[step] : size;
            int end = step + 1 < depth ? at[step + 1] : over;
            for (FunnelStep other : funnel.optional.get(step)) {
                int i = from + 1;
                while (i < end && isInWindow(at[0], i) && ((serves[i] >>> (32 + number)) & 1) == 0) {
                    i++;
                }
                boolean inTime = i < end
                        && isInWindow(at[0], i)
                        && (other.limit() == null
                                || EpochNanos.between(nanos[from], nanos[i])
                                        <= other.limit().toNanos());
                if (inTime) {
                    found[number] = index[i];
                    from = i;
                }
                number++;
            }
        }
    }

    boolean isInWindow(int start, int i) {
        return EpochNanos.between(nanos[start], nanos[i]) <= funnel.windowNanos;
    }

    /** Whether the attempt that was looked at last may still go on. */
    private boolean isAlive(int start, int depth) {
        return !isStopped && isAliveByTime(start) && (depth == required || isAliveByLimit(depth));
    }

    private boolean isAliveByLimit(int step) {
        Duration limit = funnel.required.get(step).limit();
        return limit == null
                || funnel.asOf == null
                || EpochNanos.between(nanos[places[step - 1]], observedNanos) < limit.toNanos();
    }

    boolean isAliveByTime(int start) {
        return funnel.windowNanos == Long.MAX_VALUE
                || funnel.asOf == null
                || EpochNanos.between(nanos[start], observedNanos) < funnel.windowNanos;
    }

    /** Follows the attempt that begins at the place; returns how many steps it comes through. */
    private int attempt(int start) {
        isStopped = false;
        isExcluded = false;
        places[0] = start;
        int depth = extended(1);
        while (depth < required) {
            int before = places[depth - 1];
            int behind = funnel.ties == TieOrder.ANY_ORDER ? groupEnd[before] : before + 1;
            int from = funnel.ties == TieOrder.STRICT_LATER ? groupEnd[before] : behind;
            int at = funnel.mode == FunnelMode.STRICT ? right(depth, before, from) : next(depth, from);
            boolean inTime = at < size && isInWindow(start, at) && isInLimit(depth, before, at);
            if (isInterrupted(start, depth, behind, inTime ? at : size) || !inTime) {
                return depth;
            }
            places[depth] = at;
            depth = extended(depth + 1);
        }
        return depth;
    }

    /** The depth with what the group of the last place adds to it. */
    private int extended(int depth) {
        return funnel.ties == TieOrder.ANY_ORDER ? new TieGroup(this, places, depth - 1).extend(required) : depth;
    }

    /** The place right behind, if it serves the step and is late enough. */
    private int right(int step, int before, int from) {
        int at = before + 1;
        return at < size && at >= from && is(step, at) ? at : size;
    }

    private boolean isInLimit(int step, int before, int at) {
        Duration limit = funnel.required.get(step).limit();
        return limit == null || EpochNanos.between(nanos[before], nanos[at]) <= limit.toNanos();
    }

    private boolean isInterrupted(int start, int depth, int from, int before) {
        if (funnel.exclusions.isEmpty()) {
            return false;
        }
        int at = next(required + depth - 1, from);
        isStopped = at < before && isInWindow(start, at) && isInLimit(depth, places[depth - 1], at);
        isExcluded = isStopped && ((exclude[at] >>> depth) & 1) != 0;
        stoppedAt = at;
        return isStopped;
    }

    /** Looks at these touchpoints of the other alone, which are in order; only those that are marked can serve a step. */
    void keep(Attempts all, List<Integer> kept, BitSet serving) {
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

    int groupEnd(int i) {
        return groupEnd[i];
    }
}
