package dev.cxkit.metrics.kit;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Asks an answer all that can be asked without more, as far down as it goes: no number is NaN or infinite, and nothing fails that did not
 * fail for an answer that is in order.
 */
final class Results {

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 40;
    private static final Set<String> NOT_ASKED =
            Set.of("hashCode", "toString", "getClass", "notify", "notifyAll", "wait");

    /** The questions that fail, such as a conversion that the convention rules out. */
    private final Set<String> refused = new HashSet<>();

    private final boolean learns;

    private Results(boolean learns) {
        this.learns = learns;
    }

    /** Takes down what fails for an answer that is in order. */
    static Results of(Object answer) {
        Results results = new Results(true);
        results.check(answer, "", 0);
        return results;
    }

    void check(Object answer) {
        Results results = new Results(false);
        results.refused.addAll(refused);
        results.check(answer, "", 0);
    }

    private void check(Object value, String path, int depth) {
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new AssertionError("its " + path + " is " + number);
            }
        } else if (value instanceof OptionalDouble number) {
            number.ifPresent(inside -> check(inside, path, depth));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inside -> check(inside, path, depth));
        } else if (value instanceof Map<?, ?> map) {
            check(map.values(), path, depth);
        } else if (value instanceof Iterable<?> all) {
            StreamSupport.stream(all.spliterator(), false)
                    .limit(MOST_PARTS)
                    .forEach(each -> check(each, path + "[]", depth));
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Math.min(MOST_PARTS, Array.getLength(value)); i++) {
                check(Array.get(value, i), path + "[]", depth);
            }
        } else if (depth < DEEPEST && value.getClass().getName().startsWith("dev.cxkit.")) {
            questions(value).forEach(question -> ask(value, question, path + "." + question.getName(), depth + 1));
        }
    }

    private static Stream<Method> questions(Object value) {
        return Arrays.stream(value.getClass().getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() != void.class
                        && !NOT_ASKED.contains(method.getName()));
    }

    private void ask(Object value, Method question, String path, int depth) {
        try {
            question.setAccessible(true);
            Object answer = question.invoke(value);
            if (answer != null) {
                check(answer, path, depth);
            }
        } catch (InvocationTargetException e) {
            if (learns) {
                refused.add(path);
            } else if (e.getCause() instanceof ArithmeticException overflow) {
                throw overflow;
            } else if (!refused.contains(path)) {
                throw new AssertionError("its " + path + " throws " + e.getCause(), e.getCause());
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(path + " cannot be asked", e);
        }
    }
}
