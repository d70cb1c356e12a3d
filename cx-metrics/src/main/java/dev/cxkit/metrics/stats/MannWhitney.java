package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
public record MannWhitney(long first, long second, double u, double pValue, Method method) implements Result {

    /** The ways to find the p-value. */
    public enum Method {
        /**
         * From the exact distribution of U, given the ties: of all ways to deal the values to the groups, the share in which U is at least
         * as far from its mean. For groups below 50 values.
         */
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
     * @throws IllegalArgumentException if a value is not finite, or if the exact p-value is asked for with 50 and more values in a group
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
     * @throws IllegalArgumentException if the arrays differ in length, a count is below 0, or if the exact p-value is asked for with 50 and
     *     more values in a group
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

        /** How many values are the same, from the lowest on; kept as long as the groups are small. */
        private final List<Integer> sizes = new ArrayList<>();

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
            if (isSmall()) {
                sizes.add((int) same);
            }
        }

        private Optional<Pairs> ifAny() {
            // Beyond 2^53 pairs the sum may round to above all of them.
            u = Math.min(u, (double) first * second);
            return first == 0 || second == 0 ? Optional.empty() : Optional.of(this);
        }

        private boolean isSmall() {
            return first < TOO_LARGE && second < TOO_LARGE;
        }

        Method usual() {
            return tied == 0 && isSmall() ? Method.EXACT : Method.NORMAL_CONTINUITY;
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
            if (!isSmall()) {
                throw new IllegalArgumentException("groups of " + first + " and " + second
                        + " have no exact p; it takes fewer than " + TOO_LARGE + " values in each");
            }
            double[] chances = chances((int) first, (int) (first + second));
            // Twice the rank sum has its mean at the number of the first group times that of all and one more.
            long mean = first * (first + second + 1);
            double distance = Math.abs(2 * u - (double) (first * second));
            double tail = 0;
            for (int sum = 0; sum < chances.length; sum++) {
                tail += Math.abs(sum - mean) >= distance ? chances[sum] : 0;
            }
            return Math.min(1, tail);
        }

        /** The chance of each value of twice the rank sum of n of all values, if all ways to draw them are equally likely. */
        private double[] chances(int n, int all) {
            double[][] ways = new double[n + 1][all * (all + 1) + 1];
            ways[0][0] = 1;
            int seen = 0;
            for (int same : sizes) {
                int doubledRank = 2 * seen + same + 1;
                for (int i = 0; i < same; i++) {
                    seen++;
                    for (int drawn = Math.min(n, seen); drawn > 0; drawn--) {
                        for (int sum = doubledRank; sum < ways[drawn].length; sum++) {
                            ways[drawn][sum] += ways[drawn - 1][sum - doubledRank];
                        }
                    }
                }
            }
            double total = Arrays.stream(ways[n]).sum();
            return Arrays.stream(ways[n]).map(each -> each / total).toArray();
        }
    }

    /** Returns the effect sizes, the p-value, U, the sizes of the groups and the method. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("probabilityOfSuperiority", probabilityOfSuperiority())
                .with("cliffsDelta", cliffsDelta())
                .with("pValue", pValue)
                .with("u", u)
                .with("first", first)
                .with("second", second)
                .with("method", method)
                .map();
    }
}
