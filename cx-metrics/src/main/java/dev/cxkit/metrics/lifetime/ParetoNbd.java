package dev.cxkit.metrics.lifetime;

import static dev.cxkit.metrics.lifetime.SpecialFunctions.logRising;
import static dev.cxkit.metrics.lifetime.SpecialFunctions.softplus;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The {@index Pareto/NBD} model (Schmittlein, Morrison and Colombo, "Counting your customers", Management Science 33, 1987): orders come at
 * a rate that differs between customers, and a customer may drop out at any time, at a rate that differs as well.
 *
 * @param r the shape of the gamma distribution of the rates of ordering, above 0
 * @param alpha its scale, as a time, above 0
 * @param s the shape of the gamma distribution of the rates of dropping out, above 0
 * @param beta its scale, as a time, above 0
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements TransactionModel, Result {

    /** Further out than the logarithm of the ratio of any two times. */
    private static final double FARTHEST = 1500;

    /** Refuses a parameter that is not a finite number above 0, with an {@link IllegalArgumentException}. */
    public ParetoNbd {
        Check.positive("r", r);
        Check.positive("alpha", alpha);
        Check.positive("s", s);
        Check.positive("beta", beta);
    }

    /** Returns the model with these parameters. */
    public static ParetoNbd of(double r, double alpha, double s, double beta) {
        return new ParetoNbd(r, alpha, s, beta);
    }

    /** Returns the metric of the {@link #fit}; its memory is about 50 bytes for each distinct pattern. */
    public static Metric<RecencyFrequency, Optional<Fit<ParetoNbd>>> metric() {
        return RecencyFrequencyPatterns.metric().then(ParetoNbd::fit);
    }

    /** Returns the maximum-likelihood fit; empty with fewer than two customers or no repeat at all. */
    public static Optional<Fit<ParetoNbd>> fit(RecencyFrequencyPatterns patterns) {
        double time = patterns.scale();
        return patterns.fit(
                List.of("r", "alpha", "s", "beta"),
                ParetoNbdLikelihood::new,
                at -> new ParetoNbd(at[0], at[1], at[2], at[3]),
                new double[] {1, time, 1, time},
                new double[] {0.14, time / Math.E, 0.14, time / Math.E},
                new double[] {0.4, time, Math.E * Math.E, Math.E * Math.E * time},
                new double[] {1, time / Math.E, 0.05, 1e-4 * time},
                new double[] {20, 20 * time, 0.05, 1e-4 * time});
    }

    private double k(RecencyFrequency customer) {
        return r + customer.frequency();
    }

    /** The log odds that the customer has dropped out. */
    private double logOddsDropout(RecencyFrequency customer) {
        double silent = customer.age() - customer.recency();
        DropoutIntegral gone = new DropoutIntegral();
        gone.integrate(k(customer), alpha, s, beta, customer.recency(), customer.age());
        return Math.log(s / (beta + customer.recency()))
                + gone.log
                + k(customer) * Math.log1p(silent / (alpha + customer.recency()))
                + s * Math.log1p(silent / (beta + customer.recency()));
    }

    @Override
    public double logLikelihood(RecencyFrequency customer) {
        return logRising(r, customer.frequency())
                + r * Math.log(alpha)
                - k(customer) * Math.log(alpha + customer.age())
                - s * Math.log1p(customer.age() / beta)
                + softplus(logOddsDropout(customer));
    }

    @Override
    public double probabilityAlive(RecencyFrequency customer, double later) {
        return SpecialFunctions.logistic(-logOddsDropout(customer))
                * Math.exp(-s * Math.log1p(Check.notNegative("later", later) / (beta + customer.age())));
    }

    @Override
    public double expectedOrders(RecencyFrequency customer, double span) {
        double stays = beta + customer.age();
        double u = Check.notNegative("span", span) / stays;
        return probabilityAlive(customer)
                * (k(customer) / (alpha + customer.age()))
                * stays
                * -SpecialFunctions.expm1Over(s - 1, -Math.log1p(u));
    }

    @Override
    public double probabilityOfAnyOrder(RecencyFrequency customer, double span) {
        double scale = alpha + customer.age();
        double k = k(customer);
        return Math.min(1, untilStop(customer, span, y -> -Math.expm1(-k * Math.log1p(y / scale))));
    }

    @Override
    public double probabilityOfOrders(RecencyFrequency customer, double span, int orders) {
        Check.count("orders", orders);
        if (Check.notNegative("span", span) == 0) {
            return orders == 0 ? 1 : 0;
        }
        double gone = orders == 0 ? SpecialFunctions.logistic(logOddsDropout(customer)) : 0;
        double end = Math.log(span);
        double going = Math.exp(
                logWays(customer, orders) + logOneWay(customer, end, orders) - s * softplus(end - logStays(customer)));
        return Math.min(1, gone + probabilityAlive(customer) * (going + stopping(customer, end, orders)));
    }

    private double logStays(RecencyFrequency customer) {
        return Math.log(beta + customer.age());
    }

    private double logScale(RecencyFrequency customer) {
        return Math.log(alpha + customer.age());
    }

    /**
     * With {@link #logOneWay} the log-probability of so many orders in a time, given by its logarithm, of one who does not drop out in it.
     * Each of the two may be far beyond what has an exponential.
     */
    private double logWays(RecencyFrequency customer, int orders) {
        return logRising(k(customer), orders) - LogGamma.value(orders + 1.0);
    }

    private double logOneWay(RecencyFrequency customer, double logTime, int orders) {
        double x = logTime - logScale(customer);
        return -k(customer) * softplus(x) - orders * softplus(-x);
    }

    /**
     * The probability to drop out before the end after so many orders: the integral over the logit v of the share of the span at which the
     * customer drops out. For many orders it is a narrow peak, so the place where its slope is 0 is looked for first.
     */
    private double stopping(RecencyFrequency customer, double end, int orders) {
        double all = k(customer) + orders;
        double low = -FARTHEST;
        double high = FARTHEST;
        double bend = 1;
        while (high - low > 1e-9) {
            double v = (low + high) / 2;
            double time = end - softplus(-v);
            double p = SpecialFunctions.logistic(v);
            double rest = SpecialFunctions.logistic(-v);
            double ordering = SpecialFunctions.logistic(time - logScale(customer));
            double leaving = SpecialFunctions.logistic(time - logStays(customer));
            boolean rises = rest * (1.0 + orders - all * ordering - (s + 1) * leaving) > p;
            low = rises ? v : low;
            high = rises ? high : v;
            bend = p + rest * rest * (all * ordering * (1 - ordering) + (s + 1) * leaving * (1 - leaving));
        }
        double ways = logWays(customer, orders);
        double integral = SpecialFunctions.peak(low, 1 / Math.sqrt(Math.max(1, bend)), v -> {
            double time = end - softplus(-v);
            double late = time - logStays(customer);
            return ways + logOneWay(customer, time, orders) + late - (s + 1) * softplus(late) - softplus(v);
        });
        return s * integral;
    }

    /** The mean of what happens by a time, over the time at which the customer drops out or the span ends. */
    private double untilStop(RecencyFrequency customer, double span, DoubleUnaryOperator by) {
        double stays = beta + customer.age();
        double u = Check.notNegative("span", span) / stays;
        double going = Math.exp(-s * Math.log1p(u)) * by.applyAsDouble(span);
        double stopping = SpecialFunctions.betaMean(
                1, 1, p -> s * u * Math.exp(-(s + 1) * Math.log1p(p * u)) * by.applyAsDouble(p * span));
        return probabilityAlive(customer) * (going + stopping);
    }

    @Override
    public double continuouslyDiscountedOrders(RecencyFrequency customer, double continuousRate) {
        double stays = beta + customer.age();
        return probabilityAlive(customer)
                * (k(customer) / (alpha + customer.age()))
                * stays
                * SpecialFunctions.exponentialIntegral(s, Check.positive("continuousRate", continuousRate) * stays);
    }

    @Override
    public double timeToNextOrder(RecencyFrequency customer, double probability) {
        return Math.min(Double.MAX_VALUE, (alpha + customer.age()) * SpecialFunctions.lomax(k(customer), probability));
    }

    /** Returns the {@code name} of the model, and the parameters. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("name", "pareto-nbd")
                .with("r", r)
                .with("alpha", alpha)
                .with("s", s)
                .with("beta", beta)
                .map();
    }
}
