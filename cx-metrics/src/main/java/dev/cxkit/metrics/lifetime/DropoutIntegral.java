package dev.cxkit.metrics.lifetime;

/**
 * The likelihood of Pareto/NBD that a customer dropped out after the last order: the integral over the time y of dropping out, from t to T,
 * of ((alpha + t) / (alpha + y))^k ((beta + t) / (beta + y))^(s + 1). The integrand is positive, so nothing cancels, as the difference of
 * two hypergeometric functions in the textbook does where t is near T or alpha near beta.
 *
 * <p>Gauss and Legendre with 16 points after y + m = (t + m) e^u, with m the smaller of alpha and beta, in as many panels as the integrand
 * asks for.
 */
final class DropoutIntegral {

    private static final double[] POINTS = {
        0.09501250983763744,
        0.2816035507792589,
        0.45801677765722737,
        0.6178762444026438,
        0.755404408355003,
        0.8656312023878318,
        0.9445750230732326,
        0.9894009349916499
    };
    private static final double[] WEIGHTS = {
        0.1894506104550685,
        0.18260341504492358,
        0.16915651939500254,
        0.14959598881657674,
        0.12462897125553388,
        0.09515851168249279,
        0.062253523938647894,
        0.027152459411754096
    };
    /** Within one panel the integrand may fall by e^16 and u grow by 4.5, far enough from the branch points at i pi. */
    private static final double FALL = 16;

    private static final double WIDTH = 4.5;
    private static final double NEGLIGIBLE = 45;

    /** The logarithm of the integral; minus infinity where t = T. */
    double log;

    /** The means, with the integrand as weight, of ln((alpha + y) / (alpha + t)), 1 / (alpha + y), and the same of beta. */
    double logAlpha;

    double overAlpha;
    double logBeta;
    double overBeta;

    void integrate(double k, double alpha, double s, double beta, double t, double age) {
        boolean alphaIsLess = alpha <= beta;
        double small = t + Math.min(alpha, beta);
        double large = t + Math.max(alpha, beta);
        double power = alphaIsLess ? k : s + 1;
        double otherPower = alphaIsLess ? s + 1 : k;
        double ratio = small / large;
        double end = Math.log1p((age - t) / small);
        double least = power - 1 + otherPower * ratio;
        if (least > 0) {
            end = Math.min(end, NEGLIGIBLE / least);
        }
        double grown = ratio * Math.exp(end);
        double most = power + otherPower * grown / (1 - ratio + grown);
        int panels = (int) Math.ceil(Math.max(end * most / FALL, end / WIDTH));
        double half = end / 2 / Math.max(1, panels);
        double sum = 0;
        double logSmall = 0;
        double logLarge = 0;
        double overSmall = 0;
        double overLarge = 0;
        for (int panel = 0; panel < panels; panel++) {
            double middle = (2 * panel + 1) * half;
            for (int i = 0; i < 2 * POINTS.length; i++) {
                double u = middle + (i % 2 == 0 ? half : -half) * POINTS[i / 2];
                double growth = Math.exp(u);
                double largeGrowth = 1 - ratio + ratio * growth;
                double log = Math.log(largeGrowth);
                double part = WEIGHTS[i / 2] * Math.exp((1 - power) * u - otherPower * log);
                sum += part;
                logSmall += part * u;
                logLarge += part * log;
                overSmall += part / growth;
                overLarge += part / largeGrowth;
            }
        }
        log = Math.log(sum * half * small);
        double one = sum > 0 ? 1 / sum : 0;
        logAlpha = one * (alphaIsLess ? logSmall : logLarge);
        logBeta = one * (alphaIsLess ? logLarge : logSmall);
        overAlpha = one * (alphaIsLess ? overSmall / small : overLarge / large);
        overBeta = one * (alphaIsLess ? overLarge / large : overSmall / small);
    }
}
