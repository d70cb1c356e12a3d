package dev.cxkit.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.TimeRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    private enum Rule {
        ADJUSTED_WALD
    }

    private record Share(
            double value, @Nullable Double low, @Nullable Double high, long n) implements Result {
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("value", value)
                    .with("low", low)
                    .with("high", high)
                    .with("level", low == null ? null : 0.95)
                    .with("n", n)
                    .map();
        }
    }

    private record Line(String words) implements Result {
        @Override
        public Map<String, Object> document() {
            return Document.start().with("words", words).map();
        }

        @Override
        public String text(int decimals) {
            return words + "!";
        }
    }

    private static @Nullable Object plain(Object value) {
        return Document.start().with("it", value).map().get("it");
    }

    @Test
    void namesComeInTheOrderGivenAndWhatThereIsNotIsLeftOut() {
        Map<String, Object> map = Document.start()
                .with("zebra", 1L)
                .with("gone", null)
                .with("empty", Optional.empty())
                .with("number", OptionalDouble.empty())
                .with("whole", OptionalLong.empty())
                .with("int", OptionalInt.empty())
                .with("ant", OptionalInt.of(2))
                .with("middle", OptionalLong.of(3))
                .map();
        assertThat(map.entrySet())
                .containsExactly(Map.entry("zebra", 1L), Map.entry("ant", 2), Map.entry("middle", 3L));
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNameTwiceIsRefused() {
        Document document = Document.of(Optional.of(new Share(0.5, null, null, 4)));
        assertThatThrownBy(() -> document.with("n", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name n is there twice");
        assertThat(Document.of(Optional.empty()).map()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersAreFinite(double number) {
        for (Object value :
                List.of(number, (float) number, OptionalDouble.of(number), List.of(number), new double[] {number})) {
            assertThatThrownBy(() -> plain(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("it " + number + " is not a finite number");
        }
    }

    @Test
    void valuesArePlain() {
        assertThat(plain(Rule.ADJUSTED_WALD)).isEqualTo("adjusted-wald");
        assertThat(plain(0.5f)).isEqualTo(0.5);
        assertThat(plain(true)).isEqualTo(true);
        assertThat(plain(new BigDecimal("1.10"))).isEqualTo(new BigDecimal("1.10"));
        assertThat(plain(BigInteger.TEN)).isEqualTo(BigInteger.TEN);
        assertThat(plain(Optional.of(Rule.ADJUSTED_WALD))).isEqualTo("adjusted-wald");
        assertThat(plain(Duration.ofMinutes(90))).isEqualTo("PT1H30M");
        assertThat(plain(ZoneId.of("Europe/Berlin"))).isEqualTo("Europe/Berlin");
        Instant from = Instant.parse("2026-01-05T00:00:00Z");
        Instant to = Instant.parse("2026-01-12T00:00:00Z");
        assertThat(plain(from)).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(plain(new TimeRange(from, to))).hasToString("{from=2026-01-05T00:00:00Z, to=2026-01-12T00:00:00Z}");
        assertThat(plain(new Line("hello"))).isEqualTo(Map.of("words", "hello"));
    }

    @Test
    void listsKeepTheirPlacesAndMapsTheirOrder() {
        assertThat(plain(Arrays.asList(1.5, null, Optional.empty(), "a")))
                .isEqualTo(Arrays.asList(1.5, null, null, "a"));
        assertThat(plain(new Object[] {Rule.ADJUSTED_WALD, 1})).isEqualTo(List.of("adjusted-wald", 1));
        assertThat(plain(new double[] {0.5})).isEqualTo(List.of(0.5));
        assertThat(plain(new long[] {1, 2})).isEqualTo(List.of(1L, 2L));
        assertThat(plain(new int[] {3})).isEqualTo(List.of(3));
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(7, List.of(new Line("seven")));
        map.put(Rule.ADJUSTED_WALD, 2L);
        assertThat(plain(map)).hasToString("{7=[{words=seven}], adjusted-wald=2}");
    }

    @Test
    void answersByKeyAreAList() {
        Map<Object, Object> byKey = new LinkedHashMap<>();
        byKey.put(List.of("b", 1), new Line("one"));
        byKey.put("a", Optional.empty());
        assertThat(Document.start().results("all", byKey).map())
                .hasToString("{all=[{key=[b, 1], result={words=one}}, {key=a}]}");
    }

    /** Halves go away from zero; 2.675 is meant as it is written, although the double is a little below. */
    @Test
    void figuresAreRoundedForPeople() {
        assertThat(new Share(2.675, null, null, 1).text(2)).isEqualTo("2.68 (no interval, one observation, n 1)");
        assertThat(new Share(-0.5, null, null, 3).text(0)).isEqualTo("-1 (no interval, nothing varies, n 3)");
        assertThat(new Share(0.25, 0.125, 0.5, 20).text(1)).isEqualTo("0.3 (0.1 to 0.5 at 95 %, n 20)");
        assertThat(Document.text(Map.of("value", 3.0), 2)).isEqualTo("3.00");
        assertThat(Document.text(1.005, 2)).isEqualTo("1.01");
    }

    @Test
    void whatHasNoLeadingFigureIsNamedWithItsParts() {
        assertThat(Document.text(
                        Document.start()
                                .with("droppedOff", 3L)
                                .with("share", new Share(0.5, 0.25, 0.75, 4))
                                .with("steps", List.of(1, 2, 3))
                                .map(),
                        2))
                .isEqualTo("dropped off 3, share (0.50 (0.25 to 0.75 at 95 %, n 4)), steps 3");
        assertThat(Document.text(new Line("hi"), 2)).isEqualTo("hi!");
        assertThat(Document.text((Object) null, 2)).isEqualTo("no data");
        assertThat(Document.text(OptionalDouble.empty(), 2)).isEqualTo("no data");
        assertThat(Document.text(5L, 2)).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16})
    void decimalsAreZeroToFifteen(int decimals) {
        assertThat(Document.text(0.5, 0)).isEqualTo("1");
        assertThat(Document.text(0.5, 15)).isEqualTo("0.500000000000000");
        for (Object answer : List.of(0.5, new Share(0.5, null, null, 2))) {
            assertThatThrownBy(() -> Document.text(answer, decimals))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("decimals " + decimals)
                    .hasMessageContaining("0..15");
        }
    }
}
