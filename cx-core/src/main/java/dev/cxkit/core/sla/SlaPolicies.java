package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The {@index "service-level agreement" SLA policies} of a host; gives the SLA clocks of a case under the policy that was in force at each
 * moment.
 *
 * <ul>
 *   <li>A case is under the first policy from its opening, until {@link WorkflowEvent.SlaPolicyApplied} names another.
 *   <li>Each second counts under the hours of the policy in force then, whether or not that has the target, and the pauses of its target.
 *   <li>The target is that of the policy in force at the end.
 *   <li>A target that a later policy brings is measured from its original start, unless that had come to its end before: it has no clock
 *       for what it never held for.
 *   <li>A target that a later policy no longer has is cancelled, unless it was breached before.
 *   <li>Whether a target is met is judged by the time elapsed at the times of events, and never by a poll.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.sla.SlaClock;
 * import dev.cxkit.core.sla.SlaPolicies;
 * import dev.cxkit.core.sla.SlaPolicy;
 * import dev.cxkit.core.sla.SlaTarget;
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.core.time.Schedule;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.ZoneId;
 * import java.util.List;
 *
 * Instant monday = Instant.parse("2026-01-05T14:00:00Z");
 * Actor kim = Actor.agent("kim");
 * Case parcel = Case.builder("parcel").opened(monday, "ada")
 *         .waitingOnCustomer(monday.plus(Duration.ofHours(1)), kim)
 *         .customerReply(monday.plus(Duration.ofHours(20)))
 *         .build();
 * Schedule office = Schedule.weekly(ZoneId.of("UTC"), "mon-fri 09:00-17:00");
 * SlaTarget resolution = SlaTarget.resolution(Duration.ofHours(4));
 * SlaPolicies policies = SlaPolicies.of(new SlaPolicy("standard", office, List.of(resolution)));
 * SlaClock clock = policies.clocks(parcel, Instant.parse("2026-01-06T11:00:00Z")).get(0);
 * System.out.println(clock.status() + " after " + clock.elapsed() + ", due at " + clock.due().orElseThrow());
 * // -> RUNNING after PT2H, due at 2026-01-06T13:00:00Z
 * }</pre>
 */
public final class SlaPolicies implements Serializable {

    private final SlaPolicy first;
    private final Map<String, SlaPolicy> byId = new LinkedHashMap<>();

    private SlaPolicies(SlaPolicy first, SlaPolicy... others) {
        this.first = requireNonNull(first, "first");
        byId.put(first.id(), first);
        // In order of their ids, since in any order they are the same policies.
        SlaPolicy[] ordered = others.clone();
        Arrays.sort(ordered, Comparator.comparing(SlaPolicy::id));
        for (SlaPolicy other : ordered) {
            if (byId.put(other.id(), other) != null) {
                throw new IllegalArgumentException("SLA policy " + other.id() + " is there twice");
            }
        }
    }

    /**
     * Returns these policies; cases begin under the first.
     *
     * @throws IllegalArgumentException if two have one id
     */
    public static SlaPolicies of(SlaPolicy first, SlaPolicy... others) {
        return new SlaPolicies(first, others);
    }

    /**
     * Returns the SLA clocks of all targets of the case, ordered by the name of the target and then by time, as they stand at an instant,
     * after all that happened then.
     *
     * @param asOf what happened later is not looked at; empty before the opening
     * @throws IllegalArgumentException if the case is put under a policy that is not known
     */
    public List<SlaClock> clocks(Case supportCase, Instant asOf) {
        PolicyHistory history = history(supportCase, asOf);
        Set<String> names = new TreeSet<>();
        history.policies.forEach(inForce -> inForce.policy().targets().forEach(target -> names.add(target.name())));
        List<SlaClock> clocks = new ArrayList<>();
        names.forEach(name -> new TargetHistory(name, history).addClocks(clocks));
        return Collections.unmodifiableList(clocks);
    }

    /**
     * Returns the SLA clocks of one target of the case, in order of time.
     *
     * @param target the name of the target; empty if no policy of the case has it
     * @param asOf what happened later is not looked at; empty before the opening
     * @throws IllegalArgumentException if the case is put under a policy that is not known
     */
    public List<SlaClock> clocks(Case supportCase, String target, Instant asOf) {
        List<SlaClock> clocks = new ArrayList<>(2);
        new TargetHistory(target, history(supportCase, asOf)).addClocks(clocks);
        return Collections.unmodifiableList(clocks);
    }

    private PolicyHistory history(Case supportCase, Instant asOf) {
        PolicyHistory history = new PolicyHistory(supportCase, asOf);
        history.policies.add(new PolicyHistory.InForce(supportCase.openedAt(), first, supportCase.opened()));
        for (CaseEvent event : supportCase.events(asOf)) {
            if (event instanceof WorkflowEvent.SlaPolicyApplied applied) {
                SlaPolicy policy = byId.get(applied.policy());
                if (policy == null) {
                    throw new IllegalArgumentException("case " + supportCase.id() + " is under SLA policy "
                            + applied.policy() + ", which is none of " + byId.keySet());
                }
                history.policies.add(new PolicyHistory.InForce(applied.occurredAt(), policy, applied));
            }
        }
        return history;
    }

    /**
     * Returns the policies with their hours and targets, the first one first and the others by id: by this text metrics tell policies
     * apart. It holds words and values, and puts an id or name in quotes if it has a sign in it that parts others.
     */
    @Override
    public String toString() {
        return byId.values().stream().map(SlaPolicies::text).collect(Collectors.joining("; "));
    }

    private static String text(SlaPolicy policy) {
        return quoted(policy.id()) + " in " + quoted(policy.schedule().toString())
                + policy.targets().stream().map(SlaPolicies::text).collect(Collectors.joining(", ", " [", "]"));
    }

    private static String text(SlaTarget target) {
        return quoted(target.name()) + ": " + word(target.measure()) + " within " + target.duration() + " "
                + word(target.recurrence())
                + (target.pausedWhile().isEmpty()
                        ? ""
                        : target.pausedWhile().stream()
                                .map(SlaPolicies::word)
                                .collect(Collectors.joining(" or ", " paused while waiting on ", "")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String name) {
        return name.matches("[\\w.-]+") ? name : "'" + name.replace("'", "''") + "'";
    }
}
