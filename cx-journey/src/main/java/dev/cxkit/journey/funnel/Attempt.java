package dev.cxkit.journey.funnel;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.List;
import java.util.Map;

/**
 * An attempt of a journey in a {@link Funnel}: the touchpoints that were matched to its steps, and its outcome.
 *
 * @param touchpoints the indices of the touchpoints that served the required steps, in the order of the steps, or of time where the
 *     funnel has no order; at least one
 * @param optional the indices of the touchpoints that served the optional steps, in the order of these, -1 where none did
 * @param outcome whether it converted, dropped off, is open or excluded
 */
public record Attempt(List<Integer> touchpoints, List<Integer> optional, Outcome outcome) implements Result {

    /** Whether an attempt converted. */
    public enum Outcome {
        /** It completed all required steps. */
        CONVERTED,

        /** It did not, and no longer can. */
        DROPPED_OFF,

        /** It did not, and still may. */
        OPEN,

        /** It was excluded by a funnel exclusion. */
        EXCLUDED
    }

    /** Copies the lists. */
    public Attempt {
        touchpoints = List.copyOf(touchpoints);
        optional = List.copyOf(optional);
        requireNonNull(outcome, "outcome");
    }

    /** Returns how many required steps it reached, at least 1. */
    public int depth() {
        return touchpoints.size();
    }

    /** Returns {@code outcome}, {@code depth}, {@code touchpoints} and {@code optional}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("outcome", outcome)
                .with("depth", depth())
                .with("touchpoints", touchpoints)
                .with("optional", optional)
                .map();
    }
}
