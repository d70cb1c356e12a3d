package dev.cxkit.metrics.survival;

import dev.cxkit.metrics.numeric.Check;
import java.io.Serializable;

/** The weight of each time with an event in a {@link LogRank} test. It depends on nothing but its arguments. */
@FunctionalInterface
public interface LogRankWeight extends Serializable {

    /** Every event counts the same: the log-rank test, best where the hazards are proportional (Mantel, 1966). */
    LogRankWeight UNWEIGHTED = (atRisk, survival) -> 1;

    /** The number at risk: early differences count more (Gehan, 1965; Breslow, 1970). */
    LogRankWeight GEHAN_BRESLOW = (atRisk, survival) -> (double) atRisk;

    /** The square root of the number at risk (Tarone and Ware, 1977). */
    LogRankWeight TARONE_WARE = (atRisk, survival) -> Math.sqrt(atRisk);

    /**
     * Returns the weight of a time.
     *
     * @param atRisk how many were at risk in all groups, above 0
     * @param survival the survival function of all groups together just before, above 0 and at most 1
     * @return at least 0 and finite
     */
    double at(long atRisk, double survival);

    /**
     * Returns the weights of Fleming and Harrington (1982): the survival just before, to the power of rho; 1 is the test of Peto and Peto.
     *
     * @throws IllegalArgumentException if rho is below 0 or not finite
     */
    static LogRankWeight flemingHarrington(double rho) {
        Check.notNegative("rho", rho);
        return (atRisk, survival) -> Math.pow(survival, rho);
    }
}
