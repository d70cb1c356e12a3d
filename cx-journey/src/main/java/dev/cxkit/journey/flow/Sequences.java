package dev.cxkit.journey.flow;

import java.util.Arrays;

/** Sequences of activities, numbered in the order in which they were first seen, one behind the other in an array. */
final class Sequences {

    private int[] content = new int[64];
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int size;

    /** For each slot the number of a sequence plus one; 0 where it is free. */
    private int[] slots = new int[64];

    /** Returns the number of the sequence, which gets the next one if it is new. */
    int of(int[] activities, int length) {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + activities[i];
        }
        hash *= 0x9E3779B9;
        int slot = slot(hash, activities, length);
        if (slots[slot] == 0) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
                hashes = Arrays.copyOf(hashes, 2 * size);
                slots = new int[8 * size];
                for (int i = 0; i < size; i++) {
                    slots[free(hashes[i])] = i + 1;
                }
                slot = free(hash);
            }
            int from = size == 0 ? 0 : ends[size - 1];
            if (content.length - from < length) {
                content = Arrays.copyOf(content, Math.addExact(from, Math.max(from, length)));
            }
            System.arraycopy(activities, 0, content, from, length);
            ends[size] = from + length;
            hashes[size] = hash;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    private int slot(int hash, int[] activities, int length) {
        int slot = first(hash);
        while (slots[slot] != 0 && !is(slots[slot] - 1, hash, activities, length)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int free(int hash) {
        int slot = first(hash);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int first(int hash) {
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
    }

    private boolean is(int sequence, int hash, int[] activities, int length) {
        int from = from(sequence);
        return hashes[sequence] == hash && Arrays.equals(content, from, ends[sequence], activities, 0, length);
    }

    int size() {
        return size;
    }

    int length(int sequence) {
        return ends[sequence] - from(sequence);
    }

    /** Returns the activity at a place of the sequence, of which the first is 0. */
    int activity(int sequence, int place) {
        return content[from(sequence) + place];
    }

    private int from(int sequence) {
        return sequence == 0 ? 0 : ends[sequence - 1];
    }
}
