package dev.cxkit.journey.funnel;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A step of a {@link Funnel}: which touchpoints serve it, whether one may convert without it, and how soon it has to come.
 *
 * @param name the name, not blank, by which funnels of other steps are told apart
 * @param activities the activities that serve it, if it goes by these alone; unmodifiable
 * @param condition which touchpoints serve it, if it does not go by activities
 * @param isOptional whether one may convert without it
 * @param limit how long after the step before it may come at most; null for any time
 */
public record FunnelStep(
        String name,
        Set<String> activities,
        @Nullable Condition<? super Touchpoint> condition,
        boolean isOptional,
        @Nullable Duration limit)
        implements Serializable {

    /**
     * Copies the set; throws an {@link IllegalArgumentException} if the name is blank, nothing can serve the step, or
     * the limit is outside 0..292 years.
     */
    public FunnelStep {
        Require.text("name of funnel step", name);
        activities = Collections.unmodifiableSet(new TreeSet<>(activities));
        if (activities.isEmpty() && condition == null) {
            throw new IllegalArgumentException("funnel step '" + name + "' has neither activities nor a condition");
        }
        if (limit != null && (limit.isNegative() || limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0)) {
            throw new IllegalArgumentException(
                    "limit " + limit + " of funnel step '" + name + "' is outside PT0S..292 years");
        }
    }

    /** Returns the step that touchpoints of this activity serve. */
    public static FunnelStep of(String activity) {
        return anyOf(activity, activity);
    }

    /** Returns the same of the activity that is named like the type. */
    public static FunnelStep of(TouchpointType type) {
        return of(type.name());
    }

    /** Returns the step that touchpoints of any of these activities serve. */
    public static FunnelStep anyOf(String name, String... activities) {
        return new FunnelStep(name, Set.of(activities), null, false, null);
    }

    /** Returns the same of the activities that are named like the types. */
    public static FunnelStep anyOf(String name, TouchpointType... types) {
        return anyOf(name, Arrays.stream(types).map(TouchpointType::name).toArray(String[]::new));
    }

    /** Returns the step that touchpoints which meet the condition serve. */
    public static FunnelStep where(String name, Condition<? super Touchpoint> condition) {
        return new FunnelStep(name, Set.of(), requireNonNull(condition, "condition"), false, null);
    }

    /** Returns the same step, without which one may convert; it is reported apart. */
    public FunnelStep optional() {
        return new FunnelStep(name, activities, condition, true, limit);
    }

    /** Returns the same step, which may come at most this long after the step before. */
    public FunnelStep within(Duration most) {
        return new FunnelStep(name, activities, condition, isOptional, requireNonNull(most, "most"));
    }

    /** What tells the step from another; a condition does so by the name. */
    List<@Nullable Object> parts() {
        return Arrays.asList(name, activities, isOptional ? "optional" : "required", limit);
    }

    /** Returns the name, the activities, and what else tells the step from another. */
    @Override
    public String toString() {
        return Definition.text(parts());
    }
}
