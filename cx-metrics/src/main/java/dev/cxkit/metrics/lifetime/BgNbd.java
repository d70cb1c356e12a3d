package dev.cxkit.metrics.lifetime;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.Map;
import java.util.Optional;

/**
 * The beta-geometric/NBD model, {@index BG/NBD} (Fader, Hardie and Lee, "Counting your customers the easy way", Marketing Science 24,
 * 2005): orders come at a rate that differs between customers, and after each <em>repeat</em> order a customer may drop out.
 *
 * <ul>
 *   <li>P(alive) of a customer without a repeat is 1, however long ago the order was. Where there are many of them, take {@link MbgNbd} or
 *       {@link ParetoNbd}.
 *   <li>The fit is empty with fewer than two customers, or without any repeat.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.lifetime.BgNbd;
 * import dev.cxkit.metrics.lifetime.RecencyFrequency;
 * import java.util.ArrayList;
 * import java.util.Locale;
 *
 * var customers = new ArrayList<RecencyFrequency>(); // days: repeats, time of the last one, time since the first order
 * for (int i = 0; i < 60; i++) {
 *     customers.add(i % 3 == 0 ? new RecencyFrequency(0, 0, 90 + i) : new RecencyFrequency(i % 5 + 1, 20 + i, 90 + i));
 * }
 * var fit = BgNbd.metric().over(customers).orElseThrow();
 * System.out.println(fit.status() + " of " + fit.n());
 * var customer = new RecencyFrequency(4, 80, 100);
 * System.out.printf(Locale.ROOT, "%.2f orders in 30 days%n", fit.model().expectedOrders(customer, 30));
 * // -> BOUNDARY of 60
 * // -> 0.54 orders in 30 days
 * }</pre>
 *
 * @param r the shape of the gamma distribution of the rates of ordering, above 0
 * @param alpha its scale, as a time, above 0
 * @param a the first parameter of the beta distribution of the probability to drop out, above 0
 * @param b its second parameter, above 0
 */
public record BgNbd(double r, double alpha, double a, double b) implements BetaGeometric, Result {

    /** Refuses a parameter that is not a finite number above 0, with an {@link IllegalArgumentException}. */
    public BgNbd {
        Check.positive("r", r);
        Check.positive("alpha", alpha);
        Check.positive("a", a);
        Check.positive("b", b);
    }

    /** Returns the model with these parameters. */
    public static BgNbd of(double r, double alpha, double a, double b) {
        return new BgNbd(r, alpha, a, b);
    }

    /** Returns the metric of the {@link #fit}; its memory is about 50 bytes for each distinct pattern. */
    public static Metric<RecencyFrequency, Optional<Fit<BgNbd>>> metric() {
        return RecencyFrequencyPatterns.metric().then(BgNbd::fit);
    }

    /** Returns the {@index "maximum likelihood"} fit; empty with fewer than two customers or no repeat at all. */
    public static Optional<Fit<BgNbd>> fit(RecencyFrequencyPatterns patterns) {
        return BetaGeometric.fit(patterns, false, at -> new BgNbd(at[0], at[1], at[2], at[3]));
    }

    /** Returns the {@code name} of the model, and the parameters. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("name", "bg-nbd")
                .with("r", r)
                .with("alpha", alpha)
                .with("a", a)
                .with("b", b)
                .map();
    }
}
