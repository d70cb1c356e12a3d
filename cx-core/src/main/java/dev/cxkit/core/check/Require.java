package dev.cxkit.core.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Supplier;

/** What an argument must be; a message names the value and what is allowed. */
public final class Require {

    private Require() {}

    /**
     * Checks that something holds; on the way of every single row an {@code if} is faster.
     *
     * @param fault what to say where it does not hold
     * @throws IllegalArgumentException if it does not hold
     */
    public static void that(boolean holds, Supplier<String> fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    /** Returns a text that has more than white space. */
    public static String text(String name, String text) {
        if (requireNonNull(text, () -> name + " is missing").isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return text;
    }

    /** Returns a number of at least the lowest allowed. */
    public static long atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " " + value + " is below " + least);
        }
        return value;
    }

    /** Returns a number within both bounds. */
    public static long range(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + " is outside " + least + ".." + most);
        }
        return value;
    }

    /** Returns a duration above 0. */
    public static Duration positive(String name, Duration duration) {
        if (requireNonNull(duration, name).isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " " + duration + " is not above 0");
        }
        return duration;
    }

    /** Returns a duration of at least 0. */
    public static Duration notNegative(String name, Duration duration) {
        if (requireNonNull(duration, name).isNegative()) {
            throw new IllegalArgumentException(name + " " + duration + " is below 0");
        }
        return duration;
    }
}
