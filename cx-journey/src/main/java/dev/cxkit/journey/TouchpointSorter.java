package dev.cxkit.journey;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes the touchpoints of one key, keeps each once, and lays the others out in order of time. */
final class TouchpointSorter {

    /** Beyond so many, comparing each with each other costs more than a set. */
    private static final int FEW = 24;

    private final TouchpointOrder order;
    private final Arrivals arrivals;
    private final RowReader reader;
    private Object[] loaded = new Object[0];
    private long[] nanos = new long[0];
    private long[] others = new long[0];
    private int[] places = new int[0];

    /** How many touchpoints were dropped because an equal one was there, and how many gave way to other content. */
    long duplicates;

    long revised;

    TouchpointSorter(TouchpointOrder order, Arrivals arrivals, RowReader reader) {
        this.order = order;
        this.arrivals = arrivals;
        this.reader = reader;
    }

    /** Fetches the touchpoints of which the numbers are in {@code numbers} from one place to another, of as many keys as there are. */
    void load(int[] numbers, int from, int to) {
        int size = to - from;
        if (size > nanos.length) {
            loaded = new Object[size];
            nanos = new long[size];
            others = new long[size];
            places = new int[size];
        }
        // Nothing here waits for what came before, so that the waits for memory overlap.
        for (int i = 0; i < size; i++) {
            int one = numbers[from + i];
            nanos[i] = arrivals.nanos(one);
            others[i] = arrivals.activityAndId(one);
            loaded[i] = arrivals.touchpoint(one);
            places[i] = i;
        }
    }

    /** Lays out those of one key, which are loaded from one place to another; returns where they end. */
    int settle(int from, int to, Track track, int target) {
        int kept = once(from, to);
        sort(from, kept);
        for (int i = from; i < kept; i++) {
            int place = target + i - from;
            track.rows()[place] = loaded[places[i]];
            track.nanos()[place] = nanos[i];
            track.codes()[place] = (int) (others[i] >>> 32);
        }
        return target + kept - from;
    }

    /** Keeps each touchpoint once: of one that was sent with other content, what was received last. */
    private int once(int from, int to) {
        boolean few = to - from <= FEW;
        Map<TouchpointOrder.Identity, Integer> seen = few ? Map.of() : new HashMap<>();
        int kept = from;
        for (int i = from; i < to; i++) {
            Integer same = few ? same(from, kept, i) : seen.putIfAbsent(identity(i), kept);
            if (same == null) {
                move(i, kept++);
            } else if (reader.touchpoint(loaded[places[same]]).equals(reader.touchpoint(loaded[places[i]]))) {
                duplicates++;
            } else {
                revised++;
                move(i, same);
            }
        }
        return kept;
    }

    private @Nullable Integer same(int from, int to, int one) {
        for (int i = from; i < to; i++) {
            if ((int) others[i] == (int) others[one] && identity(i).equals(identity(one))) {
                return i;
            }
        }
        return null;
    }

    private void move(int from, int to) {
        places[to] = places[from];
        nanos[to] = nanos[from];
        others[to] = others[from];
    }

    private TouchpointOrder.Identity identity(int one) {
        return reader.identity(loaded[places[one]], order);
    }

    private boolean isAfter(int one, long at, int place) {
        return nanos[one] > at || (nanos[one] == at && reader.compare(loaded[places[one]], loaded[place], order) > 0);
    }

    private void sort(int from, int to) {
        if (to - from <= FEW) {
            for (int i = from + 1; i < to; i++) {
                insert(from, i);
            }
        } else if (!isOrdered(from, to)) {
            long[] unsorted = Arrays.copyOfRange(nanos, from, to);
            long[] unsortedOthers = Arrays.copyOfRange(others, from, to);
            int[] unsortedPlaces = Arrays.copyOfRange(places, from, to);
            int[] sorted = IntStream.range(0, to - from)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer i) -> unsorted[i])
                            .thenComparing(
                                    i -> loaded[unsortedPlaces[i]], (one, other) -> reader.compare(one, other, order)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = from; i < to; i++) {
                nanos[i] = unsorted[sorted[i - from]];
                others[i] = unsortedOthers[sorted[i - from]];
                places[i] = unsortedPlaces[sorted[i - from]];
            }
        }
    }

    private void insert(int from, int i) {
        long at = nanos[i];
        long other = others[i];
        int place = places[i];
        int to = i;
        while (to > from && isAfter(to - 1, at, place)) {
            move(to - 1, to);
            to--;
        }
        nanos[to] = at;
        others[to] = other;
        places[to] = place;
    }

    private boolean isOrdered(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (isAfter(i - 1, nanos[i], places[i])) {
                return false;
            }
        }
        return true;
    }
}
