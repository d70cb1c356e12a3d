package dev.cxkit.metrics.lifetime;

import static dev.cxkit.metrics.lifetime.SpecialFunctions.logBetaRatio;
import static org.apache.commons.numbers.gamma.Digamma.value;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.PatternCounts;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Shifted beta-geometric"} model of contractual retention (Fader and Hardie, "How to project customer retention", Journal of
 * Interactive Marketing 21, 2007): survival, {@index "retention rate"}s, discounted (residual) lifetime.
 *
 * <p>Contracts are renewed period by period, and each customer leaves at a renewal with a probability of the customer's own. Those who
 * leave easily leave first, so the retention rate of a cohort rises with time, and a constant churn rate understates what those who stay
 * are worth.
 *
 * @param alpha the first parameter of the beta distribution of the probability to leave, above 0
 * @param beta its second parameter, above 0
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements Result {

    private static final double MOST = 1e9;

    /** Refuses a parameter that is not a finite number above 0, with an {@link IllegalArgumentException}. */
    public ShiftedBetaGeometric {
        Check.positive("alpha", alpha);
        Check.positive("beta", beta);
    }

    /** Returns the model with these parameters. */
    public static ShiftedBetaGeometric of(double alpha, double beta) {
        return new ShiftedBetaGeometric(alpha, beta);
    }

    /**
     * Returns the metric of the maximum-likelihood fit. A customer who left at the third renewal has a time of 3 periods with an event; one
     * who has renewed three times and stays, 3 periods, right-censored. Times are whole numbers.
     *
     * <ul>
     *   <li>Customers before their first renewal say nothing.
     *   <li>An event after 0 periods, which cannot be, is excluded and counted in {@link Fit#excluded}.
     *   <li>Empty with fewer than two customers, or if nobody left.
     * </ul>
     */
    public static Metric<SurvivalTime, Optional<Fit<ShiftedBetaGeometric>>> metric() {
        return PatternState.<SurvivalTime>metric(
                        "periods until lost",
                        (observed, tally) -> tally.add(
                                whole("time", observed.time()),
                                observed.event() ? 1 : 0,
                                whole("entry", observed.entry()),
                                observed.frequency()),
                        (time, event, entry) -> new SurvivalTime(entry, time, event > 0, 1))
                .then(ShiftedBetaGeometric::fit);
    }

    private static long whole(String name, double periods) {
        if (periods != Math.rint(periods) || periods > MOST) {
            throw new IllegalArgumentException(name + " " + periods + " is not a whole number of 0..10^9 periods");
        }
        return (long) periods;
    }

    /**
     * Returns the fit to one cohort; empty with fewer than two customers, or if nobody left.
     *
     * @param losses how many left at the first renewal, at the second and so on, each at least 0
     * @param survivors how many renewed at all of these, at least 0
     * @throws IllegalArgumentException if a number is below 0
     */
    public static Optional<Fit<ShiftedBetaGeometric>> fit(long[] losses, long survivors) {
        PatternCounts tally = new PatternCounts();
        for (int i = 0; i < losses.length; i++) {
            tally.add(i + 1, 1, 0, Check.count("losses at renewal " + (i + 1), losses[i]));
        }
        tally.add(losses.length, 0, 0, Check.count("survivors", survivors));
        return fit(RecencyFrequencyPatterns.of(tally));
    }

    private static Optional<Fit<ShiftedBetaGeometric>> fit(RecencyFrequencyPatterns all) {
        RecencyFrequencyPatterns seen = all.where(i -> all.frequency[i] > 0);
        long excluded =
                all.where(i -> all.frequency[i] == 0 && all.recency[i] > 0).customers();
        if (seen.customers() < 2 || seen.mean(seen.recency) == 0) {
            return Optional.empty();
        }
        return Optional.of(Fit.of(
                List.of("alpha", "beta"),
                seen,
                excluded,
                of -> (at, slope) -> logLikelihood(of, at[0], at[1], slope),
                at -> new ShiftedBetaGeometric(at[0], at[1]),
                new double[] {1, 1},
                new double[] {0.02, 0.05},
                new double[] {Math.E * Math.E, Math.E * Math.E}));
    }

    private static double logLikelihood(RecencyFrequencyPatterns seen, double alpha, double beta, double[] slope) {
        double sum = 0;
        Arrays.fill(slope, 0);
        for (int i = 0; i < seen.size(); i++) {
            double event = seen.recency[i];
            double entered = beta + seen.age[i];
            double renewed = seen.frequency[i] - event - seen.age[i];
            double both = value(alpha + entered) - value(alpha + entered + renewed + event);
            sum += seen.counts[i] * logBetaRatio(alpha, event, entered, renewed);
            slope[0] += seen.counts[i] * (value(alpha + event) - value(alpha) + both);
            slope[1] += seen.counts[i] * (value(entered + renewed) - value(entered) + both);
        }
        return sum;
    }

    /**
     * Returns the survival function: the share of customers who stay after so many renewals, 0..1.
     *
     * @param renewals at least 0
     */
    public double survival(long renewals) {
        return Math.exp(logBetaRatio(alpha, 0, beta, Check.count("renewals", renewals)));
    }

    /**
     * Returns the retention rate: the share of those who came to a renewal that renews, 0..1; it rises from one renewal to the next.
     *
     * @param renewal 1 for the first
     */
    public double retentionRate(long renewal) {
        double before = beta + Check.count("renewals before it", renewal - 1);
        return before / (alpha + before);
    }

    /**
     * Returns the discounted expected lifetime (DEL): the number of periods paid by a new customer, each discounted to now; the first is
     * paid now. The same as the customer lifetime value with a margin of 1 per period.
     *
     * @param effectiveRate the effective discount rate of one period, above 0: without one it is infinite for alpha of 1 and less
     */
    public double discountedLifetime(double effectiveRate) {
        double d = Check.positive("effectiveRate", effectiveRate);
        return SpecialFunctions.betaMean(alpha, beta, p -> (1 + d) / (p + d));
    }

    /**
     * Returns the discounted expected residual lifetime (DERL): the number of periods still to be paid, each discounted to now, by a
     * customer who is about to renew or not.
     *
     * @param renewals how often the customer has renewed so far, at least 0
     * @param effectiveRate the effective discount rate of one period, above 0
     */
    public double discountedResidualLifetime(long renewals, double effectiveRate) {
        double d = Check.positive("effectiveRate", effectiveRate);
        return SpecialFunctions.betaMean(
                alpha, beta + Check.count("renewals", renewals), p -> (1 - p) * (1 + d) / (p + d));
    }

    /** Returns the {@code name} of the model, and the parameters. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("name", "shifted-beta-geometric")
                .with("alpha", alpha)
                .with("beta", beta)
                .map();
    }
}
