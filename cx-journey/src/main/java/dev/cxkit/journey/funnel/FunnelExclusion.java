package dev.cxkit.journey.funnel;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Definition;
import java.io.Serializable;

/**
 * A step that must not come between two steps of a {@link Funnel}.
 *
 * @param activity the step of the journey that must not come
 * @param after the number of the required step, counted from 1, after which and before the next it must not come; 0 for after any
 * @param effect what happens if it comes
 */
public record FunnelExclusion(String activity, int after, Effect effect) implements Serializable {

    /** What happens to a journey whose attempt is interrupted. */
    public enum Effect {
        /** The attempt ends there. */
        STOP,

        /** The journey is in no count if its best attempt ends so. */
        EXCLUDE_JOURNEY
    }

    /** Checks the parts; throws an {@link IllegalArgumentException} if {@code after} is negative. */
    public FunnelExclusion {
        requireNonNull(activity, "label");
        requireNonNull(effect, "effect");
        if (after < 0) {
            throw new IllegalArgumentException("after " + after + " is negative");
        }
    }

    /** Returns the exclusion of this step between any two steps, which ends the attempt. */
    public static FunnelExclusion of(String label) {
        return new FunnelExclusion(label, 0, Effect.STOP);
    }

    /** Returns the step, the place and the effect. */
    @Override
    public String toString() {
        return Definition.of("exclusion", activity, after, effect);
    }
}
