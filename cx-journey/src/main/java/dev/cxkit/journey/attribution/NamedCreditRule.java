package dev.cxkit.journey.attribution;

import java.util.Arrays;
import java.util.List;

/** A rule with a name. */
record NamedCreditRule(String name, CreditRule rule) implements CreditRule {

    @Override
    public double[] shares(List<String> path) {
        return rule.shares(path);
    }

    /** Halves the weight with each half-life; {@code before} says how long before the last touch each is, so one of them is 0. */
    static double[] decaying(double halfLife, double... before) {
        double[] shares = new double[before.length];
        Arrays.setAll(shares, i -> StrictMath.pow(2, -before[i] / halfLife));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / sum);
        return shares;
    }
}
