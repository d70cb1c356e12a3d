package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaClockSummary;
import dev.cxkit.core.sla.SlaPolicies;
import java.util.ArrayList;
import java.util.List;

/** Whether goals are kept. */
public final class SlaAttainment {

    private static final Outcome RUNNING = Outcome.excluded("running");
    private static final Outcome PAUSED = Outcome.excluded("paused");
    private static final Outcome CANCELLED = Outcome.excluded("cancelled");

    private SlaAttainment() {}

    /**
     * Returns the share of the clocks of a goal that were met, of those met or missed. One that runs past its target is missed
     * already; the others are left out as {@code running}, {@code paused} or {@code cancelled}.
     *
     * @param goal the name of the goal; a case whose policies do not have it gives no value
     */
    public static Reading<Case, Outcome> attainment(String goal, SlaPolicies policies) {
        requireNonNull(goal, "goal");
        requireNonNull(policies, "policies");
        return new Reading<>("attainment of " + goal + " by " + policies, (of, asOf) -> {
            List<SlaClockSummary> clocks = policies.clocks(of, goal, asOf);
            List<Outcome> outcomes = new ArrayList<>(clocks.size());
            for (SlaClockSummary clock : clocks) {
                outcomes.add(outcome(clock.status()));
            }
            return outcomes;
        });
    }

    private static Outcome outcome(SlaClock.Status status) {
        return switch (status) {
            case MET -> Outcome.YES;
            case BREACHED -> Outcome.NO;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case CANCELLED -> CANCELLED;
        };
    }
}
