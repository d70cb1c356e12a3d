package dev.cxkit.metrics.lifetime;

import dev.cxkit.metrics.numeric.Check;

/** Checks of the arguments of models; NaN is refused by each. */
final class ModelChecks {

    private ModelChecks() {}

    static double positive(String name, double value) {
        return Check.positive(name, value);
    }

    static double notNegative(String name, double value) {
        return Check.notNegative(name, value);
    }

    static double inside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " " + value + " is not above 0 and below 1");
        }
        return value;
    }

    static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " " + value + " is below 1");
        }
        return value;
    }

    static long count(String name, long value) {
        return Check.count(name, value);
    }
}
