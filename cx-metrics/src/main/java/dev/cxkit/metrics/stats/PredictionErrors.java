package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Errors of predicted quantities in their own unit: bias, {@index "mean absolute error"}, {@index "root mean squared error"}.
 *
 * @param errors the moments of predicted less actual
 * @param absolute the moments of the same without signs
 */
public record PredictionErrors(Moments errors, Moments absolute) implements Result {

    public PredictionErrors {
        requireNonNull(errors, "errors");
        requireNonNull(absolute, "absolute");
    }

    /** Returns how many predictions there are. */
    public long n() {
        return errors.n();
    }

    /** Returns the mean error, predicted less actual: above 0 if too much is predicted. Empty without predictions. */
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

    /** Returns {@code n} and the errors in the mean. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("n", n())
                .with("bias", bias())
                .with("meanAbsoluteError", meanAbsoluteError())
                .with("rootMeanSquaredError", rootMeanSquaredError())
                .map();
    }
}
