package dev.cxkit.metrics.lifetime;

import static dev.cxkit.metrics.lifetime.Special.logRising;
import static dev.cxkit.metrics.lifetime.Special.softplus;

import dev.cxkit.metrics.Metric;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The Pareto/NBD model (Schmittlein, Morrison and Colombo, "Counting your customers", Management Science 33, 1987): orders come at a
 * rate that differs between customers, and a customer may stop at any time, at a rate that differs as well.
 *
 * @param r the shape of the gamma distribution of the rates of ordering, above 0
 * @param alpha its scale, as a time, above 0
 * @param s the shape of the gamma distribution of the rates of stopping, above 0
 * @param beta its scale, as a time, above 0
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements TransactionModel {

    /** Further out than the logarithm of the ratio of any two times. */
    private static final double FARTHEST = 1500;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one is not a finite number above 0
     */
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
    public static Metric<Recency, Optional<Fit<ParetoNbd>>> metric() {
        return Patterns.metric().then(ParetoNbd::fit);
    }

    /** Returns the fit of the greatest likelihood; empty with fewer than two customers or no repeat at all. */
    public static Optional<Fit<ParetoNbd>> fit(Patterns patterns) {
        return patterns.fit(
                List.of("r", "alpha", "s", "beta"),
                new double[] {1, patterns.scale(), 1, patterns.scale()},
                new ParetoNbdLikelihood(patterns),
                at -> new ParetoNbd(at[0], at[1], at[2], at[3]));
    }

    private double k(Recency customer) {
        return r + customer.repeats();
    }

    /** The logarithm of the odds that the customer is gone. */
    private double logOddsGone(Recency customer) {
        double silent = customer.age() - customer.last();
        Gone gone = new Gone();
        gone.integrate(k(customer), alpha, s, beta, customer.last(), customer.age());
        return Math.log(s / (beta + customer.last()))
                + gone.log
                + k(customer) * Math.log1p(silent / (alpha + customer.last()))
                + s * Math.log1p(silent / (beta + customer.last()));
    }

    @Override
    public double logLikelihood(Recency customer) {
        return logRising(r, customer.repeats())
                + r * Math.log(alpha)
                - k(customer) * Math.log(alpha + customer.age())
                - s * Math.log1p(customer.age() / beta)
                + softplus(logOddsGone(customer));
    }

    @Override
    public double alive(Recency customer, double later) {
        return Special.logistic(-logOddsGone(customer))
                * Math.exp(-s * Math.log1p(Check.notNegative("later", later) / (beta + customer.age())));
    }

    @Override
    public double expectedOrders(Recency customer, double span) {
        double stays = beta + customer.age();
        double u = Check.notNegative("span", span) / stays;
        return alive(customer)
                * (k(customer) / (alpha + customer.age()))
                * stays
                * -Special.expm1Over(s - 1, -Math.log1p(u));
    }

    @Override
    public double anyOrder(Recency customer, double span) {
        double scale = alpha + customer.age();
        double k = k(customer);
        return Math.min(1, untilStop(customer, span, y -> -Math.expm1(-k * Math.log1p(y / scale))));
    }

    @Override
    public double probability(Recency customer, double span, int orders) {
        Check.count("orders", orders);
        if (Check.notNegative("span", span) == 0) {
            return orders == 0 ? 1 : 0;
        }
        double gone = orders == 0 ? Special.logistic(logOddsGone(customer)) : 0;
        double end = Math.log(span);
        double going = Math.exp(
                logWays(customer, orders) + logOneWay(customer, end, orders) - s * softplus(end - logStays(customer)));
        return Math.min(1, gone + alive(customer) * (going + stopping(customer, end, orders)));
    }

    private double logStays(Recency customer) {
        return Math.log(beta + customer.age());
    }

    private double logScale(Recency customer) {
        return Math.log(alpha + customer.age());
    }

    /**
     * With {@link #logOneWay} the logarithm of the probability of so many orders in a time, given by its logarithm, of one who does not
     * stop in it. Each of the two may be far beyond what has an exponential.
     */
    private double logWays(Recency customer, int orders) {
        return logRising(k(customer), orders) - LogGamma.value(orders + 1.0);
    }

    private double logOneWay(Recency customer, double logTime, int orders) {
        double x = logTime - logScale(customer);
        return -k(customer) * softplus(x) - orders * softplus(-x);
    }

    /**
     * The probability to stop before the end after so many orders: the integral over the logit v of the share of the span at which the
     * customer stops. For many orders it is a narrow peak, so the place where its slope is 0 is looked for first.
     */
    private double stopping(Recency customer, double end, int orders) {
        double all = k(customer) + orders;
        double low = -FARTHEST;
        double high = FARTHEST;
        double bend = 1;
        while (high - low > 1e-9) {
            double v = (low + high) / 2;
            double time = end - softplus(-v);
            double p = Special.logistic(v);
            double rest = Special.logistic(-v);
            double ordering = Special.logistic(time - logScale(customer));
            double leaving = Special.logistic(time - logStays(customer));
            boolean rises = rest * (1.0 + orders - all * ordering - (s + 1) * leaving) > p;
            low = rises ? v : low;
            high = rises ? high : v;
            bend = p + rest * rest * (all * ordering * (1 - ordering) + (s + 1) * leaving * (1 - leaving));
        }
        double ways = logWays(customer, orders);
        double integral = Special.peak(low, 1 / Math.sqrt(Math.max(1, bend)), v -> {
            double time = end - softplus(-v);
            double late = time - logStays(customer);
            return ways + logOneWay(customer, time, orders) + late - (s + 1) * softplus(late) - softplus(v);
        });
        return s * integral;
    }

    /** The mean of what happens by a time, over the time at which the customer stops or the span ends. */
    private double untilStop(Recency customer, double span, DoubleUnaryOperator by) {
        double stays = beta + customer.age();
        double u = Check.notNegative("span", span) / stays;
        double going = Math.exp(-s * Math.log1p(u)) * by.applyAsDouble(span);
        double stopping = Special.betaMean(
                1, 1, p -> s * u * Math.exp(-(s + 1) * Math.log1p(p * u)) * by.applyAsDouble(p * span));
        return alive(customer) * (going + stopping);
    }

    @Override
    public double discountedOrders(Recency customer, double rate) {
        double stays = beta + customer.age();
        return alive(customer)
                * (k(customer) / (alpha + customer.age()))
                * stays
                * Special.exponentialIntegral(s, Check.positive("rate", rate) * stays);
    }

    @Override
    public double nextOrder(Recency customer, double probability) {
        return Math.min(Double.MAX_VALUE, (alpha + customer.age()) * Special.lomax(k(customer), probability));
    }
}
