package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.numeric.Check;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;

/** The functions that the models are made of, in forms without cancellation. */
final class SpecialFunctions {

    private static final double NEGLIGIBLE = 1e-18;
    /** How many times as large as the result the largest part of it may be: 4 of 16 digits are lost then. */
    private static final double LOST = 1e4;

    /** From here on seven terms of Stirling's series are exact to 16 digits. */
    private static final double STIRLING = 10;

    private static final int MOST_TERMS = 20_000;
    private static final double STEP = 1.0 / 32;
    private static final int FARTHEST = 20 * 32;
    private static final double BELOW_ONE = Math.nextDown(1.0);
    private static final double WIDE_STEP = 0.3;
    private static final double SMALL = 0.1;
    private static final double FAR = 300;

    private SpecialFunctions() {}

    static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** ln(1 + e^x). */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** ln(G(x + n) / G(x)); for large x by Stirling's series, as the two logarithms would have no digits in common with the result. */
    static double logRising(double x, double n) {
        return x < STIRLING
                ? LogGamma.value(x + n) - LogGamma.value(x)
                : (x - 0.5) * Math.log1p(n / x) + n * (Math.log(x + n) - 1) + stirling(x + n) - stirling(x);
    }

    /** The logarithm of B(a + m, b + n) / B(a, b), which is the mean of p^m (1 - p)^n with the beta distribution: at most 0. */
    static double logBetaRatio(double a, double m, double b, double n) {
        return logShare(a, b, n) + logShare(b + n, a, m);
    }

    /** The logarithm of B(a, b + n) / B(a, b): Stirling's series with what cancels left out, and the steps up to where it holds. */
    private static double logShare(double a, double b, double n) {
        double steps = 0;
        double x = b;
        for (; x < STIRLING; x++) {
            // ln(1 + n a / ((a + x + n) x)), where a / x may be beyond the range of a double.
            steps += softplus(Math.log(n / (a + x + n)) + Math.log(a) - Math.log(x));
        }
        double large = (x - 0.5) * Math.log1p(n / (a + x + n) * a / x)
                - n * Math.log1p(a / (x + n))
                - a * Math.log1p(n / (a + x));
        double rest = stirling(x + n) - stirling(x) + (stirling(a + x) - stirling(a + x + n));
        return Math.min(0, large + rest - steps);
    }

    /** What Stirling's formula lacks of ln G(x), for x of at least {@value #STIRLING}. */
    private static double stirling(double x) {
        double y = 1 / (x * x);
        double rest = 1.0 / 1188 - y * (691.0 / 360_360 - y / 156);
        return (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y * rest)))) / x;
    }

    /** (e^(ex) - 1) / e, which is x at e = 0. */
    static double expm1Over(double e, double x) {
        return e == 0 ? x : Math.expm1(e * x) / e;
    }

    /** 1 / (1 - p)^(1/k) - 1, the quantile of Lomax's distribution with the scale 1. */
    static double lomax(double k, double probability) {
        return Math.expm1(-Math.log1p(-Check.inside("probability", probability)) / k);
    }

    /** e^log times the {@link #series}; NaN also where one of them is beyond the range of a double. */
    static double series(double log, double p, double q, double r, double s, double z) {
        return Math.abs(log) < FAR ? Math.exp(log) * series(p, q, r, s, z) : Double.NaN;
    }

    /**
     * The sum over n of z^n times the product over m < n of (p + m)(q + m) / ((r + m)(s + m)): 2F1(p, q; r; z) where s is 1. NaN where
     * it would cancel or take too long.
     */
    private static double series(double p, double q, double r, double s, double z) {
        double sum = 1;
        double magnitude = 1;
        double term = 1;
        double end = NEGLIGIBLE * (1 - z);
        for (int m = 0; m < MOST_TERMS; m++) {
            term *= (p + m) * (q + m) / ((r + m) * (s + m)) * z;
            sum += term;
            magnitude += Math.abs(term);
            if (Math.abs(term) <= end * magnitude) {
                return magnitude <= Math.min(Double.MAX_VALUE, LOST * Math.abs(sum)) ? sum : Double.NaN;
            }
        }
        return Double.NaN;
    }

    /** Whether a difference has kept its digits. */
    static boolean keeps(double result, double part) {
        return Math.abs(part) <= LOST * result;
    }

    /** The integral of e to the function, which has one peak, of about this width; the trapezoidal rule after y = sinh(w). */
    static double peak(double centre, double width, DoubleUnaryOperator log) {
        double sum = 0;
        for (int side = -1; side <= 1; side += 2) {
            for (int i = side < 0 ? 1 : 0; i < FARTHEST; i++) {
                double w = side * i * STEP;
                double part = Math.exp(log.applyAsDouble(centre + width * Math.sinh(w))) * Math.cosh(w);
                sum += part;
                if (part <= NEGLIGIBLE * sum) {
                    break;
                }
            }
        }
        return sum * width * STEP;
    }

    /** The mean of a function of a number p with the beta distribution; the trapezoidal rule after p = logistic(y), y = sinh(w). */
    static double betaMean(double a, double b, DoubleUnaryOperator function) {
        double centre = Math.log(a / b);
        double scale = Math.min(1, Math.sqrt(1 / a + 1 / b));
        double top = -a * softplus(-centre) - b * softplus(centre);
        double weights = 0;
        double sum = 0;
        for (int side = -1; side <= 1; side += 2) {
            for (int i = side < 0 ? 1 : 0; i < FARTHEST; i++) {
                double w = side * i * STEP;
                double y = centre + scale * Math.sinh(w);
                double weight = Math.exp(-a * softplus(-y) - b * softplus(y) - top) * Math.cosh(w);
                double part = weight * function.applyAsDouble(Math.max(1e-300, Math.min(BELOW_ONE, logistic(y))));
                weights += weight;
                sum += part;
                if (weight <= NEGLIGIBLE * weights && part <= NEGLIGIBLE * sum) {
                    break;
                }
            }
        }
        return sum / weights;
    }

    /**
     * The integral over v > 0 of e^(-wv) / (1 + v)^order, which is e^w E(w) with the exponential integral of any order above 0: its
     * continued fraction, and near w = 0, where that is slow, the trapezoidal rule in ln v.
     */
    static double exponentialIntegral(double order, double w) {
        if (w < SMALL) {
            double sum = 0;
            double part = 1;
            // In logarithms, since v itself is beyond the range of a double where w is near its lower end.
            double log = Math.log(Math.max(w, Double.MIN_VALUE));
            for (double y = Math.log(50) - log; part > NEGLIGIBLE * sum || sum == 0; y -= WIDE_STEP) {
                part = Math.exp(y - Math.exp(y + log) - order * softplus(y));
                sum += part;
            }
            return sum * WIDE_STEP;
        }
        double b = w + order;
        double c = Double.MAX_VALUE;
        double d = 1 / b;
        double fraction = d;
        for (int i = 1; i < MOST_TERMS; i++) {
            double a = -i * (order + i - 1);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            fraction *= c * d;
            if (Math.abs(c * d - 1) <= 1e-16) {
                break;
            }
        }
        return fraction;
    }
}
