package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SumsTest {

    private static final Metric<Long, List<Long>> COUNT_AND_SUM = Sums.metric("count and sum", 2, SumsTest::add);

    private static void add(long number, long... row) {
        row[0] = 1;
        row[1] += number;
    }

    @Test
    void sumsOfAnotherWidthUnderOneNameAreRefused() {
        Accumulator<Long, List<Long>> two = COUNT_AND_SUM.start();
        Accumulator<Long, List<Long>> three = Sums.<Long>metric("count and sum", 3, (number, sums) -> sums[2] = number)
                .start();
        three.add(5L);

        assertThatThrownBy(() -> two.merge(three))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot merge 3 sums into 2 of one definition");
        assertThat(two.result()).containsExactly(0L, 0L);
    }

    @Test
    void eachObservationWritesIntoARowOfZeros() {
        assertThat(COUNT_AND_SUM.over(List.of(3L, 4L, 5L))).containsExactly(3L, 12L);
        assertThat(COUNT_AND_SUM.over(List.of())).containsExactly(0L, 0L);
    }

    @Test
    void aSumThatIsTooLargeFailsAndNothingOfItIsAdded() {
        Accumulator<Long, List<Long>> sums = COUNT_AND_SUM.start();
        sums.add(Long.MAX_VALUE - 1);
        assertThatThrownBy(() -> sums.add(2L)).isInstanceOf(ArithmeticException.class);
        Accumulator<Long, List<Long>> other = COUNT_AND_SUM.start();
        other.add(5L);
        assertThatThrownBy(() -> sums.merge(other)).isInstanceOf(ArithmeticException.class);
        assertThat(sums.result()).containsExactly(1L, Long.MAX_VALUE - 1);
        sums.add(1L);
        assertThat(sums.result()).containsExactly(2L, Long.MAX_VALUE);
    }

    @Test
    void anAnswerIsMadeFromTheSums() {
        Metric<Long, Long> mean = Sums.metric("whole mean", 2, SumsTest::add, sums -> sums[1] / sums[0]);
        assertThat(mean.over(List.of(3L, 4L, 5L))).isEqualTo(4L);
        assertThat(mean.definition()).isEqualTo("whole mean");
        assertThatThrownBy(() -> Sums.<Long>metric("none", 0, (number, row) -> {}))
                .hasMessage("width 0 is below 1 count");
    }
}
