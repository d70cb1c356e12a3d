package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
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
 * Holds a {@link NextActivityModel} against journeys that it was not made of: after each of their steps it is asked for the next one, the end
 * included. A model that has seen no journey is asked nothing.
 *
 * <p>Memory: the most probable steps after each sequence that is met.
 *
 * @param model the model
 */
public record ForecastEvaluation(NextActivityModel model) implements Metric<Journey, ForecastAccuracy> {

    private static final int TOP = 3;

    /** Checks the model. */
    public ForecastEvaluation {
        requireNonNull(model, "model");
    }

    @Override
    public String definition() {
        return "next-step-test(" + model + " #" + Long.toHexString(model.fingerprint()) + ")";
    }

    @Override
    public Accumulator<Journey, ForecastAccuracy> start() {
        Metric<EvaluatedForecast, List<Long>> hits = Sums.metric("forecasts", 4, EvaluatedForecast::addTo);
        return Metric.both(hits, ExactSum.metric().on(EvaluatedForecast::logLoss), ForecastEvaluation::of)
                .onEach(new Evaluator(model))
                .named(definition())
                .start();
    }

    private static ForecastAccuracy of(List<Long> hits, double surprise) {
        return new ForecastAccuracy(
                Proportion.of(hits.get(1), hits.get(0)),
                Proportion.of(hits.get(2), hits.get(0)),
                Proportion.of(hits.get(3), hits.get(0)),
                surprise);
    }

    /** One forecast: whether it was right, or one of the three most probable, or the usual step would have been. */
    private record EvaluatedForecast(boolean top1, boolean top3, boolean baseline, double logLoss) {

        void addTo(long... sums) {
            sums[0]++;
            sums[1] += top1 ? 1 : 0;
            sums[2] += top3 ? 1 : 0;
            sums[3] += baseline ? 1 : 0;
        }
    }

    /** Asks the model at each step of a journey. It belongs to one thread. */
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
                known = model.next(context).stream().limit(TOP).toList();
                top.put(List.copyOf(context), known);
            }
            return known;
        }

        private Object readResolve() {
            return new Evaluator(model);
        }
    }
}
