package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.ExactSum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@index "Time-decay attribution"}: the weight of a touchpoint halves with each half-life before the last touch, for each conversion that
 * {@link GoalPaths} extracts. It looks at journeys, since the activities of a path do not tell the times.
 *
 * <ul>
 *   <li>The weight is {@code 2^(-t / halfLife)}, where t is the time from the touchpoint to the last one of the path; weights are scaled to
 *       add up to 1.
 *   <li>Null paths get no credit, and conversions without an activity before them are unattributable.
 * </ul>
 *
 * <p>Memory: about 1.2 kB for each activity.
 *
 * @param paths which touchpoints belong to which conversion
 * @param halfLife the time in which the weight halves, above 0
 */
public record TimeDecay(GoalPaths paths, Duration halfLife) implements Metric<Journey, RuleAttribution> {

    /** The default half-life, 7 days. */
    public static final Duration DEFAULT_HALF_LIFE = Duration.ofDays(7);

    /** Throws an {@link IllegalArgumentException} if the half-life is not above 0. */
    public TimeDecay {
        requireNonNull(paths, "paths");
        requireNonNull(halfLife, "halfLife");
        Require.positive("half-life", halfLife);
    }

    /** Returns the metric with the default half-life. */
    public static TimeDecay of(GoalPaths paths) {
        return new TimeDecay(paths, DEFAULT_HALF_LIFE);
    }

    @Override
    public String definition() {
        return Definition.of("time decay", halfLife, paths);
    }

    @Override
    public Accumulator<Journey, RuleAttribution> start() {
        Metric<GoalCredit, Segments<String, Credit>> credits = Metric.both(
                        ExactSum.metric().on(Share::conversions),
                        ExactSum.metric().on(Share::value),
                        Credit::new)
                .by(Share::activity, Segmentation.failAbove(Integer.MAX_VALUE))
                .onEach(GoalCredit::shares);
        return Metric.both(Sums.metric("goals", 6, TimeDecay::add), credits, this::result)
                .onEach(this::goals)
                .named(definition())
                .start();
    }

    private record GoalCredit(PathTotals totals, List<Share> shares) {}

    private record Share(String activity, double conversions, double value) {}

    private List<GoalCredit> goals(Journey journey) {
        List<GoalCredit> goals = new ArrayList<>();
        paths.each(requireNonNull(journey, "journey"), (touchpoints, goal, value) -> {
            PathTotals totals = goal < 0 ? new PathTotals(0, 0, 1) : new PathTotals(1, value, 0);
            goals.add(new GoalCredit(totals, shares(journey, totals, touchpoints)));
        });
        return goals;
    }

    private List<Share> shares(Journey journey, PathTotals totals, int... touchpoints) {
        List<Share> shares = new ArrayList<>();
        if (touchpoints.length > 0) {
            long last = journey.nanos(touchpoints[touchpoints.length - 1]);
            double[] before = new double[touchpoints.length];
            Arrays.setAll(before, i -> (double) (last - journey.nanos(touchpoints[i])));
            double[] parts = NamedCreditRule.decaying(halfLife.getSeconds() * 1e9 + halfLife.getNano(), before);
            for (int i = 0; i < parts.length; i++) {
                shares.add(new Share(
                        journey.activity(touchpoints[i]), parts[i] * totals.conversions(), parts[i] * totals.value()));
            }
        }
        return shares;
    }

    private static void add(GoalCredit goal, long... sums) {
        int at = goal.shares.isEmpty() ? 3 : 0;
        sums[at] += goal.totals.conversions();
        sums[at + 1] = Math.addExact(sums[at + 1], goal.totals.value());
        sums[at + 2] += goal.totals.nulls();
    }

    private RuleAttribution result(List<Long> sums, Segments<String, Credit> credits) {
        return new RuleAttribution(
                "time-decay(" + halfLife + ")",
                new PathTotals(sums.get(0), sums.get(1), sums.get(2)),
                new PathTotals(sums.get(3), sums.get(4), sums.get(5)),
                credits.each());
    }
}
