package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proportional hazards (Cox, 1972): by what factor covariates raise or lower the rate at which something ends, whatever that rate is
 * over time. Ties by Efron (1977).
 *
 * @param status whether there are coefficients, and if not why
 * @param n how many things stand behind it
 * @param events how many of them ended
 * @param nullLogLikelihood the logarithm of the partial likelihood without covariates
 * @param logLikelihood the same at the coefficients; where there are none, that without covariates
 * @param coefficients in the order of the covariates; empty unless the fit converged
 * @param nonEstimable the covariates that kept it from that
 * @param overall the tests of all coefficients together; null unless the fit converged
 */
public record Cox(
        Status status,
        long n,
        long events,
        double nullLogLikelihood,
        double logLikelihood,
        List<Coefficient> coefficients,
        List<String> nonEstimable,
        @Nullable Tests overall) {

    /** How a fit ended. */
    public enum Status {
        /** At the coefficients of the greatest likelihood. */
        CONVERGED,

        /** A covariate is the same for all, or a combination of others, or nothing ended: the information is singular. */
        SINGULAR,

        /** The likelihood has no maximum: it rises as a coefficient goes to infinity, as where all that ended are of one kind. */
        UNBOUNDED,

        /** Not there after so many steps that it will not be. */
        NOT_CONVERGED
    }

    /** Copies the lists. */
    public Cox {
        requireNonNull(status, "status");
        Check.count("n", n);
        Check.count("events", events);
        Check.finite("nullLogLikelihood", nullLogLikelihood);
        Check.finite("logLikelihood", logLikelihood);
        coefficients = List.copyOf(coefficients);
        nonEstimable = List.copyOf(nonEstimable);
    }

    /**
     * What one covariate does.
     *
     * @param name the covariate
     * @param value the logarithm of the factor for one more unit of the covariate
     * @param standardError of the value, above 0
     * @param events how many events stand behind it
     */
    public record Coefficient(String name, double value, double standardError, long events) {

        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if one is outside its range
         */
        public Coefficient {
            requireNonNull(name, "name");
            Check.finite("value", value);
            Check.positive("standard error", standardError);
            Check.positive("events", events);
        }

        /** Returns the value with Wald's interval. */
        public Estimate estimate(double level) {
            return Estimate.wald(value, standardError, level, events);
        }

        /**
         * Returns the factor for one more unit, with its interval; empty where it is beyond all numbers, which calls for a larger unit of
         * the covariate.
         */
        public Optional<Estimate> hazardRatio(double level) {
            Estimate log = estimate(level);
            return Math.exp(log.high()) < Double.POSITIVE_INFINITY
                    ? Optional.of(new Estimate(
                            Math.exp(value), Math.exp(log.low()), Math.exp(log.high()), level, (double) events))
                    : Optional.empty();
        }

        /** Returns Wald's test that the value is 0. */
        public ChiSquared waldTest() {
            double z = value / standardError;
            return ChiSquared.of(z * z, 1);
        }
    }

    /**
     * Three tests that all coefficients are 0, which agree where there is much data.
     *
     * @param likelihoodRatio from the two likelihoods
     * @param wald from the coefficients
     * @param score from the slope of the likelihood without covariates
     */
    public record Tests(ChiSquared likelihoodRatio, ChiSquared wald, ChiSquared score) {

        /** Checks the components. */
        public Tests {
            requireNonNull(likelihoodRatio, "likelihoodRatio");
            requireNonNull(wald, "wald");
            requireNonNull(score, "score");
        }
    }

    /** Returns the tests of all coefficients together; empty unless the fit converged. */
    public Optional<Tests> tests() {
        return Optional.ofNullable(overall);
    }

    /**
     * Returns the metric. It keeps what it was given: memory grows with the number of different observations, 8 bytes for each number. A
     * weight is taken for so many observations.
     *
     * @param survivalTime how long something lasted
     * @param covariates what each covariate is, by name, in the order of the map; a number that is not finite is refused
     * @throws IllegalArgumentException if there is no covariate
     */
    public static <T> Metric<T, Cox> metric(
            Fn<? super T, SurvivalTime> survivalTime, Map<String, ? extends Fn<? super T, Double>> covariates) {
        return CoxRows.of(survivalTime, covariates);
    }

    /**
     * Returns the fit of columns, which are not changed.
     *
     * @param covariates the values of each covariate by its name, in the order of the map; as many as there are durations
     * @throws IllegalArgumentException if there is no covariate, columns differ in length, a time is negative or a number not finite
     */
    public static Cox fit(double[] times, boolean[] events, Map<String, double[]> covariates) {
        return CoxColumns.of(times, events, covariates).fit();
    }
}
