package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@index "SLA attainment"}: the share of SLA clocks met, of those met or breached.
 *
 * <ul>
 *   <li>A clock that runs past its target is breached already.
 *   <li>Excluded are other clocks that are {@code running}, {@code paused} or {@code cancelled}.
 *   <li>A case can have several clocks of a target, and none where its policy has no such target.
 * </ul>
 */
public final class SlaAttainment {

    private static final Outcome RUNNING = Outcome.excluded("running");
    private static final Outcome PAUSED = Outcome.excluded("paused");
    private static final Outcome CANCELLED = Outcome.excluded("cancelled");

    private SlaAttainment() {}

    /**
     * Returns the metric of one target as of an instant.
     *
     * @param target the name of the target, such as {@code resolution}
     * @param policies the policies that cases can have
     */
    public static Metric<Case, Share> metric(String target, SlaPolicies policies, Instant asOf) {
        requireNonNull(target, "target");
        requireNonNull(policies, "policies");
        return Share.metric(
                Reading.ofCases(
                        "SLA attainment of " + Definition.text(target) + " by " + policies,
                        (supportCase, at) -> outcomes(policies.clocks(supportCase, target, at))),
                asOf);
    }

    private static List<Outcome> outcomes(List<SlaClock> clocks) {
        List<Outcome> outcomes = new ArrayList<>(clocks.size());
        for (SlaClock clock : clocks) {
            outcomes.add(outcome(clock.status()));
        }
        return outcomes;
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
