package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@index cardinality} of a part: how often it happens each time its turn comes. In JSON the text of the UML notation: {@code 1},
 * {@code 0..1}, {@code 2..3}, {@code 1..*}.
 *
 * @param min the least, 0..100
 * @param max the most, {@code min}..100 and at least 1, or {@link #UNLIMITED}
 */
public record Cardinality(int min, int max) implements Serializable {

    /** Stands for any number of times. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Once. */
    public static final Cardinality ONE = new Cardinality(1, 1);

    /** Once or not at all. */
    public static final Cardinality OPTIONAL = new Cardinality(0, 1);

    /** Any number of times, or not at all. */
    public static final Cardinality ANY = new Cardinality(0, UNLIMITED);

    /** Once or more. */
    public static final Cardinality MANY = new Cardinality(1, UNLIMITED);

    private static final int MOST = 100;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:\\.\\.(\\d{1,3}|\\*))?");

    /** Throws an {@link IllegalArgumentException} if one is outside its range. */
    public Cardinality {
        if (min < 0 || min > MOST) {
            throw new IllegalArgumentException("least " + min + " of a cardinality is outside 0.." + MOST);
        }
        int lowest = Math.max(min, 1);
        if (max != UNLIMITED && (max < lowest || max > MOST)) {
            throw new IllegalArgumentException(
                    "most " + max + " of a cardinality is outside " + lowest + ".." + MOST + " and not unlimited");
        }
    }

    /**
     * Returns from {@code min} to {@code max} times.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public static Cardinality of(int min, int max) {
        return new Cardinality(min, max);
    }

    /**
     * Returns the cardinality of the text, such as {@code 0..1}.
     *
     * @throws IllegalArgumentException if the text is none, or a limit is outside its range
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Cardinality parse(String text) {
        Matcher matcher = TEXT.matcher(requireNonNull(text, "text"));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "cardinality '" + text + "' is none; allowed are texts such as 1, 0..1, 2..3 and 1..*");
        }
        int min = Integer.parseInt(matcher.group(1));
        String max = matcher.group(2);
        if (max == null) {
            return of(min, min);
        }
        return of(min, max.equals("*") ? UNLIMITED : Integer.parseInt(max));
    }

    /** Returns the text, such as {@code 0..1}. */
    @Override
    @JsonValue
    public String toString() {
        return min == max ? Integer.toString(min) : min + ".." + (max == UNLIMITED ? "*" : max);
    }
}
