package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link StateOutput} wrote, and nothing else: every method throws an {@link IllegalArgumentException} where the bytes end
 * early, or are not the one way to write what they mean.
 *
 * <p>A reader does the rest, and refuses by {@link #check} what no observations can make: keys in another order than the written one
 * ({@link #rising}), parts that do not add up, a number outside its range. It asks by {@link #size} how many parts follow, so that
 * nothing is made that the bytes cannot fill.
 */
public final class StateInput {

    /** Version, mark of the definition, and the checksum at the end. */
    private static final int FRAME = 1 + 2 * Integer.BYTES;

    private final byte[] bytes;
    private final int end;
    private int position;

    /** All bits of all counts, which tells how large the largest is. */
    private long bits;

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    StateInput(byte[] state) {
        bytes = requireNonNull(state, "state").clone();
        end = Math.max(0, bytes.length - Integer.BYTES);
    }

    /** Reads a number that is not negative. */
    public long count() {
        long value = unsigned();
        if (value < 0) {
            throw damaged("a count is negative");
        }
        bits |= value;
        return value;
    }

    /**
     * Reads a number from 0 to the given one.
     *
     * @param most the highest that makes sense here
     */
    public int count(int most) {
        long value = count();
        if (value > most) {
            throw damaged("count " + value + " is outside 0.." + most);
        }
        return (int) value;
    }

    /** Reads a number from 1 on, such as how often something was seen that would not be there otherwise. */
    public long positive() {
        long value = count();
        check(value > 0, "a count is 0");
        return value;
    }

    /**
     * Reads how many parts follow.
     *
     * @param leastBytes how many bytes the shortest part has, 1 at least
     * @throws IllegalArgumentException if the bytes that are left are too few for so many
     */
    public int size(int leastBytes) {
        long size = count();
        if (size > (end - position) / leastBytes) {
            throw damaged(size + " parts do not fit into the " + (end - position) + " bytes that are left");
        }
        return (int) size;
    }

    /** Reads whether something is so. */
    public boolean flag() {
        return count(1) == 1;
    }

    /**
     * Reads numbers that are not negative.
     *
     * @param most how many there can be
     */
    public long[] counts(int most) {
        int size = size(1);
        if (size > most) {
            throw damaged(size + " counts are more than " + most);
        }
        long[] values = new long[size];
        Arrays.setAll(values, i -> count());
        return values;
    }

    /** Reads a whole number. */
    public long integer() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Reads a finite floating point number, which is not -0.0. */
    public double real() {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = (word << 8) | next();
        }
        double value = Double.longBitsToDouble(word);
        if (!Double.isFinite(value) || word == Long.MIN_VALUE) {
            throw damaged("a number is " + value);
        }
        return value;
    }

    /** Reads a text. */
    public String text() {
        int length = size(1);
        String value = new String(bytes, position, length, StandardCharsets.UTF_8);
        byte[] same = value.getBytes(StandardCharsets.UTF_8);
        check(Arrays.equals(bytes, position, position + length, same, 0, same.length), "a text is not of UTF-8");
        position += length;
        return value;
    }

    /** Reads the state of a new accumulator that is part of this one. */
    public <T, R> Accumulator<T, R> state(Metric<T, R> metric) {
        Accumulator<T, R> part = metric.start();
        part.read(this);
        return part;
    }

    /**
     * Returns the key, which comes behind the one before it.
     *
     * @param before null at the first one
     */
    public <K extends Comparable<? super K>> K rising(@Nullable K before, K key) {
        check(before == null || before.compareTo(key) < 0, "its keys do not rise");
        return key;
    }

    /**
     * Refuses a state that no observations can make.
     *
     * @param possible whether they can
     * @param what what is wrong otherwise, such as "a count is 0"
     */
    public void check(boolean possible, String what) {
        if (!possible) {
            throw damaged(what);
        }
    }

    /** Reads what comes before the state itself, and compares the checksum of all of it. */
    void open(int version, Accumulator.Mark mark) {
        check(bytes.length >= FRAME, "it ends early");
        if (bytes[0] != version) {
            throw damaged("it has version " + bytes[0] + "; known is version " + version);
        }
        check(word(end) == StateOutput.checksum(bytes, end), "its checksum is of other bytes");
        if (word(1) != mark.hash()) {
            throw damaged("it is of another definition than " + mark.definition());
        }
        position = 1 + Integer.BYTES;
    }

    void end() {
        if (position != end) {
            throw damaged((end - position) + " bytes follow its end");
        }
    }

    /** Takes down from where to where a series goes, since several can be too long together. */
    void spans(long from, long to) {
        if (to > from) {
            first = Math.min(first, from);
            last = Math.max(last, to);
        }
    }

    /** Whether the counts are so large, or so many, that their sum may be beyond 2^63, or series too long together. */
    boolean mayOverflow() {
        return bits > Long.MAX_VALUE / bytes.length || (last > first && last - first > Series.MOST_PERIODS);
    }

    /** Makes the exception for a state that no observations can make. */
    public IllegalArgumentException damaged(String what) {
        return new IllegalArgumentException("state of " + bytes.length + " bytes cannot be read: " + what);
    }

    private int word(int at) {
        int word = 0;
        for (int i = at; i < at + Integer.BYTES; i++) {
            word = (word << 8) | (bytes[i] & 0xFF);
        }
        return word;
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                check(part > 0 || shift == 0, "a number is longer than it need be");
                check(part == 1 || shift < 63, "a number is beyond 64 bits");
                return value;
            }
        }
        throw damaged("a number is longer than 10 bytes");
    }

    private int next() {
        if (position == end) {
            throw damaged("it ends early");
        }
        return bytes[position++] & 0xFF;
    }
}
