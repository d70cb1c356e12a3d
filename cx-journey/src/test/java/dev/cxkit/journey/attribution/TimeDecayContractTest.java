package dev.cxkit.journey.attribution;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import java.time.Duration;
import java.util.List;
import java.util.Random;

class TimeDecayContractTest extends MetricContract<Journey, RuleAttribution> {

    private static final GoalPaths ORDERS = GoalPaths.of("order").withValue("cents", SampleJourneys::cents);

    @Override
    protected Metric<Journey, RuleAttribution> metric() {
        return TimeDecay.of(ORDERS);
    }

    @Override
    protected Journey observation(Random random) {
        return SampleJourneys.random(random);
    }

    @Override
    protected List<Metric<Journey, RuleAttribution>> otherConfigurations() {
        return List.of(new TimeDecay(ORDERS, Duration.ofDays(1)), TimeDecay.of(GoalPaths.of("c1")));
    }
}
