package dev.cxkit.metrics.survey;

import dev.cxkit.core.check.Require;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.stats.Estimate;

/**
 * Confidence intervals of a Net Promoter Score, or any other share that is in favour less share that is against: adjusted Wald, Wald,
 * {@index bootstrap}. The value is always the raw score; the interval is kept within -1..1 and includes the value.
 */
@SuppressWarnings("ImmutableEnumChecker") // the ends are functions without state
public enum NpsInterval {

    /**
     * Wald's interval after three imaginary answers were added: 3/4 promoter, 3/4 detractor, 3/2 passive (Rocks, 2016). Covers what
     * it promises at small n too; the default.
     */
    ADJUSTED_WALD((favour, against, n, level) ->
            wald((favour * n + 0.75) / (n + 3), (against * n + 0.75) / (n + 3), n + 3, level)),

    /** The normal approximation. It says nothing at all where all answers agree, so beware of it at small n. */
    WALD(NpsInterval::wald),

    /**
     * The percentile bootstrap (Efron, 1979), calculated instead of drawn: the score of n answers, each drawn from those given, has a
     * distribution that is exact up to n = 300 and found by the expansion of Cornish and Fisher (1938) beyond, where the two
     * differ by less than the weight of one answer. So it needs no seed and is the same every time.
     */
    BOOTSTRAP(BootstrapScore::bounds);

    /** The lower and the upper end, not yet kept within -1..1. */
    private interface Bounds {
        double[] of(double favour, double against, double n, double level);
    }

    private final Bounds bounds;

    NpsInterval(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Returns the score with this interval, in -1..1.
     *
     * @param favour the share of those in favour, 0..1
     * @param against the share of those against, 0..1, with {@code favour + against <= 1}
     * @param n the number of answers, above 0; Kish's effective n where they are weighted
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public Estimate of(double favour, double against, double n, double level) {
        if (!(favour >= 0 && against >= 0 && favour + against <= 1 + 1e-9)) {
            throw new IllegalArgumentException("shares " + favour + " and " + against + " are not two parts of 1");
        }
        Require.that(n > 0 && n < Double.POSITIVE_INFINITY, () -> "n " + n + " is not above 0");
        double value = favour - against;
        double[] ends = bounds.of(favour, against, n, level);
        double low = Math.min(value, Math.max(-1, ends[0]));
        double high = Math.max(value, Math.min(1, ends[1]));
        return new Estimate(value, low, high, level, n);
    }

    /** Returns the variance of one answer that counts 1, 0 or -1. */
    static double variance(double favour, double against) {
        double score = favour - against;
        return Math.max(0, favour + against - score * score);
    }

    private static double[] wald(double favour, double against, double n, double level) {
        double margin = Estimate.z(level) * Math.sqrt(variance(favour, against) / n);
        double centre = favour - against;
        return new double[] {centre - margin, centre + margin};
    }

    /** Returns the name, such as {@code adjusted-wald}. */
    @Override
    public String toString() {
        return Definition.text(this);
    }
}
