package dev.cxkit.metrics.stats;

import dev.cxkit.core.check.Require;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts predictions by the range of their probability. */
final class ReliabilityBins implements StateMetric.State<Calibration.Prediction, ReliabilityBins> {

    private static final int MOST = 100;
    private static final int MOST_STATE = 100;
    private static final double SLACK = 1e-12;

    private final long[] events;
    private final long[] n;
    private final ExactSum[] predicted;
    private ExactSum squares = new ExactSum();

    private ReliabilityBins(int bins) {
        events = new long[bins];
        n = new long[bins];
        predicted = new ExactSum[bins];
        Arrays.setAll(predicted, bin -> new ExactSum());
    }

    static Metric<Calibration.Prediction, Calibration> metric(int bins) {
        Require.range("bins", bins, 1, MOST);
        return new StateMetric<>("calibration(" + bins + ")", () -> new ReliabilityBins(bins), ReliabilityBins::result);
    }

    /** The lower end of a bin; that of the one after the last is 1. */
    private double bound(int bin) {
        return (double) bin / n.length;
    }

    private int bin(double probability) {
        int bin = Math.min(n.length - 1, (int) (probability * n.length));
        // The product is rounded, and so may be off by one where the probability is a bound.
        if (probability < bound(bin)) {
            return bin - 1;
        }
        return bin + 1 < n.length && probability >= bound(bin + 1) ? bin + 1 : bin;
    }

    @Override
    public void add(Calibration.Prediction prediction) {
        double probability = prediction.probability();
        int bin = bin(probability);
        double error = (prediction.event() ? 1 : 0) - probability;
        events[bin] += prediction.event() ? 1 : 0;
        n[bin]++;
        predicted[bin].add(probability);
        squares.add(error * error);
    }

    private Calibration result() {
        List<Calibration.Bin> bins = new ArrayList<>();
        for (int i = 0; i < n.length; i++) {
            bins.add(new Calibration.Bin(
                    bound(i), bound(i + 1), predicted[i].doubleValue(), Proportion.of(events[i], n[i])));
        }
        return new Calibration(squares.doubleValue(), bins);
    }

    @Override
    public void merge(ReliabilityBins that) {
        Check.sum("n", Arrays.stream(n).sum(), Arrays.stream(that.n).sum());
        for (int i = 0; i < n.length; i++) {
            events[i] = Math.addExact(events[i], that.events[i]);
            n[i] = Math.addExact(n[i], that.n[i]);
            predicted[i].add(that.predicted[i]);
        }
        squares.add(that.squares);
    }

    @Override
    public void write(StateOutput out) {
        for (int i = 0; i < n.length; i++) {
            out.count(events[i]);
            out.count(n[i]);
            out.counts(predicted[i].state());
        }
        out.counts(squares.state());
    }

    @Override
    public void read(StateInput in) {
        long all = 0;
        for (int i = 0; i < n.length; i++) {
            events[i] = in.count();
            n[i] = in.count();
            all = Math.addExact(all, n[i]);
            predicted[i] = sum(in, bound(i) * n[i], bound(i + 1) * n[i]);
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
