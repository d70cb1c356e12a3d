package dev.cxkit.metrics.lifetime;

import static dev.cxkit.metrics.lifetime.SpecialFunctions.expm1Over;
import static dev.cxkit.metrics.lifetime.SpecialFunctions.logBetaRatio;
import static dev.cxkit.metrics.lifetime.SpecialFunctions.logRising;
import static dev.cxkit.metrics.lifetime.SpecialFunctions.softplus;

import dev.cxkit.metrics.numeric.Check;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What BG/NBD and MBG/NBD share: orders at a rate with a gamma distribution, and after an order a coin with a beta distribution, which
 * decides whether the customer drops out. With k = r + x and z = t / (alpha + T + t).
 */
sealed interface BetaGeometric extends TransactionModel permits BgNbd, MbgNbd {

    List<String> NAMES = List.of("r", "alpha", "a", "b");

    double r();

    double alpha();

    double a();

    double b();

    /** Whether a customer may drop out after the first order already. */
    private boolean mayDropOutAtFirst() {
        return this instanceof MbgNbd;
    }

    private double throwsOf(RecencyFrequency customer) {
        return customer.frequency() + (mayDropOutAtFirst() ? 1.0 : 0);
    }

    /** The second parameter of the beta distribution after all throws so far at which the customer did not drop out. */
    private double kept(RecencyFrequency customer) {
        return b() + throwsOf(customer);
    }

    private double k(RecencyFrequency customer) {
        return r() + customer.frequency();
    }

    /** The log odds that the customer has dropped out. */
    private double logOddsDropout(RecencyFrequency customer) {
        return customer.frequency() == 0 && !mayDropOutAtFirst()
                ? Double.NEGATIVE_INFINITY
                // A small b would be lost in b + 1 - 1.
                : Math.log(a())
                        - Math.log(b() + (throwsOf(customer) - 1))
                        + k(customer)
                                * Math.log1p((customer.age() - customer.recency()) / (alpha() + customer.recency()));
    }

    @Override
    default double logLikelihood(RecencyFrequency customer) {
        double x = customer.frequency();
        return logRising(r(), x)
                + r() * Math.log(alpha())
                + logBetaRatio(a(), 0, b(), throwsOf(customer))
                - k(customer) * Math.log(alpha() + customer.age())
                + softplus(logOddsDropout(customer));
    }

    @Override
    default double probabilityAlive(RecencyFrequency customer, double later) {
        double u = Check.notNegative("later", later) / (alpha() + customer.age());
        double now = SpecialFunctions.logistic(-logOddsDropout(customer));
        double k = k(customer);
        double c = a() + kept(customer);
        double share = SpecialFunctions.series(-a() * Math.log1p(u), a(), c - k, c, 1, u / (1 + u));
        if (Double.isNaN(share)) {
            share = SpecialFunctions.betaMean(a(), kept(customer), p -> Math.exp(-k * Math.log1p(p * u)));
        }
        return now * Math.min(1, share);
    }

    /** Euler's transform of the textbook's formula, which has no pole; else the mean over the coins. */
    @Override
    default double expectedOrders(RecencyFrequency customer, double span) {
        double u = Check.notNegative("span", span) / (alpha() + customer.age());
        double z = u / (1 + u);
        double log = -Math.log1p(u);
        double k = k(customer);
        double c = a() + kept(customer) - 1;
        double first = -c * expm1Over(a() - 1, log);
        double rest = (c - k) * z * SpecialFunctions.series((a() - 1) * log, a(), c - k + 1, c + 1, 2, z);
        double orders = first - rest;
        if (!SpecialFunctions.keeps(orders, first)) {
            orders = SpecialFunctions.betaMean(a(), kept(customer), p -> -Math.expm1(-k * Math.log1p(p * u)) / p);
        }
        return probabilityAlive(customer) * orders;
    }

    @Override
    default double probabilityOfAnyOrder(RecencyFrequency customer, double span) {
        double u = Check.notNegative("span", span) / (alpha() + customer.age());
        return -probabilityAlive(customer) * Math.expm1(-k(customer) * Math.log1p(u));
    }

    /** Either the customer ordered so often and is alive, or the coin fell after the last of these orders. */
    @Override
    default double probabilityOfOrders(RecencyFrequency customer, double span, int orders) {
        double u = Check.notNegative("span", span) / (alpha() + customer.age());
        double z = u / (1 + u);
        double k = k(customer);
        if (Check.count("orders", orders) == 0) {
            return Math.min(
                    1,
                    SpecialFunctions.logistic(logOddsDropout(customer))
                            + probabilityAlive(customer) * Math.exp(-k * Math.log1p(u)));
        }
        double kept = kept(customer);
        double exactly = Math.exp(
                logRising(k, orders) - LogGamma.value(orders + 1.0) - k * Math.log1p(u) + orders * Math.log(z));
        double atLeast = RegularizedBeta.value(z, orders, k);
        double often = probabilityAlive(customer)
                * Math.exp(logBetaRatio(a(), 0, kept, orders))
                * (exactly + a() / (kept + (orders - 1)) * atLeast);
        return Math.min(1, often);
    }

    /** The mean over the coins: with coin p orders come at the falling rate of Pareto/NBD with a certain time of stopping. */
    @Override
    default double continuouslyDiscountedOrders(RecencyFrequency customer, double continuousRate) {
        double k = k(customer);
        double w = Check.positive("continuousRate", continuousRate) * (alpha() + customer.age());
        return probabilityAlive(customer)
                * SpecialFunctions.betaMean(
                        a(),
                        kept(customer),
                        p -> k / p * SpecialFunctions.exponentialIntegral(k + 1, Math.min(w / p, 1e300)));
    }

    @Override
    default double timeToNextOrder(RecencyFrequency customer, double probability) {
        return Math.min(
                Double.MAX_VALUE, (alpha() + customer.age()) * SpecialFunctions.lomax(k(customer), probability));
    }

    static <M extends BetaGeometric> Optional<Fit<M>> fit(
            RecencyFrequencyPatterns patterns, boolean mayDropOutAtFirst, Function<double[], M> model) {
        double time = patterns.scale();
        return patterns.fit(
                NAMES,
                of -> new BetaGeometricLikelihood(of, mayDropOutAtFirst),
                model,
                new double[] {1, time, 1, 1},
                new double[] {0.14, time / Math.E, 0.14, 1},
                new double[] {0.14, time / (Math.E * Math.E), 0.02, 0.05},
                new double[] {0.4, time, Math.E * Math.E, Math.E * Math.E},
                new double[] {20, 20 * time, 0.02, 0.02});
    }
}
