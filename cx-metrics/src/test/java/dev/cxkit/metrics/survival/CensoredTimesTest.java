package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.tables.Fixture;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CensoredTimesTest {

    private record Wait(long time, boolean over) implements Serializable {}

    private static final Metric<Wait, CensoredTimes> METRIC = CensoredTimes.metric(Wait::time, Wait::over);

    private static Wait any(Random random) {
        long time = random.nextBoolean() ? random.nextInt(20) : random.nextLong() >>> (11 + random.nextInt(50));
        return new Wait(time, random.nextInt(3) > 0);
    }

    @Test
    void thoseThatEndedAndTheCurveStandSideBySide() {
        double[] hours =
                Fixture.doubles(Fixture.read("time-to-resolution.r.json").get("hours"));
        double[] resolved =
                Fixture.doubles(Fixture.read("time-to-resolution.r.json").get("resolved"));
        List<Wait> waits = new ArrayList<>();
        for (int i = 0; i < hours.length; i++) {
            waits.add(new Wait((long) hours[i], resolved[i] == 1));
        }
        CensoredTimes times = METRIC.over(waits);
        // Of the uncensored 2, 3, 5, 8, 8, 20, 30 and 48.
        assertThat(times.uncensored().n()).isEqualTo(8);
        assertThat(times.uncensored().sum()).isEqualTo(124);
        assertThat(times.uncensored().squaredDeviations()).isEqualTo(1848);
        assertThat(times.distribution().median()).hasValue(8);
        assertThat(times.distribution().quantile(0.9)).hasValue(35.4);
        assertThat(times.curve().n()).isEqualTo(12);
        assertThat(times.curve().median())
                .hasValue(
                        Fixture.read("time-to-resolution.r.json").get("median").doubleValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 127, 129, 5000})
    void itIsWhatEachMetricSaysAlone(int size) {
        Random random = new Random(size);
        List<Wait> waits = Stream.generate(() -> any(random)).limit(size).toList();
        List<Long> events = waits.stream().filter(Wait::over).map(Wait::time).toList();
        CensoredTimes times = METRIC.over(waits);
        assertThat(times.uncensored()).isEqualTo(Moments.metricOfLongs().over(events));
        assertThat(times.distribution())
                .isEqualTo(ValueDistribution.exactMetric().over(events))
                .matches(ValueDistribution::isExact);
        assertThat(times.curve())
                .isEqualTo(KaplanMeier.metric()
                        .on((Wait wait) -> new SurvivalTime(wait.time, wait.over))
                        .over(waits));
    }

    @Test
    void nothingGivesNoFigure() {
        CensoredTimes none = METRIC.over(List.of());
        assertThat(none.uncensored().n()).isZero();
        assertThat(none.distribution().median()).isEmpty();
        assertThat(none.curve().median()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 53, Long.MAX_VALUE})
    void aTimeOutsideIsRefusedAndLeavesNothingBehind(long time) {
        Accumulator<Wait, CensoredTimes> waits = METRIC.start();
        assertThatThrownBy(() -> waits.add(new Wait(time, true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time " + time + " is outside 0..2^53 - 1");
        assertThat(waits.result()).isEqualTo(METRIC.over(List.of()));
    }

    @Test
    void bytesWithMoreTimesThanCanBeSummedAreRefused() {
        Accumulator<Wait, CensoredTimes> waits = METRIC.start();
        waits.add(new Wait((1L << 53) - 1, true));
        byte[] sealed = waits.toBytes();
        byte[] good = Arrays.copyOf(sealed, sealed.length - 4);
        // The last two numbers are how often the one time was seen, less one, and how many times go on: both 0.
        byte[] damaged = Arrays.copyOf(good, good.length + 4);
        Arrays.fill(damaged, good.length - 2, damaged.length - 2, (byte) 0xff);
        damaged[damaged.length - 2] = 1;
        damaged[damaged.length - 1] = 0;
        assertThat(METRIC.resume(sealed).result()).isEqualTo(waits.result());
        assertThatThrownBy(() -> METRIC.resume(MetricLaws.sealed(damaged)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("a number in it is too large");
    }

    @Nested
    class Contract extends MetricContract<Wait, CensoredTimes> {
        @Override
        protected Metric<Wait, CensoredTimes> metric() {
            return METRIC;
        }

        @Override
        protected Wait observation(Random random) {
            return any(random);
        }
    }
}
