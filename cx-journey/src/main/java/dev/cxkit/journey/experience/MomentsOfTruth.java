package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.experience.Passing.Quality;
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
 * {@link MomentOfTruth#correctedP}.
 *
 * <p>A journey counts up to its first goal. It passed a step badly if it did so once, and well if it did so at least once and never
 * badly. Journeys that may still come to the goal are left out. Memory: 4 numbers for each step.
 *
 * @param goal what journeys are for
 * @param passing how well a touchpoint went; only its {@link Passing#name} is part of the definition
 * @param screening the support and level; part of the answer only, not of what is counted
 */
public record MomentsOfTruth(JourneyGoal goal, Passing passing, Screening screening)
        implements Metric<Journey, List<MomentOfTruth>> {

    /** Checks the parts. */
    public MomentsOfTruth {
        requireNonNull(goal, "goal");
        requireNonNull(passing, "passing");
        requireNonNull(screening, "screening");
    }

    /** Returns the metric with {@link Screening#STANDARD}. */
    public static MomentsOfTruth of(JourneyGoal goal, Passing passing) {
        return new MomentsOfTruth(goal, passing, Screening.STANDARD);
    }

    @Override
    public String definition() {
        return Definition.of("moments of truth", goal, passing.name());
    }

    private record Passed(String step, boolean good, boolean reached) {}

    private record Sides(Proportion good, Proportion bad) {}

    @Override
    public Accumulator<Journey, List<MomentOfTruth>> start() {
        Metric<Passed, Proportion> goals = Proportion.metric(Passed::reached);
        return Metric.both(goals.where(Passed::good), goals.where(passed -> !passed.good), Sides::new)
                .by(Passed::step, Segmentation.failAbove(Integer.MAX_VALUE))
                .then(this::moments)
                .onEach(this::passed)
                .named(definition())
                .start();
    }

    private Collection<Passed> passed(Journey journey) {
        JourneyGoal.Outcome outcome = goal.outcome(journey);
        if (outcome == JourneyGoal.Outcome.OPEN) {
            return List.of();
        }
        int end = goal.at(journey).orElse(journey.size());
        Map<String, Passed> passed = new HashMap<>();
        for (int i = 0; i < end; i++) {
            Quality quality = passing.of(journey, i);
            if (quality != Quality.UNKNOWN) {
                boolean good = quality == Quality.GOOD;
                passed.merge(
                        journey.step(i),
                        new Passed(journey.step(i), good, outcome == JourneyGoal.Outcome.REACHED),
                        (one, other) -> one.good ? other : one);
            }
        }
        return passed.values();
    }

    private List<MomentOfTruth> moments(Segments<String, Sides> steps) {
        List<MomentOfTruth> moments = new ArrayList<>();
        steps.each().forEach((step, sides) -> {
            if (Math.min(sides.good.of(), sides.bad.of()) >= screening.support()) {
                Difference difference =
                        sides.good.minus(sides.bad, screening.level()).orElseThrow();
                moments.add(new MomentOfTruth(step, sides.good, sides.bad, difference, difference.p()));
            }
        });
        return screening.corrected(moments, MomentOfTruth::correctedP, MomentOfTruth::withP).stream()
                .sorted(Comparator.comparingDouble(one -> -one.difference().value()))
                .toList();
    }
}
