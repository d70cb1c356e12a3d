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
 *   <li>A clock that runs past its target is breached already, and counted as {@linkplain Share#overdue() overdue}.
 *   <li>Excluded are other clocks that are {@code running}, {@code paused} or {@code cancelled}.
 *   <li>A case can have several clocks of a target, and none where its policy has no such target.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.sla.SlaPolicies;
 * import dev.cxkit.core.sla.SlaPolicy;
 * import dev.cxkit.core.sla.SlaTarget;
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.core.time.Schedule;
 * import dev.cxkit.metrics.service.Share;
 * import dev.cxkit.metrics.service.SlaAttainment;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * SlaPolicies policies = SlaPolicies.of(
 *         new SlaPolicy("standard", Schedule.always(), List.of(SlaTarget.resolution(Duration.ofHours(8)))));
 * List<Case> cases = List.of(
 *         Case.builder("1").opened(monday, "ada").resolved(monday.plusSeconds(3600), Actor.agent("kim")).build(),
 *         Case.builder("2").opened(monday, "bob").build(),
 *         Case.builder("3").opened(monday.plus(Duration.ofHours(5)), "cyd").build());
 * Share met = SlaAttainment.metric("resolution", policies, monday.plus(Duration.ofHours(9))).over(cases);
 * System.out.println(met.proportion().count() + " of " + met.proportion().total() + ", excluded " + met.excluded());
 * // -> 1 of 2, excluded {running=1}
 * }</pre>
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
            outcomes.add(outcome(clock));
        }
        return outcomes;
    }

    private static Outcome outcome(SlaClock clock) {
        return switch (clock.status()) {
            case MET -> Outcome.YES;
            case BREACHED -> clock.stoppedAt().isEmpty() ? Outcome.OVERDUE : Outcome.NO;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case CANCELLED -> CANCELLED;
        };
    }
}
