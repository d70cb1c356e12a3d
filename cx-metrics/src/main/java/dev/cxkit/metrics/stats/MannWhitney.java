package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@index "Mann-Whitney U test"} ({@index "Wilcoxon rank-sum test"}) of two independent samples, with {@index "probability of superiority"}
 * and {@index "Cliff's delta"} (Wilcoxon, 1945; Mann and Whitney, 1947).
 *
 * <ul>
 *   <li>It asks only for order, so it suits ratings.
 *   <li>Empty if a group has no values.
 *   <li>Ties count half in U; the normal approximation corrects its variance for them.
 * </ul>
 *
 * @param first the number of values of the first group, at least 1
 * @param second the number of values of the second group, at least 1
 * @param u the number of pairs in which the first group has the higher value, where a tie counts half
 * @param pValue the two-sided p-value: the probability of a {@code u} at least as far from its middle if neither group tends to higher
 *     values, 0..1
 * @param method how the p-value was found
 */
public record MannWhitney(long first, long second, double u, double pValue, Method method) {

    /** The ways to find the p-value. */
    public enum Method {
        /** From the exact distribution of U; for groups below 50 values without ties. */
        EXACT,

        /** The normal approximation, its variance corrected for ties. */
        NORMAL,

        /** Like {@link #NORMAL}, with the distance of {@code u} from its middle shortened by one half. */
        NORMAL_CONTINUITY
    }

    /** Groups of this size or larger are not counted out. */
    private static final int TOO_LARGE = 50;

    /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
    public MannWhitney {
        requireNonNull(method, "method");
        if (first < 1 || second < 1) {
            throw new IllegalArgumentException("a group of " + Math.min(first, second) + " has no values to compare");
        }
        double pairs = (double) first * second;
        Require.that(u >= 0 && u <= pairs, () -> "u " + u + " is outside 0.." + pairs);
        Check.share("pValue", pValue);
    }

    /** Returns the probability that a value of the first group is higher than one of the second, where a tie counts half: 0..1. */
    public double probabilityOfSuperiority() {
        return u / ((double) first * second);
    }

    /** Returns Cliff's delta (1993): the probability that the first is higher less that it is lower, -1..1. */
    public double cliffsDelta() {
        return 2 * probabilityOfSuperiority() - 1;
    }

    /**
     * Returns the test of two groups of values; empty if one has none. Like R it is {@link Method#EXACT} if both groups are below 50
     * values and without ties, else {@link Method#NORMAL_CONTINUITY}.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Optional<MannWhitney> ofValues(double[] first, double[] second) {
        return Pairs.ofValues(first, second).map(pairs -> pairs.test(pairs.usual()));
    }

    /**
     * Returns the test of two groups of values; empty if one has none.
     *
     * @throws IllegalArgumentException if a value is not finite, or if the exact p-value is asked for with ties or 50 and more values
     */
    public static Optional<MannWhitney> ofValues(double[] first, double[] second, Method method) {
        requireNonNull(method, "method");
        return Pairs.ofValues(first, second).map(pairs -> pairs.test(method));
    }

    /**
     * Returns the test of two groups of ratings, given how often each rating was chosen, from the lowest to the highest; empty if one
     * group has none. The method is chosen as by {@link #ofValues(double[], double[])}.
     *
     * @throws IllegalArgumentException if the arrays differ in length or a count is below 0
     */
    public static Optional<MannWhitney> ofCounts(long[] first, long[] second) {
        return Pairs.ofCounts(first, second).map(pairs -> pairs.test(pairs.usual()));
    }

    /**
     * Returns the test of two groups of ratings, given how often each rating was chosen, from the lowest to the highest; empty if one group
     * has none.
     *
     * @throws IllegalArgumentException if the arrays differ in length, a count is below 0, or if the exact p-value is asked for with ties
     *     or 50 and more values
     */
    public static Optional<MannWhitney> ofCounts(long[] first, long[] second, Method method) {
        requireNonNull(method, "method");
        return Pairs.ofCounts(first, second).map(pairs -> pairs.test(method));
    }

    /** What the test needs to know of the pairs; filled from the lowest value to the highest. */
    private static final class Pairs {

        private long first;
        private long second;
        private double u;
        private double tied;

        static Optional<Pairs> ofCounts(long[] first, long[] second) {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
            if (first.length != second.length) {
                throw new IllegalArgumentException(
                        "counts of " + first.length + " and " + second.length + " ratings cannot be compared");
            }
            Pairs pairs = new Pairs();
            for (int i = 0; i < first.length; i++) {
                pairs.next(Check.count("count", first[i]), Check.count("count", second[i]));
            }
            return pairs.ifAny();
        }

        static Optional<Pairs> ofValues(double[] first, double[] second) {
            double[] a = sorted(requireNonNull(first, "first"));
            double[] b = sorted(requireNonNull(second, "second"));
            Pairs pairs = new Pairs();
            int i = 0;
            int j = 0;
            while (i < a.length || j < b.length) {
                double value = i == a.length ? b[j] : j == b.length ? a[i] : Math.min(a[i], b[j]);
                int nextI = after(a, i, value);
                int nextJ = after(b, j, value);
                pairs.next(nextI - i, nextJ - j);
                i = nextI;
                j = nextJ;
            }
            return pairs.ifAny();
        }

        private static double[] sorted(double[] values) {
            double[] sorted = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                // Adding 0 makes -0.0 and 0.0 the same for the sort, as they are for a comparison.
                sorted[i] = Check.finiteAt(i, values[i]) + 0.0;
            }
            Arrays.sort(sorted);
            return sorted;
        }

        private static int after(double[] sorted, int from, double value) {
            int next = from;
            while (next < sorted.length && sorted[next] == value) {
                next++;
            }
            return next;
        }

        private void next(long inFirst, long inSecond) {
            u += (double) inFirst * ((double) second + (double) inSecond / 2);
            first = Math.addExact(first, inFirst);
            second = Math.addExact(second, inSecond);
            double same = (double) inFirst + (double) inSecond;
            tied += same * same * same - same;
        }

        private Optional<Pairs> ifAny() {
            // Beyond 2^53 pairs the sum may round to above all of them.
            u = Math.min(u, (double) first * second);
            return first == 0 || second == 0 ? Optional.empty() : Optional.of(this);
        }

        private boolean isExactPossible() {
            return tied == 0 && first < TOO_LARGE && second < TOO_LARGE;
        }

        Method usual() {
            return isExactPossible() ? Method.EXACT : Method.NORMAL_CONTINUITY;
        }

        MannWhitney test(Method method) {
            double p = switch (method) {
                case EXACT -> exactPValue();
                case NORMAL -> normalPValue(0);
                case NORMAL_CONTINUITY -> normalPValue(0.5);
            };
            return new MannWhitney(first, second, u, p, method);
        }

        private double normalPValue(double continuity) {
            double all = (double) first + (double) second;
            double pairs = (double) first * (double) second;
            double variance = pairs / 12 * (all + 1 - tied / (all * (all - 1)));
            double distance = Math.max(0, Math.abs(u - pairs / 2) - continuity);
            // Without variance all values are the same, and so is the middle.
            return variance > 0 ? Normal.twoSidedPValue(distance / Math.sqrt(variance)) : 1;
        }

        private double exactPValue() {
            if (!isExactPossible()) {
                throw new IllegalArgumentException(
                        "groups of " + first + " and " + second + (tied > 0 ? " with ties" : "")
                                + " have no exact p; it takes fewer than " + TOO_LARGE + " values and no ties");
            }
            int smaller = (int) Math.min(u, (double) first * second - u);
            double[] chances = chances((int) first, (int) second);
            double tail = 0;
            for (int i = 0; i <= smaller; i++) {
                tail += chances[i];
            }
            return Math.min(1, 2 * tail);
        }

        /**
         * The chance of each u if all arrangements are equally likely: the highest value is of the first group, where it wins against
         * all m of the second, or of the second (Mann and Whitney, 1947).
         */
        private static double[] chances(int n, int m) {
            double[][] byFirst = new double[n + 1][n * m + 1];
            for (double[] none : byFirst) {
                none[0] = 1;
            }
            for (int j = 1; j <= m; j++) {
                for (int i = 1; i <= n; i++) {
                    double[] next = new double[n * m + 1];
                    for (int wins = 0; wins <= i * j; wins++) {
                        double fromFirst = wins >= j ? byFirst[i - 1][wins - j] : 0;
                        next[wins] = (i * fromFirst + j * byFirst[i][wins]) / (i + j);
                    }
                    byFirst[i] = next;
                }
            }
            return byFirst[n];
        }
    }
}
