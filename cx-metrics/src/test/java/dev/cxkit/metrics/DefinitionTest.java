package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

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
}
