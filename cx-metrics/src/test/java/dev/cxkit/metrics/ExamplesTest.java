package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.metrics.kit.MetricContract;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private record Cell(long n, List<String> examples) {}

    @Test
    void everyCellNamesItsOwn() {
        Metric<Integer, Segments<String, Cell>> metric = Metric.both(
                        Total.of().then(Total.Sum::n),
                        Examples.<Integer>metric(3, number -> "case " + number),
                        Cell::new)
                .by(number -> number % 2 == 0 ? "even" : "odd");
        Segments<String, Cell> result =
                metric.over(IntStream.range(0, 100).boxed().toList());
        assertThat(result.get("odd").orElseThrow().examples())
                .hasSize(3)
                .allMatch(name -> name.matches("case \\d*[13579]"));
        assertThat(result.get("even").orElseThrow().examples())
                .hasSize(3)
                .allMatch(name -> name.matches("case \\d*[02468]"));
        assertThat(result.total().examples()).hasSize(3);
    }

    @Test
    void aNameIsGivenOnce() {
        assertThat(Examples.<String>metric(3, name -> name).over(List.of("a", "b", "a", "a")))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void noPartOfTheNamesIsFavoured() {
        // Of names in order, one in ten is kept; that two thirds of them come from one half has a probability below
        // 1e-5.
        List<String> kept = Examples.<Integer>metric(200, number -> "INC" + (1_000_000 + number))
                .over(IntStream.range(0, 2000).boxed().toList());
        long low =
                kept.stream().filter(name -> name.compareTo("INC1001000") < 0).count();
        assertThat(low).isBetween(67L, 133L);
        assertThat(Stream.of(kept.get(0), kept.get(1), kept.get(2))).doesNotHaveDuplicates();
    }

    @Test
    void theLimitHasARange() {
        assertThatThrownBy(() -> Examples.<String>metric(0, name -> name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit 0 of examples is outside 1..1000");
    }

    @Nested
    class Contract extends MetricContract<Long, List<String>> {
        @Override
        protected Metric<Long, List<String>> metric() {
            return Examples.metric(5, number -> "case " + number);
        }

        @Override
        protected Long observation(Random random) {
            return (long) random.nextInt(500);
        }

        @Override
        protected List<Metric<Long, List<String>>> otherConfigurations() {
            return List.of(Examples.metric(6, number -> "case " + number));
        }
    }
}
