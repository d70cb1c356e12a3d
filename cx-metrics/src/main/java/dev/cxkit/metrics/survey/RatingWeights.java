package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.ExactSum;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the weights of the answers that gave each value. */
record RatingWeights<T>(Scale scale, Fn<? super T, ? extends Answer> answer, Fn<? super T, ? extends Number> weight)
        implements Serializable {

    RatingWeights {
        requireNonNull(scale, "scale");
        requireNonNull(answer, "answer");
        requireNonNull(weight, "weight");
    }

    Metric<T, WeightedDistribution> metric() {
        return new StateMetric<T, State<T>, WeightedDistribution>(
                "weighted ratings(" + RatingCounts.describe(scale) + ")", () -> new State<>(this), State::result);
    }

    private static final class State<T> implements StateMetric.State<T, State<T>> {

        private static final long[] NOTHING = {};
        private static final int MOST_STATE = 80;
        private static final BigDecimal MOST_WEIGHT = new BigDecimal("1e220");

        private final RatingWeights<T> metric;
        private final Accumulator<Answer, Distribution> counts;
        private final @Nullable ExactSum[] sums;
        private final ExactSum squares = new ExactSum();

        State(RatingWeights<T> metric) {
            this.metric = metric;
            this.counts = Distribution.metric(metric.scale).start();
            this.sums = new ExactSum[metric.scale.points()];
        }

        @Override
        public void add(T observation) {
            Answer given = metric.answer.apply(observation);
            double weight =
                    requireNonNull(metric.weight.apply(observation), "weight").doubleValue();
            if (!(weight == 0 || (weight >= 1e-100 && weight <= 1e100))) {
                throw new IllegalArgumentException("weight " + weight + " is neither 0 nor within 1e-100..1e100");
            }
            counts.add(given);
            if (given instanceof Answer.Rated rated) {
                if (weight > 0) {
                    sum(rated.value() - metric.scale.min()).add(weight);
                }
                squares.add(weight * weight);
            }
        }

        private ExactSum sum(int index) {
            ExactSum sum = sums[index];
            if (sum == null) {
                sum = new ExactSum();
                sums[index] = sum;
            }
            return sum;
        }

        WeightedDistribution result() {
            Distribution counted = counts.result();
            List<Double> weights = new ArrayList<>();
            ExactSum total = new ExactSum();
            for (ExactSum sum : sums) {
                weights.add(sum == null ? 0 : sum.doubleValue());
                if (sum != null) {
                    total.add(sum);
                }
            }
            double whole = total.doubleValue();
            double effective = whole > 0 ? Math.min(whole * whole / squares.doubleValue(), counted.answered()) : 0;
            return new WeightedDistribution(
                    metric.scale, weights, effective, counted.answered(), counted.notApplicable(), counted.skipped());
        }

        @Override
        public void merge(State<T> that) {
            counts.merge(that.counts);
            for (int i = 0; i < sums.length; i++) {
                ExactSum theirs = that.sums[i];
                if (theirs != null) {
                    sum(i).add(theirs);
                }
            }
            squares.add(that.squares);
        }

        @Override
        public void write(StateOutput out) {
            out.state(counts);
            for (ExactSum sum : sums) {
                out.counts(sum == null ? NOTHING : sum.state());
            }
            out.counts(squares.state());
        }

        @Override
        public void read(StateInput in) {
            counts.merge(in.state(counts.metric()));
            for (int i = 0; i < sums.length; i++) {
                ExactSum sum = sum(in);
                boolean isNone = sum.doubleValue() == 0;
                in.check(isNone || counts.result().counts().get(i) > 0, "an answer that nobody gave has a weight");
                sums[i] = isNone ? null : sum;
            }
            squares.add(sum(in));
        }

        private static ExactSum sum(StateInput in) {
            ExactSum sum = ExactSum.ofState(in.counts(MOST_STATE));
            BigDecimal exact = sum.exact();
            if (exact.signum() < 0 || exact.compareTo(MOST_WEIGHT) > 0) {
                throw new IllegalArgumentException("state has a sum of weights outside 0.." + MOST_WEIGHT);
            }
            return sum;
        }
    }
}
