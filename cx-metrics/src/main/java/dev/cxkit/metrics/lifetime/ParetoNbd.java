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
        double scale = alpha + customer.age();
        double k = k(customer);
        double ways = logRising(k, orders) - LogGamma.value(orders + 1.0);
        double gone = orders == 0 ? Special.logistic(logOddsGone(customer)) : 0;
        return Math.min(
                1,
                gone
                        + untilStop(
                                customer,
                                span,
                                y -> Math.exp(ways - k * Math.log1p(y / scale)) * Math.pow(y / (scale + y), orders)));
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
