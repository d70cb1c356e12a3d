package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.sla.Clock;
import dev.cxkit.core.sla.Cycle;
import dev.cxkit.core.sla.Policies;
import java.util.ArrayList;
import java.util.List;

/** Whether goals are kept. */
public final class Goals {

    private static final Outcome RUNNING = Outcome.leftOut("running");
    private static final Outcome PAUSED = Outcome.leftOut("paused");
    private static final Outcome CANCELLED = Outcome.leftOut("cancelled");

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
        return new ShareMeasure("attainment of " + goal + " by " + policies, (of, asOf) -> {
            List<Clock> clocks = policies.clocks(of, goal, asOf);
            List<Outcome> outcomes = new ArrayList<>(clocks.size());
            for (Clock clock : clocks) {
                outcomes.add(outcome(clock.status()));
            }
            return outcomes;
        });
    }

    private static Outcome outcome(Cycle.Status status) {
        return switch (status) {
            case MET -> Outcome.YES;
            case MISSED -> Outcome.NO;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case CANCELLED -> CANCELLED;
        };
    }
}
