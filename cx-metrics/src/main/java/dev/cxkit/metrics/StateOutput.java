package dev.cxkit.metrics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes the state of an accumulator: whole numbers in as few bytes as they need. Read back by {@link StateInput}, which takes nothing
 * else than what this writes: each number in its shortest form, 0.0 for -0.0, and keys in rising order where a reader asks for it.
 */
public final class StateOutput {

    private static final int MOST_BYTES = 10;

    private byte[] bytes = new byte[64];
    private int size;

    StateOutput() {}

    /**
     * Writes a number that is not negative, in 1 to 9 bytes.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void count(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("count " + value + " is negative");
        }
        unsigned(value);
    }

    /** Writes whether something is so, as a count of 0 or 1. */
    public void flag(boolean value) {
        unsigned(value ? 1 : 0);
    }

    /** Writes any whole number, in 1 to 10 bytes; small ones of either sign are short. */
    public void integer(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /**
     * Writes a floating point number as its 8 bytes; -0.0 as 0.0, so that equal numbers are equal bytes.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public void real(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("number " + value + " is not finite");
        }
        long bits = Double.doubleToRawLongBits(value + 0.0);
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    /**
     * Writes a text, with its length.
     *
     * @throws IllegalArgumentException if it has half a character, such as an emoji that was cut, which could not be read back
     */
    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (!value.equals(new String(utf8, StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("text '" + value + "' has half a character");
        }
        count(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** Writes how many numbers there are, and the numbers, of which none is negative. */
    public void counts(long... values) {
        count(values.length);
        for (long value : values) {
            count(value);
        }
    }

    /** Writes the state of an accumulator that is part of this one. */
    public void state(Accumulator<?, ?> part) {
        part.write(this);
    }

    /** Writes 4 bytes as they are. */
    void word(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    static int checksum(byte[] bytes, int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, end);
        return (int) crc.getValue();
    }

    /** Returns what was written, with a checksum over all of it behind it. */
    byte[] sealed() {
        word(checksum(bytes, size));
        return Arrays.copyOf(bytes, size);
    }

    private void unsigned(long value) {
        room(MOST_BYTES);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
        }
    }
}
