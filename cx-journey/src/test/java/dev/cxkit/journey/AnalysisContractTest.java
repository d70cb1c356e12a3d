package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.attribution.CreditRule;
import dev.cxkit.journey.attribution.GoalPaths;
import dev.cxkit.journey.attribution.Markov;
import dev.cxkit.journey.attribution.MarkovAttribution;
import dev.cxkit.journey.attribution.RuleAttribution;
import dev.cxkit.journey.attribution.TimeDecay;
import dev.cxkit.journey.conformance.Conformance;
import dev.cxkit.journey.conformance.JourneyRule;
import dev.cxkit.journey.conformance.RuleCheck;
import dev.cxkit.journey.experience.EmotionCurve;
import dev.cxkit.journey.experience.EmotionJourneys;
import dev.cxkit.journey.experience.ImportancePerformance;
import dev.cxkit.journey.experience.JourneyScore;
import dev.cxkit.journey.experience.MomentsOfTruth;
import dev.cxkit.journey.experience.PainPoints;
import dev.cxkit.journey.experience.StageCoverage;
import dev.cxkit.journey.experience.StepRating;
import dev.cxkit.journey.flow.Anchor;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.EventuallyFollows;
import dev.cxkit.journey.flow.ForecastEvaluation;
import dev.cxkit.journey.flow.NextActivity;
import dev.cxkit.journey.flow.PathPattern;
import dev.cxkit.journey.flow.PathSearch;
import dev.cxkit.journey.flow.Rework;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.EntryRule;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.funnel.FunnelExclusion;
import dev.cxkit.journey.funnel.FunnelMode;
import dev.cxkit.journey.funnel.FunnelStep;
import dev.cxkit.journey.stages.ChannelSwitches;
import dev.cxkit.journey.stages.JourneyLifeCycle;
import dev.cxkit.journey.stages.JourneyRetention;
import dev.cxkit.journey.stages.RepeatContactRate;
import dev.cxkit.journey.stages.ReturnLoop;
import dev.cxkit.journey.stages.Sessions;
import dev.cxkit.journey.stages.StageTimes;
import dev.cxkit.journey.stages.Stages;
import dev.cxkit.journey.stages.StagesTest;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.kit.OtherJvm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every analysis keeps the laws of the fold. */
class AnalysisContractTest {

    private static final Map<Class<?>, List<Metric<Journey, ?>>> METRICS = all();

    private static Map<Class<?>, List<Metric<Journey, ?>>> all() {
        TouchpointFilter a = TouchpointFilter.activities("A");
        Instant asOf = SampleTouchpoints.ZERO.plusSeconds(5000);
        JourneyRetention retention =
                JourneyRetention.of(a, TouchpointFilter.activities("B", "C"), Cadence.daily(ZoneOffset.UTC), asOf);
        GoalPaths paths = GoalPaths.of("E")
                .withValue("length", touchpoint -> (long) touchpoint.id().length());
        Map<Class<?>, List<Metric<Journey, ?>>> all = new LinkedHashMap<>();
        all.put(
                JourneyRetention.class,
                List.of(
                        retention.upTo(3),
                        retention
                                .upTo(3)
                                .intervalsFromStart(Duration.ofMinutes(20))
                                .recurringCohorts()
                                .onOrAfter()));
        all.put(
                JourneyLifeCycle.class,
                List.of(JourneyLifeCycle.metric(a, Cadence.daily(ZoneOffset.ofHours(-1)), asOf)));
        all.put(
                ChannelSwitches.class,
                List.of(ChannelSwitches.metric(TouchpointFilter.ALL, Duration.ofMinutes(20), TimeBetween.CALENDAR)));
        all.put(RepeatContactRate.class, List.of(RepeatContactRate.metric(a, Duration.ofMinutes(20), asOf)));
        all.put(
                ReturnLoop.class,
                List.of(ReturnLoop.of(Stages.of(List.of("A", "B", "C"), Map.of("A", "A", "B", "B", "C", "C")), "B")
                        .referredBy("by size", journey -> Optional.of("c" + journey.size()))));
        all.put(
                DirectlyFollows.class,
                List.of(
                        DirectlyFollows.metric(),
                        DirectlyFollows.metric(TimeBetween.END_TO_START),
                        DirectlyFollows.metric(
                                Durations.exactMetric(),
                                TimeBetween.businessHours(
                                        Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00")))));
        all.put(Variants.class, List.of(Variants.metric(5)));
        all.put(
                Rework.class,
                List.of(
                        Rework.metric(),
                        Rework.metric(
                                "channel",
                                touchpoint -> Optional.of(touchpoint.channel().name()))));
        all.put(
                EventuallyFollows.class,
                List.of(EventuallyFollows.metric(), EventuallyFollows.metric(EventuallyFollows.Timing.CALENDAR)));
        all.put(
                PathSearch.class,
                List.of(
                        PathSearch.after("A", 2).withAnchor(Anchor.EVERY),
                        PathSearch.before("A", 3).withoutSelfLoops(),
                        PathSearch.between("A", "B", 4).withAnchor(Anchor.LAST)));
        all.put(PathPattern.class, List.of(PathPattern.of("A -> .* -> [B|C]", List.of("A", "B", "C"))));
        all.put(NextActivity.class, List.of(NextActivity.of(2)));
        all.put(
                ForecastEvaluation.class,
                List.of(ForecastEvaluation.of(
                        NextActivity.of(2).over(List.of(SampleTouchpoints.journey("c", "A@0 B@1 C@2 A@3 B@4"))))));
        all.put(
                Sessions.class,
                List.of(
                        Sessions.metric(),
                        Sessions.metric(
                                "channel",
                                Duration.ofMinutes(30),
                                (before, next) -> !before.channel().equals(next.channel()))));
        all.put(
                StageTimes.class,
                List.of(
                        StageTimes.metric(StagesTest.STAGES),
                        StageTimes.metric(StagesTest.STAGES, Durations.exactMetric(), TimeBetween.END_TO_START)));
        List<Metric<Journey, ?>> funnels = new ArrayList<>(List.of(
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
                Funnel.builder("A", "B")
                        .mode(FunnelMode.STRICT)
                        .holding(
                                "channel",
                                touchpoint -> Optional.of(touchpoint.channel().name()))
                        .build()));
        List<Metric<Journey, ?>> goals = new ArrayList<>();
        for (TieOrder ties : TieOrder.values()) {
            funnels.add(Funnel.builder(
                            List.of(FunnelStep.of("A"), FunnelStep.of("D").optional(), FunnelStep.of("B")))
                    .ties(ties)
                    .build());
            goals.add(paths.withTies(ties));
        }
        all.put(Funnel.class, funnels);
        all.put(GoalPaths.class, goals);
        all.put(TimeDecay.class, List.of(TimeDecay.of(paths)));
        all.put(RuleAttribution.class, List.of(RuleAttribution.metric(paths, CreditRule.lastTouch())));
        all.put(MarkovAttribution.class, List.of(MarkovAttribution.metric(paths, Markov.of(2))));
        all.put(
                Conformance.class,
                List.of(
                        Conformance.of(EmotionJourneys.map()),
                        Conformance.of(EmotionJourneys.map()).withOpenAsPrefix()));
        all.put(
                RuleCheck.class,
                List.of(RuleCheck.of(
                        JourneyRule.response("A", "B"),
                        JourneyRule.chainPrecedence("C", "D"),
                        JourneyRule.maxTimeInStage(EmotionJourneys.map(), "look", Duration.ofMinutes(10)))));
        all.put(EmotionCurve.class, List.of(EmotionCurve.metric(EmotionJourneys.map(), EmotionJourneys.emotions())));
        all.put(
                JourneyScore.class,
                Stream.of(JourneyScore.Rule.values())
                        .<Metric<Journey, ?>>map(rule -> JourneyScore.metric(rule, EmotionJourneys.emotions()))
                        .toList());
        all.put(StageCoverage.class, List.of(StageCoverage.metric(EmotionJourneys.map())));
        all.put(
                ImportancePerformance.class,
                List.of(
                        ImportancePerformance.metric(EmotionJourneys.map(), EmotionJourneys.emotions()),
                        ImportancePerformance.metric(EmotionJourneys.emotions(), EmotionJourneys.goal())));
        all.put(
                MomentsOfTruth.class,
                List.of(new MomentsOfTruth(
                        EmotionJourneys.goal(),
                        StepRating.byEmotion(EmotionJourneys.emotions()),
                        EmotionJourneys.ANY)));
        all.put(
                PainPoints.class,
                List.of(
                        EmotionJourneys.painPoints(),
                        EmotionJourneys.painPoints().then(counts -> counts.elsewhere(EmotionJourneys.ANY))));
        return all;
    }

    static Stream<Metric<Journey, ?>> metrics() {
        return METRICS.values().stream().flatMap(List::stream);
    }

    /** A class of the module that makes or is a metric of journeys has to stand above. */
    @Test
    void everyAnalysisIsLookedAt() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(location -> !location.contains("test") && !location.contains("tjourney"))
                .importPackages("dev.cxkit.journey")) {
            boolean isMetric = type.isAssignableTo(Metric.class);
            boolean makesOne = type.getMethods().stream()
                    .anyMatch(method ->
                            method.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.STATIC))
                                    && method.reflect()
                                            .getGenericReturnType()
                                            .getTypeName()
                                            .contains("Metric<" + Journey.class.getName() + ","));
            if (type.getModifiers().contains(JavaModifier.PUBLIC) && (isMetric || makesOne)) {
                found.add(type.getSimpleName());
            }
        }
        assertThat(METRICS.keySet()).extracting(Class::getSimpleName).containsExactlyInAnyOrderElementsOf(found);
    }

    /** Touchpoints of twenty customers, of which a quarter are at the instant of another one; some are sent twice. */
    private static List<Touchpoint> tied(Random random) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            long at = random.nextInt(4) == 0 ? 60L * random.nextInt(3) : random.nextInt(7200);
            Interaction.Builder builder = Interaction.builder(
                            "t-" + i, TouchpointType.of(Character.toString('A' + random.nextInt(6))))
                    .customer(CustomerId.of("c" + random.nextInt(20)))
                    .channel(Channel.of(List.of("web", "phone", "unknown").get(random.nextInt(3))))
                    .occurredAt(SampleTouchpoints.ZERO.plusSeconds(at));
            touchpoints.add(
                    random.nextInt(3) == 0
                            ? builder.endedAt(SampleTouchpoints.ZERO.plusSeconds(at + random.nextInt(3)))
                                    .build()
                            : builder.build());
        }
        touchpoints.addAll(touchpoints.subList(0, 10));
        return touchpoints;
    }

    /** Spec service-and-feedback 10.13: the order of a list never counts, in no result. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    <R> void shuffledAndSplitInputWithTiesGivesEqualResultsAndBytes(Metric<Journey, R> metric) {
        JourneyAssembler assembler = JourneyAssembler.byCustomer().endingAfterInactivity(Duration.ofMinutes(25));
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            List<Touchpoint> touchpoints = tied(random);
            Accumulator<Journey, R> expected = metric.start();
            Instant asOf = SampleTouchpoints.ZERO.plusSeconds(7200);
            expected.addAll(journeys(assembler, touchpoints, asOf));
            for (int parts = 1; parts <= 3; parts++) {
                Collections.shuffle(touchpoints, random);
                int all = parts;
                Accumulator<Journey, R> merged = metric.start();
                for (int part = 0; part < parts; part++) {
                    int here = part;
                    Accumulator<Journey, R> one = metric.start();
                    one.addAll(journeys(
                            assembler,
                            touchpoints.stream()
                                    .filter(each ->
                                            Math.floorMod(each.customer().hashCode(), all) == here)
                                    .toList(),
                            asOf));
                    merged.merge(one);
                }
                assertThat(merged.result()).isEqualTo(expected.result());
                assertThat(merged.toBytes()).isEqualTo(expected.toBytes());
            }
        }
    }

    private static Journeys journeys(JourneyAssembler assembler, List<Touchpoint> touchpoints, Instant asOf) {
        JourneyAssembly assembly = assembler.newAssembly();
        assembly.addAll(touchpoints);
        return assembly.journeys(asOf);
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
