package dev.cxkit.journey;

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
import dev.cxkit.journey.conformance.JourneyRule;
import dev.cxkit.journey.experience.Emotions;
import dev.cxkit.journey.experience.FindingRule;
import dev.cxkit.journey.experience.JourneyGoal;
import dev.cxkit.journey.experience.StepRating;
import dev.cxkit.journey.flow.NextActivity;
import dev.cxkit.journey.map.JourneyMaps;
import dev.cxkit.journey.stages.Stages;
import dev.cxkit.metrics.kit.DefinitionLaws;
import dev.cxkit.metrics.stats.Correction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each factory of a metric in this module, with other arguments. */
class DefinitionLawsTest {

    private static final Instant T = Instant.parse("2026-03-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> another_argument_is_another_definition_or_the_same_state() throws Exception {
        ZoneId utc = ZoneId.of("UTC");
        return new DefinitionLaws()
                .values("Instant", T.plusSeconds(86_400 * 9), T.plusSeconds(86_400 * 20), T.plusSeconds(86_400 * 400))
                .values("String", "a", "b")
                .values("String[]", new String[] {"a", "b"}, new String[] {"b", "a"})
                .values(
                        "TouchpointType[]",
                        new TouchpointType[] {TouchpointType.of("a"), TouchpointType.of("b")},
                        new TouchpointType[] {TouchpointType.of("b")})
                .values("Collection<String>", List.of("a", "b"), List.of("b", "c"))
                .values("List<String>", List.of("a", "b"), List.of("b", "c"))
                .values("Map<String, String>", Map.of("a", "b"), Map.of("a", "c"))
                .values("Duration", Duration.ofDays(2), Duration.ofHours(1))
                .values("int", 2, 3)
                .values("double", 0.5, 0.25)
                .values("Long", 1L, 2L)
                .values("Cadence", Cadence.monthly(utc), Cadence.weekly(utc))
                .values("JourneyMap", JourneyMaps.b2b(), JourneyMaps.b2c())
                .values("GoalPaths", GoalPaths.of("a"), GoalPaths.of("b"))
                .values("Metric<Long, Durations>", Durations.metric(), Durations.exactMetric())
                .values("boolean", true, false)
                .values(
                        "Stages",
                        Stages.of(List.of("s", "a", "b"), Map.of("a", "a")),
                        Stages.of(List.of("s", "a", "b"), Map.of("a", "b")))
                .values(
                        "TimeBetween",
                        TimeBetween.CALENDAR,
                        TimeBetween.businessHours(Schedule.weekly(utc, "mon-fri 09:00-17:00")))
                .values(
                        "Emotions",
                        Emotions.named("a", step -> OptionalDouble.of(1)),
                        Emotions.named("b", step -> OptionalDouble.of(1)))
                .values(
                        "StepRating",
                        StepRating.lastingAtMost(Duration.ofHours(1)),
                        StepRating.lastingAtMost(Duration.ofHours(2)))
                .values("JourneyRule", JourneyRule.absent("a"), JourneyRule.absent("b"))
                .values("List<JourneyRule>", List.of(JourneyRule.absent("a")), List.of(JourneyRule.absent("b")))
                .values("JourneyRule[]", new JourneyRule[] {JourneyRule.absent("a")}, new JourneyRule[] {
                    JourneyRule.absent("b")
                })
                .values("CreditRule", CreditRule.firstTouch(), CreditRule.linear())
                .values("TouchpointFilter", TouchpointFilter.activities("a"), TouchpointFilter.activities("b"))
                .values("Markov", Markov.of(1), Markov.of(2))
                .values("JourneyGoal", JourneyGoal.of("a"), JourneyGoal.of("b"))
                .values("FindingRule", FindingRule.STANDARD, new FindingRule(1, 0.9, Correction.HOLM))
                .values(
                        "NextActivityModel",
                        NextActivity.of(1).over(journeys()),
                        NextActivity.of(2).over(journeys()))
                .observations("Journey", journeys())
                .tests(
                        Journey.class,
                        Stream.of(
                                        "",
                                        ".attribution",
                                        ".compare",
                                        ".conformance",
                                        ".experience",
                                        ".flow",
                                        ".funnel",
                                        ".stages")
                                .map(name -> "dev.cxkit.journey" + name)
                                .toArray(String[]::new));
    }

    private static List<Journey> journeys() {
        List<Journey> journeys = new ArrayList<>();
        for (List<String> activities : List.of(List.of("a", "b"), List.of("b", "c", "a", "b"), List.of("a"))) {
            List<Touchpoint> touchpoints = new ArrayList<>();
            for (String activity : activities) {
                touchpoints.add(Interaction.builder("t" + touchpoints.size(), TouchpointType.of(activity))
                        .customer(CustomerId.of("c" + journeys.size()))
                        .channel(touchpoints.size() % 2 == 0 ? Channel.WEB : Channel.PHONE)
                        .occurredAt(T.plusSeconds(40_000L * touchpoints.size()))
                        .build());
            }
            journeys.add(Journey.of(touchpoints));
        }
        return journeys;
    }
}
