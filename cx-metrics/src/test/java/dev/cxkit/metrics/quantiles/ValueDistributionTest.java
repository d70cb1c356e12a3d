package dev.cxkit.metrics.quantiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.metrics.Accumulator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ValueDistributionTest {

    @Test
    void ofFewValuesItIsExact() {
        ValueDistribution few = ValueDistribution.metric().over(List.of(15L, 20L, 35L, 40L, 50L));
        assertThat(few.isExact()).isTrue();
        assertThat(few.n()).isEqualTo(5);
        assertThat(few.median()).hasValue(35);
        assertThat(few.quantile(0.25)).hasValue(20);
        assertThat(few.quantile(0.25, QuantileType.TYPE_4)).hasValue(16.25);
        assertThat(few.min()).hasValue(15);
        assertThat(few.max()).hasValue(50);
        assertThat(few).hasToString("n 5, min 15.00, median 35.00, p90 46.00, p99 49.60, max 50.00, exact true");
    }

    @Test
    void aResultDoesNotChangeWhenAddingGoesOn() {
        Accumulator<Long, ValueDistribution> accumulator =
                ValueDistribution.metric().start();
        LongStream.range(0, 1000).forEach(accumulator::add);
        ValueDistribution before = accumulator.result();
        ValueDistribution same = accumulator.result();
        accumulator.add(1_000_000L);
        assertThat(before).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(accumulator.result());
        assertThat(before.max()).hasValue(999);
        assertThat(before.isExact()).isFalse();
    }

    @Test
    void nothingHasNoQuantile() {
        ValueDistribution none = ValueDistribution.metric().over(List.of());
        assertThat(none.median()).isEmpty();
        assertThat(none.min()).isEmpty();
        assertThat(none.max()).isEmpty();
        assertThatThrownBy(() -> ValueDistribution.metric().over(List.of(-1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
