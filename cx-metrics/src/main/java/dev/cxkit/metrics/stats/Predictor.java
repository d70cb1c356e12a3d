package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A predictive model of the host: a quantity, such as the next order, or the probability of an event, such as churn. The model is the
 * host's; whether it can be trusted is measured here, once the outcome is known.
 *
 * @param <T> what is predicted from
 */
@FunctionalInterface
public interface Predictor<T> extends Serializable {

    /** Returns the prediction, finite, and for an event its probability; empty where the model has nothing to say. */
    OptionalDouble predict(T observation);

    /**
     * Returns the metric of the calibration of predicted probabilities. Observations without a prediction are excluded.
     *
     * @param event whether the predicted event occurred
     */
    default Metric<T, Calibration> calibration(Condition<? super T> event) {
        requireNonNull(event, "event");
        return Calibration.metric().onEach(observation -> {
            OptionalDouble predicted = predict(observation);
            return predicted.isEmpty()
                    ? List.of()
                    : List.of(new Calibration.Prediction(predicted.getAsDouble(), event.test(observation)));
        });
    }

    /**
     * Returns the metric of the errors of predicted quantities. Observations without a prediction are excluded.
     *
     * @param actual the outcome, finite
     */
    default Metric<T, PredictionErrors> errors(Fn<? super T, Double> actual) {
        requireNonNull(actual, "actual");
        Fn<T, List<Double>> error = observation -> {
            OptionalDouble predicted = predict(observation);
            return predicted.isEmpty() ? List.of() : List.of(predicted.getAsDouble() - actual.apply(observation));
        };
        return Metric.both(
                Moments.metric().onEach(error),
                Moments.metric().<Double>on(off -> Math.abs(off)).onEach(error),
                PredictionErrors::new);
    }
}
