package dev.cxkit.journey.analysis;

import dev.cxkit.metrics.stats.Moments;
import java.util.OptionalDouble;

/** Two values of the same observations, and their sums, whose spread tells how the two go together. */
record Link(Moments x, Moments y, Moments sum) {

    private static final int FEWEST = 3;

    /** Returns Pearson's correlation (1895), -1..+1; empty for fewer than three observations or without spread. */
    OptionalDouble correlation() {
        double scale = Math.sqrt(x.deviations()) * Math.sqrt(y.deviations());
        if (x.n() < FEWEST || scale == 0) {
            return OptionalDouble.empty();
        }
        double r = (sum.deviations() - x.deviations() - y.deviations()) / (2 * scale);
        return OptionalDouble.of(Math.max(-1, Math.min(1, r)));
    }
}
