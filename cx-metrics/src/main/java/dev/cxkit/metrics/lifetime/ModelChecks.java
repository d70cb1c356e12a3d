package dev.cxkit.metrics.lifetime;

/** Checks of arguments; each is written so that NaN is refused too. */
final class ModelChecks {

    private ModelChecks() {}

    static double positive(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " " + value + " is not a finite number above 0");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " " + value + " is not a finite number of at least 0");
        }
        return value;
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
        if (value < 0) {
            throw new IllegalArgumentException(name + " " + value + " is below 0");
        }
        return value;
    }
}
