package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the key of a segment is written into the state of an accumulator and read back. Texts, whole numbers, booleans and dates need
 * none; an enum or a type of your own does, and only where states are written: {@code KeyFormat.of(Plan.class)}.
 *
 * @param <K> the keys
 * @param name what the keys are, as part of the definition of the metric
 * @param write gives a text that tells the key apart from all others
 * @param read gives the key back
 */
public record KeyFormat<K>(String name, Fn<? super K, String> write, Fn<String, ? extends K> read)
        implements Serializable {

    /** Checks that no part is null. */
    public KeyFormat {
        requireNonNull(name, "name");
        requireNonNull(write, "write");
        requireNonNull(read, "read");
    }

    /** Returns the format of an enum: the names of its constants, which so are a part of the definition. */
    public static <E extends Enum<E>> KeyFormat<E> of(Class<E> type) {
        String name = Definition.of("enum", (Object[]) type.getEnumConstants());
        return new KeyFormat<>(name, Enum::name, text -> Enum.valueOf(type, text));
    }

    /** Returns the format of a type that has a text and can be made from it, such as {@code of("channel", Channel::name, Channel::of)}. */
    public static <K> KeyFormat<K> of(String name, Fn<? super K, String> write, Fn<String, ? extends K> read) {
        return new KeyFormat<>(name, write, read);
    }

    /** Returns the format of a type that is made of several texts: each is written with its length. */
    public static <K> KeyFormat<K> ofTexts(
            String name, Fn<? super K, List<String>> write, Fn<List<String>, ? extends K> read) {
        requireNonNull(write, "write");
        requireNonNull(read, "read");
        return new KeyFormat<>(name, key -> joined(write.apply(key)), text -> read.apply(parted(text)));
    }

    private static String joined(List<String> texts) {
        return texts.stream().map(text -> text.length() + ":" + text).collect(Collectors.joining());
    }

    private static List<String> parted(String joined) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < joined.length()) {
            int from = joined.indexOf(':', at) + 1;
            int length = from == 0 ? -1 : Integer.parseInt(joined, at, from - 1, 10);
            if (length < 0 || length > joined.length() - from) {
                throw new IllegalArgumentException("segment key '" + joined + "' is not made of texts");
            }
            at = from + length;
            texts.add(joined.substring(from, at));
        }
        return texts;
    }

    /** Returns the format of {@code String}, {@code Integer}, {@code Long}, {@code Boolean} and {@code LocalDate} keys. */
    @SuppressWarnings("unchecked")
    public static <K> KeyFormat<K> standard() {
        return new KeyFormat<>("plain", KeyFormat::writePlain, text -> (K) readPlain(text));
    }

    private static String writePlain(Object key) {
        if (key instanceof String) {
            return "s" + key;
        } else if (key instanceof Integer) {
            return "i" + key;
        } else if (key instanceof Long) {
            return "l" + key;
        } else if (key instanceof Boolean) {
            return "b" + key;
        } else if (key instanceof LocalDate) {
            return "d" + key;
        }
        throw new IllegalStateException("segment keys of " + key.getClass().getName()
                + " need a KeyFormat to be written: by(key, Segmentation.of(KeyFormat.of(...)))");
    }

    private static Object readPlain(String text) {
        String value = text.isEmpty() ? "" : text.substring(1);
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 's' -> value;
            case 'i' -> Integer.valueOf(value);
            case 'l' -> Long.valueOf(value);
            case 'b' -> Boolean.valueOf(value);
            case 'd' -> date(value);
            default -> throw new IllegalArgumentException("segment key '" + text + "' is of no known kind");
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("segment key '" + text + "' is no date", e);
        }
    }
}
