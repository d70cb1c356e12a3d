package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts for {@link Metric#definition()}: made of words and values, the same on every machine, and such that no other configuration has
 * the same one, whatever signs are in names and labels.
 *
 * <p>What a part may be:
 *
 * <ul>
 *   <li>a text; one with a sign that parts others is put in quotes, and a quote in it doubled
 *   <li>a number or truth value of the JDK, a currency, a UUID, whatever {@code java.time} has, null
 *   <li>a constant of an enum: in lower case with hyphens
 *   <li>a {@link Metric}: by its own definition
 *   <li>a list, a map or an optional of such parts: in their order; a set that has none is sorted
 * </ul>
 *
 * <p>Others are refused, since their {@code toString} has the name of a Java type, or changes from one machine to the next.
 */
public final class Definition {

    /** Signs that part others, or are seen by nobody. */
    private static final String SIGNS = "\\p{Cntrl},;:=|\"'(){}\\[\\]";

    private static final Pattern PLAIN = Pattern.compile("[^" + SIGNS + "]*[^\\s" + SIGNS + "]");

    /** What {@code Object.toString} and a lambda make, which is another text at the next start. */
    private static final Pattern OF_THIS_RUN =
            Pattern.compile("(?<![\\w.$])(\\w+\\.)*[A-Z\\[][\\w$;.\\[]*@[0-9a-f]{5,8}(?![\\w.])|\\$\\$Lambda");

    private Definition() {}

    /** Returns the definition of the metric, which is the same in another JVM as far as one can tell. */
    static String checked(Metric<?, ?> metric) {
        String definition = requireNonNull(metric.definition(), "definition");
        // Two quick looks that nearly every definition passes, since this is done for each state that is read.
        boolean suspicious = definition.indexOf('@') >= 0 || definition.indexOf('$') >= 0;
        String type = metric.getClass().getName();
        if ((suspicious && OF_THIS_RUN.matcher(definition).find())
                || (type.indexOf('.') > 0 && definition.contains(type))) {
            throw new IllegalArgumentException("the definition '" + definition + "' of a metric of " + type
                    + " is not made of words and values, so its states would be lost at the"
                    + " next start: let definition() return Definition.of(name, parts)");
        }
        return definition;
    }

    /**
     * Returns the name with the parts behind it, such as {@code paths(start, [basket, 'wish, list'], 3)}.
     *
     * @throws IllegalArgumentException if one of the parts is of another kind than those above
     */
    public static String of(String name, @Nullable Object... parts) {
        return requireNonNull(name, "name")
                + Arrays.stream(parts).map(Definition::text).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Returns the text of one part as it stands in {@link #of}.
     *
     * @throws IllegalArgumentException if it is of another kind than those above
     */
    public static String text(@Nullable Object part) {
        if (part instanceof String text) {
            return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
        } else if (part instanceof Metric<?, ?> metric) {
            return metric.definition();
        } else if (part instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } else if (part instanceof Collection<?> all) {
            Stream<String> texts = all.stream().map(Definition::text);
            boolean isOrdered = !(all instanceof Set) || all instanceof SortedSet;
            return (isOrdered ? texts : texts.sorted()).collect(Collectors.joining(", ", "[", "]"));
        } else if (part instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (part instanceof Optional<?> optional) {
            return text(optional.orElse(null));
        }
        if (!isPlain(part)) {
            throw new IllegalArgumentException("a definition is made of words and values, but one part is of "
                    + requireNonNull(part, "part").getClass() + "; give its name or its numbers instead");
        }
        return String.valueOf(part);
    }

    /** Whether the text of the value is known and the same everywhere. */
    private static boolean isPlain(@Nullable Object part) {
        return part == null
                || part instanceof Boolean
                || part instanceof Character
                || (part instanceof Number && part.getClass().getName().matches("java\\.(lang|math)\\..*"))
                || part instanceof TemporalAccessor
                || part instanceof TemporalAmount
                || part instanceof ZoneId
                || part instanceof Currency
                || part instanceof UUID;
    }
}
