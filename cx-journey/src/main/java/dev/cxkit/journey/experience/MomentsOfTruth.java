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
 * {@index "Moment of truth" Moments of truth}: the activities whose good or bad rating is most associated with reaching the goal. The
 * answer has every activity with enough support on both sides, largest difference first, whether or not it is significant; see
 * {@link MomentOfTruth#adjustedPValue}.
 *
 * <ul>
 *   <li>The difference is P(goal | rated well) - P(goal | rated badly), with Newcombe's interval (1998, method 10).
 *   <li>A journey counts up to its first goal. It rated an activity badly if it did so once, and well if it did so at least once and never
 *       badly.
 *   <li>Excluded are journeys that may still reach the goal, and touchpoints without a rating.
 * </ul>
 *
 * <p>Memory: 4 numbers for each activity.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.experience.FindingRule;
 * import dev.cxkit.journey.experience.JourneyGoal;
 * import dev.cxkit.journey.experience.MomentsOfTruth;
 * import dev.cxkit.journey.experience.StepRating;
 * import dev.cxkit.metrics.stats.Correction;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada demo phone", "ada order web", "ben demo phone", "eve demo web")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[1], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.of(field[2]))
 *                 .occurredAt(Instant.parse(field[1].equals("demo") ? "2026-02-02T09:00:00Z" : "2026-02-03T09:00:00Z"))
 *                 .build())
 *         .toList();
 * JourneyGoal goal = JourneyGoal.of("order").abandonedAfter(Duration.ofDays(14), Instant.parse("2026-03-01T00:00:00Z"));
 * StepRating rating = StepRating.goodIf("by phone", touchpoint -> touchpoint.channel().name().equals("phone"));
 * new MomentsOfTruth(goal, rating, new FindingRule(1, 0.95, Correction.HOLM))
 *         .over(JourneyAssembler.byCustomer().assemble(log))
 *         .forEach(moment -> System.out.println(moment.activity() + " " + moment.difference().value()));
 * // -> demo 0.5
 * }</pre>
 *
 * @param goal the goal of the journeys
 * @param rating how well a touchpoint went
 * @param findingRule the support and level; part of the answer only, not of what is counted
 */
public record MomentsOfTruth(JourneyGoal goal, StepRating rating, FindingRule findingRule)
        implements Metric<Journey, List<MomentOfTruth>> {

    public MomentsOfTruth {
        requireNonNull(goal, "goal");
        requireNonNull(rating, "rating");
        requireNonNull(findingRule, "findingRule");
    }

    /** Returns the metric with {@link FindingRule#STANDARD}. */
    public static MomentsOfTruth of(JourneyGoal goal, StepRating rating) {
        return new MomentsOfTruth(goal, rating, FindingRule.STANDARD);
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
        return Metric.both(goals.where(RatedActivity::good), goals.where(rated -> !rated.good), Sides::new)
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
        Map<String, RatedActivity> activities = new HashMap<>();
        for (int i = 0; i < end; i++) {
            Quality quality = rating.rate(journey, i);
            if (quality != Quality.UNKNOWN) {
                boolean good = quality == Quality.GOOD;
                activities.merge(
                        journey.activity(i),
                        new RatedActivity(journey.activity(i), good, outcome == JourneyGoal.Outcome.REACHED),
                        (one, other) -> one.good ? other : one);
            }
        }
        return activities.values();
    }

    private List<MomentOfTruth> moments(Segments<String, Sides> activities) {
        List<MomentOfTruth> moments = new ArrayList<>();
        activities.each().forEach((activity, sides) -> {
            if (Math.min(sides.good.total(), sides.bad.total()) >= findingRule.support()) {
                Difference difference =
                        sides.good.minus(sides.bad, findingRule.level()).orElseThrow();
                moments.add(new MomentOfTruth(activity, sides.good, sides.bad, difference, difference.pValue()));
            }
        });
        return findingRule.adjusted(moments, MomentOfTruth::adjustedPValue, MomentOfTruth::withP).stream()
                .sorted(Comparator.comparingDouble(one -> -one.difference().value()))
                .toList();
    }
}
