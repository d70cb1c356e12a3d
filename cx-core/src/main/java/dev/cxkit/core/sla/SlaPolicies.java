package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
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
import org.jspecify.annotations.Nullable;

/**
 * The {@index "service-level agreement" SLA policies} of a host; gives the SLA clocks of a case under the policy that was in force at each
 * moment.
 *
 * <ul>
 *   <li>A case is under the first policy whose {@linkplain SlaPolicy#appliesTo condition} it meets, asked at its opening and whenever its
 *       priority or category change; where it meets none, under the first of all if that has no condition, else under none.
 *   <li>From when {@link WorkflowEvent.SlaPolicyApplied} names a policy it is under that one, until another is named, whatever changes.
 *   <li>While it is under none, no target holds, and time counts in the hours of the first policy.
 *   <li>Each second counts under the hours of the policy in force then, whether or not that has the target, or those that its target has of
 *       its own, and the pauses of its target.
 *   <li>The target is that of the policy in force at the end.
 *   <li>A target that a later policy brings is measured from its original start, unless that had come to its end before: it has no clock
 *       for what it never held for.
 *   <li>A target that a later policy no longer has is cancelled, unless it was breached before. If it returns while still awaited,
 *       its clock goes on from the original start.
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

    /** Where no condition is met. */
    private final SlaPolicy otherwise;

    private final Map<String, SlaPolicy> byId = new LinkedHashMap<>();

    private SlaPolicies(SlaPolicy first, SlaPolicy... others) {
        byId.put(requireNonNull(first, "first").id(), first);
        this.otherwise = first.appliesTo() == null ? first : new SlaPolicy(first.id(), first.schedule(), List.of());
        // Those without a condition in order of their ids, since in any order they are the same policies.
        SlaPolicy[] ordered = others.clone();
        Arrays.sort(
                ordered,
                Comparator.comparing((SlaPolicy policy) -> policy.appliesTo() == null)
                        .thenComparing(policy -> policy.appliesTo() == null ? policy.id() : ""));
        for (SlaPolicy other : ordered) {
            if (byId.put(other.id(), other) != null) {
                throw new IllegalArgumentException("SLA policy " + other.id() + " is there twice");
            }
        }
    }

    /**
     * Returns these policies; which one a case begins under says {@linkplain SlaPolicies the class}.
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
        SlaPolicy inForce = applying(supportCase, supportCase.openedAt());
        boolean named = false;
        history.policies.add(new PolicyHistory.InForce(supportCase.openedAt(), inForce, supportCase.opened()));
        for (CaseEvent event : supportCase.events(asOf)) {
            SlaPolicy next = inForce;
            if (event instanceof WorkflowEvent.SlaPolicyApplied applied) {
                next = named(supportCase, applied.policy());
                named = true;
            } else if (event instanceof WorkflowEvent.Classified && !named) {
                next = applying(supportCase, event.occurredAt());
            }
            if (!next.equals(inForce) || event instanceof WorkflowEvent.SlaPolicyApplied) {
                inForce = next;
                history.policies.add(new PolicyHistory.InForce(event.occurredAt(), next, event));
            }
        }
        return history;
    }

    private SlaPolicy applying(Case supportCase, Instant at) {
        for (SlaPolicy policy : byId.values()) {
            SlaPolicy.AppliesTo condition = policy.appliesTo();
            if (condition != null && condition.condition().test(supportCase, at)) {
                return policy;
            }
        }
        return otherwise;
    }

    private SlaPolicy named(Case supportCase, String id) {
        SlaPolicy policy = byId.get(id);
        if (policy == null) {
            throw new IllegalArgumentException(
                    "case " + supportCase.id() + " is under SLA policy " + id + ", which is none of " + byId.keySet());
        }
        return policy;
    }

    /**
     * Returns the policies with their hours, targets and conditions, the first one first, then those with a condition in the order given
     * and the others by id: by this text metrics tell policies apart. It holds words and values, and puts an id or name in quotes if it has a sign in it that parts others.
     */
    @Override
    public String toString() {
        return byId.values().stream().map(SlaPolicies::text).collect(Collectors.joining("; "));
    }

    /** Returns whether the other has equal policies in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlaPolicies that && List.copyOf(byId.values()).equals(List.copyOf(that.byId.values()));
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    private static String text(SlaPolicy policy) {
        SlaPolicy.AppliesTo condition = policy.appliesTo();
        return quoted(policy.id()) + " in " + quoted(policy.schedule().toString())
                + policy.targets().stream().map(SlaPolicies::text).collect(Collectors.joining(", ", " [", "]"))
                + (condition == null ? "" : " for " + quoted(condition.name()));
    }

    private static String text(SlaTarget target) {
        Schedule hours = target.schedule();
        return quoted(target.name()) + ": " + word(target.measure()) + " within " + target.duration() + " "
                + word(target.recurrence())
                + (target.pausedWhile().isEmpty()
                        ? ""
                        : target.pausedWhile().stream()
                                .map(SlaPolicies::word)
                                .collect(Collectors.joining(" or ", " paused while waiting on ", "")))
                + (hours == null ? "" : " in " + quoted(hours.toString()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String name) {
        return name.matches("[\\w.-]+") ? name : "'" + name.replace("'", "''") + "'";
    }
}
