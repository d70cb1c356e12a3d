package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.experience.StepRating.Quality;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps whose passing well or badly goes with the largest difference in reaching the goal: P(goal | well) - P(goal | badly). The
 * answer has every step with enough support on both sides, largest difference first, whether or not it is a finding; see
 * {@link MomentOfTruth#adjustedP}.
 *
 * <p>A journey counts up to its first goal. It passed a step badly if it did so once, and well if it did so at least once and never
 * badly. Journeys that may still come to the goal are left out. Memory: 4 numbers for each step.
 *
 * @param goal what journeys are for
 * @param rating how well a touchpoint went; only its {@link StepRating#name} is part of the definition
 * @param findingRule the support and level; part of the answer only, not of what is counted
 */
public record MomentsOfTruth(JourneyGoal goal, StepRating rating, FindingRule findingRule)
        implements Metric<Journey, List<MomentOfTruth>> {

    /** Checks the parts. */
    public MomentsOfTruth {
        requireNonNull(goal, "goal");
        requireNonNull(rating, "passing");
        requireNonNull(findingRule, "screening");
    }

    /** Returns the metric with {@link FindingRule#STANDARD}. */
    public static MomentsOfTruth of(JourneyGoal goal, StepRating passing) {
        return new MomentsOfTruth(goal, passing, FindingRule.STANDARD);
    }

    @Override
    public String definition() {
        return Definition.of("moments of truth", goal.toString(), rating.name());
    }

    private record RatedActivity(String activity, boolean good, boolean reached) {}

    private record Sides(Proportion good, Proportion bad) {}

    @Override
    public Accumulator<Journey, List<MomentOfTruth>> start() {
        Metric<RatedActivity, Proportion> goals = Proportion.metric(RatedActivity::reached);
        return Metric.both(goals.where(RatedActivity::good), goals.where(passed -> !passed.good), Sides::new)
                .by(RatedActivity::activity, Segmentation.failAbove(Integer.MAX_VALUE))
                .then(this::moments)
                .onEach(this::rated)
                .named(definition())
                .start();
    }

    private Collection<RatedActivity> rated(Journey journey) {
        JourneyGoal.Outcome outcome = goal.outcome(journey);
        if (outcome == JourneyGoal.Outcome.OPEN) {
            return List.of();
        }
        int end = goal.reachedAt(journey).orElse(journey.size());
        Map<String, RatedActivity> passed = new HashMap<>();
        for (int i = 0; i < end; i++) {
            Quality quality = rating.rate(journey, i);
            if (quality != Quality.UNKNOWN) {
                boolean good = quality == Quality.GOOD;
                passed.merge(
                        journey.activity(i),
                        new RatedActivity(journey.activity(i), good, outcome == JourneyGoal.Outcome.REACHED),
                        (one, other) -> one.good ? other : one);
            }
        }
        return passed.values();
    }

    private List<MomentOfTruth> moments(Segments<String, Sides> steps) {
        List<MomentOfTruth> moments = new ArrayList<>();
        steps.each().forEach((step, sides) -> {
            if (Math.min(sides.good.total(), sides.bad.total()) >= findingRule.support()) {
                Difference difference =
                        sides.good.minus(sides.bad, findingRule.level()).orElseThrow();
                moments.add(new MomentOfTruth(step, sides.good, sides.bad, difference, difference.pValue()));
            }
        });
        return findingRule.adjusted(moments, MomentOfTruth::adjustedP, MomentOfTruth::withP).stream()
                .sorted(Comparator.comparingDouble(one -> -one.difference().value()))
                .toList();
    }
}
