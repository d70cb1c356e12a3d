package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.WithMissing;
import dev.cxkit.metrics.kit.MetricContract;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import java.util.List;
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
            return Moments.metricOfLongs();
        }

        @Override
        protected Long observation(Random random) {
            return random.nextLong() >> (8 + random.nextInt(56));
        }
    }

    @Nested
    class OfMomentsWithMissing extends MetricContract<List<Double>, WithMissing<Moments>> {
        @Override
        protected Metric<List<Double>, WithMissing<Moments>> metric() {
            return Moments.metric(numbers -> numbers.isEmpty() ? null : numbers.get(0));
        }

        @Override
        protected List<Double> observation(Random random) {
            return random.nextInt(3) == 0 ? List.of() : List.of(random.nextGaussian());
        }
    }

    @Nested
    class OfDoubleMoments extends MetricContract<Double, Moments> {
        @Override
        protected Metric<Double, Moments> metric() {
            return Moments.metric();
        }

        @Override
        protected Double observation(Random random) {
            return random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
        }
    }

    @Nested
    class OfAgreement extends MetricContract<Agreement.RatingPair, Agreement> {
        @Override
        protected Metric<Agreement.RatingPair, Agreement> metric() {
            return Agreement.metric(1, 5);
        }

        @Override
        protected Agreement.RatingPair observation(Random random) {
            return new Agreement.RatingPair(1 + random.nextInt(5), 1 + random.nextInt(5));
        }

        @Override
        protected List<Metric<Agreement.RatingPair, Agreement>> otherConfigurations() {
            return List.of(Agreement.metric(0, 4), Agreement.metric(1, 6));
        }
    }
}
