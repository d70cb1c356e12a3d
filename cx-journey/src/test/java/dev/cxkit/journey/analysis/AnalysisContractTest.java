package dev.cxkit.journey.analysis;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.Touches;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricLaws;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every analysis keeps the laws of the fold. */
class AnalysisContractTest {

    static Stream<Metric<Journey, ?>> metrics() {
        return Stream.of(
                DirectlyFollows.metric(),
                DirectlyFollows.timed(),
                DirectlyFollows.timed(
                        Durations.exact(),
                        Elapsed.within("office", Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00"))),
                Variants.metric(5),
                Rework.metric(
                        "channel",
                        touchpoint -> Optional.of(touchpoint.channel().name())),
                EventuallyFollows.metric(),
                EventuallyFollows.timed(),
                PathSearch.after("A", 2).from(Anchor.EVERY),
                PathSearch.before("A", 3).collapsed(),
                PathSearch.between("A", "B", 4).from(Anchor.LAST),
                PathPattern.of("A -> .* -> [B|C]", List.of("A", "B", "C")),
                Sessions.metric(),
                StagesTest.STAGES.times(),
                Funnel.of("A", "B"),
                Funnel.builder("A", "B", "C")
                        .entry(EntryRule.TOTALS)
                        .window(Duration.ofMinutes(30))
                        .asOf(Touches.ZERO.plusSeconds(7200))
                        .excluding(FunnelExclusion.of("F"))
                        .build(),
                Funnel.builder("A", "B", "C")
                        .mode(FunnelMode.UNORDERED)
                        .window(Duration.ofMinutes(30))
                        .build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void lawsHold(Metric<Journey, ?> metric) {
        for (int size : List.of(0, 1, 7, 60)) {
            Random random = new Random(size);
            MetricLaws.hold(
                    metric,
                    Stream.generate(() -> Touches.random(random)).limit(size).toList(),
                    random);
        }
    }
}
