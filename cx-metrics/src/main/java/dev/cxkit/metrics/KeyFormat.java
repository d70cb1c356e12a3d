package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the key of a segment is written into the state of an accumulator and read back.
 *
 * <ul>
 *   <li>Texts, characters, whole numbers, booleans, dates, months, instants, UUIDs, channels and touchpoint types need none, nor does an
 *       enum that the key function names as its result: its constants are written by name.
 *   <li>A type of your own does, and {@link Metric#by} refuses it without one: {@code KeyFormat.of("shop", Shop::name, Shop::of)}.
 *   <li>Where the key function does not tell what it returns, such as one of {@code Object}, the first key that cannot be written is
 *       refused, before it is counted.
 * </ul>
 *
 * @param <K> the keys
 * @param name what the keys are, as part of the definition of the metric
 * @param write gives a text that tells the key apart from all others
 * @param read gives the key back
 */
public record KeyFormat<K>(String name, Fn<? super K, String> write, Fn<String, ? extends K> read)
        implements Serializable {

    private static final String PLAIN = "plain";

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

    /**
     * Returns the format of keys of the types {@code String}, {@code Character}, {@code Integer}, {@code Long}, {@code Boolean}, {@code
     * LocalDate}, {@code YearMonth}, {@code Instant}, {@code UUID}, {@code Channel} and {@code TouchpointType}.
     */
    @SuppressWarnings("unchecked")
    public static <K> KeyFormat<K> standard() {
        return new KeyFormat<>(PLAIN, Plain::write, text -> (K) Plain.read(text));
    }

    /**
     * Returns this format, or that of an enum where nothing else was said and the function returns one.
     *
     * @throws IllegalArgumentException if what the function returns cannot be written
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    KeyFormat<K> suited(Fn<?, ? extends K> key) {
        if (!name.equals(PLAIN)) {
            return this;
        }
        Class<?> type = ReturnType.of(key);
        if (type.isEnum()) {
            return (KeyFormat<K>) of((Class) type);
        }
        boolean isOpen = type == Object.class || Modifier.isAbstract(type.getModifiers());
        Plain plain = Plain.of(type);
        if (isOpen) {
            return this;
        }
        if (plain == null) {
            throw Plain.unknown(type);
        }
        return new KeyFormat<>(name, write, text -> (K) plain.readOnly(text));
    }

    /**
     * Checks that a key can be written.
     *
     * @throws IllegalArgumentException if it cannot
     */
    void requireWritable(K key) {
        String text = requireNonNull(write.apply(key), "text of a segment key");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("segment key '" + text + "' has half a character");
        }
    }

    /** The types that need no format, each with its letter before the text. */
    private enum Plain {
        TEXT('s', String.class, text -> text),
        CHARACTER('c', Character.class, text -> text.isEmpty() ? ' ' : text.charAt(0)),
        INTEGER('i', Integer.class, Integer::valueOf),
        LONG('l', Long.class, Long::valueOf),
        BOOLEAN('b', Boolean.class, Boolean::valueOf),
        DATE('d', LocalDate.class, LocalDate::parse),
        MONTH('m', YearMonth.class, YearMonth::parse),
        INSTANT('t', Instant.class, Instant::parse),
        UNIQUE('u', UUID.class, UUID::fromString),
        CHANNEL('n', Channel.class, Channel::of),
        TOUCHPOINT('p', TouchpointType.class, TouchpointType::of);

        private static final Map<Class<?>, Plain> BY_TYPE =
                Arrays.stream(values()).collect(Collectors.toMap(plain -> plain.type, plain -> plain));

        private final char letter;
        private final Class<?> type;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Function<String, Object> parse;

        Plain(char letter, Class<?> type, Function<String, Object> parse) {
            this.letter = letter;
            this.type = type;
            this.parse = parse;
        }

        static @Nullable Plain of(Class<?> type) {
            return BY_TYPE.get(type);
        }

        static String write(Object key) {
            Plain plain = of(key.getClass());
            if (plain == null) {
                throw unknown(key.getClass());
            }
            return plain.letter + key.toString();
        }

        static IllegalArgumentException unknown(Class<?> type) {
            return new IllegalArgumentException("segment keys of " + type.getName()
                    + " need a KeyFormat to be written: by(key, Segmentation.of(KeyFormat.of(...)))");
        }

        /** Reads a key of this type alone. */
        Object readOnly(String text) {
            Object key = read(text);
            if (!type.isInstance(key)) {
                throw new IllegalArgumentException("segment key '" + text + "' is no " + type.getSimpleName());
            }
            return key;
        }

        /** Only what {@link #write} makes: a number with a sign before it or a date in another form is damaged. */
        static Object read(String text) {
            try {
                for (Plain plain : values()) {
                    Object key = text.indexOf(plain.letter) == 0 ? plain.parse.apply(text.substring(1)) : null;
                    if (key != null && write(key).equals(text)) {
                        return key;
                    }
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("segment key '" + text + "' is no date", e);
            }
            throw new IllegalArgumentException("segment key '" + text + "' is of no known kind");
        }
    }

    /** Finds what a lambda returns, from the form in which it would be serialised; nothing is written. */
    private static final class ReturnType extends ObjectOutputStream {

        /** What was found before, for each class of a function: to look takes 15 microseconds. */
        private static final ClassValue<AtomicReference<Class<?>>> FOUND = new ClassValue<>() {
            @Override
            protected AtomicReference<Class<?>> computeValue(Class<?> function) {
                return new AtomicReference<>();
            }
        };

        private Class<?> type = Object.class;
        private final @Nullable ClassLoader loader;

        private ReturnType(@Nullable ClassLoader loader) throws IOException {
            super(OutputStream.nullOutputStream());
            this.loader = loader;
            enableReplaceObject(true);
        }

        /** {@code Object} if it is not told. */
        static Class<?> of(Fn<?, ?> key) {
            AtomicReference<Class<?>> known = FOUND.get(key.getClass());
            Class<?> type = known.get();
            if (type == null) {
                type = find(key);
                known.set(type);
            }
            return type;
        }

        private static Class<?> find(Fn<?, ?> key) {
            try (ReturnType found = new ReturnType(key.getClass().getClassLoader())) {
                found.writeObject(key);
                return found.type;
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "key function " + key.getClass().getName() + " is not serialisable", e);
            }
        }

        /** Called with the function, or with what stands for it where it is a lambda: of either nothing goes on. */
        @Override
        protected @Nullable Object replaceObject(Object written) {
            if (written instanceof SerializedLambda lambda) {
                String result = lambda.getInstantiatedMethodType().replaceFirst(".*\\)", "");
                String name = result.startsWith("L") ? result.substring(1, result.length() - 1) : result;
                try {
                    type = Class.forName(name.replace('/', '.'), false, loader);
                } catch (ClassNotFoundException e) {
                    type = Object.class;
                }
            }
            return null;
        }
    }
}
