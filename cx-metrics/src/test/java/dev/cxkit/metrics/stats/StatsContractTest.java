package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** The metrics of plain numbers keep the laws of the fold. */
class StatsContractTest {

    @Nested
    class OfValueDistribution extends MetricContract<Long, ValueDistribution> {
        @Override
        protected Metric<Long, ValueDistribution> metric() {
            return ValueDistribution.metric();
        }

        @Override
        protected Long observation(Random random) {
            return random.nextLong() >>> (1 + random.nextInt(63));
        }
    }

    @Nested
    class OfLongMoments extends MetricContract<Long, Moments> {
        @Override
        protected Metric<Long, Moments> metric() {
            return Moments.ofLongs();
        }

        @Override
        protected Long observation(Random random) {
            return random.nextLong() >> (8 + random.nextInt(56));
        }
    }

    @Nested
    class OfDoubleMoments extends MetricContract<Double, Moments> {
        @Override
        protected Metric<Double, Moments> metric() {
            return Moments.ofDoubles();
        }

        @Override
        protected Double observation(Random random) {
            return random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
        }
    }
}
