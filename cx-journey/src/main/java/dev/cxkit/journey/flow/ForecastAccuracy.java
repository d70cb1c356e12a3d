package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Proportion;
import java.util.OptionalDouble;

/**
 * How good forecasts were on journeys that the model had not seen.
 *
 * @param top1 how often what came was the most probable forecast
 * @param top3 how often it was one of the three most probable
 * @param baseline how often it was what comes most often at all: what a forecast reaches that knows nothing of the journey
 * @param logLossSum the sum of the negative natural logarithms of the probabilities of what came, at least 0
 */
public record ForecastAccuracy(Proportion top1, Proportion top3, Proportion baseline, double logLossSum) {

    /** Checks the parts. */
    public ForecastAccuracy {
        requireNonNull(top1, "top1");
        requireNonNull(top3, "top3");
        requireNonNull(baseline, "base");
    }

    /** Returns how many forecasts were made. */
    public long forecasts() {
        return top1.total();
    }

    /** Returns the mean of the negative natural logarithms of the probabilities, at least 0, lower is better; empty without any. */
    public OptionalDouble logLoss() {
        return forecasts() == 0 ? OptionalDouble.empty() : OptionalDouble.of(logLossSum / forecasts());
    }
}
