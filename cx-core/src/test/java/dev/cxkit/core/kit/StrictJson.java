package dev.cxkit.core.kit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts something of another kind in the place of each value of a JSON document: reading it fails and names the field, or what is read is
 * written as the same document again. Nothing becomes something else without a word.
 */
public abstract class StrictJson {

    /** What stands in the place of each value, as JSON text. */
    private static final List<String> OTHERS = List.of(
            "5",
            "-1",
            "0",
            "1769860800000",
            "8.9999999999999999999",
            "1e999",
            "10000000000000000000000000",
            "true",
            "false",
            "null",
            "\"\"",
            "\"x\"",
            "\"5\"",
            "\"true\"",
            "\"1769860800\"",
            "\"-PT5S\"",
            "[]",
            "[null]",
            "[5]",
            "[\"x\"]",
            "{}",
            "{\"x\":1}");

    private static final Set<String> NONE = Set.of("null", "[]", "{}");

    /** Text that goes into a document as it is. */
    private record Raw(String json) {}

    /** Reads as the mapper of the host does. */
    protected abstract Object read(String json, Class<?> type) throws Exception;

    /** Writes as the mapper of the host does. */
    protected abstract String write(Object value) throws Exception;

    /** Whether the message of a failure tells which field it is about; by its name, where nothing else is said. */
    protected boolean names(String message, String field) {
        return message.contains(field);
    }

    /** Whether the mapper alone decides, before the noun sees the value. */
    protected boolean exempt(List<Object> path, String other) {
        return false;
    }

    /** Tries the document with each of its values replaced; it has to be one that is read. */
    public final void check(String json, Class<?> type) throws Exception {
        Object document = read(json, Object.class);
        assertThat(faultOf(document, type, List.of(), "")).isNull();
        List<String> faults = new ArrayList<>();
        for (List<Object> path : paths(document)) {
            for (String other : OTHERS) {
                if (!exempt(path, other)) {
                    String fault = faultOf(document, type, path, other);
                    if (fault != null) {
                        faults.add(path + " " + other + " of " + type.getSimpleName() + ": " + fault);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private @Nullable String faultOf(Object document, Class<?> type, List<Object> path, String other) throws Exception {
        Object changed = replaced(document, path, 0, new Raw(other));
        String written;
        Object noun;
        try {
            noun = read(text(changed), type);
            written = write(noun);
        } catch (Exception e) {
            boolean named = path.stream().anyMatch(String.class::isInstance) && names(messages(e), field(path));
            return named && refusal(e) ? null : "not named in " + messages(e);
        }
        if (same(changed, read(written, Object.class))) {
            return null;
        }
        boolean none = NONE.contains(other) && path.get(path.size() - 1) instanceof String;
        return none && noun.equals(read(text(replaced(document, path, 0, null)), type)) ? null : "became " + written;
    }

    private static boolean refusal(Exception e) {
        return e instanceof IllegalArgumentException || e.getClass().getName().contains(".jackson.");
    }

    private static String messages(@Nullable Throwable e) {
        return e == null ? "" : e.getMessage() + "\n" + messages(e.getCause());
    }

    private static String field(List<Object> path) {
        Object last = path.get(path.size() - 1);
        return last instanceof String name ? name : field(path.subList(0, path.size() - 1));
    }

    private static List<List<Object>> paths(@Nullable Object document) {
        List<List<Object>> paths = new ArrayList<>();
        if (document instanceof Map<?, ?> map) {
            map.forEach((name, value) -> add(paths, name, value));
        } else if (document instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(paths, i, list.get(i));
            }
        }
        return paths;
    }

    private static void add(List<List<Object>> paths, Object step, @Nullable Object value) {
        paths.add(List.of(step));
        for (List<Object> rest : paths(value)) {
            List<Object> path = new ArrayList<>(List.of(step));
            path.addAll(rest);
            paths.add(path);
        }
    }

    /** A copy with another value at the path; without it if that is null. */
    private static @Nullable Object replaced(
            @Nullable Object document, List<Object> path, int at, @Nullable Raw other) {
        if (at == path.size()) {
            return at == 0 ? document : other;
        }
        if (document instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                if (!name.equals(path.get(at)) || other != null || at < path.size() - 1) {
                    copy.put(name, name.equals(path.get(at)) ? replaced(value, path, at + 1, other) : value);
                }
            });
            return copy;
        }
        List<@Nullable Object> copy = new ArrayList<>((List<?>) requireNonNull(document, "document"));
        int index = (int) path.get(at);
        copy.set(index, replaced(copy.get(index), path, at + 1, other));
        return copy;
    }

    private static String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> text.append(text.isEmpty() ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(text(inner)));
            return "{" + text + "}";
        }
        if (value instanceof List<?> list) {
            list.forEach(inner -> text.append(text.isEmpty() ? "" : ",").append(text(inner)));
            return "[" + text + "]";
        }
        return value instanceof Raw raw ? raw.json : value instanceof String ? "\"" + value + "\"" : "" + value;
    }

    private boolean same(@Nullable Object expected, @Nullable Object actual) throws Exception {
        if (expected instanceof Raw raw) {
            boolean number = isNumber(raw.json) && actual instanceof Number;
            return number
                    ? new BigDecimal(raw.json).compareTo(new BigDecimal(String.valueOf(actual))) == 0
                    : !isNumber(raw.json) && same(read(raw.json, Object.class), actual);
        }
        if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            boolean same = map.keySet().equals(other.keySet());
            for (Object name : map.keySet()) {
                same = same && same(map.get(name), other.get(name));
            }
            return same;
        }
        if (expected instanceof List<?> list && actual instanceof List<?> other) {
            boolean same = list.size() == other.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = same(list.get(i), other.get(i));
            }
            return same;
        }
        return expected == null ? actual == null : expected.equals(actual);
    }

    private static boolean isNumber(String json) {
        return json.matches("-?\\d.*");
    }
}
