package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.Metric;
import java.util.Optional;

/**
 * The beta-geometric/NBD model (Fader, Hardie and Lee, "Counting your customers the easy way", Marketing Science 24, 2005): orders
 * come at a rate that differs between customers, and after each <em>repeat</em> order a customer may stop.
 *
 * <p>So a customer without a repeat is alive with probability 1, however long ago the order was. Where there are many of them, take
 * {@link MbgNbd} or {@link ParetoNbd}.
 *
 * @param r the shape of the gamma distribution of the rates, above 0
 * @param alpha its scale, as a time, above 0
 * @param a the first parameter of the beta distribution of the probability to stop, above 0
 * @param b its second parameter, above 0
 */
public record BgNbd(double r, double alpha, double a, double b) implements BetaGeometric {

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one is not a finite number above 0
     */
    public BgNbd {
        ModelChecks.positive("r", r);
        ModelChecks.positive("alpha", alpha);
        ModelChecks.positive("a", a);
        ModelChecks.positive("b", b);
    }

    /** Returns the model with these parameters. */
    public static BgNbd of(double r, double alpha, double a, double b) {
        return new BgNbd(r, alpha, a, b);
    }

    /** Returns the metric of the {@link #fit}; its memory is about 50 bytes for each distinct pattern. */
    public static Metric<RecencyFrequency, Optional<Fit<BgNbd>>> metric() {
        return RecencyFrequencyPatterns.metric().then(BgNbd::fit);
    }

    /** Returns the fit of the greatest likelihood; empty with fewer than two customers or no repeat at all. */
    public static Optional<Fit<BgNbd>> fit(RecencyFrequencyPatterns patterns) {
        return BetaGeometric.fit(patterns, false, at -> new BgNbd(at[0], at[1], at[2], at[3]));
    }
}
