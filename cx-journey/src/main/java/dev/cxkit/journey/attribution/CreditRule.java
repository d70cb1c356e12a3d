package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
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
    static CreditRule first() {
        return PositionRule.FIRST;
    }

    /** Returns the rule by which the last touch gets all. */
    static CreditRule last() {
        return PositionRule.LAST;
    }

    /** Returns the rule by which the last touch of another label gets all; the last touch where there is no other. */
    static CreditRule lastExcept(String label) {
        return new LastExcept(label);
    }

    /** Returns the rule by which all touches get the same, so a label that is there twice gets two parts. */
    static CreditRule linear() {
        return PositionRule.LINEAR;
    }

    /**
     * Returns the rule by which all labels of a path get the same, however often they are there. This is the Shapley value where a
     * path is worth something to those who hold all of its labels.
     */
    static CreditRule linearUnique() {
        return PositionRule.LINEAR_UNIQUE;
    }

    /** Returns the rule by which the first and the last touch get 40 % each and those between them 20 %; of two, each gets half. */
    static CreditRule position() {
        return PositionRule.POSITION;
    }

    /**
     * Returns the rule by which a touch gets half of what the one so many places after it gets.
     *
     * @param halfLife in places, above 0
     * @throws IllegalArgumentException if it is not above 0 or not finite
     */
    static CreditRule decay(double halfLife) {
        return new PositionDecay(halfLife);
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
            double[] shares = path.isEmpty() ? new double[0] : Shares.checked(this, path);
            for (int i = 0; i < shares.length; i++) {
                double[] sum = sums.computeIfAbsent(path.get(i), label -> new double[2]);
                sum[0] += shares[i] * row.totals().conversions();
                sum[1] += shares[i] * row.totals().value();
            }
        }
        Map<String, Credit> credits = new TreeMap<>();
        sums.forEach((label, sum) -> credits.put(label, new Credit(sum[0], sum[1])));
        return new RuleAttribution(toString(), table.touched(), table.untouched(), credits);
    }
}
