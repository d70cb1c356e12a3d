package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts predictions by the range of their probability. */
record ReliabilityBins(int bins) implements Metric<Calibration.Prediction, Calibration> {

    private static final int MOST = 100;
    private static final int MOST_STATE = 100;
    private static final double SLACK = 1e-12;

    ReliabilityBins {
        if (bins < 1 || bins > MOST) {
            throw new IllegalArgumentException("bins " + bins + " is outside 1.." + MOST);
        }
    }

    @Override
    public String definition() {
        return "calibration(" + bins + ")";
    }

    @Override
    public Accumulator<Calibration.Prediction, Calibration> start() {
        return new State(this);
    }

    /** The lower end of a bin; that of the one after the last is 1. */
    private double bound(int bin) {
        return (double) bin / bins;
    }

    private int bin(double probability) {
        int bin = Math.min(bins - 1, (int) (probability * bins));
        // The product is rounded, and so may be off by one where the probability is a bound.
        if (probability < bound(bin)) {
            return bin - 1;
        }
        return bin + 1 < bins && probability >= bound(bin + 1) ? bin + 1 : bin;
    }

    private static final class State extends Accumulator<Calibration.Prediction, Calibration> {

        private final ReliabilityBins metric;
        private final long[] events;
        private final long[] n;
        private final ExactSum[] predicted;
        private ExactSum squares = new ExactSum();

        State(ReliabilityBins metric) {
            super(metric);
            this.metric = metric;
            events = new long[metric.bins];
            n = new long[metric.bins];
            predicted = new ExactSum[metric.bins];
            for (int i = 0; i < metric.bins; i++) {
                predicted[i] = new ExactSum();
            }
        }

        @Override
        public void add(Calibration.Prediction prediction) {
            double probability = prediction.probability();
            int bin = metric.bin(probability);
            double error = (prediction.event() ? 1 : 0) - probability;
            events[bin] += prediction.event() ? 1 : 0;
            n[bin]++;
            predicted[bin].add(probability);
            squares.add(error * error);
        }

        @Override
        public Calibration result() {
            List<Calibration.Bin> bins = new ArrayList<>();
            for (int i = 0; i < n.length; i++) {
                bins.add(new Calibration.Bin(
                        metric.bound(i),
                        metric.bound(i + 1),
                        predicted[i].doubleValue(),
                        Proportion.of(events[i], n[i])));
            }
            return new Calibration(squares.doubleValue(), bins);
        }

        @Override
        protected void absorb(Accumulator<Calibration.Prediction, Calibration> other) {
            State that = (State) other;
            Math.addExact(Arrays.stream(n).sum(), Arrays.stream(that.n).sum());
            for (int i = 0; i < n.length; i++) {
                events[i] = Math.addExact(events[i], that.events[i]);
                n[i] = Math.addExact(n[i], that.n[i]);
                predicted[i].add(that.predicted[i]);
            }
            squares.add(that.squares);
        }

        @Override
        protected void write(StateOutput out) {
            for (int i = 0; i < n.length; i++) {
                out.count(events[i]);
                out.count(n[i]);
                out.counts(predicted[i].state());
            }
            out.counts(squares.state());
        }

        @Override
        protected void read(StateInput in) {
            long all = 0;
            for (int i = 0; i < n.length; i++) {
                events[i] = in.count();
                n[i] = in.count();
                all = Math.addExact(all, n[i]);
                predicted[i] = sum(in, metric.bound(i) * n[i], metric.bound(i + 1) * n[i]);
                in.check(events[i] <= n[i], "more events than predictions");
            }
            squares = sum(in, 0, all);
        }

        private static ExactSum sum(StateInput in, double low, double high) {
            ExactSum sum = ExactSum.ofState(in.counts(MOST_STATE));
            double value = sum.doubleValue();
            // The bounds are rounded, and so is the value.
            in.check(value >= low * (1 - SLACK) && value <= high * (1 + SLACK), "a sum is outside its bin");
            return sum;
        }
    }
}
