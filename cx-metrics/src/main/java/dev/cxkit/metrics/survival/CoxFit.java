package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Cholesky;
import dev.cxkit.metrics.stats.ChiSquared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Newton-Raphson for the partial log-likelihood of Cox, with ties by Efron; a step that does not raise it is halved. */
final class CoxFit {

    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 40;

    /** A whole step of Newton is the last if no coefficient moves by more, in units of one standard deviation of its covariate. */
    private static final double STILL = 1e-9;

    private static final double ROUNDING = 1e-12;

    /** What must be left of the information on a covariate beside the others, or for each event, to be more than rounding. */
    private static final double SINGULAR = 1e-10;

    private final CoxColumns rows;
    private final int p;
    private final int[][] byEntry;
    private final double[] eta;
    private final long n;
    private final long events;

    private final Risk atRisk;
    private final Risk tied;
    private final double[] mean;

    private final CompensatedSums slope;
    private final CompensatedSums bend;
    private double logLikelihood;
    private double[] gradient = {};
    private double[] information = {};

    /** What is made once, at the estimates. */
    private @Nullable CoxResiduals residuals;

    private CoxFit(CoxColumns rows) {
        this.rows = rows;
        p = rows.names.size();
        eta = new double[rows.times.length];
        byEntry = rows.byEntry();
        atRisk = new Risk(p);
        tied = new Risk(p);
        mean = new double[p];
        slope = new CompensatedSums(p + 1);
        bend = new CompensatedSums(p * p);
        long all = 0;
        long withEvent = 0;
        for (int i = 0; i < rows.times.length; i++) {
            all = Math.addExact(all, rows.frequencies[i]);
            withEvent += rows.events[i] ? rows.frequencies[i] : 0;
        }
        n = all;
        events = withEvent;
    }

    /** The fit of the rows of each stratum. */
    static Cox of(List<String> names, Map<String, CoxTable> strata) {
        Map<String, CoxTable> settled = new TreeMap<>(strata);
        settled.values().forEach(CoxTable::settle);
        return new CoxFit(new CoxColumns(names, settled)).run();
    }

    private Cox run() {
        double[] beta = new double[p];
        evaluate(beta);
        double nullLogLikelihood = logLikelihood;
        Cholesky inverse = inverse();
        if (inverse.rank() < p) {
            return failed(Cox.Status.SINGULAR, nullLogLikelihood, inverse);
        }
        double score = inverse.form(gradient);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double[] step = inverse.solve(gradient);
            boolean still = Arrays.stream(step).allMatch(each -> Math.abs(each) < STILL);
            beta = climb(beta, still ? 0 : MOST_HALVINGS, step);
            inverse = inverse();
            if (inverse.rank() < p) {
                return failed(Cox.Status.UNBOUNDED, nullLogLikelihood, inverse);
            }
            if (still) {
                return converged(beta, nullLogLikelihood, score, inverse);
            }
        }
        return failed(Cox.Status.NOT_CONVERGED, nullLogLikelihood, inverse);
    }

    /** Goes along the step, or a part of it. */
    private double[] climb(double[] from, int halvings, double... step) {
        double before = logLikelihood;
        double part = 1;
        for (int halved = 0; ; halved++) {
            double[] to = new double[p];
            for (int j = 0; j < p; j++) {
                to[j] = from[j] + part * step[j];
            }
            evaluate(to);
            if (logLikelihood >= before - ROUNDING * Math.abs(before) || halved == halvings) {
                return to;
            }
            part /= 2;
        }
    }

    private Cholesky inverse() {
        double[] checked = information.clone();
        for (int j = 0; j < p; j++) {
            if (!(checked[j * p + j] > SINGULAR * events)) {
                for (int k = 0; k < p; k++) {
                    checked[j * p + k] = 0;
                    checked[k * p + j] = 0;
                }
            }
        }
        return new Cholesky(checked, p, SINGULAR);
    }

    private Cox failed(Cox.Status status, double nullLogLikelihood, Cholesky inverse) {
        List<String> nonEstimable = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            if (!inverse.isKept(j)) {
                nonEstimable.add(rows.names.get(j));
            }
        }
        return new Cox(
                status, n, events, nullLogLikelihood, nullLogLikelihood, List.of(), nonEstimable, null, null, Map.of());
    }

    private Cox converged(double[] beta, double nullLogLikelihood, double score, Cholesky inverse) {
        CoxResiduals found = new CoxResiduals(rows.curve(), p);
        residuals = found;
        evaluate(beta);
        double[] variance = inverse.inverseDiagonal();
        List<Cox.Coefficient> coefficients = new ArrayList<>();
        double wald = 0;
        for (int j = 0; j < p; j++) {
            coefficients.add(new Cox.Coefficient(
                    rows.names.get(j),
                    beta[j] / rows.scale(j),
                    Math.sqrt(variance[j]) / rows.scale(j),
                    rows.mean(j),
                    events));
            for (int k = 0; k < p; k++) {
                wald += beta[j] * information[j * p + k] * beta[k];
            }
        }
        Map<String, PredictedSurvival> baselines = new LinkedHashMap<>();
        for (int s = 0; s < rows.strata.size(); s++) {
            baselines.put(rows.strata.get(s), found.baseline(s, rows.times[rows.starts[s]]));
        }
        return new Cox(
                Cox.Status.CONVERGED,
                n,
                events,
                nullLogLikelihood,
                logLikelihood,
                coefficients,
                List.of(),
                new Cox.Tests(
                        ChiSquared.of(Math.max(0, 2 * (logLikelihood - nullLogLikelihood)), p),
                        ChiSquared.of(wald, p),
                        ChiSquared.of(score, p)),
                found.test(rows.names, inverse),
                baselines);
    }

    /** The partial log-likelihood with its gradient and the observed information, which is minus its second derivative. */
    private void evaluate(double... beta) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < eta.length; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += beta[j] * rows.x[i * p + j];
            }
            eta[i] = sum;
            most = Math.max(most, sum);
        }
        slope.clear();
        bend.clear();
        for (int stratum = 0; stratum < rows.strata.size(); stratum++) {
            evaluate(stratum, most);
        }
        logLikelihood = slope.get(p);
        gradient = new double[p];
        information = new double[p * p];
        for (int j = 0; j < p; j++) {
            gradient[j] = slope.get(j);
            for (int k = 0; k <= j; k++) {
                information[j * p + k] = bend.get(j * p + k);
                information[k * p + j] = information[j * p + k];
            }
        }
    }

    private void evaluate(int stratum, double most) {
        atRisk.clear();
        int left = 0;
        int from = rows.starts[stratum];
        int end = rows.starts[stratum + 1];
        while (from < end) {
            double time = rows.times[from];
            if (residuals != null) {
                residuals.at(stratum, time);
            }
            tied.clear();
            long tiedEvents = 0;
            int to = from;
            for (; to < end && rows.times[to] == time; to++) {
                long count = rows.frequencies[to];
                double weight = count * Math.exp(eta[to] - most);
                atRisk.add(weight, rows.x, to * p);
                if (rows.events[to]) {
                    tiedEvents += count;
                    tied.add(weight, rows.x, to * p);
                    slope.add(p, count * (eta[to] - most));
                    for (int j = 0; j < p; j++) {
                        slope.add(j, count * rows.x[to * p + j]);
                    }
                    if (residuals != null) {
                        residuals.event(count, rows.x, to * p);
                    }
                }
            }
            for (; left < byEntry[stratum].length && rows.entries[byEntry[stratum][left]] >= time; left++) {
                int row = byEntry[stratum][left];
                atRisk.add(-rows.frequencies[row] * Math.exp(eta[row] - most), rows.x, row * p);
            }
            for (long before = 0; before < tiedEvents; before++) {
                event((double) before / tiedEvents, most);
            }
            from = to;
        }
    }

    /** One event, when this part of those tied with it is over already. */
    private void event(double part, double most) {
        double weight = atRisk.get(0) - part * tied.get(0);
        slope.add(p, -Math.log(weight));
        for (int j = 0; j < p; j++) {
            mean[j] = (atRisk.get(1 + j) - part * tied.get(1 + j)) / weight;
            slope.add(j, -mean[j]);
        }
        if (residuals != null) {
            // One with all covariates at their means has the weight exp(0 - most).
            residuals.expected(mean, Math.exp(-most) / weight);
        }
        int at = 1 + p;
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                double covariance = (atRisk.get(at) - part * tied.get(at)) / weight - mean[j] * mean[k];
                bend.add(j * p + k, covariance);
                if (residuals != null) {
                    residuals.covariance(j, k, covariance);
                }
                at++;
            }
        }
    }

    /** Sums over rows of their weight, of it times the covariates, and times their products. */
    private static final class Risk extends CompensatedSums {

        private final int p;

        Risk(int p) {
            super(1 + p + p * (p + 1) / 2);
            this.p = p;
        }

        void add(double w, double[] x, int from) {
            add(0, w);
            int at = 1 + p;
            for (int j = 0; j < p; j++) {
                double wx = w * x[from + j];
                add(1 + j, wx);
                for (int k = 0; k <= j; k++) {
                    add(at++, wx * x[from + k]);
                }
            }
        }
    }
}
