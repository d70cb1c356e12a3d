package dev.cxkit.metrics.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.result.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The laws of an answer that leaves the host: a document of plain values, a text, and Java serialisation. */
public final class ResultLaws {

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern TEXT_OF_OBJECT = Pattern.compile("@[0-9a-f]{4,}\\b");

    /** What every mapper writes as the same JSON. */
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Boolean.class, Long.class, Integer.class, BigDecimal.class, BigInteger.class);

    private ResultLaws() {}

    /** Checks an answer: a {@link Result}, or what Java itself has, with results inside. */
    public static void hold(Object answer) {
        if (answer instanceof Result result) {
            isADocument(result);
            saysItsFigure(result);
            travels(result);
        } else if (answer instanceof Optional<?> inside) {
            inside.ifPresent(ResultLaws::hold);
        } else if (answer instanceof List<?> all) {
            all.forEach(ResultLaws::hold);
        } else if (answer instanceof Map<?, ?> byKey) {
            byKey.values().forEach(ResultLaws::hold);
        } else {
            assertThat(answer.getClass().getName())
                    .as("an answer that is no Result")
                    .startsWith("java.");
        }
    }

    private static void isADocument(Result result) {
        assertThat(result.document()).as("the document again").isEqualTo(result.document());
        isPlain(result.document(), result.getClass().getSimpleName());
    }

    private static void isPlain(Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inside) -> {
                assertThat(name).as("a name of " + path).isInstanceOf(String.class);
                isPlain(inside, path + "." + name);
            });
        } else if (value instanceof List<?> list) {
            list.stream().filter(each -> each != null).forEach(each -> isPlain(each, path + "[]"));
        } else if (value instanceof Double number) {
            assertThat(number).as(path).isFinite();
        } else {
            assertThat(PLAIN).as("the class of " + path).contains(value.getClass());
            assertThat(value.toString()).as(path).doesNotContainPattern(TEXT_OF_OBJECT);
        }
    }

    private static void saysItsFigure(Result result) {
        result.document()
                .keySet()
                .forEach(name -> assertThat(name)
                        .as("a name of " + result.getClass().getSimpleName())
                        .matches(NAME));
        assertThat(result.text(2)).isNotBlank();
        assertThat(result.toString())
                .as("the text of " + result.getClass().getName())
                .doesNotContainPattern(TEXT_OF_OBJECT);
        if (result.document().get("value") instanceof Double) {
            assertThat(result).hasToString(result.text(2));
        }
    }

    private static void travels(Result result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(result);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                Result read = (Result) in.readObject();
                assertThat(read.document()).as("after Java serialisation").isEqualTo(result.document());
                assertThat(read).as("after Java serialisation").isEqualTo(result);
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(result.getClass().getName() + " does not travel: " + e, e);
        }
    }
}
