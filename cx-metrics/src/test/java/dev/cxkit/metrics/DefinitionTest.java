package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
}
