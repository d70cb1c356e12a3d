package dev.cxkit.journey.funnel;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How far one attempt of a journey came in a {@link Funnel}.
 *
 * @param touchpoints the indexes of the touchpoints that served the required steps, in the order of the steps, or of time where the
 *     funnel has no order; at least one
 * @param optional the indexes of the touchpoints that served the optional steps, in the order of these, -1 where none did
 * @param outcome how it ended
 */
public record Attempt(List<Integer> touchpoints, List<Integer> optional, Outcome outcome) {

    /** How an attempt ended. */
    public enum Outcome {
        /** It came through all required steps. */
        CONVERTED,

        /** It did not, and can no more. */
        DROPPED_OFF,

        /** It did not, and still may. */
        OPEN,

        /** An exclusion took the journey out of all counts. */
        EXCLUDED
    }

    /** Copies the lists. */
    public Attempt {
        touchpoints = List.copyOf(touchpoints);
        optional = List.copyOf(optional);
        requireNonNull(outcome, "outcome");
    }

    /** Returns how many required steps it came through, at least 1. */
    public int depth() {
        return touchpoints.size();
    }
}
