package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often each whole number was added, in the order of the numbers: 16 bytes for each distinct one. New numbers wait unsorted until
 * they are as many as the sorted ones, so that sorting is paid for by many.
 */
final class SortedCounts {

    private static final int LEAST = 16;

    private long[] keys = {};
    private long[] counts = {};
    private long[] waiting = new long[LEAST];
    private int wait;

    void add(long key) {
        if (wait == waiting.length) {
            settle();
        }
        waiting[wait++] = key;
    }

    void add(SortedCounts other) {
        merge(other.keys, other.counts, other.keys.length);
        for (int i = 0; i < other.wait; i++) {
            add(other.waiting[i]);
        }
    }

    /** Puts in numbers that are all different, in order, each so many times. */
    void add(long[] more, long[] times) {
        merge(more, times, more.length);
    }

    /** Returns the distinct numbers in order; not to be changed. */
    long[] keys() {
        settle();
        return keys;
    }

    /** Returns how often each of the {@link #keys} was added; not to be changed. */
    long[] counts() {
        settle();
        return counts;
    }

    /** Writes the numbers, which are not negative, by their steps. */
    void write(StateOutput out) {
        settle();
        out.count(keys.length);
        long before = -1;
        for (int i = 0; i < keys.length; i++) {
            out.count(keys[i] - before - 1);
            out.count(counts[i] - 1);
            before = keys[i];
        }
    }

    /** Reads into this empty one what {@link #write} wrote. */
    void read(StateInput in) {
        int size = in.count(Integer.MAX_VALUE);
        // As long as the bytes last: the size may be damaged.
        List<Long> read = new ArrayList<>();
        long before = -1;
        for (int i = 0; i < size; i++) {
            before += 1 + in.count();
            long count = 1 + in.count();
            if (before < 0 || count < 1) {
                throw new IllegalArgumentException("state has a value or a count that is too large");
            }
            read.add(before);
            read.add(count);
        }
        long[] more = new long[size];
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            more[i] = read.get(2 * i);
            times[i] = read.get(2 * i + 1);
        }
        add(more, times);
    }

    private void settle() {
        if (wait == 0) {
            return;
        }
        Arrays.sort(waiting, 0, wait);
        long[] times = new long[wait];
        int distinct = 0;
        for (int i = 0; i < wait; i++) {
            if (i > 0 && waiting[i] == waiting[distinct - 1]) {
                times[distinct - 1]++;
            } else {
                waiting[distinct] = waiting[i];
                times[distinct++] = 1;
            }
        }
        wait = 0;
        merge(waiting, times, distinct);
        waiting = new long[Math.max(LEAST, keys.length)];
    }

    private void merge(long[] more, long[] times, int size) {
        long[] mergedKeys = new long[keys.length + size];
        long[] mergedCounts = new long[keys.length + size];
        int to = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < keys.length || theirs < size) {
            boolean takeMine = theirs == size || (mine < keys.length && keys[mine] <= more[theirs]);
            boolean takeTheirs = mine == keys.length || (theirs < size && more[theirs] <= keys[mine]);
            mergedKeys[to] = takeMine ? keys[mine] : more[theirs];
            mergedCounts[to++] = (takeMine ? counts[mine] : 0) + (takeTheirs ? times[theirs] : 0);
            mine += takeMine ? 1 : 0;
            theirs += takeTheirs ? 1 : 0;
        }
        keys = Arrays.copyOf(mergedKeys, to);
        counts = Arrays.copyOf(mergedCounts, to);
    }
}
