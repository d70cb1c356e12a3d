package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.journey.attribution.GoalPaths;
import dev.cxkit.journey.conformance.Conformance;
import dev.cxkit.journey.conformance.JourneyRule;
import dev.cxkit.journey.conformance.RuleCheck;
import dev.cxkit.journey.experience.JourneyGoal;
import dev.cxkit.journey.experience.PainPoints;
import dev.cxkit.journey.flow.PathSearch;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.funnel.FunnelExclusion;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.stages.RepeatContactRate;
import dev.cxkit.journey.stages.Stages;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels may hold any sign, and no two configurations have one definition for that. */
class DefinitionsTest {

    static Stream<List<Metric<?, ?>>> alike() {
        Instant asOf = SampleTouchpoints.ZERO;
        Duration day = Duration.ofDays(1);
        return Stream.of(
                List.of(Funnel.of("a", "b"), Funnel.of("a", "b[b], c"), Funnel.of("a[a], b", "b")),
                List.of(
                        Funnel.builder("a", "b")
                                .excluding(FunnelExclusion.of("x, 0, STOP"))
                                .build(),
                        Funnel.builder("a", "b")
                                .excluding(FunnelExclusion.of("x"))
                                .build()),
                List.of(PainPoints.of(JourneyGoal.of("a", "b")), PainPoints.of(JourneyGoal.of("a, b"))),
                List.of(
                        RepeatContactRate.metric(TouchpointFilter.activities("a", "b"), day, asOf),
                        RepeatContactRate.metric(TouchpointFilter.activities("a, b"), day, asOf),
                        RepeatContactRate.metric(TouchpointFilter.where("[a, b]", touchpoint -> true), day, asOf)),
                List.of(
                        PathSearch.between("a", "b, c", 2),
                        PathSearch.between("a, b", "c", 2),
                        PathSearch.between("'a', 'b'", "c", 2)),
                List.of(
                        Stages.of(List.of("a", "b"), Map.of("s", "a")).times(),
                        Stages.of(List.of("a", "b"), Map.of("s", "a", "t", "b")).times(),
                        Stages.of(List.of("a", "b"), Map.of("s=a, t", "b")).times()),
                List.of(GoalPaths.of("a"), GoalPaths.of("a, PT24H")),
                List.of(
                        RuleCheck.of(JourneyRule.response("a", "b, c")),
                        RuleCheck.of(JourneyRule.response("a, b", "c")),
                        RuleCheck.of(JourneyRule.contains("a, 1", 2)),
                        RuleCheck.of(JourneyRule.contains("a", 1), JourneyRule.contains("b", 2))),
                List.of(with("a 0..1", "b"), with("a", "b"), with("a, b", "c"), with("a", "b, c")));
    }

    private static Conformance with(String... activities) {
        PlannedTouchpoint[] parts = Stream.of(activities).map(PlannedTouchpoint::of).toArray(PlannedTouchpoint[]::new);
        return Conformance.of(JourneyMap.builder().stage("s", parts).build());
    }

    @ParameterizedTest
    @MethodSource("alike")
    void noTwoHaveOneDefinition(List<Metric<?, ?>> metrics) {
        assertThat(metrics).extracting(Metric::definition).doesNotHaveDuplicates();
    }
}
