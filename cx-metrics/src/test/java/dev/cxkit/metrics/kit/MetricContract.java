package dev.cxkit.metrics.kit;

import dev.cxkit.metrics.Metric;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The laws of a metric, run on made-up observations. Extend it in your own tests, give a metric and a way to make observations, and
 * every law is checked.
 *
 * @param <T> what is observed
 * @param <R> the answer
 */
public abstract class MetricContract<T, R> {

    /** Returns the metric to check. */
    protected abstract Metric<T, R> metric();

    /** Returns an observation such as the metric will meet, with rare and extreme ones among them. */
    protected abstract T observation(Random random);

    /** Returns metrics of other configurations, with which the metric must refuse to merge. */
    protected List<Metric<T, R>> otherConfigurations() {
        return List.of();
    }

    @ParameterizedTest(name = "{1} observations, seed {0}")
    @CsvSource({"1, 0", "2, 1", "3, 2", "4, 7", "5, 40", "6, 300", "7, 1000"})
    @Tag(OtherJvm.TAG)
    @DisplayName("The laws of a fold hold")
    void lawsHold(long seed, int size) {
        Random random = new Random(seed);
        MetricLaws.hold(
                metric(), Stream.generate(() -> observation(random)).limit(size).toList(), random);
    }

    @Test
    @DisplayName("Another configuration is refused")
    void otherConfigurationsAreRefused() {
        otherConfigurations().forEach(other -> MetricLaws.otherConfigurationIsRefused(metric(), other));
    }
}
