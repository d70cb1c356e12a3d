package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {

    @Test
    void plainTextsStandAsTheyAre() {
        assertThat(Definition.of("paths", "basket", List.of("wish list", "a-b"), 3, Duration.ofHours(1), null))
                .isEqualTo("paths(basket, [wish list, a-b], 3, PT1H, null)");
        assertThat(Definition.of("stages", Map.of("order", "purchase"))).isEqualTo("stages({order=purchase})");
    }

    @Test
    void textsWithSignsOfTheirOwnAreQuoted() {
        assertThat(Definition.of("steps", "a, b", "it's", "", " ", "f(x)", "k=v", "x ", "y,", "z]"))
                .isEqualTo("steps('a, b', 'it''s', '', ' ', 'f(x)', 'k=v', 'x ', 'y,', 'z]')");
    }

    @Test
    void noTwoListsOfLabelsHaveOneText() {
        List<List<String>> lists = List.of(
                List.of("a", "b"),
                List.of("a, b"),
                List.of("'a', b"),
                List.of("'a'", "b"),
                List.of("a', 'b"),
                List.of("a'", "'b"),
                List.of("[a", "b]"),
                List.of("a,", "b"),
                List.of("'"),
                List.of(""),
                List.of());
        Set<String> texts = new HashSet<>();
        lists.forEach(list -> texts.add(Definition.text(list)));

        assertThat(texts).hasSameSizeAs(lists);
    }

    private enum Rule {
        FIRST_TOUCH
    }

    private record Part(int size) {}

    @Test
    void constantsOfEnumsAreWords() {
        assertThat(Definition.of("attribution", Rule.FIRST_TOUCH, EnumSet.allOf(Rule.class)))
                .isEqualTo("attribution(first-touch, [first-touch])");
    }

    @Test
    void setsAreWrittenInOneOrderOnEveryMachine() {
        assertThat(Definition.text(Set.of("b", "c", "a"))).isEqualTo("[a, b, c]");
        assertThat(Definition.text(new TreeSet<>(Set.of(10, 9)))).isEqualTo("[9, 10]");
    }

    @Test
    void metricsAndOptionalsStandWithWhatTheyHold() {
        assertThat(Definition.of("twice", Metric.count(), Optional.of("a, b"), Optional.empty()))
                .isEqualTo("twice(count, 'a, b', null)");
    }

    @Test
    void whatHasTheNameOfATypeInItsTextIsRefused() {
        for (Object part : List.of(new Part(3), new Object(), List.of(new Part(3)), Part.class, new AtomicLong(3))) {
            assertThatThrownBy(() -> Definition.of("x", part))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a definition is made of words and values, but one part is of class ");
        }
    }

    /** A metric that is no record, with the definition that its author did not write. */
    private static final class Named implements Metric<String, Long> {

        private static final long serialVersionUID = 1;

        private final String definition;

        Named(String definition) {
            this.definition = definition;
        }

        @Override
        public String definition() {
            return definition.isEmpty() ? toString() : definition;
        }

        @Override
        public Accumulator<String, Long> start() {
            return new Accumulator<>(this) {
                private long n;

                @Override
                public void add(String observation) {
                    n++;
                }

                @Override
                public Long result() {
                    return n;
                }

                @Override
                protected void absorb(Accumulator<String, Long> other) {
                    n = Math.addExact(n, other.result());
                }

                @Override
                protected void write(StateOutput out) {
                    out.count(n);
                }

                @Override
                protected void read(StateInput in) {
                    n = in.count();
                }
            };
        }
    }

    /** "state of another definition than shop.Longest@71687585", at the next start: refused before there is a state to lose. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.Longest@71687585",
                "by(Longest@71687585,plain)",
                "waits(shop.Waits$$Lambda/0x00007f2f1422d5b0)",
                "waits([Ljava.lang.String;@1b2c3d4e)",
                "of dev.cxkit.metrics.DefinitionTest$Named"
            })
    void aDefinitionOfThisRunIsRefusedWhereStatesAreWrittenReadOrMerged(String definition) {
        Metric<String, Long> metric = new Named(definition);
        Accumulator<String, Long> accumulator = metric.start();
        accumulator.add("counted");
        assertThat(accumulator.result()).isEqualTo(1);
        byte[] state = new Named("longest").start().toBytes();
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                accumulator::toBytes,
                () -> accumulator.merge(metric.start()),
                () -> metric.resume(state),
                () -> new ObjectOutputStream(OutputStream.nullOutputStream()).writeObject(accumulator))) {
            assertThatThrownBy(use)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(metric.definition())
                    .hasMessageContaining("let definition() return Definition.of(name, parts)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail to anna@cafe", "goal shop.basket.Open", "price in $", "at @12345", "sum($a, b@c.de)"})
    void whatOnlyLooksLikeItIsTaken(String definition) {
        assertThat(new Named(definition)
                        .resume(new Named(definition).start().toBytes())
                        .result())
                .isZero();
    }
}
