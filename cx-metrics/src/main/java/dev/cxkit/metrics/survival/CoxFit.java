package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.stats.ChiSquared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Newton-Raphson for the partial log-likelihood of Cox, with ties by Efron; a step that does not raise it is halved. */
final class CoxFit {

    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 40;

    /** A step is the last if no coefficient moves by more, in units of one standard deviation of its covariate. */
    private static final double STILL = 1e-9;

    private static final double ROUNDING = 1e-12;

    /** What must be left of the information on a covariate beside the others, or for each event, to be more than rounding. */
    private static final double SINGULAR = 1e-10;

    private final CoxColumns rows;
    private final int p;
    private final int[] byEntry;
    private final double[] eta;
    private final long n;
    private final long events;

    private final Risk atRisk;
    private final Risk tied;
    private final double[] mean;

    private double logLikelihood;
    private double[] gradient = {};
    private double[] information = {};

    CoxFit(CoxColumns rows) {
        this.rows = rows;
        p = rows.names.size();
        eta = new double[rows.times.length];
        byEntry = byEntry(rows);
        atRisk = new Risk(p);
        tied = new Risk(p);
        mean = new double[p];
        long all = 0;
        long withEvent = 0;
        for (int i = 0; i < rows.times.length; i++) {
            all += rows.frequency(i);
            withEvent += rows.events[i] ? rows.frequency(i) : 0;
        }
        n = all;
        events = withEvent;
    }

    /** The rows with delayed entry, the latest entry first. */
    private static int[] byEntry(CoxColumns rows) {
        double[] entries = rows.entries;
        if (entries == null) {
            return new int[0];
        }
        int late = (int) Arrays.stream(entries).filter(entry -> entry > 0).count();
        return Arrays.copyOf(CoxColumns.latestFirst(entries), late);
    }

    Cox run() {
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
            beta = climb(beta, step);
            inverse = inverse();
            if (inverse.rank() < p) {
                return failed(Cox.Status.UNBOUNDED, nullLogLikelihood, inverse);
            }
            if (Arrays.stream(step).allMatch(each -> Math.abs(each) < STILL)) {
                return converged(beta, nullLogLikelihood, score, inverse);
            }
        }
        return failed(Cox.Status.NOT_CONVERGED, nullLogLikelihood, inverse);
    }

    /** Goes along the step, or a part of it, and shortens the step to what was gone. */
    private double[] climb(double[] from, double... step) {
        double before = logLikelihood;
        for (int halves = 0; ; halves++) {
            double[] to = new double[p];
            for (int j = 0; j < p; j++) {
                to[j] = from[j] + step[j];
            }
            evaluate(to);
            if (logLikelihood >= before - ROUNDING * Math.abs(before) || halves == MOST_HALVINGS) {
                return to;
            }
            for (int j = 0; j < p; j++) {
                step[j] /= 2;
            }
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
        return new Cox(status, n, events, nullLogLikelihood, nullLogLikelihood, List.of(), nonEstimable, null);
    }

    private Cox converged(double[] beta, double nullLogLikelihood, double score, Cholesky inverse) {
        double[] variance = inverse.inverseDiagonal();
        List<Cox.Coefficient> coefficients = new ArrayList<>();
        double wald = 0;
        for (int j = 0; j < p; j++) {
            coefficients.add(new Cox.Coefficient(
                    rows.names.get(j), beta[j] / rows.scale(j), Math.sqrt(variance[j]) / rows.scale(j), events));
            for (int k = 0; k < p; k++) {
                wald += beta[j] * information[j * p + k] * beta[k];
            }
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
                        ChiSquared.of(score, p)));
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
        logLikelihood = 0;
        gradient = new double[p];
        information = new double[p * p];
        atRisk.clear();
        int left = 0;
        int from = 0;
        while (from < eta.length) {
            double time = rows.times[from];
            tied.clear();
            long tiedEvents = 0;
            int to = from;
            for (; to < eta.length && rows.times[to] == time; to++) {
                long count = rows.frequency(to);
                double weight = count * Math.exp(eta[to] - most);
                atRisk.add(weight, rows.x, to * p);
                if (rows.events[to]) {
                    tiedEvents += count;
                    tied.add(weight, rows.x, to * p);
                    logLikelihood += count * (eta[to] - most);
                    for (int j = 0; j < p; j++) {
                        gradient[j] += count * rows.x[to * p + j];
                    }
                }
            }
            for (; left < byEntry.length && entry(byEntry[left]) >= time; left++) {
                int row = byEntry[left];
                atRisk.add(-rows.frequency(row) * Math.exp(eta[row] - most), rows.x, row * p);
            }
            for (long before = 0; before < tiedEvents; before++) {
                event((double) before / tiedEvents);
            }
            from = to;
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                information[k * p + j] = information[j * p + k];
            }
        }
    }

    private double entry(int row) {
        return rows.entries == null ? 0 : rows.entries[row];
    }

    /** One event, when this part of those tied with it is over already. */
    private void event(double part) {
        double weight = atRisk.weight - part * tied.weight;
        logLikelihood -= Math.log(weight);
        int at = 0;
        for (int j = 0; j < p; j++) {
            mean[j] = (atRisk.first[j] - part * tied.first[j]) / weight;
            gradient[j] -= mean[j];
            for (int k = 0; k <= j; k++) {
                information[j * p + k] += (atRisk.second[at] - part * tied.second[at]) / weight - mean[j] * mean[k];
                at++;
            }
        }
    }

    /** Sums over rows of their weight, and of it times the covariates and their products. */
    private static final class Risk {

        private double weight;
        private final double[] first;
        private final double[] second;

        Risk(int p) {
            first = new double[p];
            second = new double[p * (p + 1) / 2];
        }

        void clear() {
            weight = 0;
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
        }

        void add(double w, double[] x, int from) {
            weight += w;
            int at = 0;
            for (int j = 0; j < first.length; j++) {
                double wx = w * x[from + j];
                first[j] += wx;
                for (int k = 0; k <= j; k++) {
                    second[at++] += wx * x[from + k];
                }
            }
        }
    }
}
