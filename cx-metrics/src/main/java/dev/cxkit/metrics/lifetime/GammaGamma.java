package dev.cxkit.metrics.lifetime;

import static org.apache.commons.numbers.gamma.Digamma.value;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Gamma-gamma model of {@index "monetary value"}: the expected mean transaction value of a customer, shrunk towards that of all (Fader,
 * Hardie and Lee, Journal of Marketing Research 42, 2005).
 *
 * <p>The amounts of one customer vary around a mean of the customer's own, and few orders say little of it, so it is drawn towards that of
 * all.
 *
 * <ul>
 *   <li>It supposes that those who order more often spend neither more nor less on an order: look at the {@link #correlationMetric}.
 *   <li>{@code p} and {@code gamma} can stand in for each other to some degree: compare predictions between fits, not these.
 *   <li>Excluded: customers with orders and a mean of 0 or below.
 *   <li>The mean is empty where it is infinite, for q of 1 and less.
 * </ul>
 *
 * @param p the shape of the gamma distribution of the amounts of one customer, above 0
 * @param q the shape of the gamma distribution of their scales, above 0
 * @param gamma the scale of that, as an amount, above 0
 */
public record GammaGamma(double p, double q, double gamma) implements Result {

    /** Below so many customers a correlation has no confidence interval. */
    private static final int FEWEST = 4;

    /** Refuses a parameter that is not a finite number above 0, with an {@link IllegalArgumentException}. */
    public GammaGamma {
        Check.positive("p", p);
        Check.positive("q", q);
        Check.positive("gamma", gamma);
    }

    /** Returns the model with these parameters. */
    public static GammaGamma of(double p, double q, double gamma) {
        return new GammaGamma(p, q, gamma);
    }

    /**
     * Returns the metric of the maximum-likelihood fit to the customers with orders and a mean above 0. Those with orders and a mean of 0
     * or below (given away, refunded) are excluded and counted in {@link Fit#excluded}; customers without orders say nothing. Empty with
     * fewer than two customers, or only one mean. The status may be {@link Fit.Status#MEAN_UNDEFINED}. The memory is about 50 bytes for
     * each distinct pair of orders and mean.
     */
    public static Metric<Spend, Optional<Fit<GammaGamma>>> metric() {
        return spendPatterns().then(GammaGamma::fit);
    }

    /**
     * Returns the metric of Pearson's correlation between the number of orders and their mean, of the customers that the fit is made from,
     * with the confidence interval of Fisher's z. Empty below {@value #FEWEST} customers, and where one of the two does not vary.
     */
    public static Metric<Spend, Optional<Estimate>> correlationMetric() {
        return spendPatterns().then(GammaGamma::correlation);
    }

    private static Metric<Spend, RecencyFrequencyPatterns> spendPatterns() {
        return PatternState.metric(
                "patterns of spend",
                (spend, tally) -> tally.add(spend.orders(), spend.mean(), 0, 1),
                (orders, mean, zero) -> new Spend(orders, mean));
    }

    private static Optional<Fit<GammaGamma>> fit(RecencyFrequencyPatterns all) {
        RecencyFrequencyPatterns paying = all.where(i -> all.frequency[i] > 0 && all.recency[i] > 0);
        if (paying.customers() < 2 || Arrays.stream(paying.recency).distinct().count() < 2) {
            return Optional.empty();
        }
        // The geometric mean: the other may be as large as the largest amount.
        double scale = Math.exp(
                paying.mean(Arrays.stream(paying.recency).map(Math::log).toArray()));
        Fit<GammaGamma> fit = Fit.of(
                List.of("p", "q", "gamma"),
                paying,
                all.repeatCustomers() - paying.customers(),
                Likelihood::new,
                at -> new GammaGamma(at[0], at[1], at[2]),
                new double[] {1, 2, scale},
                new double[] {0.14, 0.4, scale},
                new double[] {Math.E * Math.E, Math.E * Math.E, scale});
        return Optional.of(
                fit.status() == Fit.Status.CONVERGED && fit.model().q <= 1
                        ? fit.withStatus(Fit.Status.MEAN_UNDEFINED)
                        : fit);
    }

    private static Optional<Estimate> correlation(RecencyFrequencyPatterns all) {
        RecencyFrequencyPatterns paying = all.where(i -> all.frequency[i] > 0 && all.recency[i] > 0);
        double[] orders = Arrays.stream(paying.frequency).asDoubleStream().toArray();
        double ordersMean = paying.mean(orders);
        double amountMean = paying.mean(paying.recency);
        double both = 0;
        double ofOrders = 0;
        double ofAmounts = 0;
        for (int i = 0; i < paying.size(); i++) {
            double x = orders[i] - ordersMean;
            double m = paying.recency[i] - amountMean;
            both += paying.counts[i] * x * m;
            ofOrders += paying.counts[i] * x * x;
            ofAmounts += paying.counts[i] * m * m;
        }
        long n = paying.customers();
        if (n < FEWEST || ofOrders == 0 || ofAmounts == 0) {
            return Optional.empty();
        }
        double r = Math.max(-1, Math.min(1, both / Math.sqrt(ofOrders) / Math.sqrt(ofAmounts)));
        double margin = Estimate.z(Estimate.DEFAULT_LEVEL) / Math.sqrt(n - 3.0);
        double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
        return Optional.of(new Estimate(
                r, Math.min(r, Math.tanh(z - margin)), Math.max(r, Math.tanh(z + margin)), Estimate.DEFAULT_LEVEL, n));
    }

    /** Returns the mean spend of all customers, those without repeats too; empty where it is infinite, which is for q of 1 and less. */
    public OptionalDouble mean() {
        return mean(Spend.NONE);
    }

    /**
     * Returns the mean that is to be expected of the customer's orders to come. Empty where it is infinite, and where the mean so far
     * is below 0.
     */
    public OptionalDouble mean(Spend spend) {
        // Both sides of the fraction over a large p, with which they would be infinite.
        double over = Math.max(1, p);
        double rest = p / over * spend.orders() + (q - 1) / over;
        return rest <= 0 || spend.mean() < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.min(Double.MAX_VALUE, p / over * (gamma + spend.mean() * spend.orders()) / rest));
    }

    /** Returns the log-likelihood of the mean of one customer, with at least one order and a mean above 0. */
    public double logLikelihood(Spend spend) {
        double x = Check.positive("orders", spend.orders());
        double m = Check.positive("mean", spend.mean());
        return SpecialFunctions.logRising(q, p * x)
                - LogGamma.value(p * x)
                - Math.log(m)
                - q * Math.log1p(m * x / gamma)
                - p * x * Math.log1p(gamma / (m * x));
    }

    /** The log-likelihood of the means; what depends on the orders alone is worked out once for each number of them. */
    private record Likelihood(RecencyFrequencyPatterns patterns, DistinctCounts orders)
            implements MaximumLikelihood.LogLikelihood {

        Likelihood(RecencyFrequencyPatterns patterns) {
            this(patterns, new DistinctCounts(patterns));
        }

        @Override
        public double at(double[] parameters, double[] slope) {
            double p = parameters[0];
            double q = parameters[1];
            double gamma = parameters[2];
            double sum = 0;
            Arrays.fill(slope, 0);
            for (int i = 0; i < orders.values.length; i++) {
                double x = orders.values[i];
                double times = orders.customers[i];
                sum += times * (SpecialFunctions.logRising(q, p * x) - LogGamma.value(p * x));
                slope[0] += times * x * (value(p * x + q) - value(p * x));
                slope[1] += times * (value(p * x + q) - value(q));
            }
            for (int i = 0; i < patterns.size(); i++) {
                double x = orders.values[orders.which[i]];
                double times = patterns.counts[i];
                double total = x * patterns.recency[i];
                double ofGamma = Math.log(gamma / (gamma + total));
                double ofTotal = Math.log(total / (gamma + total));
                sum += times * (q * ofGamma + p * x * ofTotal - Math.log(patterns.recency[i]));
                slope[0] += times * x * ofTotal;
                slope[1] += times * ofGamma;
                slope[2] += times * (q / gamma - (p * x + q) / (gamma + total));
            }
            return sum;
        }
    }

    /** Returns the {@code name} of the model, the parameters, and the {@code mean} of one of whom nothing is known. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("name", "gamma-gamma")
                .with("p", p)
                .with("q", q)
                .with("gamma", gamma)
                .with("mean", mean())
                .map();
    }
}
