package dev.cxkit.journey.funnel;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.util.List;

/**
 * An activity that must not come between two steps of a {@link Funnel}. After the window it has no effect.
 *
 * @param activity the activity that must not come
 * @param after the number of the required step, counted from 1, after which and before the next it must not come; 0 for after any
 * @param effect what happens if it comes
 */
public record FunnelExclusion(String activity, int after, Effect effect) implements Serializable {

    /** What an exclusion does to the attempt, or to its journey. */
    public enum Effect {
        /** The attempt ends there. */
        STOP,

        /** The journey is excluded from all other counts if its best attempt ends so. */
        EXCLUDE_JOURNEY
    }

    /** Throws an {@link IllegalArgumentException} if {@code after} is negative. */
    public FunnelExclusion {
        requireNonNull(activity, "activity");
        requireNonNull(effect, "effect");
        Require.that(after >= 0, () -> "after " + after + " is negative");
    }

    /** Returns the exclusion of this activity between any two steps, which ends the attempt. */
    public static FunnelExclusion of(String activity) {
        return new FunnelExclusion(activity, 0, Effect.STOP);
    }

    /** Returns the same of the activity that is named like the type. */
    public static FunnelExclusion of(TouchpointType type) {
        return of(type.name());
    }

    List<Object> parts() {
        return List.of(activity, after, effect);
    }

    /** Returns the activity, the place and the effect. */
    @Override
    public String toString() {
        return Definition.text(parts());
    }
}
