package dev.cxkit.journey.attribution;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import java.time.Duration;
import java.util.List;
import java.util.Random;

class GoalPathsContractTest extends MetricContract<Journey, PathTable> {

    @Override
    protected Metric<Journey, PathTable> metric() {
        return GoalPaths.of("order").withValue("cents", SampleJourneys::cents);
    }

    @Override
    protected Journey observation(Random random) {
        return SampleJourneys.random(random);
    }

    @Override
    protected List<Metric<Journey, PathTable>> otherConfigurations() {
        return List.of(
                GoalPaths.of("c1"), GoalPaths.of("order").withLookBack(Duration.ofDays(1)), GoalPaths.of("order"));
    }
}
