package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A maximum-likelihood fit: parameters, {@index "standard errors"}, {@index "log-likelihood"} and convergence status.
 *
 * <ul>
 *   <li>The same customers give the same fit, bit for bit, in any order; there are no random starts.
 *   <li>The log-likelihood may have several tops; it is the highest of those that a search from several starts has found.
 *   <li>Standard errors are empty unless the log-likelihood falls in every direction from the parameters, and at the boundary.
 * </ul>
 *
 * @param <M> the model
 * @param model the model with the best parameters that were found, whatever the status
 * @param status the convergence status
 * @param n the number of customers it is made from, above 0
 * @param excluded how many customers were excluded, since the model cannot take them
 * @param logLikelihood the log-likelihood, in the unit of time or money of the customers
 * @param parameters the parameters by their names in the literature, in the order of the model
 * @param standardErrors those of the parameters, from the observed information in their logarithms; empty unless the log-likelihood falls
 *     in every direction, and at the boundary
 * @param covariance that of the logarithms of the parameters, in their order; empty where the standard errors are
 */
public record Fit<M>(
        M model,
        Status status,
        long n,
        long excluded,
        double logLikelihood,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors,
        List<List<Double>> covariance)
        implements Result {

    /** How the search for the maximum of the likelihood ended. */
    public enum Status {
        /** At a maximum: the log-likelihood falls in every direction. */
        CONVERGED,
        /** It converged, but the mean spend of the population is infinite, so that there is no value to predict. */
        MEAN_UNDEFINED,
        /** A parameter runs to 0 or to infinity (beyond 10,000 times its scale): a simpler model says the same. */
        BOUNDARY,
        /** At a point from which some direction is flat: other parameters are as good. */
        NOT_IDENTIFIED,
        /** The search did not reach a maximum; the model is its best point. */
        FAILED
    }

    private static final double STEP = 1e-4;

    /** Copies maps and lists. */
    public Fit {
        requireNonNull(model, "model");
        requireNonNull(status, "status");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
        covariance = covariance.stream().map(List::copyOf).toList();
    }

    static <M> Fit<M> of(
            List<String> names,
            RecencyFrequencyPatterns patterns,
            long excluded,
            Function<RecencyFrequencyPatterns, MaximumLikelihood.LogLikelihood> likelihood,
            Function<double[], M> model,
            double[]... starts) {
        MaximumLikelihood maximum = MaximumLikelihood.highest(patterns, likelihood, starts);
        double[] best = maximum.parameters();
        boolean isPeak = maximum.isAtMaximum() && !maximum.isAtBoundary();
        double[][] covariance = isPeak ? maximum.covariance() : new double[0][];
        Map<String, Double> parameters = new LinkedHashMap<>();
        Map<String, Double> standardErrors = new LinkedHashMap<>();
        for (int i = 0; i < best.length; i++) {
            parameters.put(names.get(i), best[i]);
            if (covariance.length > 0) {
                standardErrors.put(names.get(i), best[i] * Math.sqrt(covariance[i][i]));
            }
        }
        Status status = maximum.isAtBoundary()
                ? Status.BOUNDARY
                : !maximum.isAtMaximum()
                        ? Status.FAILED
                        : covariance.length == 0 ? Status.NOT_IDENTIFIED : Status.CONVERGED;
        return new Fit<>(
                model.apply(best),
                status,
                patterns.customers(),
                excluded,
                maximum.logLikelihood(),
                parameters,
                standardErrors,
                Arrays.stream(covariance)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    Fit<M> withStatus(Status other) {
        return new Fit<>(model, other, n, excluded, logLikelihood, parameters, standardErrors, covariance);
    }

    /**
     * Returns a parameter with its confidence interval, which is that of its logarithm, so it stays above 0. Empty without standard errors,
     * and where the interval is beyond the range of a double.
     *
     * @throws IllegalArgumentException if the model has no such parameter, or the level is not above 0 and below 1
     */
    public Optional<Estimate> estimate(String parameter, double level) {
        Double value = parameters.get(requireNonNull(parameter, "parameter"));
        if (value == null) {
            throw new IllegalArgumentException("parameter " + parameter + " is none of " + parameters.keySet());
        }
        double z = Estimate.z(level);
        Double error = standardErrors.get(parameter);
        if (error == null) {
            return Optional.empty();
        }
        double times = Math.exp(z * error / value);
        return value * times < Double.POSITIVE_INFINITY
                ? Optional.of(new Estimate(value, value / times, value * times, level, n))
                : Optional.empty();
    }

    /**
     * Returns a probability that the model tells, such as P(alive) of a customer, with its confidence interval: that of its log odds by the
     * {@index "delta method"} from the covariance of the parameters, so it stays within 0..1.
     *
     * <p>{@code fit.probability(model -> model.probabilityAlive(customer), 0.95)}
     *
     * <p>Empty without standard errors, and where no parameter changes it: BG/NBD has everybody without a repeat alive.
     *
     * @param figure the probability by a model, the same whenever it is asked
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> probability(ToDoubleFunction<? super M> figure, double level) {
        double z = Estimate.z(level);
        double value = figure.applyAsDouble(model);
        double logOdds = Math.log(value) - Math.log1p(-value);
        double error = error(other -> {
            double p = figure.applyAsDouble(other);
            return Math.log(p) - Math.log1p(-p);
        });
        return error > 0
                ? Optional.of(new Estimate(
                        value,
                        Math.min(value, SpecialFunctions.logistic(logOdds - z * error)),
                        Math.max(value, SpecialFunctions.logistic(logOdds + z * error)),
                        level,
                        n))
                : Optional.empty();
    }

    /**
     * Returns a number above 0 that the model tells, such as expected orders, with its confidence interval: that of its logarithm by the
     * delta method. It tells how well the expectation is known; what a single customer does varies more.
     *
     * <p>{@code fit.expectation(model -> model.expectedOrders(customer, 52), 0.95)}
     *
     * <p>Empty without standard errors, where no parameter changes it, and where the interval is beyond the range of a double.
     *
     * @param figure the number by a model, the same whenever it is asked
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> expectation(ToDoubleFunction<? super M> figure, double level) {
        return aboveZero(figure.applyAsDouble(model), logError(figure), level, n);
    }

    /** The standard error of the logarithm of a figure; not above 0 where there is none. */
    double logError(ToDoubleFunction<? super M> figure) {
        return error(other -> Math.log(figure.applyAsDouble(other)));
    }

    static Optional<Estimate> aboveZero(double value, double logError, double level, long n) {
        double times = Math.exp(Estimate.z(level) * logError);
        return logError > 0 && value > 0 && value * times < Double.POSITIVE_INFINITY
                ? Optional.of(new Estimate(value, value / times, value * times, level, n))
                : Optional.empty();
    }

    /** The root of the slope times the covariance times the slope; NaN where that is no number, 0 without a covariance. */
    private double error(ToDoubleFunction<? super M> figure) {
        double[] at =
                parameters.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] slope = new double[covariance.size()];
        for (int i = 0; i < slope.length; i++) {
            double[] moved = at.clone();
            moved[i] = at[i] * Math.exp(STEP);
            double above = figure.applyAsDouble(like(moved));
            moved[i] = at[i] * Math.exp(-STEP);
            slope[i] = (above - figure.applyAsDouble(like(moved))) / (2 * STEP);
        }
        double variance = 0;
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope.length; j++) {
                variance += slope[i] * covariance.get(i).get(j) * slope[j];
            }
        }
        return Math.sqrt(variance);
    }

    /** The model with other parameters. */
    @SuppressWarnings("unchecked")
    private M like(double... p) {
        Object like;
        if (model instanceof BgNbd) {
            like = new BgNbd(p[0], p[1], p[2], p[3]);
        } else if (model instanceof MbgNbd) {
            like = new MbgNbd(p[0], p[1], p[2], p[3]);
        } else if (model instanceof ParetoNbd) {
            like = new ParetoNbd(p[0], p[1], p[2], p[3]);
        } else if (model instanceof BgBb) {
            like = new BgBb(p[0], p[1], p[2], p[3]);
        } else if (model instanceof GammaGamma) {
            like = new GammaGamma(p[0], p[1], p[2]);
        } else if (model instanceof ShiftedBetaGeometric) {
            like = new ShiftedBetaGeometric(p[0], p[1]);
        } else {
            throw new IllegalArgumentException("a fit of another model has no covariance of its own");
        }
        return (M) like;
    }

    /**
     * Returns the {@code model}, with its parameters where it is one of this library, the {@code status}, {@code logLikelihood},
     * {@code n}, {@code excluded}, {@code parameters}, {@code standardErrors} and the {@code covariance}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("model", model)
                .with("status", status)
                .with("logLikelihood", logLikelihood)
                .with("n", n)
                .with("excluded", excluded)
                .with("parameters", parameters)
                .with("standardErrors", standardErrors)
                .with("covariance", covariance)
                .map();
    }
}
