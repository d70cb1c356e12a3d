package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which touches of a path get the credit for the goal, by a convention. A host may supply its own. For a decay by time, which the
 * labels of a path do not tell, there is {@link TimeDecay}.
 */
@FunctionalInterface
public interface CreditRule extends Serializable {

    /**
     * Returns the share of each touch: as many as there are touches, none negative, 1 together.
     *
     * @param path the labels in order, at least one; unmodifiable
     */
    double[] shares(List<String> path);

    /** Returns the rule by which the first touch gets all. */
    static CreditRule firstTouch() {
        return named("first", path -> only(0, path.size()));
    }

    /** Returns the rule by which the last touch gets all. */
    static CreditRule lastTouch() {
        return named("last", path -> only(path.size() - 1, path.size()));
    }

    /** Returns the rule by which the last touch of another label gets all; the last touch where there is no other. */
    static CreditRule lastTouchExcept(String label) {
        requireNonNull(label, "label");
        return named(Definition.of("last-except", label), path -> {
            int touch = path.size() - 1;
            while (touch >= 0 && path.get(touch).equals(label)) {
                touch--;
            }
            return only(touch < 0 ? path.size() - 1 : touch, path.size());
        });
    }

    /** Returns the rule by which all touches get the same, so a label that is there twice gets two parts. */
    static CreditRule linear() {
        return named("linear", CreditRule::equal);
    }

    private static double[] equal(List<String> path) {
        double[] shares = new double[path.size()];
        Arrays.fill(shares, 1.0 / shares.length);
        return shares;
    }

    /**
     * Returns the rule by which all labels of a path get the same, however often they are there. This is the Shapley value where a
     * path is worth something to those who hold all of its labels.
     */
    static CreditRule linearUnique() {
        return named("linear-unique", path -> {
            Map<String, Integer> times = new HashMap<>();
            path.forEach(label -> times.merge(label, 1, Integer::sum));
            double[] shares = new double[path.size()];
            Arrays.setAll(shares, i -> 1.0 / times.size() / times.getOrDefault(path.get(i), 1));
            return shares;
        });
    }

    /** Returns the rule by which the first and the last touch get 40 % each and those between them 20 %; of two, each gets half. */
    static CreditRule positionBased() {
        return named("position", path -> {
            int touches = path.size();
            if (touches <= 2) {
                return equal(path);
            }
            double[] shares = new double[touches];
            Arrays.fill(shares, 0.2 / (touches - 2));
            shares[0] = 0.4;
            shares[touches - 1] = 0.4;
            return shares;
        });
    }

    /**
     * Returns the rule by which a touch gets half of what the one so many places after it gets.
     *
     * @param halfLife in places, above 0
     * @throws IllegalArgumentException if it is not above 0 or not finite
     */
    static CreditRule positionDecay(double halfLife) {
        if (!(halfLife > 0) || Double.isInfinite(halfLife)) {
            throw new IllegalArgumentException("half-life " + halfLife + " is not above 0 and finite");
        }
        return named("decay(" + halfLife + " places)", path -> {
            double[] before = new double[path.size()];
            Arrays.setAll(before, i -> path.size() - 1 - i);
            return NamedCreditRule.decaying(halfLife, before);
        });
    }

    /** Returns the same rule with a name, which {@link RuleAttribution} tells. */
    static CreditRule named(String name, CreditRule rule) {
        return new NamedCreditRule(requireNonNull(name, "name"), requireNonNull(rule, "rule"));
    }

    private static double[] only(int touch, int touches) {
        double[] shares = new double[touches];
        shares[touch] = 1;
        return shares;
    }

    /**
     * Shares out the conversions and the value of a table. A table without a conversion gives 0 to every label.
     *
     * @throws IllegalArgumentException if the rule gives other than one share of at least 0 for each touch, or not 1 together
     */
    default RuleAttribution attribute(PathTable table) {
        requireNonNull(table, "table");
        Map<String, double[]> sums = new TreeMap<>();
        for (PathRow row : table.rows()) {
            List<String> path = row.path();
            double[] shares = path.isEmpty() ? new double[0] : checked(path);
            for (int i = 0; i < shares.length; i++) {
                double[] sum = sums.computeIfAbsent(path.get(i), label -> new double[2]);
                sum[0] += shares[i] * row.totals().conversions();
                sum[1] += shares[i] * row.totals().value();
            }
        }
        Map<String, Credit> credits = new TreeMap<>();
        sums.forEach((label, sum) -> credits.put(label, new Credit(sum[0], sum[1])));
        return new RuleAttribution(toString(), table.attributable(), table.unattributable(), credits);
    }

    private double[] checked(List<String> path) {
        double[] shares = shares(path);
        double sum = 0;
        boolean valid = shares.length == path.size();
        for (double share : shares) {
            valid &= share >= 0;
            sum += share;
        }
        if (!valid || !(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException(this + " gives the shares " + Arrays.toString(shares) + " to "
                    + path.size() + " touches; they must be at least 0 and 1 together");
        }
        return shares;
    }
}
