package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cox {@index "proportional hazards"} regression (Cox, 1972): {@index "hazard ratio"}s of covariates, with Efron's handling of ties (1977).
 *
 * <p>The hazard of an observation is h(t) exp(b'x), with a baseline hazard h(t) of any shape and covariates x. The coefficients b maximise
 * the partial likelihood; exp(b) is the factor by which one more unit of a covariate changes the hazard at every time.
 *
 * <ul>
 *   <li>Counted: every row with its frequency, at risk between its entry and its time.
 *   <li>With strata, each has a baseline hazard of its own, and its rows are compared among themselves only; the coefficients are one.
 *   <li>The fit is by Newton-Raphson on centred and scaled covariates; neither the order and split of the rows, nor whether they come as
 *       observations or in arrays, changes a bit of it.
 *   <li>Coefficients, tests and predictions are empty unless the status is {@link Status#CONVERGED}.
 *   <li>Whether the hazards are proportional is tested by {@link #proportionalHazards}; what one with given covariates may expect, and one
 *       who lasted so long, is a {@link PredictedSurvival}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.Cox;
 * import dev.cxkit.metrics.survival.SurvivalTime;
 * import java.util.List;
 * import java.util.Map;
 *
 * record Life(int months, boolean churned, double tickets) {}
 * var lives = List.of(
 *         new Life(2, true, 4), new Life(3, true, 1), new Life(5, true, 3), new Life(6, true, 0), new Life(8, false, 2),
 *         new Life(9, true, 1), new Life(11, false, 0), new Life(12, false, 1), new Life(12, false, 0));
 * Cox cox = Cox.metric((Life life) -> new SurvivalTime(life.months(), life.churned()), Map.of("tickets", Life::tickets))
 *         .over(lives);
 * System.out.println(cox.coefficients().get(0).hazardRatio(0.95).orElseThrow().text(2));
 * // -> 2.35 (0.94 to 5.84 at 95 %, n 5)
 * }</pre>
 *
 * <p>The n of a hazard ratio is the number of events: of these, not of the observations, its information is made.
 *
 * @param status whether the fit has coefficients, and if not why
 * @param n the number of observations
 * @param events how many of them had the event
 * @param nullLogLikelihood the partial log-likelihood without covariates
 * @param logLikelihood the partial log-likelihood at the coefficients; where there are none, that without covariates
 * @param coefficients in the order of the names of the covariates; empty unless the fit converged
 * @param nonEstimable the covariates that kept it from that
 * @param overall the tests of all coefficients together; null unless the fit converged
 * @param proportionality the test of proportional hazards; null unless the fit converged, and where there is nothing to test
 * @param baselines the survival function of each stratum with all covariates at their means, by the name of the stratum; without strata
 *     the name is empty, and there is none unless the fit converged
 */
public record Cox(
        Status status,
        long n,
        long events,
        double nullLogLikelihood,
        double logLikelihood,
        List<Coefficient> coefficients,
        List<String> nonEstimable,
        @Nullable Tests overall,
        @Nullable ProportionalHazards proportionality,
        Map<String, PredictedSurvival> baselines)
        implements Result {

    /** How the fit came out. */
    public enum Status {
        /** At the maximum-likelihood estimates. */
        CONVERGED,

        /** A covariate is constant or a combination of others, or there was no event: the information matrix is singular. */
        SINGULAR,

        /**
         * The likelihood has no maximum: it rises as a coefficient goes to infinity, as where a covariate separates those with an event
         * from all others (monotone likelihood).
         */
        UNBOUNDED,

        /** Not converged after so many iterations that it will not be. */
        NOT_CONVERGED
    }

    public Cox {
        requireNonNull(status, "status");
        Check.count("n", n);
        Check.count("events", events);
        Check.finite("nullLogLikelihood", nullLogLikelihood);
        Check.finite("logLikelihood", logLikelihood);
        coefficients = List.copyOf(coefficients);
        nonEstimable = List.copyOf(nonEstimable);
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    }

    /**
     * The coefficient of one covariate.
     *
     * @param name the covariate
     * @param value the log hazard ratio for one more unit of the covariate
     * @param standardError of the value, above 0
     * @param mean the mean of the covariate over all rows, where the baseline hazard is
     * @param events how many events stand behind it
     */
    public record Coefficient(String name, double value, double standardError, double mean, long events)
            implements Result {

        /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
        public Coefficient {
            requireNonNull(name, "name");
            Check.finite("value", value);
            Check.positive("standard error", standardError);
            Check.finite("mean", mean);
            Check.positive("events", events);
        }

        /** Returns the log hazard ratio with Wald's confidence interval. */
        public Estimate estimate(double level) {
            return Estimate.wald(value, standardError, level, events);
        }

        /**
         * Returns the hazard ratio for one more unit of the covariate, with its confidence interval; empty where that is beyond all
         * numbers, which calls for a larger unit of the covariate.
         */
        public Optional<Estimate> hazardRatio(double level) {
            double margin = Estimate.z(level) * standardError;
            double high = Math.exp(value + margin);
            return high < Double.POSITIVE_INFINITY
                    ? Optional.of(new Estimate(Math.exp(value), Math.exp(value - margin), high, level, (double) events))
                    : Optional.empty();
        }

        /** Returns Wald's test that the coefficient is 0. */
        public ChiSquared waldTest() {
            double z = value / standardError;
            return ChiSquared.of(z * z, 1);
        }

        /** Returns the log hazard ratio with its interval, the covariate, the hazard ratio, the standard error, Wald's test and the mean. */
        @Override
        public Map<String, Object> document() {
            return Document.of(Optional.of(estimate(Estimate.DEFAULT_LEVEL)))
                    .with("name", name)
                    .with("hazardRatio", hazardRatio(Estimate.DEFAULT_LEVEL))
                    .with("standardError", standardError)
                    .with("waldTest", waldTest())
                    .with("mean", mean)
                    .map();
        }

        /** Returns the {@link #text} with two decimals. */
        @Override
        public String toString() {
            return text(2);
        }
    }

    /**
     * Three tests that all coefficients are 0, which agree where there is much data.
     *
     * @param likelihoodRatio from the log-likelihoods with and without covariates
     * @param wald from the coefficients
     * @param score from the gradient of the log-likelihood without covariates
     */
    public record Tests(ChiSquared likelihoodRatio, ChiSquared wald, ChiSquared score) implements Result {

        public Tests {
            requireNonNull(likelihoodRatio, "likelihoodRatio");
            requireNonNull(wald, "wald");
            requireNonNull(score, "score");
        }

        /** Returns the three tests. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("likelihoodRatio", likelihoodRatio)
                    .with("wald", wald)
                    .with("score", score)
                    .map();
        }
    }

    /**
     * Tests of {@index "proportional hazards"}: that the {@index "scaled Schoenfeld residuals"} have no trend in time (Grambsch and
     * Therneau, 1994).
     *
     * <p>Time is transformed to 1 - S(t-) of the Kaplan-Meier estimate of all rows, so that late and rare events have no more weight than
     * others. They are score tests of a covariate times that as a further covariate, as {@code cox.zph} of R has them since version 3 of
     * its survival package (before, and in lifelines, they are approximated).
     *
     * @param covariates the test of each covariate, with one degree of freedom, by its name
     * @param global the test of all together
     */
    public record ProportionalHazards(Map<String, ChiSquared> covariates, ChiSquared global) implements Result {

        public ProportionalHazards {
            covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
            requireNonNull(global, "global");
        }

        /** Returns the test of all together, and of each covariate. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("global", global)
                    .results("covariates", covariates)
                    .map();
        }
    }

    /** Returns the tests of all coefficients together; empty unless the fit converged. */
    public Optional<Tests> tests() {
        return Optional.ofNullable(overall);
    }

    /** Returns the test of proportional hazards; empty unless the fit converged, and where all events are at one time. */
    public Optional<ProportionalHazards> proportionalHazards() {
        return Optional.ofNullable(proportionality);
    }

    /**
     * Returns the survival function that is predicted for these covariates; empty unless the fit converged, and where the hazard ratio is
     * beyond all numbers.
     *
     * @param covariates the value of each covariate of the fit, by its name
     * @throws IllegalArgumentException if they are not those of the fit, a value is not finite, or the fit has strata
     */
    public Optional<PredictedSurvival> survival(Map<String, Double> covariates) {
        return survival(covariates, "");
    }

    /**
     * Returns the survival function that is predicted for these covariates in a stratum; empty unless the fit converged, and where the
     * hazard ratio is beyond all numbers.
     *
     * @param covariates the value of each covariate of the fit, by its name
     * @throws IllegalArgumentException if they are not those of the fit, a value is not finite, or the fit has no such stratum
     */
    public Optional<PredictedSurvival> survival(Map<String, Double> covariates, String stratum) {
        if (status != Status.CONVERGED) {
            return Optional.empty();
        }
        PredictedSurvival baseline = baselines.get(requireNonNull(stratum, "stratum"));
        if (baseline == null) {
            throw new IllegalArgumentException("stratum " + stratum + " is none of " + baselines.keySet());
        }
        List<String> names = coefficients.stream().map(Coefficient::name).toList();
        if (!covariates.keySet().equals(Set.copyOf(names))) {
            throw new IllegalArgumentException(
                    "covariates " + new TreeSet<>(covariates.keySet()) + " are not those of the fit, " + names);
        }
        double sum = 0;
        for (Coefficient each : coefficients) {
            double value = requireNonNull(covariates.get(each.name), each.name);
            sum += each.value * (Check.finite(each.name, value) - each.mean);
        }
        return baseline.times(Math.exp(sum));
    }

    /**
     * Returns the metric. It keeps what it was given: memory grows with the number of distinct observations, 8 bytes for each number. A
     * frequency weight is taken for so many observations.
     *
     * @param survivalTime the survival time of an observation
     * @param covariates the value of each covariate, by name; a number that is not finite is refused. Their order does not matter
     * @throws IllegalArgumentException if there is no covariate
     */
    public static <T> Metric<T, Cox> metric(
            Fn<? super T, SurvivalTime> survivalTime, Map<String, ? extends Fn<? super T, Double>> covariates) {
        CoxRows<T> rows = CoxRows.of(survivalTime, covariates);
        List<String> names = rows.names();
        return rows.metric().then(table -> CoxFit.of(names, Map.of("", table)));
    }

    /**
     * Returns the metric of a fit with strata, as {@link #metric(Fn, Map)}; its memory is twice that.
     *
     * @param stratum the stratum of an observation, such as its country; never null
     * @throws IllegalArgumentException if there is no covariate
     */
    public static <T> Metric<T, Cox> metric(
            Fn<? super T, SurvivalTime> survivalTime,
            Map<String, ? extends Fn<? super T, Double>> covariates,
            Fn<? super T, String> stratum) {
        CoxRows<T> rows = CoxRows.of(survivalTime, covariates);
        List<String> names = rows.names();
        return rows.metric().by(stratum).then(tables -> CoxFit.of(names, tables.each()));
    }

    /**
     * Returns the fit of columns, which are not changed.
     *
     * @param times the time of each event or right-censoring
     * @param events whether the event occurred at each time; else it is right-censored then
     * @param covariates the values of each covariate by its name; as many as there are times
     * @throws IllegalArgumentException if there is no covariate, columns differ in length, a time is negative or a number not finite
     */
    public static Cox fit(double[] times, boolean[] events, Map<String, double[]> covariates) {
        return fit(SurvivalColumns.of(times, events), covariates);
    }

    /**
     * Returns the fit of columns with delayed entry, frequency weights or both.
     *
     * @param covariates the values of each covariate by its name; as many as there are times
     * @throws IllegalArgumentException if there is no covariate, columns differ in length, or a number is not finite
     */
    public static Cox fit(SurvivalColumns times, Map<String, double[]> covariates) {
        return CoxTable.fit(times, covariates);
    }

    /**
     * Returns the fit of columns with strata.
     *
     * @param covariates the values of each covariate by its name; as many as there are times
     * @param strata the stratum of each row
     * @throws IllegalArgumentException if there is no covariate, columns differ in length, or a number is not finite
     */
    public static Cox fit(SurvivalColumns times, Map<String, double[]> covariates, String[] strata) {
        SurvivalColumns.checkLength(strata.length, times.times);
        return CoxTable.fit(times, covariates, strata);
    }

    /** Returns the status, the counts and likelihoods, the coefficients, the tests, and the baselines by stratum. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("status", status)
                .with("n", n)
                .with("events", events)
                .with("nullLogLikelihood", nullLogLikelihood)
                .with("logLikelihood", logLikelihood)
                .with("coefficients", coefficients)
                .with("nonEstimable", nonEstimable)
                .with("tests", overall)
                .with("proportionalHazards", proportionality)
                .results("baselines", baselines)
                .map();
    }
}
