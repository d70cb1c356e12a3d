package dev.cxkit.metrics.lifetime;

import static dev.cxkit.metrics.lifetime.SpecialFunctions.logBetaRatio;
import static org.apache.commons.numbers.gamma.Digamma.value;

import java.util.Arrays;

/** The log-likelihood of BG/BB. */
final class BgBbLikelihood implements MaximumLikelihood.LogLikelihood {

    private final RecencyFrequencyPatterns patterns;

    BgBbLikelihood(RecencyFrequencyPatterns patterns) {
        this.patterns = patterns;
    }

    @Override
    public double at(double[] parameters, double[] slope) {
        Terms terms = new Terms(parameters[0], parameters[1], parameters[2], parameters[3]);
        double sum = 0;
        Arrays.fill(slope, 0);
        for (int i = 0; i < patterns.size(); i++) {
            terms.of(patterns.frequency[i], patterns.recency[i], patterns.age[i]);
            sum += patterns.counts[i] * (terms.logAlive + SpecialFunctions.softplus(terms.logOddsDropout));
            terms.slope(patterns.counts[i], slope);
        }
        return sum;
    }

    /** The two ways in which a customer can have come to a pattern: alive until now, or dropped out after the last order. */
    static final class Terms {

        private final double alpha;
        private final double beta;
        private final double gamma;
        private final double delta;

        private double x;
        private double last;
        private double n;

        double logAlive;
        double logOddsDropout;

        /** The means over the times of dropping out of the derivatives of the logarithm, beyond those of the first of these times. */
        private double byBoth;

        private double byBeta;
        private double byGammaAndDelta;
        private double byDelta;

        Terms(double alpha, double beta, double gamma, double delta) {
            this.alpha = alpha;
            this.beta = beta;
            this.gamma = gamma;
            this.delta = delta;
        }

        Terms of(double repeats, double lastOrder, double opportunities) {
            x = repeats;
            last = lastOrder;
            n = opportunities;
            logAlive = logBetaRatio(alpha, x, beta, n - x) + logBetaRatio(gamma, 0, delta, n);
            double term = 1;
            double sum = 0;
            double both = 0;
            double misses = 0;
            double stops = 0;
            double stays = 0;
            byBoth = 0;
            byBeta = 0;
            byGammaAndDelta = 0;
            byDelta = 0;
            for (double t = last; t < n; t++) {
                sum += term;
                byBoth += term * both;
                byBeta += term * misses;
                byGammaAndDelta += term * stops;
                byDelta += term * stays;
                both += 1 / (alpha + beta + t);
                misses += 1 / (beta + t - x);
                stops += 1 / (gamma + 1 + delta + t);
                stays += 1 / (delta + t);
                term *= (beta + t - x) / (alpha + beta + t) * ((delta + t) / (gamma + 1 + delta + t));
            }
            double one = sum > 0 ? 1 / sum : 0;
            byBoth *= one;
            byBeta *= one;
            byGammaAndDelta *= one;
            byDelta *= one;
            logOddsDropout = Math.log(sum)
                    + logBetaRatio(alpha, x, beta, last - x)
                    + logBetaRatio(gamma, 1, delta, last)
                    - logAlive;
            return this;
        }

        void slope(double times, double[] slope) {
            double p = times * SpecialFunctions.logistic(logOddsDropout);
            double q = times - p;
            double both = times * value(alpha + beta)
                    - q * value(alpha + beta + n)
                    - p * (value(alpha + beta + last) + byBoth);
            double stops = times * value(gamma + delta)
                    - q * value(gamma + delta + n)
                    - p * (value(gamma + 1 + delta + last) + byGammaAndDelta);
            slope[0] += times * (value(alpha + x) - value(alpha)) + both;
            slope[1] += q * value(beta + n - x) + p * (value(beta + last - x) + byBeta) - times * value(beta) + both;
            slope[2] += p / gamma + stops;
            slope[3] += q * value(delta + n) + p * (value(delta + last) + byDelta) - times * value(delta) + stops;
        }
    }
}
