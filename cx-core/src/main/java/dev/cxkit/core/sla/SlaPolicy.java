package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "service-level agreement"} (SLA) policy: the targets that apply to a case and the business hours in which their time counts.
 *
 * @param id the id, which {@link WorkflowEvent.SlaPolicyApplied} names
 * @param schedule the business hours; {@link Schedule#always()} for calendar time
 * @param targets the targets, each of another name
 * @param appliesTo to which cases it applies; null where nothing but its id says so, or it is the first one of {@link SlaPolicies}
 */
public record SlaPolicy(
        String id,
        Schedule schedule,
        List<SlaTarget> targets,
        @Nullable AppliesTo appliesTo) implements Serializable {

    /**
     * To which cases a policy applies.
     *
     * @param name what it says, such as {@code priority P1}: by it definitions tell two conditions apart
     * @param condition whether it applies
     */
    public record AppliesTo(String name, Condition condition) implements Serializable {

        /** Throws an {@link IllegalArgumentException} if the name is blank. */
        public AppliesTo {
            text("condition of SLA policy", "name", name);
            requireNonNull(condition, "condition");
        }
    }

    /** Whether a policy applies to a case. */
    @FunctionalInterface
    public interface Condition extends Serializable {
        /** Returns whether it applies to the case as it stands at the instant; what happens later must not be looked at. */
        boolean test(Case supportCase, Instant at);
    }

    /** Returns a policy that applies to the cases that are put under it, and to all others if it is the first one. */
    public SlaPolicy(String id, Schedule schedule, List<SlaTarget> targets) {
        this(id, schedule, targets, null);
    }

    /** Throws an {@link IllegalArgumentException} if the id is blank or two targets have one name. */
    public SlaPolicy {
        text("SLA policy", "id", id);
        requireNonNull(schedule, "schedule");
        targets = List.copyOf(targets);
        Set<String> names = new HashSet<>();
        for (SlaTarget target : targets) {
            Require.that(names.add(target.name()), () -> "SLA policy " + id + " has two targets " + target.name());
        }
    }

    /** Returns the same policy for the cases that have one of these priorities. */
    public SlaPolicy forPriority(String... priorities) {
        Set<String> any = new TreeSet<>(List.of(priorities));
        return when("priority " + String.join(" or ", any), new OfPriority(any));
    }

    /** Returns the same policy for the cases that have one of these categories. */
    public SlaPolicy forCategory(String... categories) {
        Set<String> any = new TreeSet<>(List.of(categories));
        return when("category " + String.join(" or ", any), new OfCategory(any));
    }

    /**
     * Returns the same policy for the cases of a condition, which is asked at the opening and whenever priority or category change.
     *
     * @param name what the condition says, the same on every machine: by it definitions tell two conditions apart
     */
    public SlaPolicy when(String name, Condition condition) {
        return new SlaPolicy(id, schedule, targets, new AppliesTo(name, condition));
    }

    /** Returns the target of this name; empty if the policy has none. */
    public Optional<SlaTarget> target(String name) {
        // Asked for every clock of every case, and there are few: by index, which makes no iterator.
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).name().equals(name)) {
                return Optional.of(targets.get(i));
            }
        }
        return Optional.empty();
    }

    static void text(String owner, String name, String value) {
        Require.that(!requireNonNull(value, name).isBlank(), () -> name + " of " + owner + " is blank");
    }

    /** Records, so that a policy is equal after it has travelled. */
    private record OfPriority(Set<String> any) implements Condition {

        @Override
        public boolean test(Case supportCase, Instant at) {
            return supportCase.priority(at).filter(any::contains).isPresent();
        }
    }

    private record OfCategory(Set<String> any) implements Condition {

        @Override
        public boolean test(Case supportCase, Instant at) {
            return supportCase.category(at).filter(any::contains).isPresent();
        }
    }
}
