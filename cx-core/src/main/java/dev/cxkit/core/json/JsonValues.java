package dev.cxkit.core.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What nouns make of values that a JSON mapper read into plain objects. Nothing is converted on the way, as mappers do it each in its own
 * way: a number is no time, no text and no constant. A value of another kind is refused with its name and what is allowed. One that is
 * missing, null, stays so: whether it has to be there is the noun's to say.
 */
@SuppressWarnings("NullAway") // Null for null, and the nouns check it, so that reading needs no second set of methods.
public final class JsonValues {

    private static final int MOST_SHOWN = 40;

    private JsonValues() {}

    /** Returns the text. */
    public static String text(String name, @Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw refused(name, value, "text");
    }

    /** Returns what the function makes of the text. */
    public static <T> T of(String name, @Nullable Object value, Function<String, T> read) {
        return value == null ? null : read.apply(text(name, value));
    }

    /** Returns the instant of a text by ISO 8601. */
    public static Instant time(String name, @Nullable Object value) {
        try {
            return value == null ? null : Instant.parse((String) value);
        } catch (DateTimeParseException | ClassCastException e) {
            throw refused(name, value, "a time as text such as 2026-01-31T12:00:00Z");
        }
    }

    /** Returns the duration of a text by ISO 8601. */
    public static Duration duration(String name, @Nullable Object value) {
        try {
            return value == null ? null : Duration.parse((String) value);
        } catch (DateTimeParseException | ClassCastException e) {
            throw refused(name, value, "a duration as text such as PT48H");
        }
    }

    /** Returns true or false. */
    public static Boolean flag(String name, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw refused(name, value, "true or false");
    }

    /** Returns the number. */
    public static Double number(String name, @Nullable Object value) {
        if (value == null || (value instanceof Number number && Double.isFinite(number.doubleValue()))) {
            return value == null ? null : (Double) ((Number) value).doubleValue();
        }
        throw refused(name, value, "a finite number");
    }

    /** Returns the whole number. */
    public static Long whole(String name, @Nullable Object value) {
        return whole(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Returns the whole number that fits into an int. */
    public static Integer integer(String name, @Nullable Object value) {
        Long whole = whole(name, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return whole == null ? null : whole.intValue();
    }

    private static Long whole(String name, @Nullable Object value, long least, long most) {
        if (value == null) {
            return null;
        }
        boolean big = value instanceof BigInteger number && number.bitLength() < Long.SIZE;
        if (big || value instanceof Long || value instanceof Integer) {
            long whole = ((Number) value).longValue();
            if (whole >= least && whole <= most) {
                return whole;
            }
        }
        throw refused(name, value, "a whole number within " + least + ".." + most);
    }

    /** Returns the constant of this text. */
    public static <E extends Enum<E>> E constant(String name, @Nullable Object value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.toString().equals(value)) {
                return constant;
            }
        }
        if (value == null) {
            return null;
        }
        throw refused(name, value, "one of " + List.of(type.getEnumConstants()));
    }

    /** Returns the object by the names of its fields. */
    @SuppressWarnings("unchecked") // A mapper gives no other names than texts.
    public static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
        if (value == null || value instanceof Map) {
            return (Map<String, @Nullable Object>) value;
        }
        throw refused(name, value, "an object");
    }

    /** Returns the texts of a list. */
    public static List<String> texts(String name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            throw refused(name, value, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            texts.add(text("an element of " + name, element));
        }
        return texts;
    }

    /**
     * Returns an unmodifiable copy of a list.
     *
     * @throws NullPointerException that says so if the list or an element of it is missing
     */
    public static <T> List<T> list(String name, @Nullable List<? extends T> list) {
        int at = 0;
        for (T element : Objects.requireNonNull(list, () -> name + " are missing")) {
            if (element == null) {
                throw new NullPointerException(name + " hold null at " + at);
            }
            at++;
        }
        return List.copyOf(list);
    }

    /**
     * A value that may be a number, with all digits of that: of 8.9999999999999999999 a mapper makes 9.0 where it knows no more than that
     * anything may come.
     *
     * @param value a {@link BigDecimal}, or what came instead
     */
    public record Exact(Object value) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Exact of(String text) {
            return new Exact(text);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Exact of(boolean flag) {
            return new Exact(flag);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Exact of(List<Object> list) {
            return new Exact(list);
        }

        // In a reference, since mappers hand over a number alone as a double first.
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Exact of(AtomicReference<BigDecimal> number) {
            return new Exact(number.get());
        }
    }

    private static IllegalArgumentException refused(String name, Object value, String allowed) {
        String text = value.toString();
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
        String kind = value instanceof List ? "a list" : value instanceof Map ? "an object" : shown;
        String found = value instanceof String ? "'" + shown + "'" : kind;
        return new IllegalArgumentException(name + " is " + found + "; allowed is " + allowed);
    }
}
