package dev.cxkit.metrics.lifetime;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.Map;
import java.util.Optional;

/**
 * The modified beta-geometric/NBD model, {@index MBG/NBD} (Batislam, Denizel and Filiztekin, International Journal of Research in Marketing
 * 24, 2007): like {@link BgNbd}, but a customer may drop out after the first order already.
 *
 * @param r the shape of the gamma distribution of the rates of ordering, above 0
 * @param alpha its scale, as a time, above 0
 * @param a the first parameter of the beta distribution of the probability to drop out, above 0
 * @param b its second parameter, above 0
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BetaGeometric, Result {

    /** Refuses a parameter that is not a finite number above 0, with an {@link IllegalArgumentException}. */
    public MbgNbd {
        Check.positive("r", r);
        Check.positive("alpha", alpha);
        Check.positive("a", a);
        Check.positive("b", b);
    }

    /** Returns the model with these parameters. */
    public static MbgNbd of(double r, double alpha, double a, double b) {
        return new MbgNbd(r, alpha, a, b);
    }

    /** Returns the metric of the {@link #fit}; its memory is about 50 bytes for each distinct pattern. */
    public static Metric<RecencyFrequency, Optional<Fit<MbgNbd>>> metric() {
        return RecencyFrequencyPatterns.metric().then(MbgNbd::fit);
    }

    /** Returns the maximum-likelihood fit; empty with fewer than two customers or no repeat at all. */
    public static Optional<Fit<MbgNbd>> fit(RecencyFrequencyPatterns patterns) {
        return BetaGeometric.fit(patterns, true, at -> new MbgNbd(at[0], at[1], at[2], at[3]));
    }

    /** Returns the {@code name} of the model, and the parameters. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("name", "mbg-nbd")
                .with("r", r)
                .with("alpha", alpha)
                .with("a", a)
                .with("b", b)
                .map();
    }
}
