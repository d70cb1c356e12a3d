package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.ExactSum;
import dev.cxkit.metrics.stats.Proportion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds a {@link StepModel} against journeys that it was not made of: after each of their steps it is asked for the next one, the end
 * included. A model that has seen no journey is asked nothing.
 *
 * <p>Memory: the most probable steps after each sequence that is met.
 *
 * @param model the model
 */
public record NextStepTest(StepModel model) implements Metric<Journey, HoldOut> {

    private static final int TOP = 3;
    private static final int COUNTS = 4;
    private static final int MOST_SUM_STATE = 70;

    /** Checks the model. */
    public NextStepTest {
        requireNonNull(model, "model");
    }

    @Override
    public String definition() {
        return "next-step-test(" + model + " #" + Long.toHexString(model.fingerprint()) + ")";
    }

    @Override
    public Accumulator<Journey, HoldOut> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, HoldOut> {

        private final StepModel model;
        private final Map<List<String>, List<Forecast>> top = new HashMap<>();
        private long forecasts;
        private long top1;
        private long top3;
        private long base;
        private final ExactSum surprise = new ExactSum();

        State(NextStepTest metric) {
            super(metric);
            this.model = metric.model;
        }

        @Override
        public void add(Journey journey) {
            NextStep.each(requireNonNull(journey, "journey"), (before, next) -> {
                List<Forecast> usual = top(List.of());
                if (!usual.isEmpty()) {
                    List<Forecast> expected = top(before.subList(before.size() - model.depth(before), before.size()));
                    forecasts++;
                    top1 += expected.get(0).is(next) ? 1 : 0;
                    top3 += expected.stream().anyMatch(forecast -> forecast.is(next)) ? 1 : 0;
                    base += usual.get(0).is(next) ? 1 : 0;
                    surprise.add(-StrictMath.log(model.probability(before, next)));
                }
            });
        }

        private List<Forecast> top(List<String> context) {
            List<Forecast> known = top.get(context);
            if (known == null) {
                known = model.next(context).stream().limit(TOP).toList();
                top.put(List.copyOf(context), known);
            }
            return known;
        }

        @Override
        public HoldOut result() {
            return new HoldOut(
                    Proportion.of(top1, forecasts),
                    Proportion.of(top3, forecasts),
                    Proportion.of(base, forecasts),
                    surprise.doubleValue());
        }

        @Override
        protected void absorb(Accumulator<Journey, HoldOut> other) {
            State that = (State) other;
            forecasts += that.forecasts;
            top1 += that.top1;
            top3 += that.top3;
            base += that.base;
            surprise.add(that.surprise);
        }

        @Override
        protected void write(StateOutput out) {
            out.counts(forecasts, top1, top3, base);
            out.counts(surprise.state());
        }

        @Override
        protected void read(StateInput in) {
            long[] counts = in.counts(COUNTS);
            if (counts.length != COUNTS) {
                throw new IllegalArgumentException("state has " + counts.length + " counts instead of " + COUNTS);
            }
            forecasts = counts[0];
            top1 = counts[1];
            top3 = counts[2];
            base = counts[3];
            surprise.add(ExactSum.ofState(in.counts(MOST_SUM_STATE)));
        }
    }
}
