package dev.cxkit.metrics.quantiles;

import java.io.Serializable;
import java.util.OptionalDouble;

/** The questions to a distribution of values, however they are kept. */
interface EmpiricalDistribution extends Serializable {

    long n();

    boolean isExact();

    OptionalDouble min();

    OptionalDouble max();

    OptionalDouble quantile(double p, QuantileType type);

    /** The values as numbers; equal for equal values that are kept in one way. */
    long[] state();
}
