package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.metrics.survey.Nps;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a serialiser leaves that makes objects without their constructors, copies the fields that are not transient, and knows nothing of
 * {@code writeReplace}, as Kryo does in Spark and Flink: no accumulator that counts into the void.
 */
class EmptiedTest {

    private static final Metric<String, Total.Sum> LENGTHS = Total.of().on(String::length);

    static List<Metric<String, ?>> metrics() {
        return List.of(
                Metric.<String>count(),
                LENGTHS,
                LENGTHS.by(text -> text.charAt(0)),
                LENGTHS.where(text -> !text.isEmpty()).then(Total.Sum::n),
                Metric.all(Map.of("n", Metric.<String>count())),
                Metric.both(Metric.<String>count(), LENGTHS, (n, sum) -> n),
                Sums.metric("lengths", 1, (String text, long[] sums) -> sums[0] = text.length()));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <R> void itFailsAtItsFirstUse(Metric<String, R> metric) throws ReflectiveOperationException {
        Accumulator<String, R> whole = metric.start();
        whole.add("abc");
        Accumulator<String, R> emptied = emptied(whole);
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> emptied.add("abc"),
                () -> emptied.addAll(List.of("abc")),
                emptied::result,
                emptied::toBytes,
                emptied::metric,
                () -> emptied.merge(metric.start()),
                () -> metric.start().merge(emptied))) {
            assertThatThrownBy(use)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("toBytes()")
                    .hasMessageContaining("Java serialisation");
        }
    }

    /** Kryo asks collections for their size and elements, and copies the fields of the others: so it stops where the fault is made. */
    @Test
    void noneIsWrittenFieldByField() throws ReflectiveOperationException {
        Accumulator<Answer, Nps> accumulator = Nps.metric().start();
        Field guard = Accumulator.class.getDeclaredField("unused");
        guard.setAccessible(true);
        Collection<?> asked = (Collection<?>) guard.get(accumulator);
        assertThatThrownBy(asked::size)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("toBytes()");
        assertThatThrownBy(asked::iterator).isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings("unchecked")
    private static <A extends Serializable> A emptied(A value) throws ReflectiveOperationException {
        // By name, since the compiler warns of whatever is in such a package.
        Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
        Constructor<?> none =
                (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                        .invoke(
                                factory.getMethod("getReflectionFactory").invoke(null),
                                value.getClass(),
                                Object.class.getDeclaredConstructor());
        A copy = (A) none.newInstance();
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.TRANSIENT | Modifier.STATIC)) == 0) {
                    field.setAccessible(true);
                    field.set(copy, field.get(value));
                }
            }
        }
        return copy;
    }
}
