package dev.cxkit.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the state of an accumulator: whole numbers in as few bytes as they need. Read back by {@link StateInput}. */
public final class StateOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

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

    /** Writes any whole number, in 1 to 10 bytes; small ones of either sign are short. */
    public void integer(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** Writes a floating point number as its 8 bytes. */
    public void real(double value) {
        long bits = Double.doubleToLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (bits >>> shift));
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
        bytes.write(utf8, 0, utf8.length);
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

    /** Writes 4 bytes by which a state of another definition is told apart. */
    void mark(String definition) {
        int hash = hash(definition);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(hash >>> shift);
        }
    }

    static int hash(String definition) {
        CRC32 crc = new CRC32();
        crc.update(definition.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
