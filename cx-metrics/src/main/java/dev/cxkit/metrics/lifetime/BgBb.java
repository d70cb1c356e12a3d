package dev.cxkit.metrics.lifetime;

import static dev.cxkit.metrics.lifetime.SpecialFunctions.logBetaRatio;
import static dev.cxkit.metrics.lifetime.SpecialFunctions.logRising;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The beta-geometric/beta-Bernoulli model, {@index BG/BB} (Fader, Hardie and Shang, "Customer-base analysis in a discrete-time
 * noncontractual setting", Marketing Science 29, 2010): at each opportunity, such as a yearly appeal or a season, a customer who is alive
 * orders or does not, and may drop out before.
 *
 * <p>Time is counted in opportunities since the first order: the age is how many there were, the recency which of them was the last with an
 * order, and the frequency how many had one. Times that are no whole numbers up to a billion are refused.
 *
 * @param alpha the first parameter of the beta distribution of the probability to order, above 0
 * @param beta its second parameter, above 0
 * @param gamma the first parameter of the beta distribution of the probability to drop out, above 0
 * @param delta its second parameter, above 0
 */
public record BgBb(double alpha, double beta, double gamma, double delta) implements TransactionModel, Result {

    private static final double MOST = 1e9;
    private static final double NEGLIGIBLE = 1e-17;
    private static final String NOT_WHOLE = " is not a whole number of 0..10^9 opportunities";

    /** Refuses a parameter that is not a finite number above 0, with an {@link IllegalArgumentException}. */
    public BgBb {
        Check.positive("alpha", alpha);
        Check.positive("beta", beta);
        Check.positive("gamma", gamma);
        Check.positive("delta", delta);
    }

    /** Returns the model with these parameters. */
    public static BgBb of(double alpha, double beta, double gamma, double delta) {
        return new BgBb(alpha, beta, gamma, delta);
    }

    /** Returns the metric of the {@link #fit}; its memory is about 50 bytes for each distinct pattern. */
    public static Metric<RecencyFrequency, Optional<Fit<BgBb>>> metric() {
        return PatternState.<RecencyFrequency>metric(
                        "patterns of opportunities",
                        (customer, tally) -> tally.add(customer.frequency(), customer.recency(), customer.age(), 1),
                        (frequency, recency, age) -> opportunities(new RecencyFrequency(frequency, recency, age)))
                .then(BgBb::fit);
    }

    /**
     * Returns the maximum-likelihood fit; empty with fewer than two customers or no repeat at all.
     *
     * @throws IllegalArgumentException if a time is no whole number, or there are more repeats than opportunities, naming the first such
     *     pattern and how many customers have one like that
     */
    public static Optional<Fit<BgBb>> fit(RecencyFrequencyPatterns patterns) {
        refuse(patterns);
        return patterns.fit(
                List.of("alpha", "beta", "gamma", "delta"),
                BgBbLikelihood::new,
                at -> new BgBb(at[0], at[1], at[2], at[3]),
                new double[] {1, 1, 1, 1},
                new double[] {0.14, 0.14, 0.14, 1},
                new double[] {0.4, 1, 0.02, 0.05},
                new double[] {1, 1, Math.E * Math.E, Math.E * Math.E},
                new double[] {20, 20, 0.02, 0.02});
    }

    private static void refuse(RecencyFrequencyPatterns patterns) {
        long refused = 0;
        String first = "";
        for (int i = 0; i < patterns.size(); i++) {
            String fault = fault(patterns.recencyFrequency(i));
            if (!fault.isEmpty()) {
                first = refused == 0 ? fault : first;
                refused += patterns.counts[i];
            }
        }
        if (refused > 0) {
            throw new IllegalArgumentException(
                    first + "; such are " + refused + " of " + patterns.customers() + " customers");
        }
    }

    private static double opportunities(RecencyFrequency customer) {
        String fault = fault(customer);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
        return customer.age();
    }

    /** What the model cannot take; blank if nothing. */
    private static String fault(RecencyFrequency customer) {
        if (!isWhole(customer.recency())) {
            return "recency " + customer.recency() + NOT_WHOLE;
        } else if (customer.frequency() > customer.recency()) {
            return "frequency " + customer.frequency() + " is above recency " + customer.recency()
                    + ": there is one order at an opportunity at most";
        }
        return isWhole(customer.age()) ? "" : "age " + customer.age() + NOT_WHOLE;
    }

    private static double whole(String name, double time) {
        if (!isWhole(time)) {
            throw new IllegalArgumentException(name + " " + time + NOT_WHOLE);
        }
        return time;
    }

    private static boolean isWhole(double time) {
        return time >= 0 && time <= MOST && time == Math.rint(time);
    }

    private BgBbLikelihood.Terms terms(RecencyFrequency customer) {
        return new BgBbLikelihood.Terms(alpha, beta, gamma, delta)
                .of(customer.frequency(), customer.recency(), opportunities(customer));
    }

    @Override
    public double logLikelihood(RecencyFrequency customer) {
        BgBbLikelihood.Terms terms = terms(customer);
        return terms.logAlive + SpecialFunctions.softplus(terms.logOddsDropout);
    }

    @Override
    public double probabilityAlive(RecencyFrequency customer, double later) {
        return SpecialFunctions.logistic(-terms(customer).logOddsDropout)
                * Math.exp(logBetaRatio(gamma, 0, delta + customer.age(), whole("later", later)));
    }

    private double ordering(RecencyFrequency customer) {
        return (alpha + customer.frequency()) / (alpha + beta + customer.age());
    }

    @Override
    public double expectedOrders(RecencyFrequency customer, double span) {
        double n = whole("span", span);
        return probabilityAlive(customer)
                * ordering(customer)
                * SpecialFunctions.betaMean(
                        gamma,
                        delta + customer.age(),
                        p -> (1 - p) * -SpecialFunctions.expm1Over(p, n * Math.log1p(-p) / p));
    }

    /** Either the customer ordered so often and is alive, or dropped out after some of the opportunities. */
    @Override
    public double probabilityOfOrders(RecencyFrequency customer, double span, int orders) {
        double n = whole("span", span);
        Check.count("orders", orders);
        double misses = beta + customer.age() - customer.frequency();
        double stays = delta + customer.age();
        double goes = 0;
        for (double i = orders; i <= n; i++) {
            double stops = i == n ? logBetaRatio(gamma, 0, stays, i) : logBetaRatio(gamma, 1, stays, i);
            goes += Math.exp(logRising(i - orders + 1, orders)
                    - LogGamma.value(orders + 1.0)
                    + logBetaRatio(alpha + customer.frequency(), orders, misses, i - orders)
                    + stops);
        }
        double alive = probabilityAlive(customer);
        return Math.min(1, (orders == 0 ? 1 - alive : 0) + alive * goes);
    }

    /** The sum over the opportunities of the chance that the first order comes at it, which keeps the digits of a tiny one. */
    @Override
    public double probabilityOfAnyOrder(RecencyFrequency customer, double span) {
        double n = whole("span", span);
        double misses = beta + customer.age() - customer.frequency();
        double stays = delta + customer.age();
        double all = alpha + beta + customer.age();
        double sum = 0;
        double comes = ordering(customer) * (stays / (gamma + stays));
        for (double i = 1; i <= n && comes * (n - i + 1) > NEGLIGIBLE * sum; i++) {
            sum += comes;
            comes *= (misses + i - 1) / (all + i) * ((stays + i) / (gamma + stays + i));
        }
        return probabilityAlive(customer) * Math.min(1, sum);
    }

    @Override
    public double continuouslyDiscountedOrders(RecencyFrequency customer, double continuousRate) {
        double discount = Math.expm1(Check.positive("continuousRate", continuousRate));
        return probabilityAlive(customer)
                * ordering(customer)
                * SpecialFunctions.betaMean(gamma, delta + customer.age(), p -> (1 - p) / (p + discount));
    }

    /** A whole number of opportunities, at most 10^9. */
    @Override
    public double timeToNextOrder(RecencyFrequency customer, double probability) {
        double silent = Math.log1p(-Check.inside("probability", probability));
        double misses = beta + opportunities(customer) - customer.frequency();
        double low = 0;
        double high = 1;
        while (high < MOST && logBetaRatio(alpha + customer.frequency(), 0, misses, high) > silent) {
            low = high;
            high = Math.min(MOST, 2 * high);
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            boolean more = logBetaRatio(alpha + customer.frequency(), 0, misses, middle) > silent;
            low = more ? middle : low;
            high = more ? high : middle;
        }
        return high;
    }

    /** Returns the {@code name} of the model, and the parameters. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("name", "bg-bb")
                .with("alpha", alpha)
                .with("beta", beta)
                .with("gamma", gamma)
                .with("delta", delta)
                .map();
    }
}
