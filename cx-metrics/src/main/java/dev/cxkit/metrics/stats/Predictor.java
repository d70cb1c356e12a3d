package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the host's model says of a customer: the quantity of the next order, what will be spent, the probability to stay. The model is the
 * host's; whether it can be trusted is measured here, once what it spoke of has come or not.
 *
 * @param <T> what is predicted from
 */
@FunctionalInterface
public interface Predictor<T> extends Serializable {

    /** Returns the number, finite, and for something that may happen its probability; empty where the model has nothing to say. */
    OptionalDouble predict(T observation);

    /**
     * Returns whether probabilities can be trusted: their Brier score and reliability. Those of whom nothing was said are not in it.
     *
     * @param event whether what was predicted came
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
     * Returns how far quantities are off. Those of whom nothing was said are not in it.
     *
     * @param actual what came, finite
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
