package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
 */
public record Fit<M>(
        M model,
        Status status,
        long n,
        long excluded,
        double logLikelihood,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors) {

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

    /** Copies the maps. */
    public Fit {
        requireNonNull(model, "model");
        requireNonNull(status, "status");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
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
        double[] errors = isPeak ? maximum.standardErrors() : new double[0];
        Map<String, Double> parameters = new LinkedHashMap<>();
        Map<String, Double> standardErrors = new LinkedHashMap<>();
        for (int i = 0; i < best.length; i++) {
            parameters.put(names.get(i), best[i]);
            if (errors.length > 0) {
                standardErrors.put(names.get(i), best[i] * errors[i]);
            }
        }
        Status status = maximum.isAtBoundary()
                ? Status.BOUNDARY
                : !maximum.isAtMaximum()
                        ? Status.FAILED
                        : errors.length == 0 ? Status.NOT_IDENTIFIED : Status.CONVERGED;
        return new Fit<>(
                model.apply(best),
                status,
                patterns.customers(),
                excluded,
                maximum.logLikelihood(),
                parameters,
                standardErrors);
    }

    Fit<M> withStatus(Status other) {
        return new Fit<>(model, other, n, excluded, logLikelihood, parameters, standardErrors);
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
}
