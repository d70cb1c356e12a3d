package dev.cxkit.journey.funnel;

import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.journey.TieOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the attempts of a journey. What it needs is kept from journey to journey, so it belongs to one thread.
 *
 * <p>The next step takes the first touchpoint that serves it: never worse than a later one unless single steps have limits.
 */
final class Attempts {

    /** What is done with an attempt that counts. */
    interface Sink {

        /**
         * Takes an attempt.
         *
         * @param depth how many required steps it reached
         * @param places where the touchpoints of these are; the array is used again
         * @param optional where those of the optional steps are, or -1; the array is used again
         */
        void take(int depth, int[] places, int[] optional, Attempt.Outcome outcome);
    }

    private final Funnel funnel;
    private final int required;
    private final int allOptional;
    private final long observedNanos;
    private final FunnelRows rows;
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
        this.rows = new FunnelRows(funnel);
        this.allOptional = funnel.optional.stream().mapToInt(List::size).sum();
        this.observedNanos = funnel.asOf == null ? Long.MIN_VALUE : EpochNanos.clamped(funnel.asOf);
        this.places = new int[required];
        this.best = new int[required];
        this.found = new int[allOptional];
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

    /** Returns the touchpoints of the journey that is looked at. */
    FunnelRows rows() {
        return rows;
    }

    /** Hands on the attempts that count. */
    void each(Journey journey, Sink sink) {
        rows.load(journey);
        boolean mayGoOn = journey.status() == JourneyStatus.OPEN;
        if (funnel.held == null) {
            search(mayGoOn, sink);
        } else {
            new HeldValues(funnel, rows).each(journey, mayGoOn, sink);
        }
    }

    /** Looks through the loaded touchpoints. */
    void search(boolean mayGoOn, Sink sink) {
        rows.prepare();
        unused = 0;
        if (funnel.mode == FunnelMode.UNORDERED) {
            new UnorderedSearch(funnel, this).search(mayGoOn, sink);
        } else if (funnel.entry == EntryRule.TOTALS) {
            totals(mayGoOn, sink);
        } else {
            oneOf(mayGoOn, sink);
        }
    }

    private void oneOf(boolean mayGoOn, Sink sink) {
        int deepest = 0;
        boolean excluded = false;
        boolean open = false;
        int end = rows.size;
        for (int start = rows.next(0, 0); start < rows.size && deepest < required; start = rows.next(0, after(start))) {
            int depth = attempt(start);
            open |= mayGoOn && isAlive(start, depth);
            if (depth > deepest) {
                deepest = depth;
                excluded = isExcluded;
                end = isStopped ? stoppedAt : rows.size;
                System.arraycopy(places, 0, best, 0, depth);
            }
            if (funnel.entry == EntryRule.FIRST) {
                break;
            }
        }
        if (deepest > 0) {
            emit(deepest, best, end, excluded, open, sink);
        }
    }

    /** Where the next attempt may begin: in a group whose order does not matter, all attempts are one. */
    private int after(int start) {
        return funnel.ties == TieOrder.ANY_ORDER ? rows.groupEnd(start) : start + 1;
    }

    private void totals(boolean mayGoOn, Sink sink) {
        int start = rows.next(0, 0);
        while (start < rows.size) {
            int depth = attempt(start);
            System.arraycopy(places, 0, best, 0, depth);
            emit(depth, best, isStopped ? stoppedAt : rows.size, isExcluded, mayGoOn && isAlive(start, depth), sink);
            // Where the order of a group is free, the last step need not be the last touchpoint.
            unused = depth == required
                    ? Arrays.stream(places).max().orElseThrow() + 1
                    : isStopped ? stoppedAt + 1 : timeout(start, depth);
            start = rows.next(0, unused);
        }
    }

    /** The first place that is too late for the attempt's next step. */
    private int timeout(int start, int depth) {
        int i = start + 1;
        while (i < rows.size && rows.isInWindow(start, i) && isInLimit(depth, places[depth - 1], i)) {
            i++;
        }
        return i;
    }

    private void emit(int depth, int[] at, int over, boolean excluded, boolean open, Sink sink) {
        Attempt.Outcome outcome = depth == required
                ? Attempt.Outcome.CONVERTED
                : excluded ? Attempt.Outcome.EXCLUDED : open ? Attempt.Outcome.OPEN : Attempt.Outcome.DROPPED_OFF;
        findOptional(depth, at, over);
        if (funnel.fromLatestEntry && depth > 1) {
            for (int i = at[0] + 1; i < at[1]; i++) {
                at[0] = rows.is(0, i) ? i : at[0];
            }
        }
        for (int step = 0; step < depth; step++) {
            at[step] = rows.index[at[step]];
        }
        sink.take(depth, at, found, outcome);
    }

    private void findOptional(int depth, int[] at, int over) {
        Arrays.fill(found, -1);
        int number = 0;
        for (int step = 0; step < required && number < allOptional; step++) {
            int from = step < depth ? at[step] : rows.size;
            int end = step + 1 < depth ? at[step + 1] : over;
            for (FunnelStep other : funnel.optional.get(step)) {
                int i = from + 1;
                while (i < end && rows.isInWindow(at[0], i) && ((rows.serves[i] >>> (32 + number)) & 1) == 0) {
                    i++;
                }
                boolean inTime = i < end
                        && rows.isInWindow(at[0], i)
                        && (other.limit() == null
                                || rows.between(from, i) <= other.limit().toNanos());
                if (inTime) {
                    found[number] = rows.index[i];
                    from = i;
                }
                number++;
            }
        }
    }

    /** Whether the attempt that was looked at last may still go on. */
    private boolean isAlive(int start, int depth) {
        return !isStopped && isAliveByTime(start) && (depth == required || isAliveByLimit(depth));
    }

    private boolean isAliveByLimit(int step) {
        Duration limit = funnel.required.get(step).limit();
        return limit == null
                || funnel.asOf == null
                || EpochNanos.between(rows.nanos[places[step - 1]], observedNanos) < limit.toNanos();
    }

    boolean isAliveByTime(int start) {
        return funnel.windowNanos == Long.MAX_VALUE
                || funnel.asOf == null
                || EpochNanos.between(rows.nanos[start], observedNanos) < funnel.windowNanos;
    }

    /** Follows the attempt that begins at the place; returns how many steps it reaches. */
    private int attempt(int start) {
        isStopped = false;
        isExcluded = false;
        places[0] = start;
        int depth = extended(1);
        while (depth < required) {
            int before = places[depth - 1];
            int behind = funnel.ties == TieOrder.ANY_ORDER ? rows.groupEnd(before) : before + 1;
            int from = funnel.ties == TieOrder.STRICT_LATER ? rows.groupEnd(before) : behind;
            int at = funnel.mode == FunnelMode.STRICT ? right(depth, before, from) : rows.next(depth, from);
            boolean inTime = at < rows.size && rows.isInWindow(start, at) && isInLimit(depth, before, at);
            if (isInterrupted(start, depth, behind, inTime ? at : rows.size) || !inTime) {
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
        return at < rows.size && at >= from && rows.is(step, at) ? at : rows.size;
    }

    private boolean isInLimit(int step, int before, int at) {
        Duration limit = funnel.required.get(step).limit();
        return limit == null || rows.between(before, at) <= limit.toNanos();
    }

    private boolean isInterrupted(int start, int depth, int from, int before) {
        if (funnel.exclusions.isEmpty()) {
            return false;
        }
        int at = rows.next(required + depth - 1, from);
        isStopped = at < before && rows.isInWindow(start, at) && isInLimit(depth, places[depth - 1], at);
        isExcluded = isStopped && rows.excludes(at, depth);
        stoppedAt = at;
        return isStopped;
    }
}
