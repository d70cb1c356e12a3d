package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * How far predicted quantities are from what came, in their own unit.
 *
 * @param errors of what was said less what came
 * @param absolute of the same without signs
 */
public record PredictionErrors(Moments errors, Moments absolute) {

    /** Checks the parts. */
    public PredictionErrors {
        requireNonNull(errors, "errors");
        requireNonNull(absolute, "absolute");
    }

    /** Returns how many predictions there are. */
    public long n() {
        return errors.n();
    }

    /** Returns the mean error: above 0 if too much is promised. Empty without predictions. */
    public OptionalDouble bias() {
        return errors.mean();
    }

    /** Returns the mean absolute error; empty without predictions. */
    public OptionalDouble meanAbsoluteError() {
        return absolute.mean();
    }

    /** Returns the root of the mean squared error; empty without predictions. */
    public OptionalDouble rootMeanSquaredError() {
        OptionalDouble bias = bias();
        return bias.isEmpty()
                ? bias
                : OptionalDouble.of(Math.hypot(bias.getAsDouble(), Math.sqrt(errors.squaredDeviations() / errors.n())));
    }
}
