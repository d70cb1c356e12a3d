package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Cholesky;
import dev.cxkit.metrics.stats.ChiSquared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the events at the estimates, from the latest to the earliest: the Schoenfeld residuals against time, and the baseline
 * hazard.
 *
 * <p>The test of proportional hazards is the score test of g(t) times each covariate as further covariates, with g(t) = 1 - S(t-) of the
 * Kaplan-Meier estimate of all.
 */
final class CoxResiduals {

    /** What must be left of the information for a trend in time to be told from its mean. */
    private static final double SINGULAR = 1e-10;

    private final SurvivalTable all;
    private final int p;

    private final double[] score;
    private final double[] mixed;
    private final double[] own;

    /** For each stratum the times, the latest first, and what the hazard grows by at each. */
    private final Map<Integer, List<double[]>> hazards = new LinkedHashMap<>();

    private double trend;
    private double[] step = {};

    CoxResiduals(SurvivalTable all, int p) {
        this.all = all;
        this.p = p;
        score = new double[p];
        mixed = new double[p * p];
        own = new double[p * p];
    }

    /** Goes to a time, which is before the one so far unless the stratum is another. */
    void at(int stratum, double time) {
        int before = all.last(time) - 1;
        trend = before < 0 ? 0 : 1 - all.survival[before];
        step = new double[] {time, 0};
        hazards.computeIfAbsent(stratum, s -> new ArrayList<>()).add(step);
    }

    /** So many events with these covariates. */
    void event(long count, double[] x, int from) {
        for (int j = 0; j < p; j++) {
            score[j] += trend * count * x[from + j];
        }
    }

    /** What an event was expected to have, and the hazard of one with all covariates at their means. */
    void expected(double[] mean, double hazard) {
        for (int j = 0; j < p; j++) {
            score[j] -= trend * mean[j];
        }
        step[1] += hazard;
    }

    /** The covariance of two covariates of an event. */
    void covariance(int j, int k, double value) {
        add(j * p + k, value);
        if (j != k) {
            add(k * p + j, value);
        }
    }

    private void add(int at, double covariance) {
        mixed[at] += trend * covariance;
        own[at] += trend * trend * covariance;
    }

    /** The survival function of a stratum with all covariates at their means, known up to the longest time. */
    PredictedSurvival baseline(int stratum, double end) {
        List<double[]> steps = hazards.getOrDefault(stratum, List.of()).stream()
                .filter(each -> each[1] > 0)
                .toList();
        int size = steps.size();
        double[] times = new double[size];
        double[] cumulative = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double[] step = steps.get(size - 1 - i);
            sum += step[1];
            times[i] = step[0];
            cumulative[i] = sum;
        }
        return new PredictedSurvival(times, cumulative, end);
    }

    /** The test; null where a trend cannot be told from the mean, as where all events are at one time. */
    Cox.@Nullable ProportionalHazards test(List<String> names, Cholesky inverse) {
        double[] left = own.clone();
        for (int j = 0; j < p; j++) {
            double[] column = new double[p];
            for (int i = 0; i < p; i++) {
                column[i] = mixed[i * p + j];
            }
            double[] solved = inverse.solve(column);
            for (int k = 0; k < p; k++) {
                for (int i = 0; i < p; i++) {
                    left[k * p + j] -= mixed[i * p + k] * solved[i];
                }
            }
        }
        Map<String, ChiSquared> each = new LinkedHashMap<>();
        for (int j = 0; j < p; j++) {
            double variance = left[j * p + j];
            if (!(variance > SINGULAR * own[j * p + j])) {
                return null;
            }
            each.put(names.get(j), ChiSquared.of(score[j] * score[j] / variance, 1));
        }
        Cholesky together = new Cholesky(left, p, SINGULAR);
        return together.rank() < p ? null : new Cox.ProportionalHazards(each, ChiSquared.of(together.form(score), p));
    }
}
