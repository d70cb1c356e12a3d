package dev.cxkit.journey.attribution;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they first come, with a count each: a map from long to number without boxed values. */
final class LongIndex {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private int[] slots = new int[64];
    private long[] keys = new long[32];
    private long[] counts = new long[32];
    private int size;

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    long count(int index) {
        return counts[index];
    }

    /** Returns the number of the key, and raises its count by {@code times}. */
    int add(long key, long times) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size] = key;
            slots[slot] = ++size;
        }
        int index = slots[slot] - 1;
        counts[index] = Math.addExact(counts[index], times);
        return index;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 32) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        slots = new int[4 * size];
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i + 1;
        }
    }
}
