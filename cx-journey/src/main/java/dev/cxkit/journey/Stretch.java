package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Fn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes the touchpoints of one key, leaves out those that came twice, and lays the others out in order of time. */
final class Stretch {

    /** Beyond so many, comparing each with each other costs more than a set. */
    private static final int FEW = 24;

    private final Fn<? super Touchpoint, String> source;
    private final Touchpoint[] touchpoints;
    private final long[] rows;
    private long[] nanos = new long[FEW];
    private long[] others = new long[FEW];
    private int[] places = new int[FEW];

    Stretch(Fn<? super Touchpoint, String> source, Touchpoint[] touchpoints, long[] rows) {
        this.source = source;
        this.touchpoints = touchpoints;
        this.rows = rows;
    }

    /** Lays out the touchpoints of which the numbers are in {@code order} from one place to another; returns where they end. */
    int settle(int[] order, int from, int to, Track track, int target) {
        int size = to - from;
        if (size > nanos.length) {
            nanos = new long[size];
            others = new long[size];
            places = new int[size];
        }
        for (int i = 0; i < size; i++) {
            int one = order[from + i];
            places[i] = one;
            nanos[i] = rows[2 * one];
            others[i] = rows[2 * one + 1];
        }
        int kept = size <= FEW ? fewOnce(size) : manyOnce(size);
        sort(kept);
        for (int i = 0; i < kept; i++) {
            track.touchpoints()[target + i] = touchpoints[places[i]];
            track.nanos()[target + i] = nanos[i];
            track.codes()[target + i] = (int) (others[i] >>> 32);
        }
        return target + kept;
    }

    private int fewOnce(int size) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean twice = false;
            for (int j = 0; j < kept && !twice; j++) {
                twice = (int) others[j] == (int) others[i] && id(places[j]).equals(id(places[i]));
            }
            if (!twice) {
                move(i, kept++);
            }
        }
        return kept;
    }

    private int manyOnce(int size) {
        Set<Id> seen = new HashSet<>();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (seen.add(id(places[i]))) {
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
        return new Id(touchpoints[one].id(), source.apply(touchpoints[one]));
    }

    /** Stable: of one instant, the first given comes first. */
    private void sort(int size) {
        if (size > FEW && !isOrdered(size)) {
            long[] unsorted = Arrays.copyOf(nanos, size);
            long[] unsortedOthers = Arrays.copyOf(others, size);
            int[] unsortedPlaces = Arrays.copyOf(places, size);
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> unsorted[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < size; i++) {
                nanos[i] = unsorted[order[i]];
                others[i] = unsortedOthers[order[i]];
                places[i] = unsortedPlaces[order[i]];
            }
        } else if (size <= FEW) {
            for (int i = 1; i < size; i++) {
                insert(i);
            }
        }
    }

    private void insert(int i) {
        long at = nanos[i];
        long other = others[i];
        int place = places[i];
        int to = i;
        while (to > 0 && nanos[to - 1] > at) {
            move(to - 1, to);
            to--;
        }
        nanos[to] = at;
        others[to] = other;
        places[to] = place;
    }

    private boolean isOrdered(int size) {
        for (int i = 1; i < size; i++) {
            if (nanos[i - 1] > nanos[i]) {
                return false;
            }
        }
        return true;
    }

    private record Id(String id, String source) {}
}
