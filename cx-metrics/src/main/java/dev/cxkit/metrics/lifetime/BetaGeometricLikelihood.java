package dev.cxkit.metrics.lifetime;

import static org.apache.commons.numbers.gamma.Digamma.value;

import java.util.Arrays;

/** The log-likelihood of BG/NBD and MBG/NBD: what depends on the frequency alone is worked out once for each. */
final class BetaGeometricLikelihood implements MaximumLikelihood.LogLikelihood {

    private final RecencyFrequencyPatterns patterns;
    private final boolean mayDropOutAtFirst;
    private final DistinctCounts frequencies;

    BetaGeometricLikelihood(RecencyFrequencyPatterns patterns, boolean mayDropOutAtFirst) {
        this.patterns = patterns;
        this.mayDropOutAtFirst = mayDropOutAtFirst;
        this.frequencies = new DistinctCounts(patterns);
    }

    @Override
    public double at(double[] parameters, double[] slope) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        int size = frequencies.values.length;
        int[] which = frequencies.which;
        double[] logOdds = new double[size];
        double sum = 0;
        Arrays.fill(slope, 0);
        for (int i = 0; i < size; i++) {
            double x = frequencies.values[i];
            double thrown = x + (mayDropOutAtFirst ? 1 : 0);
            double c = b + thrown;
            logOdds[i] = thrown == 0 ? Double.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + (thrown - 1));
            sum += frequencies.customers[i]
                    * (SpecialFunctions.logRising(r, x)
                            + r * Math.log(alpha)
                            + SpecialFunctions.logBetaRatio(a, 0, b, thrown));
            slope[0] += frequencies.customers[i] * (value(r + x) - value(r) + Math.log(alpha));
            slope[2] += frequencies.customers[i] * (value(a + b) - value(a + c));
            slope[3] += frequencies.customers[i] * (value(c) - value(b) + value(a + b) - value(a + c));
            slope[1] += frequencies.customers[i] * r / alpha;
        }
        double[] stopped = new double[size];
        double[] last = patterns.recency;
        double[] age = patterns.age;
        double logAge = 0;
        double logLast = 0;
        for (int i = 0; i < which.length; i++) {
            // The patterns are in the order of age and last order, so many logarithms are those of the one before.
            if (i == 0 || age[i] != age[i - 1]) {
                logAge = Math.log(alpha + age[i]);
            }
            if (i == 0 || last[i] != last[i - 1]) {
                logLast = Math.log(alpha + last[i]);
            }
            double k = r + frequencies.values[which[i]];
            double times = patterns.counts[i];
            double odds = logOdds[which[i]] + k * (logAge - logLast);
            double exp = Math.exp(-Math.abs(odds));
            double p = (odds > 0 ? 1 : exp) / (1 + exp);
            sum += times * (Math.max(odds, 0) + Math.log(1 + exp) - k * logAge);
            stopped[which[i]] += times * p;
            slope[0] += times * (p * (logAge - logLast) - logAge);
            slope[1] -= times * k * ((1 - p) / (alpha + age[i]) + p / (alpha + last[i]));
        }
        for (int i = 0; i < size; i++) {
            if (stopped[i] > 0) {
                slope[2] += stopped[i] / a;
                slope[3] -= stopped[i] / (b + (frequencies.values[i] + (mayDropOutAtFirst ? 0 : -1)));
            }
        }
        return sum;
    }
}
