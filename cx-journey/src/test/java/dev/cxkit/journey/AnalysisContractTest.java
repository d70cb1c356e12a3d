package dev.cxkit.journey;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.journey.experience.EmotionCurve;
import dev.cxkit.journey.experience.EmotionJourneys;
import dev.cxkit.journey.experience.ImportancePerformance;
import dev.cxkit.journey.experience.JourneyScore;
import dev.cxkit.journey.experience.MomentsOfTruth;
import dev.cxkit.journey.experience.StageCoverage;
import dev.cxkit.journey.experience.StepRating;
import dev.cxkit.journey.flow.Anchor;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.EventuallyFollows;
import dev.cxkit.journey.flow.PathPattern;
import dev.cxkit.journey.flow.PathSearch;
import dev.cxkit.journey.flow.Rework;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.EntryRule;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.funnel.FunnelExclusion;
import dev.cxkit.journey.funnel.FunnelMode;
import dev.cxkit.journey.stages.ChannelSwitches;
import dev.cxkit.journey.stages.JourneyLifeCycle;
import dev.cxkit.journey.stages.JourneyRetention;
import dev.cxkit.journey.stages.RepeatContactRate;
import dev.cxkit.journey.stages.ReturnLoop;
import dev.cxkit.journey.stages.Sessions;
import dev.cxkit.journey.stages.StageTimes;
import dev.cxkit.journey.stages.Stages;
import dev.cxkit.journey.stages.StagesTest;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every analysis keeps the laws of the fold. */
class AnalysisContractTest {

    static Stream<Metric<Journey, ?>> metrics() {
        TouchpointFilter a = TouchpointFilter.activities("A");
        Instant asOf = SampleTouchpoints.ZERO.plusSeconds(5000);
        JourneyRetention retention =
                JourneyRetention.of(a, TouchpointFilter.activities("B", "C"), Cadence.daily(ZoneOffset.UTC), asOf);
        return Stream.of(
                retention.upTo(3),
                retention
                        .upTo(3)
                        .intervalsFromStart(Duration.ofMinutes(20))
                        .recurringCohorts()
                        .onOrAfter(),
                JourneyLifeCycle.metric(a, Cadence.daily(ZoneOffset.ofHours(-1)), asOf),
                ChannelSwitches.metric(TouchpointFilter.ALL, Duration.ofMinutes(20), TimeBetween.CALENDAR),
                RepeatContactRate.metric(a, Duration.ofMinutes(20), asOf),
                ReturnLoop.of(Stages.of(List.of("A", "B", "C"), Map.of("A", "A", "B", "B", "C", "C")), "B")
                        .referredBy("by size", journey -> Optional.of("c" + journey.size())),
                DirectlyFollows.metric(),
                DirectlyFollows.metric(TimeBetween.CALENDAR),
                DirectlyFollows.metric(
                        Durations.exactMetric(),
                        TimeBetween.businessHours(
                                "office", Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00"))),
                Variants.metric(5),
                Rework.metric(
                        "channel",
                        touchpoint -> Optional.of(touchpoint.channel().name())),
                EventuallyFollows.metric(),
                EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR),
                PathSearch.after("A", 2).withAnchor(Anchor.EVERY),
                PathSearch.before("A", 3).withoutSelfLoops(),
                PathSearch.between("A", "B", 4).withAnchor(Anchor.LAST),
                PathPattern.of("A -> .* -> [B|C]", List.of("A", "B", "C")),
                Sessions.metric(),
                StageTimes.metric(StagesTest.STAGES),
                Funnel.of("A", "B"),
                Funnel.builder("A", "B", "C")
                        .entry(EntryRule.TOTALS)
                        .window(Duration.ofMinutes(30))
                        .asOf(SampleTouchpoints.ZERO.plusSeconds(7200))
                        .excluding(FunnelExclusion.of("F"))
                        .build(),
                Funnel.builder("A", "B", "C")
                        .mode(FunnelMode.UNORDERED)
                        .window(Duration.ofMinutes(30))
                        .build(),
                EmotionCurve.metric(EmotionJourneys.map(), EmotionJourneys.emotions()),
                JourneyScore.metric(JourneyScore.Rule.PEAK_END, EmotionJourneys.emotions()),
                StageCoverage.metric(EmotionJourneys.map()),
                ImportancePerformance.metric(EmotionJourneys.map(), EmotionJourneys.emotions()),
                ImportancePerformance.metric(EmotionJourneys.emotions(), EmotionJourneys.goal()),
                new MomentsOfTruth(
                        EmotionJourneys.goal(), StepRating.byEmotion(EmotionJourneys.emotions()), EmotionJourneys.ANY),
                EmotionJourneys.painPoints(),
                EmotionJourneys.painPoints().then(counts -> counts.elsewhere(EmotionJourneys.ANY)));
    }

    @Tag(OtherJvm.TAG)
    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void lawsHold(Metric<Journey, ?> metric) {
        for (int size : List.of(0, 1, 7, 60)) {
            Random random = new Random(size);
            MetricLaws.hold(
                    metric,
                    Stream.generate(() -> SampleTouchpoints.random(random))
                            .limit(size)
                            .toList(),
                    random);
        }
    }
}
