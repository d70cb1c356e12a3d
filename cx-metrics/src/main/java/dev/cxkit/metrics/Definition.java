package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts for {@link Metric#definition()} that no other configuration has, whatever signs are in names and labels. */
public final class Definition {

    /** Signs that part others, or are seen by nobody. */
    private static final String SIGNS = "\\p{Cntrl},;:=|\"'(){}\\[\\]";

    private static final Pattern PLAIN = Pattern.compile("[^" + SIGNS + "]*[^\\s" + SIGNS + "]");

    private Definition() {}

    /**
     * Returns the name with the parts behind it, such as {@code paths(START, [basket, 'wish, list'], 3)}. A text with one of the signs
     * that part others is put in quotes, and a quote in it doubled; collections and maps are written out in their order.
     *
     * @param parts texts, numbers, enums, lists of these and whatever else has a {@code toString} that is the same on every machine
     */
    public static String of(String name, @Nullable Object... parts) {
        return requireNonNull(name, "name")
                + Arrays.stream(parts).map(Definition::text).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns the text of one part as it stands in {@link #of}. */
    public static String text(@Nullable Object part) {
        if (part instanceof String text) {
            return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
        } else if (part instanceof Collection<?> all) {
            return all.stream().map(Definition::text).collect(Collectors.joining(", ", "[", "]"));
        } else if (part instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(part);
    }
}
