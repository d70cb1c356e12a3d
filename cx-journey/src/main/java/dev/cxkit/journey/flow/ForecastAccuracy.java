package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The {@index "forecast accuracy"} of next-activity forecasts on held-out journeys: top-1, top-3, baseline and {@index "log loss"}.
 *
 * <ul>
 *   <li>All shares have the number of forecasts as their total, also 0.
 *   <li>The log loss is empty if there were no forecasts.
 * </ul>
 *
 * @param top1 how often what came was the most probable forecast
 * @param top3 how often it was one of the three most probable
 * @param baseline how often it was what comes most often at all: what a forecast reaches that knows nothing of the journey
 * @param logLossSum the sum of the log losses: negative natural logarithms of the probabilities of what came, at least 0
 */
public record ForecastAccuracy(Proportion top1, Proportion top3, Proportion baseline, double logLossSum)
        implements Result {

    public ForecastAccuracy {
        requireNonNull(top1, "top1");
        requireNonNull(top3, "top3");
        requireNonNull(baseline, "baseline");
    }

    /** Returns how many forecasts were made. */
    public long forecasts() {
        return top1.total();
    }

    /** Returns the mean log loss in nats, at least 0, lower is better; empty without forecasts. */
    public OptionalDouble logLoss() {
        return forecasts() == 0 ? OptionalDouble.empty() : OptionalDouble.of(logLossSum / forecasts());
    }

    /** Returns {@code forecasts}, {@code top1}, {@code top3}, {@code baseline} and {@code logLoss}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("forecasts", forecasts())
                .with("top1", top1)
                .with("top3", top3)
                .with("baseline", baseline)
                .with("logLoss", logLoss())
                .map();
    }
}
