package dev.cxkit.metrics.lifetime;

/**
 * How likely it is that a customer of Pareto/NBD stopped after the last order: the integral over the time y of stopping, from t to T,
 * of ((alpha + t) / (alpha + y))^k ((beta + t) / (beta + y))^(s + 1). The integrand is positive, so nothing cancels, as the difference
 * of two hypergeometric functions in the textbook does where t is near T or alpha near beta.
 *
 * <p>Gauss and Legendre with 16 points after y + m = (t + m) e^u, with m the smaller of alpha and beta, in as many panels as the
 * integrand asks for.
 */
final class Gone {

    private static final double[] POINTS = {
        0.09501250983763744018532,
        0.2816035507792589132305,
        0.4580167776572273863424,
        0.6178762444026437484467,
        0.7554044083550030338951,
        0.8656312023878317438805,
        0.9445750230732325760779,
        0.9894009349916499325961
    };
    private static final double[] WEIGHTS = {
        0.1894506104550684962854,
        0.1826034150449235888668,
        0.1691565193950025381893,
        0.1495959888165767320815,
        0.1246289712555338720525,
        0.0951585116824927848099,
        0.0622535239386478928628,
        0.0271524594117540948518
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
