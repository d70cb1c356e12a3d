package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * The distinct activities of journeys that were assembled together, numbered in the order in which they were first seen. Analyses look each
 * activity up once and then count by number.
 */
public final class ActivityIndex {

    private static final int LEAST_SLOTS = 16;

    private String[] names = new String[LEAST_SLOTS / 2];
    private int size;

    /** For each slot the hash of a text above its number plus one; 0 where it is free. */
    private long[] slots = new long[LEAST_SLOTS];

    /** Keeps what {@link #touch} read from being taken for needless. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    ActivityIndex() {}

    /** Returns how many activities there are; their numbers are 0 to one less. */
    public int size() {
        return size;
    }

    /**
     * Returns the activity with this number.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public String name(int code) {
        if (code >= size) {
            throw new IndexOutOfBoundsException("activity " + code + " of " + size);
        }
        return names[code];
    }

    /** Returns the number of the activity, -1 if it is none of these. */
    public int code(String activity) {
        return code(requireNonNull(activity, "activity"), hash(activity));
    }

    /** Returns the number of the name that has the hash, -1 if it is none of these. */
    int code(String name, int hash) {
        return (int) slots[slot(name, hash)] - 1;
    }

    /** Returns the number of the name, which gets the next one if it is new. */
    int intern(String name) {
        int hash = hash(name);
        int slot = slot(name, hash);
        int known = (int) slots[slot] - 1;
        if (known >= 0) {
            return known;
        }
        if (size == names.length) {
            grow();
            slot = slot(name, hash);
        }
        names[size] = name;
        slots[slot] = entry(hash, size);
        return size++;
    }

    private void grow() {
        names = Arrays.copyOf(names, 2 * size);
        long[] old = slots;
        slots = new long[4 * size];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    /** Reads where names with these hashes would be, so that they are at hand when they are looked up. */
    void touch(int[] hashes, int count) {
        long all = 0;
        for (int i = 0; i < count; i++) {
            all |= slots[hashes[i] & (slots.length - 1)];
        }
        for (int i = 0; i < count; i++) {
            int code = (int) slots[hashes[i] & (slots.length - 1)] - 1;
            all += code >= 0 && names[code].isEmpty() ? 1 : 0;
        }
        touched = all;
    }

    ActivityIndex copy() {
        ActivityIndex copy = new ActivityIndex();
        copy.names = names.clone();
        copy.slots = slots.clone();
        copy.size = size;
        return copy;
    }

    private static long entry(int hash, int code) {
        return ((long) hash << 32) | (code + 1L);
    }

    /** Spread so that texts which differ in the last character alone do not crowd together. */
    static int hash(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** The slot that has the text, or else the free one where it belongs. */
    private int slot(String text, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !((int) (slots[slot] >>> 32) == hash && names[(int) slots[slot] - 1].equals(text))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
