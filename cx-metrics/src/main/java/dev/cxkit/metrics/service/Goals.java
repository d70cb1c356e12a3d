package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Cycle;
import dev.cxkit.core.support.Policies;

/** Whether goals are kept. */
public final class Goals {

    private Goals() {}

    /**
     * Returns the share of the clocks of a goal that were met, of those met or missed. One that runs past its target is missed
     * already; the others are left out as {@code running}, {@code paused} or {@code cancelled}.
     *
     * @param goal the name of the goal; a case whose policies do not have it gives no value
     */
    public static ShareMeasure attainment(String goal, Policies policies) {
        requireNonNull(goal, "goal");
        requireNonNull(policies, "policies");
        return new ShareMeasure(
                "attainment of " + goal + " by " + policies,
                (of, asOf) -> policies.cycles(of, asOf).stream()
                        .filter(cycle -> cycle.goal().name().equals(goal))
                        .map(Goals::outcome)
                        .toList());
    }

    private static Outcome outcome(Cycle cycle) {
        return switch (cycle.status()) {
            case MET -> Outcome.YES;
            case MISSED -> Outcome.NO;
            case RUNNING -> Outcome.leftOut("running");
            case PAUSED -> Outcome.leftOut("paused");
            case CANCELLED -> Outcome.leftOut("cancelled");
        };
    }
}
