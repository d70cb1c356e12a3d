package dev.cxkit.journey.attribution;

import java.util.Arrays;
import java.util.List;

/** The shares of the touches of one path. */
final class Shares {

    /** How far the shares of a rule may be from 1 together. */
    private static final double TOLERANCE = 1e-9;

    private Shares() {}

    static double[] checked(CreditRule rule, List<String> path) {
        double[] shares = rule.shares(path);
        double sum = 0;
        boolean valid = shares.length == path.size();
        for (double share : shares) {
            valid &= share >= 0;
            sum += share;
        }
        if (!valid || !(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException(rule + " gives the shares " + Arrays.toString(shares) + " to "
                    + path.size() + " touches; they must be at least 0 and 1 together");
        }
        return shares;
    }

    /** All to one touch. */
    static double[] only(int touch, int touches) {
        double[] shares = new double[touches];
        shares[touch] = 1;
        return shares;
    }

    /** Halves the weight with each half-life; {@code before} says how long before the last touch each was, so one of them is 0. */
    static double[] decaying(double halfLife, double... before) {
        double[] shares = new double[before.length];
        Arrays.setAll(shares, i -> StrictMath.pow(2, -before[i] / halfLife));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / sum);
        return shares;
    }
}
