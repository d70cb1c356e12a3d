package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The metrics of lifetime keep the laws of the fold, bit for bit: a fit is made from the canonical state and has no random start. */
class LifetimeContractTest {

    private static final BgNbd MODEL = BgNbd.of(0.243, 4.414, 0.793, 2.426);

    /** Few different customers, so that a fit at each of many steps takes little time. */
    private static RecencyFrequency customer(Random random) {
        int age = 2 + random.nextInt(3);
        int repeats = random.nextInt(3);
        return repeats == 0
                ? new RecencyFrequency(0, 0, age)
                : new RecencyFrequency(repeats, repeats + random.nextInt(age - repeats + 1), age);
    }

    private static Spend spend(Random random) {
        return new Spend(random.nextInt(4), random.nextInt(9) - 1);
    }

    private static <T, R> DynamicTest laws(String name, Metric<T, R> metric, Function<Random, T> observation) {
        return DynamicTest.dynamicTest(name, () -> {
            for (int size : new int[] {0, 1, 2, 7, 60}) {
                Random random = new Random(size);
                List<T> observations = new ArrayList<>(Stream.generate(() -> observation.apply(random))
                        .limit(size)
                        .toList());
                MetricLaws.hold(metric, observations, random);
            }
        });
    }

    @Tag(OtherJvm.TAG)
    @TestFactory
    Stream<DynamicTest> lawsHold() {
        return Stream.of(
                laws("patterns", RecencyFrequencyPatterns.metric(), LifetimeContractTest::customer),
                laws("BG/NBD", BgNbd.metric(), LifetimeContractTest::customer),
                laws("MBG/NBD", MbgNbd.metric(), LifetimeContractTest::customer),
                laws("Pareto/NBD", ParetoNbd.metric(), LifetimeContractTest::customer),
                laws("BG/BB", BgBb.metric(), LifetimeContractTest::customer),
                laws("gamma-gamma", GammaGamma.metric(), LifetimeContractTest::spend),
                laws("correlation", GammaGamma.correlationMetric(), LifetimeContractTest::spend),
                laws(
                        "shifted beta-geometric",
                        ShiftedBetaGeometric.metric(),
                        random -> new SurvivalTime(random.nextInt(5), random.nextBoolean())),
                laws(
                        "holdout",
                        Holdout.metric(MODEL, 4),
                        random -> new Holdout.Outcome(customer(random), random.nextInt(3))),
                laws(
                        "tracking",
                        Tracking.metric(MODEL, 1, 5),
                        random -> new Tracking.History(1, List.of(1.5, 1.0 + random.nextInt(6)))));
    }
}
