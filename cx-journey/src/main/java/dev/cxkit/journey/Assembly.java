package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Touchpoints on their way to be journeys. They come in any order, and late ones at any time: journeys can be asked for whenever they
 * are wanted, and adding may go on.
 *
 * <p>A reader that wants to count what is refused puts an {@link dev.cxkit.core.intake.Intake} before it. Memory: 24 bytes a touchpoint
 * beside the touchpoints themselves. Belongs to one thread.
 */
public final class Assembly {

    private static final int LEAST = 1024;

    private final JourneyAssembler assembler;
    private final Labels keys = new Labels();
    private final Labels labels = new Labels();
    private int size;
    private int[] owners = new int[LEAST];
    private int[] codes = new int[LEAST];
    private int[] hashes = new int[LEAST];
    private long[] nanos = new long[LEAST];
    private Touchpoint[] touchpoints = new Touchpoint[LEAST];
    private long duplicates;

    Assembly(JourneyAssembler assembler) {
        this.assembler = assembler;
    }

    /**
     * Adds a touchpoint.
     *
     * @throws IllegalArgumentException if its key or its step is blank or it occurred outside 1677..2262; nothing is added
     */
    public void add(Touchpoint touchpoint) {
        String key = requireNonNull(assembler.key.apply(touchpoint), "key");
        if (key.isBlank()) {
            throw new IllegalArgumentException("key of touchpoint " + touchpoint.id() + " is blank");
        }
        String step = checked(touchpoint, assembler.step.apply(touchpoint));
        long at = Nanos.of("occurredAt", touchpoint.occurredAt());
        int hash = touchpoint.id().hashCode();
        if (size == touchpoints.length) {
            int more = size + (size >> 1);
            owners = Arrays.copyOf(owners, more);
            codes = Arrays.copyOf(codes, more);
            hashes = Arrays.copyOf(hashes, more);
            nanos = Arrays.copyOf(nanos, more);
            touchpoints = Arrays.copyOf(touchpoints, more);
        }
        owners[size] = keys.intern(key);
        codes[size] = labels.intern(step);
        hashes[size] = hash;
        nanos[size] = at;
        touchpoints[size++] = touchpoint;
    }

    static String checked(Touchpoint touchpoint, String step) {
        if (requireNonNull(step, "step").isBlank()) {
            throw new IllegalArgumentException("step of touchpoint " + touchpoint.id() + " is blank");
        }
        return step;
    }

    /** Returns how many touchpoints were added, with those that came twice. */
    public long added() {
        return size;
    }

    /** Returns how many touchpoints came twice and were left out of the journeys that were asked for last. */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Returns the journeys of all that was added, as of the newest touchpoint: one that has waited longer than the limit by then has
     * ended by inactivity. In the order in which their keys came first, and of one key in order of time.
     */
    public List<Journey> journeys() {
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            newest = Math.max(newest, nanos[i]);
        }
        return journeys(newest);
    }

    /**
     * Returns the journeys of all that was added.
     *
     * @param asOf from when they are looked at, which decides what has ended by inactivity; it leaves no touchpoint out
     * @throws IllegalArgumentException if {@code asOf} is outside 1677..2262
     */
    public List<Journey> journeys(Instant asOf) {
        return journeys(Nanos.of("asOf", asOf));
    }

    private List<Journey> journeys(long asOf) {
        int[] ends = ends();
        int[] order = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            order[--ends[owners[i]]] = i;
        }
        // Now each of the ends is the start of its key, and each key has its touchpoints in the order in which they
        // came.
        int kept = 0;
        int[] starts = new int[keys.size() + 1];
        Stretch stretch = new Stretch();
        for (int key = 0; key < keys.size(); key++) {
            int to = key + 1 < keys.size() ? ends[key + 1] : size;
            starts[key] = kept;
            kept = stretch.settle(order, ends[key], to, kept);
        }
        starts[keys.size()] = kept;
        duplicates = (long) size - kept;
        Track track = track(order, kept);
        List<Journey> journeys = new ArrayList<>(keys.size());
        Laps laps = new Laps(assembler, track, asOf, journeys);
        for (int key = 0; key < keys.size(); key++) {
            laps.cut(keys.label(key), starts[key], starts[key + 1]);
        }
        return List.copyOf(journeys);
    }

    /** Where the touchpoints of each key end when they lie key by key. */
    private int[] ends() {
        int[] ends = new int[keys.size()];
        for (int i = 0; i < size; i++) {
            ends[owners[i]]++;
        }
        for (int key = 1; key < ends.length; key++) {
            ends[key] += ends[key - 1];
        }
        return ends;
    }

    private Track track(int[] order, int kept) {
        Touchpoint[] orderedTouchpoints = new Touchpoint[kept];
        long[] orderedNanos = new long[kept];
        int[] orderedCodes = new int[kept];
        for (int i = 0; i < kept; i++) {
            int one = order[i];
            orderedTouchpoints[i] = touchpoints[one];
            orderedNanos[i] = nanos[one];
            orderedCodes[i] = codes[one];
        }
        return new Track(orderedTouchpoints, orderedNanos, orderedCodes, labels.copy());
    }

    /** The touchpoints of one key: takes out those that came twice and puts the others in order. */
    private final class Stretch {

        /** Beyond so many, comparing each with each other costs more than a set. */
        private static final int FEW = 24;

        /** Moves what is kept of {@code from..to} to {@code target} and later, in order of time; returns where it ends. */
        int settle(int[] order, int from, int to, int target) {
            int end = to - from <= FEW ? fewOnce(order, from, to, target) : manyOnce(order, from, to, target);
            if (end - target <= FEW) {
                for (int i = target + 1; i < end; i++) {
                    insert(order, target, i);
                }
            } else if (!isOrdered(order, target, end)) {
                sort(order, target, end);
            }
            return end;
        }

        private int fewOnce(int[] order, int from, int to, int target) {
            int end = target;
            for (int i = from; i < to; i++) {
                int one = order[i];
                boolean twice = false;
                for (int j = target; j < end && !twice; j++) {
                    twice = hashes[order[j]] == hashes[one] && id(order[j]).equals(id(one));
                }
                if (!twice) {
                    order[end++] = one;
                }
            }
            return end;
        }

        private int manyOnce(int[] order, int from, int to, int target) {
            Set<Id> seen = new HashSet<>();
            int end = target;
            for (int i = from; i < to; i++) {
                if (seen.add(id(order[i]))) {
                    order[end++] = order[i];
                }
            }
            return end;
        }

        private Id id(int one) {
            Touchpoint touchpoint = touchpoints[one];
            return new Id(touchpoint.id(), assembler.source.apply(touchpoint));
        }

        private void insert(int[] order, int from, int place) {
            int one = order[place];
            long at = nanos[one];
            int to = place;
            while (to > from && nanos[order[to - 1]] > at) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = one;
        }

        private boolean isOrdered(int[] order, int from, int to) {
            for (int i = from + 1; i < to; i++) {
                if (nanos[order[i - 1]] > nanos[order[i]]) {
                    return false;
                }
            }
            return true;
        }

        /** Stable: of one instant, the first given comes first. */
        private void sort(int[] order, int from, int to) {
            int[] sorted = Arrays.stream(order, from, to)
                    .boxed()
                    .sorted(Comparator.comparingLong(one -> nanos[one]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, order, from, sorted.length);
        }
    }

    private record Id(String id, String source) {}
}
