package dev.cxkit.metrics.lifetime;

import static org.apache.commons.numbers.gamma.Digamma.value;

import java.util.Arrays;

/** The log-likelihood of Pareto/NBD. */
final class ParetoNbdLikelihood implements MaximumLikelihood.LogLikelihood {

    private final RecencyFrequencyPatterns patterns;
    private final DistinctCounts frequencies;

    ParetoNbdLikelihood(RecencyFrequencyPatterns patterns) {
        this.patterns = patterns;
        this.frequencies = new DistinctCounts(patterns);
    }

    @Override
    public double at(double[] parameters, double[] slope) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        double sum = 0;
        Arrays.fill(slope, 0);
        for (int i = 0; i < frequencies.values.length; i++) {
            double x = frequencies.values[i];
            double times = frequencies.customers[i];
            sum += times * (SpecialFunctions.logRising(r, x) + r * Math.log(alpha) + s * Math.log(beta));
            slope[0] += times * (value(r + x) - value(r) + Math.log(alpha));
            slope[1] += times * r / alpha;
            slope[2] += times * Math.log(beta);
            slope[3] += times * s / beta;
        }
        DropoutIntegral gone = new DropoutIntegral();
        for (int i = 0; i < patterns.size(); i++) {
            double k = r + frequencies.values[frequencies.which[i]];
            double last = patterns.recency[i];
            double age = patterns.age[i];
            double times = patterns.counts[i];
            gone.integrate(k, alpha, s, beta, last, age);
            double logAlpha = Math.log(alpha + age);
            double logBeta = Math.log(beta + age);
            double sinceAlpha = logAlpha - Math.log(alpha + last);
            double sinceBeta = logBeta - Math.log(beta + last);
            double odds = Math.log(s / (beta + last)) + gone.log + k * sinceAlpha + s * sinceBeta;
            double exp = Math.exp(-Math.abs(odds));
            double p = (odds > 0 ? 1 : exp) / (1 + exp);
            sum += times * (Math.max(odds, 0) + Math.log(1 + exp) - k * logAlpha - s * logBeta);
            slope[0] += times * (p * (sinceAlpha - gone.logAlpha) - logAlpha);
            slope[1] -= times * k * ((1 - p) / (alpha + age) + p * gone.overAlpha);
            slope[2] += times * (p * (1 / s + sinceBeta - gone.logBeta) - logBeta);
            slope[3] -= times * (s * (1 - p) / (beta + age) + p * (s + 1) * gone.overBeta);
        }
        return sum;
    }
}
