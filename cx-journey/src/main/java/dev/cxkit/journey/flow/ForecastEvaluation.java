package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.ExactSum;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates a {@link NextActivityModel} on {@index "held-out journeys"}: after each of their activities the model is asked for the next one, the
 * end included. A configuration that is the metric; the answer is a {@link ForecastAccuracy}.
 *
 * <ul>
 *   <li>Counted: one forecast for each touchpoint of each journey.
 *   <li>Not counted: anything, if the model has seen no journey.
 * </ul>
 *
 * <p>Memory: the most probable activities after each sequence that is met.
 *
 * @param model the model
 */
public record ForecastEvaluation(NextActivityModel model) implements Metric<Journey, ForecastAccuracy> {

    private static final int TOP = 3;

    public ForecastEvaluation {
        requireNonNull(model, "model");
    }

    /** Returns the metric that evaluates the model on other journeys than those it was learnt from. */
    public static ForecastEvaluation of(NextActivityModel model) {
        return new ForecastEvaluation(model);
    }

    @Override
    public String definition() {
        return Definition.of(
                "forecast evaluation",
                "order " + model.order(),
                "smoothing " + model.smoothing(),
                Long.toHexString(model.fingerprint()));
    }

    @Override
    public Accumulator<Journey, ForecastAccuracy> start() {
        Metric<EvaluatedForecast, List<Long>> hits = Sums.metric("forecasts", 4, EvaluatedForecast::addTo);
        return Metric.both(hits, ExactSum.metric().on(EvaluatedForecast::logLoss), ForecastEvaluation::accuracy)
                .onEach(new Evaluator(model))
                .named(definition())
                .start();
    }

    private static ForecastAccuracy accuracy(List<Long> hits, double logLossSum) {
        return new ForecastAccuracy(
                Proportion.of(hits.get(1), hits.get(0)),
                Proportion.of(hits.get(2), hits.get(0)),
                Proportion.of(hits.get(3), hits.get(0)),
                logLossSum);
    }

    /** One forecast: whether it was right, or one of the three most probable, or the most frequent activity would have been. */
    private record EvaluatedForecast(boolean top1, boolean top3, boolean baseline, double logLoss) {

        void addTo(long... sums) {
            sums[0]++;
            sums[1] += top1 ? 1 : 0;
            sums[2] += top3 ? 1 : 0;
            sums[3] += baseline ? 1 : 0;
        }
    }

    /** Asks the model after each activity of a journey. It belongs to one thread. */
    private static final class Evaluator implements Fn<Journey, List<EvaluatedForecast>> {

        private final NextActivityModel model;
        private final transient Map<List<String>, List<Forecast>> top = new HashMap<>();

        Evaluator(NextActivityModel model) {
            this.model = model;
        }

        @Override
        public List<EvaluatedForecast> apply(Journey journey) {
            List<EvaluatedForecast> asked = new ArrayList<>();
            List<Forecast> usual = top(List.of());
            NextActivity.each(journey, (before, next) -> {
                if (!usual.isEmpty()) {
                    List<Forecast> expected = top(before.subList(before.size() - model.depth(before), before.size()));
                    asked.add(new EvaluatedForecast(
                            expected.get(0).is(next),
                            expected.stream().anyMatch(forecast -> forecast.is(next)),
                            usual.get(0).is(next),
                            -StrictMath.log(model.probability(before, next))));
                }
            });
            return asked;
        }

        private List<Forecast> top(List<String> context) {
            List<Forecast> known = top.get(context);
            if (known == null) {
                known = model.after(context).stream().limit(TOP).toList();
                top.put(List.copyOf(context), known);
            }
            return known;
        }

        private Object readResolve() {
            return new Evaluator(model);
        }
    }
}
