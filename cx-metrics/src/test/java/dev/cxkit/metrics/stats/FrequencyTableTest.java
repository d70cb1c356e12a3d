package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.kit.MetricContract;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FrequencyTableTest {

    /** Sampled hair colours of 592 students (Snee, 1974, The American Statistician 28, 9-12), as R's HairEyeColor has them. */
    private static final Map<String, Integer> HAIR = Map.of("Black", 108, "Brown", 286, "Red", 71, "Blond", 127);

    private static List<String> hair() {
        return HAIR.entrySet().stream()
                .flatMap(entry -> java.util.Collections.nCopies(entry.getValue(), entry.getKey()).stream())
                .toList();
    }

    @Test
    void countsWhatASourceCounted() {
        FrequencyTable<String> table =
                FrequencyTable.metric((String colour) -> colour).over(hair());
        assertThat(table.n()).isEqualTo(592);
        assertThat(table.counts())
                .containsExactly(
                        Map.entry("Black", 108L),
                        Map.entry("Blond", 127L),
                        Map.entry("Brown", 286L),
                        Map.entry("Red", 71L));
        assertThat(table.mode()).containsExactly("Brown");
        assertThat(table.proportion("Red")).isEqualTo(Proportion.of(71, 592));
        assertThat(table.count("Green")).isZero();
        assertThat(table.proportion("Green").share()).hasValue(0);
    }

    @Test
    void withoutObservationsThereIsNoModeAndNoShare() {
        FrequencyTable<String> nothing =
                FrequencyTable.metric((String colour) -> colour).over(List.of());
        assertThat(nothing.n()).isZero();
        assertThat(nothing.mode()).isEmpty();
        assertThat(nothing.proportion("Red").share()).isEmpty();
    }

    @Test
    void severalValuesCanTie() {
        assertThat(FrequencyTable.metric((Integer number) -> number)
                        .over(List.of(3, 1, 3, 2, 1))
                        .mode())
                .containsExactly(1, 3);
    }

    @Test
    void whatIsBeyondTheLimitIsAmongTheOthers() {
        FrequencyTable<String> table = FrequencyTable.metric((String colour) -> colour, Segmentation.gatherAbove(2))
                .over(hair());
        assertThat(table.counts()).containsOnlyKeys("Black", "Blond");
        assertThat(table.others()).isEqualTo(286 + 71);
        assertThat(table.n()).isEqualTo(592);
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new FrequencyTable<>(Map.of("a", 0L), 0)).hasMessage("count 0 of a is below 1");
        assertThatThrownBy(() -> new FrequencyTable<>(Map.of(), -1)).hasMessage("others -1 is below 0");
    }

    @Nested
    class Laws extends MetricContract<Integer, FrequencyTable<Integer>> {
        @Override
        protected Metric<Integer, FrequencyTable<Integer>> metric() {
            return FrequencyTable.metric(number -> number);
        }

        @Override
        protected Integer observation(Random random) {
            return random.nextInt(9) == 0 ? random.nextInt() : random.nextInt(5);
        }
    }
}
