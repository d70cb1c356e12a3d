package dev.cxkit.metrics.stats;

import java.util.OptionalDouble;

/** TMP. */
public final class Homogeneity {
    private Homogeneity() {}

    /** TMP. */
    public static OptionalDouble p(double[] first, double[] second) {
        return OptionalDouble.empty();
    }
}
