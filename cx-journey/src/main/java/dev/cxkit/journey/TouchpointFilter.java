package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which touchpoints of journeys are meant: all, those of some activities, or those that meet a condition. It has a name, by which metrics are told
 * apart.
 */
public interface TouchpointFilter extends Serializable {

    /** All touchpoints. */
    TouchpointFilter ALL = new NamedFilter("all", (journey, index) -> true);

    /** Returns whether the touchpoint of the journey at the index is meant. */
    boolean matches(Journey journey, int index);

    /** Returns the name by which metrics that filter otherwise are told apart, the same on every machine. */
    String name();

    /** Returns the touchpoints of these activities; throws an {@link IllegalArgumentException} if there are none. */
    static TouchpointFilter activities(String... activities) {
        Set<String> wanted = new TreeSet<>(Set.of(activities));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("a filter by activities has at least one");
        }
        return new NamedFilter(Definition.text(wanted), (journey, index) -> wanted.contains(journey.activity(index)));
    }

    /** Returns the same of the activities that are named like the types. */
    static TouchpointFilter activities(TouchpointType... types) {
        return activities(Arrays.stream(types).map(TouchpointType::name).toArray(String[]::new));
    }

    /**
     * Returns the touchpoints that meet the condition.
     *
     * @param name the name by which metrics with another condition are told apart, not blank
     * @throws IllegalArgumentException if the name is blank
     */
    static TouchpointFilter where(String name, Condition<? super Touchpoint> condition) {
        requireNonNull(condition, "condition");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of touchpoint filter is blank");
        }
        return new NamedFilter(
                Definition.of("where", name), (journey, index) -> condition.test(journey.touchpoint(index)));
    }
}
