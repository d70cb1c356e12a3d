package dev.cxkit.metrics.numeric;

/** Checks of arguments; each is written so that NaN is refused too. */
public final class Check {

    private static final long MOST_TICKS = 1L << 53;

    private Check() {}

    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " is not a finite number");
        }
        return value;
    }

    /** Like {@link #finite}, for arrays: the text is made only when it is needed. */
    public static double finiteAt(int index, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value at index " + index + " " + value + " is not a finite number");
        }
        return value;
    }

    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " " + value + " is not a finite number above 0");
        }
        return value;
    }

    public static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " " + value + " is not a finite number of at least 0");
        }
        return value;
    }

    public static long count(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " " + value + " is below 0");
        }
        return value;
    }

    /** The sum of two counts. */
    public static long sum(String name, long count, long more) {
        long sum = count + more;
        if (sum < 0) {
            throw new ArithmeticException(name + " is beyond 2^63 - 1: " + count + " and " + more);
        }
        return sum;
    }

    /** A whole time that a {@code double} holds. */
    public static long ticks(long time) {
        if (time < 0 || time >= MOST_TICKS) {
            throw new IllegalArgumentException("time " + time + " is outside 0..2^53 - 1");
        }
        return time;
    }

    /** Like {@link #count}, for arrays: the text is made only when it is needed. */
    public static long countAt(int index, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("value at index " + index + " " + value + " is below 0");
        }
        return value;
    }

    public static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value + " is outside 0..1");
        }
        return value;
    }

    /** A probability that is neither sure nor impossible. */
    public static double inside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " " + value + " is not above 0 and below 1");
        }
        return value;
    }

    public static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " " + value + " is below 1");
        }
        return value;
    }

    public static double level(double level) {
        return inside("level", level);
    }

    public static void interval(String name, double value, double low, double high) {
        finite("low", low);
        finite("high", high);
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(name + " " + value + " is outside its interval " + low + ".." + high);
        }
    }
}
