package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link StateOutput} wrote. Every method throws an {@link IllegalArgumentException} where the bytes end early or cannot
 * be what was written.
 */
public final class StateInput {

    private final byte[] bytes;
    private int position;

    StateInput(byte[] bytes) {
        this.bytes = requireNonNull(bytes, "state").clone();
    }

    /** Reads a number that is not negative. */
    public long count() {
        long value = unsigned();
        if (value < 0) {
            throw damaged("a count is negative");
        }
        return value;
    }

    /**
     * Reads a number from 0 to the given one, such as how many parts follow.
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

    /**
     * Reads numbers that are not negative.
     *
     * @param most how many there can be
     */
    public long[] counts(int most) {
        long[] values = new long[count(most)];
        Arrays.setAll(values, i -> count());
        return values;
    }

    /** Reads a whole number. */
    public long integer() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Reads a finite floating point number. */
    public double real() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = (bits << 8) | next();
        }
        double value = Double.longBitsToDouble(bits);
        if (!Double.isFinite(value)) {
            throw damaged("a number is " + value);
        }
        return value;
    }

    /** Reads a text. */
    public String text() {
        long length = count();
        if (length > bytes.length - position) {
            throw damaged("it ends early");
        }
        String value = new String(bytes, position, (int) length, StandardCharsets.UTF_8);
        position += (int) length;
        return value;
    }

    /** Reads the state of a new accumulator that is part of this one. */
    public <T, R> Accumulator<T, R> state(Metric<T, R> metric) {
        Accumulator<T, R> part = metric.start();
        part.read(this);
        return part;
    }

    void mark(String definition) {
        int hash = 0;
        for (int i = 0; i < 4; i++) {
            hash = (hash << 8) | next();
        }
        if (hash != StateOutput.hash(definition)) {
            throw damaged("it is of another definition than " + definition);
        }
    }

    void end() {
        if (position != bytes.length) {
            throw damaged((bytes.length - position) + " bytes follow its end");
        }
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                return value;
            }
        }
        throw damaged("a number is longer than 10 bytes");
    }

    private int next() {
        if (position == bytes.length) {
            throw damaged("it ends early");
        }
        return bytes[position++] & 0xFF;
    }

    private IllegalArgumentException damaged(String what) {
        return new IllegalArgumentException("state of " + bytes.length + " bytes cannot be read: " + what);
    }
}
