package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@index "service-level agreement"} (SLA) policy: the targets that apply to a case and the business hours in which their time counts.
 *
 * @param id the id, which {@link WorkflowEvent.SlaPolicyApplied} names
 * @param schedule the business hours; {@link Schedule#always()} for calendar time
 * @param targets the targets, each of another name
 */
public record SlaPolicy(String id, Schedule schedule, List<SlaTarget> targets) implements Serializable {

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
}
