package dev.cxkit.journey.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.experience.ImportancePerformance.Quadrant;
import dev.cxkit.journey.experience.StepRating.Quality;
import dev.cxkit.metrics.stats.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Importance against performance, coverage, and moments of truth. */
class TouchpointExperienceTest {

    private static final JourneyGoal BOUGHT =
            JourneyGoal.of("buy").abandonedAfter(Duration.ZERO, SampleTouchpoints.ZERO.plusSeconds(86_400));

    /** NumPy: corrcoef([-2, -1, 0, 1, 2], [2, 1, 4, 3, 5]) is 0.8. */
    @Test
    void derivedImportanceIsTheCorrelationWithTheOverallScore() {
        Map<String, Double> emotions = new HashMap<>();
        Map<String, Double> overall = Map.of("c0", 2.0, "c1", 1.0, "c2", 4.0, "c3", 3.0, "c4", 5.0);
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            journeys.add(SampleTouchpoints.journey("c" + i, "A@0 B@1 C@2"));
            emotions.put("c" + i + "-0", i - 2.0);
            emotions.put("c" + i + "-1", 1.0);
            if (i < 2) {
                emotions.put("c" + i + "-2", (double) i);
            }
        }
        ImportancePerformance result = ImportancePerformance.metric(
                        EmotionJourneys.emotions(emotions),
                        "survey",
                        journey -> OptionalDouble.of(overall.getOrDefault(journey.key(), 0.0)))
                .over(journeys);
        assertThat(result.items()).hasSize(1);
        assertThat(result.items().get(0).importance()).isCloseTo(0.8, within(1e-15));
        assertThat(result.items().get(0).performance().mean()).hasValue(0);
        // B was always the same, and only two rated C.
        assertThat(result.withoutImportance()).containsExactly("B", "C");
    }

    /** NumPy: corrcoef([2, 1, -1, -2, 1], [1, 1, 0, 0, 0]) is 0.7222; the sixth journey is open. */
    @Test
    void importanceCanBeDerivedFromTheGoal() {
        double[] all = {2, 1, -1, -2, 1, 0};
        Map<String, Double> emotions = new HashMap<>();
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            emotions.put("c" + i + "-0", all[i]);
            String end = i < 2 ? " buy@10" : i == 5 ? " B@86400" : "";
            journeys.add(SampleTouchpoints.journey("c" + i, "A@0" + end));
        }
        ImportancePerformance result = ImportancePerformance.metric(EmotionJourneys.emotions(emotions), BOUGHT)
                .over(journeys);
        assertThat(result.items().get(0).performance().n()).isEqualTo(5);
        assertThat(result.items().get(0).importance()).isCloseTo(0.72222222, within(1e-8));
    }

    @Test
    void theFourQuadrantsHaveNames() {
        Moments bad = Moments.of(-1, -2);
        Moments good = Moments.of(1, 2);
        ImportancePerformance result = new ImportancePerformance(
                List.of(
                        new ImportancePerformance.Item("a", 5, bad),
                        new ImportancePerformance.Item("b", 5, good),
                        new ImportancePerformance.Item("c", 1, bad),
                        new ImportancePerformance.Item("d", 1, good)),
                List.of());
        assertThat(result.importanceLine()).hasValue(3);
        assertThat(result.performanceLine()).hasValue(0);
        assertThat(result.quadrant("a")).isEqualTo(Quadrant.CONCENTRATE_HERE);
        assertThat(result.quadrant("b")).isEqualTo(Quadrant.KEEP_UP_THE_GOOD_WORK);
        assertThat(result.quadrant("c")).isEqualTo(Quadrant.LOW_PRIORITY);
        assertThat(result.quadrant("d")).isEqualTo(Quadrant.POSSIBLE_OVERKILL);
        assertThatThrownBy(() -> result.quadrant("e")).hasMessage("activity e is none of the items");
        assertThatThrownBy(() -> new ImportancePerformance.Item("a", Double.NaN, good))
                .hasMessage("importance NaN is not finite");
        assertThatThrownBy(() -> new ImportancePerformance.Item("a", 1, Moments.of()))
                .hasMessage("performance of activity a is of no journey");
        assertThat(new ImportancePerformance(List.of(), List.of()).importanceLine())
                .isEmpty();
    }

    @Test
    void statedImportanceIsThatOfTheMap() {
        ImportancePerformance result = ImportancePerformance.metric(
                        EmotionJourneys.map(),
                        EmotionJourneys.emotions(Map.of("anna-0", 2.0, "anna-1", -1.0, "anna-2", 0.0)))
                .over(List.of(SampleTouchpoints.journey("anna", "A@0 B@1 C@2 D@3")));
        assertThat(result.items())
                .extracting(ImportancePerformance.Item::activity, ImportancePerformance.Item::importance)
                .containsExactly(tuple("A", 5.0), tuple("B", 2.0));
        assertThat(result.withoutImportance()).containsExactly("C");
    }

    @Test
    void gapsAreStagesOfWhichASourceSaysNothing() {
        StageCoverage coverage = StageCoverage.metric(EmotionJourneys.map())
                .over(List.of(SampleTouchpoints.journey("anna", "A@0#web A@1#web C@2#shop D@3#web")));
        assertThat(coverage.cells())
                .contains(
                        new StageCoverage.Cell("look", "web", 2, true),
                        new StageCoverage.Cell("look", "phone", 0, true),
                        new StageCoverage.Cell("look", "shop", 0, false),
                        new StageCoverage.Cell("buy", "shop", 1, false))
                .hasSize(9);
        assertThat(coverage.gaps()).hasSize(7);
        assertThat(coverage.plannedGaps()).containsExactly(new StageCoverage.Cell("look", "phone", 0, true));
        assertThat(coverage.unseen()).containsExactly("B", "E");
        assertThat(coverage.offMap()).isEqualTo(1);

        StageCoverage bySystem = StageCoverage.metric(EmotionJourneys.map(), "system", touchpoint -> "crm")
                .over(List.of(SampleTouchpoints.journey("anna", "A@0")));
        assertThat(bySystem.cells())
                .containsExactly(
                        new StageCoverage.Cell("look", "crm", 1, false),
                        new StageCoverage.Cell("buy", "crm", 0, false),
                        new StageCoverage.Cell("use", "crm", 0, false));
    }

    /** Newcombe (1998), table II, method 10: 56 of 70 less 48 of 80 is 0.2, 0.0524 to 0.3339. */
    @Test
    void aMomentOfTruthIsThePublishedDifference() {
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            boolean isGood = i < 70;
            boolean bought = isGood ? i < 56 : i - 70 < 48;
            // Those who rated A badly once did so whatever came before, and what comes after the goal does not count.
            String text = isGood ? "A@0#web A@1#web" : "A@0#web A@1#shop";
            journeys.add(SampleTouchpoints.journey("c" + i, text + " B@2#web" + (bought ? " buy@3 A@4#shop" : "")));
        }
        List<MomentOfTruth> moments = MomentsOfTruth.of(
                        BOUGHT,
                        StepRating.goodIf(
                                "on the web",
                                touchpoint -> touchpoint.channel().name().equals("web")))
                .over(journeys);
        assertThat(moments).hasSize(1);
        MomentOfTruth moment = moments.get(0);
        assertThat(moment.activity()).isEqualTo("A");
        assertThat(moment.journeys()).isEqualTo(150);
        assertThat(moment.difference().value()).isCloseTo(0.2, within(1e-12));
        assertThat(moment.difference().low()).isCloseTo(0.0524, within(5e-5));
        assertThat(moment.difference().high()).isCloseTo(0.3339, within(5e-5));
        assertThat(moment.text(1))
                .isEqualTo(
                        "A: rating it well is associated with the goal in 80.0 % of 70 journeys, badly in 60.0 % of 80"
                                + " (+20.0 points, 5.2 to 33.4 at 95.0 %, adjusted p 0.0080)");
        assertThatThrownBy(() -> new MomentOfTruth("A", moment.good(), moment.bad(), moment.difference(), 1.5))
                .hasMessage("adjusted p 1.5 is outside 0..1");
    }

    @Test
    void aRatingIsGoodOrBadByWhatIsAsked() {
        Journey journey = SampleTouchpoints.journey("anna", "A@0 B@60 C@200");
        StepRating soon = StepRating.followedWithin(Duration.ofMinutes(1), TimeBetween.CALENDAR);
        assertThat(soon.rate(journey, 0)).isEqualTo(Quality.GOOD);
        assertThat(soon.rate(journey, 1)).isEqualTo(Quality.BAD);
        assertThat(soon.rate(journey, 2)).isEqualTo(Quality.UNKNOWN);
        assertThat(soon.name()).isEqualTo("followed within PT1M calendar");

        StepRating byEmotion =
                StepRating.byEmotion(EmotionJourneys.emotions(Map.of("anna-0", 0.5, "anna-1", -0.5, "anna-2", 0.0)));
        assertThat(byEmotion.rate(journey, 0)).isEqualTo(Quality.GOOD);
        assertThat(byEmotion.rate(journey, 1)).isEqualTo(Quality.BAD);
        assertThat(byEmotion.rate(journey, 2)).isEqualTo(Quality.UNKNOWN);

        Touchpoint call = Interaction.builder("t-1", TouchpointType.of("call"))
                .customer(CustomerId.of("anna"))
                .channel(Channel.PHONE)
                .occurredAt(SampleTouchpoints.ZERO)
                .endedAt(SampleTouchpoints.ZERO.plusSeconds(61))
                .build();
        Journey called = Journey.of(List.of(call));
        assertThat(StepRating.lastingAtMost(Duration.ofSeconds(61)).rate(called, 0))
                .isEqualTo(Quality.GOOD);
        assertThat(StepRating.lastingAtMost(Duration.ofMinutes(1)).rate(called, 0))
                .isEqualTo(Quality.BAD);
        assertThat(StepRating.lastingAtMost(Duration.ofMinutes(1)).rate(journey, 0))
                .isEqualTo(Quality.UNKNOWN);
        assertThat(byEmotion.name()).isEqualTo("emotion by id");
        StepRating own = StepRating.named("own", (one, index) -> Quality.GOOD);
        assertThat(own.name()).isEqualTo("own");
        assertThat(own.rate(journey, 0)).isEqualTo(Quality.GOOD);
    }

    @Test
    void aJourneyThatMayStillReachTheGoalIsOpen() {
        Journey journey = SampleTouchpoints.journey("anna", "A@0 B@60");
        JourneyGoal goal = JourneyGoal.of("buy", "rent", "buy");
        assertThat(goal.activities()).containsExactly("buy", "rent");
        assertThat(goal.outcome(journey)).isEqualTo(JourneyGoal.Outcome.OPEN);
        assertThat(goal.abandonedAfter(Duration.ofSeconds(40), SampleTouchpoints.ZERO.plusSeconds(100))
                        .outcome(journey))
                .isEqualTo(JourneyGoal.Outcome.OPEN);
        assertThat(goal.abandonedAfter(Duration.ofSeconds(39), SampleTouchpoints.ZERO.plusSeconds(100))
                        .outcome(journey))
                .isEqualTo(JourneyGoal.Outcome.NOT_REACHED);
        assertThat(JourneyGoal.of("B").reachedAt(journey)).hasValue(1);
        assertThat(JourneyGoal.of("B").outcome(journey)).isEqualTo(JourneyGoal.Outcome.REACHED);
        assertThatThrownBy(() -> JourneyGoal.of(new String[0])).hasMessage("there is no activity that is the goal");
        assertThatThrownBy(() -> goal.abandonedAfter(Duration.ofSeconds(-1), SampleTouchpoints.ZERO))
                .hasMessage("inactivity PT-1S is negative");
        assertThatThrownBy(() -> new JourneyGoal(List.of("a"), null, SampleTouchpoints.ZERO))
                .hasMessageContaining("belong together");
    }

    @Test
    void aFindingRuleHasSupportAndLevel() {
        assertThatThrownBy(() -> new FindingRule(0, 0.95, FindingRule.STANDARD.correction()))
                .hasMessage("support 0 is below 1 journey");
        assertThatThrownBy(() -> new FindingRule(1, 1, FindingRule.STANDARD.correction()))
                .hasMessage("level 1.0 is not above 0 and below 1");
    }
}
