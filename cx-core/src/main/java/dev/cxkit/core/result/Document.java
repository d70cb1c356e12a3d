package dev.cxkit.core.result;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.time.TimeRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the document of a {@link Result}: a map of plain values that every mapper writes as the same JSON.
 *
 * <ul>
 *   <li>Names come in the order in which they are given. What is null or an empty {@code Optional} is absent.
 *   <li>Texts, numbers and truth values stay; a floating point number must be finite.
 *   <li>Results become their documents; ranges of time {@code from} and {@code to}.
 *   <li>Constants of enums become texts in lower case with hyphens. Maps stay, with texts as keys; {@link #results} makes a list of one.
 *       Collections and arrays become lists, in which null stands for what there is not.
 *   <li>Anything else becomes its {@code toString}, which of times, durations, zones and the library's ids is what JSON has of them.
 * </ul>
 */
public final class Document {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Document() {}

    /** Returns an empty document. */
    public static Document start() {
        return new Document();
    }

    /** Returns a document that begins with that of another result, such as an estimate; empty where there is none. */
    public static Document of(Optional<? extends Result> first) {
        Document document = new Document();
        first.ifPresent(result -> document.values.putAll(result.document()));
        return document;
    }

    /**
     * Adds a value under a name, unless it is null or an empty {@code Optional}.
     *
     * @throws IllegalArgumentException if the name is there already, or a number is not finite
     */
    public Document with(String name, @Nullable Object value) {
        Object plain = value(requireNonNull(name, "name"), value);
        Require.that(plain == null || values.put(name, plain) == null, () -> "name " + name + " is there twice");
        return this;
    }

    /** Adds answers by key under a name: a list of {@code key} and {@code result}, in the order of the map. */
    public Document results(String name, Map<?, ?> byKey) {
        return with(
                name,
                byKey.entrySet().stream()
                        .map(entry -> start().with("key", entry.getKey())
                                .with("result", entry.getValue())
                                .map())
                        .toList());
    }

    /** Returns the document, unmodifiable. */
    public Map<String, Object> map() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private static @Nullable Object value(String name, @Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || value instanceof BigDecimal
                || value instanceof BigInteger) {
            return value;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            Require.that(Double.isFinite(number), () -> name + " " + number + " is not a finite number");
            return number;
        }
        if (value instanceof Enum<?> constant) {
            return kebab(constant);
        }
        if (value instanceof Result result) {
            return result.document();
        }
        if (value instanceof TimeRange range) {
            return start().with("from", range.from()).with("to", range.to()).map();
        }
        return value instanceof Map<?, ?> map ? map(map) : inside(name, value);
    }

    private static @Nullable Object inside(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            return value(name, optional.orElse(null));
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? value(name, number.getAsDouble()) : null;
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
        if (value instanceof Collection<?> all) {
            return list(name, all);
        }
        if (value instanceof Object[] array) {
            return list(name, Arrays.asList(array));
        }
        if (value instanceof double[] numbers) {
            return list(name, DoubleStream.of(numbers).boxed().toList());
        }
        if (value instanceof long[] numbers) {
            return LongStream.of(numbers).boxed().toList();
        }
        return value instanceof int[] numbers ? Arrays.stream(numbers).boxed().toList() : value.toString();
    }

    private static List<@Nullable Object> list(String name, Collection<?> all) {
        List<@Nullable Object> list = new ArrayList<>(all.size());
        all.forEach(each -> list.add(value(name, each)));
        return Collections.unmodifiableList(list);
    }

    private static Map<String, Object> map(Map<?, ?> map) {
        Document inside = new Document();
        map.forEach((key, value) ->
                inside.with(key instanceof Enum<?> constant ? kebab(constant) : key.toString(), value));
        return inside.map();
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns an answer for people: the text of a result, the rounded number, or else its {@code toString}; nothing is {@code no data}.
     *
     * @param decimals how many digits follow the point, 0 to 15
     * @throws IllegalArgumentException if {@code decimals} is outside 0..15
     */
    public static String text(@Nullable Object answer, int decimals) {
        Require.range("decimals", decimals, 0, 15);
        Object value = answer instanceof Result ? answer : value("answer", answer);
        return value == null
                ? "no data"
                : value instanceof Result result ? result.text(decimals) : part(value, decimals);
    }

    /**
     * Returns a document on one line: its figure alone, where it begins with one, as in {@code 25.0 (-11.7 to 55.2 at 95 %, n 20)};
     * otherwise each name with its value, and of lists how long they are.
     *
     * @param decimals how many digits follow the point, 0 to 15
     * @throws IllegalArgumentException if {@code decimals} is outside 0..15
     */
    public static String text(Map<String, Object> document, int decimals) {
        Require.range("decimals", decimals, 0, 15);
        return document.get("value") instanceof Double value
                ? rounded(value, decimals) + evidence(document, decimals)
                : document.entrySet().stream()
                        .map(entry -> words(entry.getKey()) + " " + part(entry.getValue(), decimals))
                        .collect(Collectors.joining(", "));
    }

    private static String evidence(Map<String, Object> document, int decimals) {
        List<String> all = new ArrayList<>();
        Object n = document.get("n");
        if (document.get("low") instanceof Double low
                && document.get("high") instanceof Double high
                && document.get("level") instanceof Double level) {
            all.add(rounded(low, decimals) + " to " + rounded(high, decimals) + " at " + shortest(100 * level, 6)
                    + " %");
        } else if (n instanceof Number number) {
            all.add("no interval, " + (number.doubleValue() > 1 ? "nothing varies" : "one observation"));
        }
        if (n instanceof Number number) {
            all.add("n " + shortest(number.doubleValue(), 1));
        }
        if (document.get("pValue") instanceof Double p) {
            all.add("p " + shortest(p, 4));
        }
        return all.isEmpty() ? "" : all.stream().collect(Collectors.joining(", ", " (", ")"));
    }

    @SuppressWarnings("unchecked")
    private static String part(Object value, int decimals) {
        if (value instanceof Double number) {
            return rounded(number, decimals);
        }
        if (value instanceof Map<?, ?> part) {
            return "(" + text((Map<String, Object>) part, decimals) + ")";
        }
        return value instanceof List<?> list ? String.valueOf(list.size()) : value.toString();
    }

    private static String rounded(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** At most so many digits after the point, and none where they would be 0. */
    private static String shortest(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** {@code droppedOff} is read as dropped off. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
