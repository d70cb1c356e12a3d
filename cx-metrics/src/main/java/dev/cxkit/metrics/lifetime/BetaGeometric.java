package dev.cxkit.metrics.lifetime;

import static dev.cxkit.metrics.lifetime.Special.expm1Over;
import static dev.cxkit.metrics.lifetime.Special.logBetaRatio;
import static dev.cxkit.metrics.lifetime.Special.logRising;
import static dev.cxkit.metrics.lifetime.Special.softplus;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What BG/NBD and MBG/NBD share: orders at a rate with a gamma distribution, and after an order a coin with a beta distribution, which
 * decides whether it was the last. With k = r + x and z = t / (alpha + T + t).
 */
interface BetaGeometric extends TransactionModel {

    List<String> NAMES = List.of("r", "alpha", "a", "b");

    double r();

    double alpha();

    double a();

    double b();

    /** Whether the coin is thrown at the first order too. */
    boolean atFirst();

    private double throwsOf(Recency customer) {
        return customer.repeats() + (atFirst() ? 1.0 : 0);
    }

    /** How often the coin has said "go on", with what was known before: the b of a customer who is one still. */
    private double kept(Recency customer) {
        return b() + throwsOf(customer);
    }

    private double k(Recency customer) {
        return r() + customer.repeats();
    }

    /** The logarithm of the odds that the customer is gone. */
    private double logOddsGone(Recency customer) {
        return customer.repeats() == 0 && !atFirst()
                ? Double.NEGATIVE_INFINITY
                // A small b would be lost in b + 1 - 1.
                : Math.log(a())
                        - Math.log(b() + (throwsOf(customer) - 1))
                        + k(customer) * Math.log1p((customer.age() - customer.last()) / (alpha() + customer.last()));
    }

    @Override
    default double logLikelihood(Recency customer) {
        double x = customer.repeats();
        return logRising(r(), x)
                + r() * Math.log(alpha())
                + logBetaRatio(a(), 0, b(), throwsOf(customer))
                - k(customer) * Math.log(alpha() + customer.age())
                + softplus(logOddsGone(customer));
    }

    @Override
    default double alive(Recency customer, double later) {
        double u = Check.notNegative("later", later) / (alpha() + customer.age());
        double now = Special.logistic(-logOddsGone(customer));
        double k = k(customer);
        double c = a() + kept(customer);
        double share = Special.series(-a() * Math.log1p(u), a(), c - k, c, 1, u / (1 + u));
        if (Double.isNaN(share)) {
            share = Special.betaMean(a(), kept(customer), p -> Math.exp(-k * Math.log1p(p * u)));
        }
        return now * Math.min(1, share);
    }

    /** Euler's transform of the textbook's formula, which has no pole; else the mean over the coins. */
    @Override
    default double expectedOrders(Recency customer, double span) {
        double u = Check.notNegative("span", span) / (alpha() + customer.age());
        double z = u / (1 + u);
        double log = -Math.log1p(u);
        double k = k(customer);
        double c = a() + kept(customer) - 1;
        double first = -c * expm1Over(a() - 1, log);
        double rest = (c - k) * z * Special.series((a() - 1) * log, a(), c - k + 1, c + 1, 2, z);
        double orders = first - rest;
        if (!Special.keeps(orders, first)) {
            orders = Special.betaMean(a(), kept(customer), p -> -Math.expm1(-k * Math.log1p(p * u)) / p);
        }
        return alive(customer) * orders;
    }

    @Override
    default double anyOrder(Recency customer, double span) {
        double u = Check.notNegative("span", span) / (alpha() + customer.age());
        return -alive(customer) * Math.expm1(-k(customer) * Math.log1p(u));
    }

    /** Either the customer ordered so often and goes on, or the coin fell after the last of these orders. */
    @Override
    default double probability(Recency customer, double span, int orders) {
        double u = Check.notNegative("span", span) / (alpha() + customer.age());
        double z = u / (1 + u);
        double k = k(customer);
        if (Check.count("orders", orders) == 0) {
            return Math.min(
                    1, Special.logistic(logOddsGone(customer)) + alive(customer) * Math.exp(-k * Math.log1p(u)));
        }
        double kept = kept(customer);
        double exactly = Math.exp(
                logRising(k, orders) - LogGamma.value(orders + 1.0) - k * Math.log1p(u) + orders * Math.log(z));
        double atLeast = RegularizedBeta.value(z, orders, k);
        double often = alive(customer)
                * Math.exp(logBetaRatio(a(), 0, kept, orders))
                * (exactly + a() / (kept + (orders - 1)) * atLeast);
        return Math.min(1, often);
    }

    /** The mean over the coins: with coin p orders come at the falling rate of Pareto/NBD with a certain time of stopping. */
    @Override
    default double discountedOrders(Recency customer, double rate) {
        double k = k(customer);
        double w = Check.positive("rate", rate) * (alpha() + customer.age());
        return alive(customer)
                * Special.betaMean(
                        a(), kept(customer), p -> k / p * Special.exponentialIntegral(k + 1, Math.min(w / p, 1e300)));
    }

    @Override
    default double nextOrder(Recency customer, double probability) {
        return Math.min(Double.MAX_VALUE, (alpha() + customer.age()) * Special.lomax(k(customer), probability));
    }

    static <M extends BetaGeometric> Optional<Fit<M>> fit(
            Patterns patterns, boolean atFirst, Function<double[], M> model) {
        return patterns.fit(
                NAMES, new double[] {1, patterns.scale(), 1, 1}, new BetaGeometricLikelihood(patterns, atFirst), model);
    }
}
