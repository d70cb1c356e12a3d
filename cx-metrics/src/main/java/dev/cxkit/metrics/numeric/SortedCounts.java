package dev.cxkit.metrics.numeric;

import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * How often each whole number was added, in the order of the numbers: 16 bytes for each distinct one. New numbers wait unsorted until
 * they are as many as the sorted ones, so that sorting is paid for by many.
 */
public final class SortedCounts {

    private static final int LEAST = 16;

    private long[] keys = {};
    private long[] counts = {};
    private long[] waiting = new long[LEAST];
    private int wait;

    /** How many were added, without those that wait. */
    private long n;

    private final TreeMap<Long, Long> many = new TreeMap<>();

    public void add(long key) {
        if (wait == waiting.length) {
            settle();
        }
        waiting[wait++] = key;
    }

    /** Adds a number so many times, at least once. */
    public void add(long key, long times) {
        if (times == 1) {
            add(key);
            return;
        }
        n = Check.sum("n", n, times);
        put(key, times);
    }

    private void put(long key, long times) {
        many.merge(key, times, Long::sum);
        if (many.size() >= Math.max(LEAST, keys.length)) {
            settle();
        }
    }

    public void add(SortedCounts other) {
        n = Check.sum("n", n, other.n);
        merge(other.keys, other.counts, other.keys.length);
        for (int i = 0; i < other.wait; i++) {
            add(other.waiting[i]);
        }
        other.many.forEach(this::put);
    }

    /** Puts in numbers in any order; the array is used up. */
    public void addAll(long[] more) {
        distinct(more, more.length);
    }

    /** Puts in numbers that are all different, in order, each so many times. */
    public void add(long[] more, long[] times) {
        long sum = n;
        for (long each : times) {
            sum = Check.sum("n", sum, each);
        }
        n = sum;
        merge(more, times, more.length);
    }

    /** Returns how many were added. */
    public long n() {
        return Check.sum("n", n, wait);
    }

    /** Returns the distinct numbers in order; not to be changed. */
    public long[] keys() {
        settle();
        return keys;
    }

    /** Returns how often each of the {@link #keys} was added; not to be changed. */
    public long[] counts() {
        settle();
        return counts;
    }

    /** Writes the numbers, which are not negative, by their steps. */
    public void write(StateOutput out) {
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
    public void read(StateInput in) {
        int size = in.size(2);
        long[] more = new long[size];
        long[] times = new long[size];
        long before = -1;
        for (int i = 0; i < size; i++) {
            before = Math.addExact(Math.addExact(before, 1), in.count());
            more[i] = before;
            times[i] = Math.addExact(1, in.count());
        }
        add(more, times);
    }

    private void settle() {
        if (wait > 0) {
            int size = wait;
            wait = 0;
            distinct(waiting, size);
            int next = Math.max(LEAST, keys.length);
            waiting = next == waiting.length ? waiting : new long[next];
        }
        if (!many.isEmpty()) {
            long[] more = many.keySet().stream().mapToLong(Long::longValue).toArray();
            long[] times = many.values().stream().mapToLong(Long::longValue).toArray();
            many.clear();
            merge(more, times, more.length);
        }
    }

    private void distinct(long[] unsorted, int size) {
        n = Check.sum("n", n, size);
        long[] more = RadixSort.sort(unsorted, size);
        long[] times = new long[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0 && more[i] == more[distinct - 1]) {
                times[distinct - 1]++;
            } else {
                more[distinct] = more[i];
                times[distinct++] = 1;
            }
        }
        merge(more, times, distinct);
    }

    private void merge(long[] more, long[] times, int size) {
        if (keys.length == 0) {
            keys = Arrays.copyOf(more, size);
            counts = Arrays.copyOf(times, size);
            return;
        }
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
