package dev.cxkit.core.touchpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Custom attributes" Attributes}: plain named values beside the fields of a touchpoint or of feedback, in the order in which they were given.
 *
 * <p>A value is text, a boolean, a number, a list or a map of such values, or null, which is kept. Numbers take one form,
 * so that what was written to JSON and read again is equal: whole numbers are {@code Long} ({@code BigInteger} where that
 * is too small), all others {@code Double} ({@code BigDecimal} where that would lose digits). Lists and maps are
 * copied through and through.
 *
 * <p>Attributes are personal data: {@link #toString()} gives the names and no value.
 */
public final class Attributes implements Serializable {

    private static final Attributes NONE = new Attributes(Collections.emptyMap());

    // An unmodifiable view of a linked map of serialisable values.
    @SuppressWarnings("serial")
    private final Map<String, @Nullable Object> values;

    private Attributes(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Returns no attributes. */
    public static Attributes none() {
        return NONE;
    }

    /**
     * Returns a deep copy of the map.
     *
     * @throws IllegalArgumentException if a value is not plain (a date, say: give it as text) or not finite
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Attributes of(Map<String, ? extends @Nullable Object> values) {
        return values.isEmpty() ? NONE : new Attributes(plain("attributes", values));
    }

    /** Returns one attribute; throws an {@link IllegalArgumentException} if the value is not plain or not finite. */
    public static Attributes of(String name, @Nullable Object value) {
        return NONE.with(name, value);
    }

    /**
     * Returns these attributes and one more; a name that is there already keeps its place and takes the new value.
     *
     * @throws IllegalArgumentException if the value is not plain or not finite
     */
    public Attributes with(String name, @Nullable Object value) {
        requireNonNull(name, "name");
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(name, plain(name, value));
        return new Attributes(Collections.unmodifiableMap(more));
    }

    /** Returns the value of this name; empty if there is none or it is null. */
    public Optional<Object> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns whether there is no attribute. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns all of it as an unmodifiable map in order. */
    @JsonValue
    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns the names, not the values. */
    @Override
    public String toString() {
        return "Attributes" + values.keySet();
    }

    private static @Nullable Object plain(String name, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return plain(name, number);
        }
        if (value instanceof Map<?, ?> map) {
            return plain(name, map);
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> copy = new ArrayList<>(collection.size());
            for (Object element : collection) {
                copy.add(plain(name, element));
            }
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException("attribute " + name + " is a "
                + value.getClass().getName() + "; allowed are text, booleans, numbers, lists and maps");
    }

    private static Map<String, @Nullable Object> plain(String name, Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String text)) {
                throw new IllegalArgumentException(name + " has a name that is not text");
            }
            copy.put(text, plain(text, value));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Number plain(String name, Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Number) big.longValue() : big;
        }
        if (number instanceof Double || number instanceof Float) {
            // By way of the text, because that is what JSON would make of a float.
            double real = Double.parseDouble(number.toString());
            if (!Double.isFinite(real)) {
                throw new IllegalArgumentException(
                        "attribute " + name + " is " + real + "; allowed are finite numbers");
            }
            return real;
        }
        if (number instanceof BigDecimal decimal) {
            double real = decimal.doubleValue();
            boolean exact = Double.isFinite(real) && BigDecimal.valueOf(real).compareTo(decimal) == 0;
            return exact ? (Number) real : decimal.stripTrailingZeros();
        }
        throw new IllegalArgumentException(
                "attribute " + name + " is a " + number.getClass().getName() + "; give it as a long, a double or text");
    }
}
