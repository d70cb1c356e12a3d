package dev.cxkit.metrics.numeric;

import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How often each triple of a count and two numbers was added: a hash table over columns. No number is minus zero. */
public final class PatternCounts {

    private static final int LEAST = 16;

    private long[] first = new long[LEAST];
    private double[] second = new double[LEAST];
    private double[] third = new double[LEAST];
    private long[] times = new long[LEAST];
    /** The place of a triple plus 1; 0 is free. */
    private int[] slots = new int[2 * LEAST];

    private int size;
    private long total;

    /** Returns how many different triples there are. */
    public int size() {
        return size;
    }

    /** Returns the first number of the triple at a place. */
    public long first(int place) {
        return first[place];
    }

    /** Returns the second number of the triple at a place. */
    public double second(int place) {
        return second[place];
    }

    /** Returns the third number of the triple at a place. */
    public double third(int place) {
        return third[place];
    }

    /** Returns how often the triple at a place was added. */
    public long times(int place) {
        return times[place];
    }

    /** Adds a triple so many times, and returns its place. */
    public int add(long a, double b, double c, long count) {
        total = Check.sum("n", total, count);
        int place = find(a, b, c);
        times[place] += count;
        return place;
    }

    /** Adds all of another. */
    public void add(PatternCounts other) {
        for (int i = 0; i < other.size; i++) {
            add(other.first[i], other.second[i], other.third[i], other.times[i]);
        }
    }

    private int find(long a, double b, double c) {
        int mask = slots.length - 1;
        int slot = hash(a, b, c) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            int place = slots[slot] - 1;
            if (first[place] == a && second[place] == b && third[place] == c) {
                return place;
            }
        }
        if (size == first.length) {
            grow();
            return find(a, b, c);
        }
        first[size] = a;
        second[size] = b;
        third[size] = c;
        slots[slot] = ++size;
        return size - 1;
    }

    private void grow() {
        int room = Math.multiplyExact(2, size);
        first = Arrays.copyOf(first, room);
        second = Arrays.copyOf(second, room);
        third = Arrays.copyOf(third, room);
        times = Arrays.copyOf(times, room);
        slots = new int[2 * room];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = hash(first[i], second[i], third[i]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int hash(long a, double b, double c) {
        long mixed = (a * 31 + Double.doubleToRawLongBits(b)) * 0x9E3779B97F4A7C15L;
        mixed = ((mixed ^ mixed >>> 32) + Double.doubleToRawLongBits(c)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }

    /** Returns the places in the order of the third, the second and the first number: one order for one multiset. */
    public int[] order() {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> third[i])
                        .thenComparingDouble(i -> second[i])
                        .thenComparingLong(i -> first[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Writes the triples in their {@link #order()}, each with how often it was added. */
    public void write(StateOutput out) {
        out.count(size);
        for (int i : order()) {
            out.count(first[i]);
            out.real(second[i]);
            out.real(third[i]);
            out.count(times[i] - 1);
        }
    }

    /** Reads into this empty one what {@link #write} wrote, and hands each triple to the check. */
    public void read(StateInput in, TripleCheck check) {
        for (int left = in.size(2 + 2 * Double.BYTES); left > 0; left--) {
            long a = in.count();
            double b = in.real();
            double c = in.real();
            check.accept(a, b, c);
            int last = size - 1;
            in.check(last < 0 || compare(last, a, b, c) < 0, "its patterns do not rise");
            add(a, b, c, Math.addExact(1, in.count()));
        }
    }

    private int compare(int place, long a, double b, double c) {
        int order = Double.compare(third[place], c);
        order = order == 0 ? Double.compare(second[place], b) : order;
        return order == 0 ? Long.compare(first[place], a) : order;
    }

    /** Throws an {@link IllegalArgumentException} where a triple is none that could have been added. */
    public interface TripleCheck extends Serializable {
        void accept(long first, double second, double third);
    }
}
