package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Handling;
import dev.cxkit.core.time.Schedule;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The goals that hold for some cases, and the hours in which their time counts.
 *
 * @param id the id, which {@link Handling.UnderPolicy} names
 * @param schedule the hours
 * @param goals the goals, each of another name
 */
public record Policy(String id, Schedule schedule, List<Goal> goals) implements Serializable {

    /** Checks the parts; throws an {@link IllegalArgumentException} if two goals have one name. */
    public Policy {
        text("policy", "id", id);
        requireNonNull(schedule, "schedule");
        goals = List.copyOf(goals);
        Set<String> names = new HashSet<>();
        for (Goal goal : goals) {
            if (!names.add(goal.name())) {
                throw new IllegalArgumentException("policy " + id + " has two goals " + goal.name());
            }
        }
    }

    /** Returns the goal of this name; empty if the policy has none. */
    public Optional<Goal> goal(String name) {
        // Asked for every clock of every case, and there are few: by index, which makes no iterator.
        for (int i = 0; i < goals.size(); i++) {
            if (goals.get(i).name().equals(name)) {
                return Optional.of(goals.get(i));
            }
        }
        return Optional.empty();
    }

    static void text(String owner, String name, String value) {
        if (requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " of " + owner + " is blank");
        }
    }
}
