package dev.cxkit.journey.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Pairs of activities, numbered in the order in which they were first seen. */
final class ActivityPairs {

    private long[] pairs = new long[16];
    private int size;

    /** For each slot the number of a pair plus one; 0 where it is free. */
    private int[] slots = new int[64];

    /** Returns the number of the pair, which gets the next one if it is new. */
    int of(int from, int to) {
        long pair = ((long) from << 32) | to;
        int slot = slot(pair);
        if (slots[slot] == 0) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
                slots = new int[8 * size];
                for (int i = 0; i < size; i++) {
                    slots[slot(pairs[i])] = i + 1;
                }
                slot = slot(pair);
            }
            pairs[size] = pair;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    /** Returns whether the pair has a number. */
    boolean has(int from, int to) {
        return slots[slot(((long) from << 32) | to)] != 0;
    }

    private int slot(long pair) {
        int mask = slots.length - 1;
        long mixed = pair * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (slots[slot] != 0 && pairs[slots[slot] - 1] != pair) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Whether the edge stands behind the one before it, where the codes are ranks. */
    boolean isRising(int edge) {
        return edge == 0 || pairs[edge - 1] < pairs[edge];
    }

    int size() {
        return size;
    }

    int from(int edge) {
        return (int) (pairs[edge] >> 32);
    }

    int to(int edge) {
        return (int) pairs[edge];
    }

    /** Returns the numbers of the pairs in the order of their names. */
    int[] sorted(ActivityCodes codes) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing((Integer edge) -> codes.name(from(edge)))
                        .thenComparing(edge -> codes.name(to(edge))))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
