package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.journey.attribution.GoalPaths;
import dev.cxkit.journey.conformance.Conformance;
import dev.cxkit.journey.conformance.JourneyRule;
import dev.cxkit.journey.conformance.RuleCheck;
import dev.cxkit.journey.experience.EmotionCurve;
import dev.cxkit.journey.experience.Emotions;
import dev.cxkit.journey.experience.ImportancePerformance;
import dev.cxkit.journey.experience.JourneyGoal;
import dev.cxkit.journey.experience.JourneyScore;
import dev.cxkit.journey.experience.MomentsOfTruth;
import dev.cxkit.journey.experience.PainPoints;
import dev.cxkit.journey.experience.StageCoverage;
import dev.cxkit.journey.experience.StepRating;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.PathSearch;
import dev.cxkit.journey.flow.Rework;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.funnel.FunnelExclusion;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.stages.RepeatContactRate;
import dev.cxkit.journey.stages.ReturnLoop;
import dev.cxkit.journey.stages.Sessions;
import dev.cxkit.journey.stages.StageTimes;
import dev.cxkit.journey.stages.Stages;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Labels may hold any sign, and no two configurations have one definition for that. */
class DefinitionsTest {

    static Stream<List<Metric<?, ?>>> alike() {
        Instant asOf = SampleTouchpoints.ZERO;
        Duration day = Duration.ofDays(1);
        JourneyMap map =
                JourneyMap.builder().stage("s", PlannedTouchpoint.of("a")).build();
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
                        RepeatContactRate.metric(TouchpointFilter.ALL, day, asOf),
                        RepeatContactRate.metric(TouchpointFilter.where("all", touchpoint -> false), day, asOf)),
                List.of(
                        ReturnLoop.of(Stages.of(List.of("a", "b"), Map.of()), "b"),
                        ReturnLoop.of(Stages.of(List.of("a", "b"), "{}", activity -> Optional.of("a")), "b"),
                        ReturnLoop.of(Stages.of(List.of("a", "b"), Map.of()), "b")
                                .referredBy("no referrals", journey -> Optional.of("x"))),
                List.of(
                        DirectlyFollows.metric(between("mon-fri 09:00-17:00")),
                        DirectlyFollows.metric(between("mon-sat 09:00-17:00"))),
                List.of(Sessions.metric(day), Sessions.metric("a", day, (one, next) -> true)),
                List.of(
                        PathSearch.between("a", "b, c", 2),
                        PathSearch.between("a, b", "c", 2),
                        PathSearch.between("'a', 'b'", "c", 2)),
                List.of(
                        StageTimes.metric(Stages.of(List.of("a", "b"), Map.of("s", "a"))),
                        StageTimes.metric(Stages.of(List.of("a", "b"), Map.of("s", "a", "t", "b"))),
                        StageTimes.metric(Stages.of(List.of("a", "b"), Map.of("s=a, t", "b")))),
                List.of(
                        GoalPaths.of("a"),
                        GoalPaths.of("a, PT24H"),
                        GoalPaths.of("a").withTies(TieOrder.STRICT_LATER),
                        GoalPaths.of("a").withTies(TieOrder.ANY_ORDER),
                        GoalPaths.of("a").withLookBack(day),
                        GoalPaths.of("a").withValue("no value", at -> 1L),
                        GoalPaths.of("a").withValue("net", at -> 0L)),
                List.of(
                        ImportancePerformance.metric(map, known("a")),
                        ImportancePerformance.metric(map, known("b")),
                        ImportancePerformance.metric(known("a"), JourneyGoal.of("x")),
                        ImportancePerformance.metric(known("a"), JourneyGoal.of("y")),
                        ImportancePerformance.metric(known("a"), abandoned("2026-02-01T00:00:00Z", 1)),
                        ImportancePerformance.metric(known("a"), abandoned("2026-03-01T00:00:00Z", 1)),
                        ImportancePerformance.metric(known("a"), abandoned("2026-03-01T00:00:00Z", 2)),
                        ImportancePerformance.metric(known("a"), "nps", journey -> OptionalDouble.empty()),
                        ImportancePerformance.metric(known("a"), "csat", journey -> OptionalDouble.empty())),
                List.of(
                        EmotionCurve.metric(map, known("a")),
                        EmotionCurve.metric(map, known("b")),
                        JourneyScore.metric(JourneyScore.Rule.MEAN, known("a")),
                        JourneyScore.metric(JourneyScore.Rule.MEAN, known("b")),
                        JourneyScore.metric(JourneyScore.Rule.PEAK_END, known("a"))),
                List.of(
                        PainPoints.of(JourneyGoal.of("a")),
                        PainPoints.of(JourneyGoal.of("a")).emotions(known("a")),
                        PainPoints.of(JourneyGoal.of("a")).emotions(known("b"))),
                List.of(
                        MomentsOfTruth.of(JourneyGoal.of("a"), StepRating.byEmotion(known("a"))),
                        MomentsOfTruth.of(JourneyGoal.of("a"), StepRating.byEmotion(known("b"))),
                        MomentsOfTruth.of(JourneyGoal.of("a"), StepRating.lastingAtMost(day))),
                List.of(
                        StageCoverage.metric(map),
                        StageCoverage.metric(map, "channel", touchpoint -> "crm"),
                        StageCoverage.metric(map, "system", touchpoint -> "crm")),
                List.of(
                        RuleCheck.of(JourneyRule.response("a", "b, c")),
                        RuleCheck.of(JourneyRule.response("a, b", "c")),
                        RuleCheck.of(JourneyRule.contains("a, 1", 2)),
                        RuleCheck.of(JourneyRule.contains("a", 1), JourneyRule.contains("b", 2))),
                List.of(with("a 0..1", "b"), with("a", "b"), with("a, b", "c"), with("a", "b, c")));
    }

    private static TimeBetween between(String hours) {
        return TimeBetween.businessHours(Schedule.weekly(ZoneOffset.UTC, hours));
    }

    /** A blank name would be that of the metric without a function. */
    @Test
    void aFunctionOfTheHostHasAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rework.metric(" ", touchpoint -> Optional.of("x")))
                .withMessage("name of the agents is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.builder("a").holding("", touchpoint -> Optional.of("x")))
                .withMessage("name of the held value is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReturnLoop.of(Stages.of(List.of("a", "b"), Map.of()), "b")
                        .referredBy("", journey -> Optional.empty()))
                .withMessage("name of the rule of referrals is blank");
    }

    private static Emotions known(String name) {
        return Emotions.named(name, touchpoint -> OptionalDouble.empty());
    }

    private static Conformance with(String... activities) {
        PlannedTouchpoint[] parts =
                Stream.of(activities).map(PlannedTouchpoint::of).toArray(PlannedTouchpoint[]::new);
        return Conformance.of(JourneyMap.builder().stage("s", parts).build());
    }

    @ParameterizedTest
    @MethodSource("alike")
    void noTwoHaveOneDefinition(List<Metric<?, ?>> metrics) {
        assertThat(metrics).extracting(Metric::definition).doesNotHaveDuplicates();
    }

    private static JourneyGoal abandoned(String asOf, int days) {
        return JourneyGoal.of("x").abandonedAfter(Duration.ofDays(days), Instant.parse(asOf));
    }
}
