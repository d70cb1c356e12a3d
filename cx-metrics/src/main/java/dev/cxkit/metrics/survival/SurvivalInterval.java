package dev.cxkit.metrics.survival;

/**
 * Transformation on which the pointwise confidence interval of a survival function is formed (plain, log, log-log).
 *
 * <ul>
 *   <li>Every interval is cut to 0..1.
 *   <li>A survival of 1, before any event, has none, since nothing varies.
 *   <li>A survival of 0 has none, since the standard error says nothing there.
 * </ul>
 */
public enum SurvivalInterval {

    /** The survival plus and minus its standard error times z. */
    PLAIN {
        @Override
        double confidenceLimit(double survival, double sd, double z) {
            return survival + z * survival * sd;
        }
    },

    /** On the logarithm of the survival, like {@code survfit} of R does unless told otherwise. */
    LOG {
        @Override
        double confidenceLimit(double survival, double sd, double z) {
            return survival * Math.exp(z * sd);
        }
    },

    /** On the logarithm of the cumulative hazard (Kalbfleisch and Prentice, 1980), which never leaves 0..1. */
    LOG_LOG {
        @Override
        double confidenceLimit(double survival, double sd, double z) {
            return Math.pow(survival, Math.exp(z * sd / Math.log(survival)));
        }
    };

    /**
     * The confidence limit that is z standard errors away, before it is cut.
     *
     * @param sd the standard error of the logarithm of the survival
     */
    abstract double confidenceLimit(double survival, double sd, double z);

    /**
     * The confidence limit that is z standard errors above, or below where z is negative.
     *
     * @param survival above 0
     * @param variance of the logarithm of the survival
     */
    final double at(double survival, double variance, double z) {
        if (survival == 1) {
            return 1;
        }
        double limit = confidenceLimit(survival, Math.sqrt(variance), z);
        // Cut, and on its own side of the survival whatever was rounded.
        return z < 0 ? Math.max(0, Math.min(survival, limit)) : Math.min(1, Math.max(survival, limit));
    }
}
