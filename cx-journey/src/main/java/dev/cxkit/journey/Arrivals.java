package dev.cxkit.journey;

import java.util.Arrays;

/** Touchpoints as they came, and the number of the key that each belongs to. */
final class Arrivals {

    private static final int LEAST = 1024;

    /** The touchpoints of one neighbourhood should fit into the nearer memories of a processor. */
    private static final int NEIGHBOURHOOD = 1 << 15;

    private int size;
    private int[] owners = new int[LEAST];

    /** For each touchpoint its nanoseconds, then the number of its activity above the hash of its id. */
    private long[] rows = new long[2 * LEAST];

    private Object[] touchpoints = new Object[LEAST];

    int size() {
        return size;
    }

    int owner(int one) {
        return owners[one];
    }

    long nanos(int one) {
        return rows[2 * one];
    }

    long activityAndId(int one) {
        return rows[2 * one + 1];
    }

    Object touchpoint(int one) {
        return touchpoints[one];
    }

    void add(int owner, long nanos, long activityAndId, Object touchpoint) {
        put(size++, owner, nanos, activityAndId, touchpoint);
    }

    private void put(int at, int owner, long nanos, long activityAndId, Object touchpoint) {
        owners[at] = owner;
        rows[2 * at] = nanos;
        rows[2 * at + 1] = activityAndId;
        touchpoints[at] = touchpoint;
    }

    void room(int more) {
        if (more > touchpoints.length - size) {
            resize(size + Math.max(more, size >> 1));
        }
    }

    private void resize(int length) {
        owners = Arrays.copyOf(owners, length);
        rows = Arrays.copyOf(rows, Math.multiplyExact(2, length));
        touchpoints = Arrays.copyOf(touchpoints, length);
    }

    /** Where the touchpoints of each key end when they lie key by key, and once more where all do. */
    int[] ends(int keys) {
        int[] ends = new int[keys + 1];
        for (int i = 0; i < size; i++) {
            ends[owners[i]]++;
        }
        for (int key = 1; key <= keys; key++) {
            ends[key] += ends[key - 1];
        }
        return ends;
    }

    /**
     * The same with those of keys near each other near each other, else in the order in which they came: whoever goes through them key
     * by key then need not fetch each from another end of the memory.
     */
    Arrivals neighbours(int[] ends) {
        int keys = ends.length - 1;
        if (size <= NEIGHBOURHOOD) {
            return this;
        }
        int shift = 0;
        while (((long) size << shift) / keys < NEIGHBOURHOOD) {
            shift++;
        }
        int[] next = new int[((keys - 1) >>> shift) + 1];
        for (int i = 1; i < next.length; i++) {
            next[i] = ends[(i << shift) - 1];
        }
        Arrivals near = new Arrivals();
        near.resize(size);
        near.size = size;
        for (int i = 0; i < size; i++) {
            near.put(next[owners[i] >>> shift]++, owners[i], rows[2 * i], rows[2 * i + 1], touchpoints[i]);
        }
        return near;
    }
}
