package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Fn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes the touchpoints of one key, drops duplicates, and lays the others out in order of time. */
final class TouchpointSorter {

    /** Beyond so many, comparing each with each other costs more than a set. */
    private static final int FEW = 24;

    private final Fn<? super Touchpoint, String> source;
    private final Arrivals arrivals;
    private Touchpoint[] loaded = new Touchpoint[0];
    private long[] nanos = new long[0];
    private long[] others = new long[0];
    private int[] places = new int[0];

    TouchpointSorter(Fn<? super Touchpoint, String> source, Arrivals arrivals) {
        this.source = source;
        this.arrivals = arrivals;
    }

    /** Fetches the touchpoints of which the numbers are in {@code order} from one place to another, of as many keys as there are. */
    void load(int[] order, int from, int to) {
        int size = to - from;
        if (size > nanos.length) {
            loaded = new Touchpoint[size];
            nanos = new long[size];
            others = new long[size];
            places = new int[size];
        }
        // Nothing here waits for what came before, so that the waits for memory overlap.
        for (int i = 0; i < size; i++) {
            int one = order[from + i];
            nanos[i] = arrivals.nanos(one);
            others[i] = arrivals.activityAndId(one);
            loaded[i] = arrivals.touchpoint(one);
            places[i] = i;
        }
    }

    /** Lays out those of one key, which are loaded from one place to another; returns where they end. */
    int settle(int from, int to, Track track, int target) {
        int kept = to - from <= FEW ? fewOnce(from, to) : manyOnce(from, to);
        sort(from, kept);
        for (int i = from; i < kept; i++) {
            int place = target + i - from;
            track.touchpoints()[place] = loaded[places[i]];
            track.nanos()[place] = nanos[i];
            track.codes()[place] = (int) (others[i] >>> 32);
        }
        return target + kept - from;
    }

    private int fewOnce(int from, int to) {
        int kept = from;
        for (int i = from; i < to; i++) {
            boolean twice = false;
            for (int j = from; j < kept && !twice; j++) {
                twice = (int) others[j] == (int) others[i] && id(j).equals(id(i));
            }
            if (!twice) {
                move(i, kept++);
            }
        }
        return kept;
    }

    private int manyOnce(int from, int to) {
        Set<Id> seen = new HashSet<>();
        int kept = from;
        for (int i = from; i < to; i++) {
            if (seen.add(id(i))) {
                move(i, kept++);
            }
        }
        return kept;
    }

    private void move(int from, int to) {
        places[to] = places[from];
        nanos[to] = nanos[from];
        others[to] = others[from];
    }

    private Id id(int one) {
        return new Id(loaded[places[one]].id(), source.apply(loaded[places[one]]));
    }

    /** Stable: of one instant, the first given comes first. */
    private void sort(int from, int to) {
        if (to - from <= FEW) {
            for (int i = from + 1; i < to; i++) {
                insert(from, i);
            }
        } else if (!isOrdered(from, to)) {
            long[] unsorted = Arrays.copyOfRange(nanos, from, to);
            long[] unsortedOthers = Arrays.copyOfRange(others, from, to);
            int[] unsortedPlaces = Arrays.copyOfRange(places, from, to);
            int[] order = IntStream.range(0, to - from)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> unsorted[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = from; i < to; i++) {
                nanos[i] = unsorted[order[i - from]];
                others[i] = unsortedOthers[order[i - from]];
                places[i] = unsortedPlaces[order[i - from]];
            }
        }
    }

    private void insert(int from, int i) {
        long at = nanos[i];
        long other = others[i];
        int place = places[i];
        int to = i;
        while (to > from && nanos[to - 1] > at) {
            move(to - 1, to);
            to--;
        }
        nanos[to] = at;
        others[to] = other;
        places[to] = place;
    }

    private boolean isOrdered(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (nanos[i - 1] > nanos[i]) {
                return false;
            }
        }
        return true;
    }

    private record Id(String id, String source) {}
}
