package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Cholesky;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Correction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Log-rank test"} of equal survival functions in k groups (Mantel, 1966; Peto and Peto, 1972), unweighted, weighted (Gehan,
 * Tarone-Ware, Fleming-Harrington) or stratified.
 *
 * <p>At each time of an event the events expected in group g are d n_g / n; the statistic is (O - E)' V^-1 (O - E) with the hypergeometric
 * covariance V, chi-squared with k - 1 degrees of freedom. It is made from the curves of the groups, which are all that has to be kept and
 * merged.
 *
 * <ul>
 *   <li>Empty if there is nothing to compare: no event while two groups were at risk.
 *   <li>Where the p-value is too small for a number, {@link ChiSquared#logPValue} still has it.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.KaplanMeier;
 * import dev.cxkit.metrics.survival.LogRank;
 * import dev.cxkit.metrics.survival.LogRankWeight;
 * import java.util.Arrays;
 * import java.util.List;
 * import java.util.Locale;
 *
 * double[] treated = {6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
 * boolean[] relapse = new boolean[21]; // Gehan (1965): the first nine had the event
 * Arrays.fill(relapse, 0, 9, true);
 * double[] control = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
 * boolean[] all = new boolean[21];
 * Arrays.fill(all, true);
 * var curves = List.of(KaplanMeier.of(treated, relapse), KaplanMeier.of(control, all));
 * var test = LogRank.of(curves, LogRankWeight.UNWEIGHTED).orElseThrow().test();
 * System.out.printf(Locale.ROOT, "chi-squared %.2f, p-value %.6f%n", test.statistic(), test.pValue());
 * // -> chi-squared 16.79, p-value 0.000042
 * }</pre>
 *
 * @param groups what was found in each group, in the order given
 * @param test the test; its degrees of freedom are one less than the groups that were ever at risk
 */
public record LogRank(List<Group> groups, ChiSquared test) implements Result {

    /** What must be left of a variance for a group to be no combination of others. */
    private static final double TOLERANCE = 1e-9;

    /**
     * One group.
     *
     * @param n the number of observations
     * @param observed its events, each times the weight of its time
     * @param expected how many it would have if all groups had the same survival function, weighted likewise
     */
    public record Group(long n, double observed, double expected) implements Result {

        /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
        public Group {
            Check.count("n", n);
            Check.notNegative("observed", observed);
            Check.notNegative("expected", expected);
        }

        /** Returns {@code n}, the observed and the expected events. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("n", n)
                    .with("observed", observed)
                    .with("expected", expected)
                    .map();
        }
    }

    /** Copies the list. */
    public LogRank {
        groups = List.copyOf(groups);
        requireNonNull(test, "test");
    }

    /** Returns the test of the groups, in the order given; empty if there is nothing to compare. */
    public static Optional<LogRank> of(Collection<KaplanMeier> groups, LogRankWeight weight) {
        return stratified(List.of(List.copyOf(groups)), weight);
    }

    /** Returns the unweighted test of the segments, in the order of their keys; empty if there is nothing to compare. */
    public static Optional<LogRank> of(Segments<?, KaplanMeier> groups) {
        return of(groups, LogRankWeight.UNWEIGHTED);
    }

    /**
     * Returns the test of the segments, in the order of their keys; empty if there is nothing to compare.
     *
     * @throws IllegalArgumentException if segments beyond a limit were gathered, since these are not one group
     */
    public static Optional<LogRank> of(Segments<?, KaplanMeier> groups, LogRankWeight weight) {
        if (groups.rest().isPresent()) {
            throw new IllegalArgumentException("segments were gathered beyond a limit, so they cannot be compared");
        }
        return of(groups.each().values(), weight);
    }

    /**
     * Returns the metric of the test of groups. Memory is that of the curves of the groups, and one for all.
     *
     * @param survivalTime the survival time of an observation
     * @param group the group that it belongs to, never null
     */
    public static <T, K> Metric<T, Optional<LogRank>> metric(
            Fn<? super T, SurvivalTime> survivalTime, Fn<? super T, ? extends K> group, LogRankWeight weight) {
        requireNonNull(weight, "weight");
        Metric<T, Segments<K, KaplanMeier>> curves =
                KaplanMeier.metric().<T>on(survivalTime).by(group);
        return curves.then(groups -> of(groups, weight));
    }

    /**
     * Returns the stratified test, of groups that are compared within strata only, such as countries; empty if there is nothing to compare.
     *
     * @param strata the curves of the groups in each stratum, always in the same order; of a group that a stratum lacks, the curve of
     *     nothing
     * @throws IllegalArgumentException if the strata differ in the number of groups
     */
    public static Optional<LogRank> stratified(List<List<KaplanMeier>> strata, LogRankWeight weight) {
        requireNonNull(weight, "weight");
        int size = strata.isEmpty() ? 0 : strata.get(0).size();
        ScoreSums sums = new ScoreSums(size);
        for (List<KaplanMeier> stratum : strata) {
            if (stratum.size() != size) {
                throw new IllegalArgumentException(
                        "strata of " + size + " and of " + stratum.size() + " groups cannot be combined");
            }
            sums.add(stratum, weight);
        }
        return sums.test();
    }

    /**
     * The test of two of several groups.
     *
     * @param first the one
     * @param second the other
     * @param logRank their test
     * @param adjustedPValue its p-value, corrected for the number of pairs
     */
    public record PairwiseComparison<K>(K first, K second, LogRank logRank, double adjustedPValue) implements Result {
        /** Returns the two groups, the adjusted p-value and the test. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("first", first)
                    .with("second", second)
                    .with("adjustedPValue", adjustedPValue)
                    .with("logRank", logRank)
                    .map();
        }
    }

    /** Returns the tests of all pairs of groups of which there is something to compare, with their p-values corrected together. */
    public static <K> List<PairwiseComparison<K>> pairwise(
            Map<K, KaplanMeier> groups, LogRankWeight weight, Correction correction) {
        List<Map.Entry<K, KaplanMeier>> all = List.copyOf(groups.entrySet());
        List<PairwiseComparison<K>> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Map.Entry<K, KaplanMeier> first = all.get(i);
                Map.Entry<K, KaplanMeier> second = all.get(j);
                of(List.of(first.getValue(), second.getValue()), weight)
                        .ifPresent(
                                test -> pairs.add(new PairwiseComparison<>(first.getKey(), second.getKey(), test, 1)));
            }
        }
        double[] p = correction.adjust(
                pairs.stream().mapToDouble(pair -> pair.logRank.test.pValue()).toArray());
        for (int i = 0; i < p.length; i++) {
            PairwiseComparison<K> pair = pairs.get(i);
            pairs.set(i, new PairwiseComparison<>(pair.first, pair.second, pair.logRank, p[i]));
        }
        return List.copyOf(pairs);
    }

    /** What is summed over the times with an event. */
    private static final class ScoreSums {

        private final int size;
        private final long[] n;
        private final double[] observed;
        private final double[] expected;

        /** The covariance of what was observed, row by row. */
        private final double[] covariance;

        ScoreSums(int size) {
            this.size = size;
            n = new long[size];
            observed = new double[size];
            expected = new double[size];
            covariance = new double[size * size];
        }

        void add(List<KaplanMeier> stratum, LogRankWeight weight) {
            Walk[] walks = new Walk[size];
            for (int g = 0; g < size; g++) {
                walks[g] = new Walk(stratum.get(g).table());
                n[g] += stratum.get(g).n();
            }
            double survival = 1;
            double time = next(walks);
            while (time < Double.POSITIVE_INFINITY) {
                long atRisk = 0;
                long events = 0;
                for (Walk walk : walks) {
                    walk.to(time);
                    atRisk += walk.atRisk;
                    events += walk.events;
                }
                add(walks, atRisk, events, weight.at(atRisk, survival));
                survival *= (double) (atRisk - events) / atRisk;
                time = next(walks);
            }
        }

        private void add(Walk[] walks, long atRisk, long events, double w) {
            double variance = atRisk > 1 ? w * w * events * (atRisk - events) / (atRisk - 1.0) : 0;
            for (int g = 0; g < size; g++) {
                double share = (double) walks[g].atRisk / atRisk;
                observed[g] += w * walks[g].events;
                expected[g] += w * events * share;
                covariance[g * size + g] += variance * share * (1 - share);
                for (int h = 0; h < g; h++) {
                    covariance[g * size + h] -= variance * share * walks[h].atRisk / atRisk;
                }
            }
        }

        private static double next(Walk... walks) {
            double time = Double.POSITIVE_INFINITY;
            for (Walk walk : walks) {
                time = Math.min(time, walk.nextEvent());
            }
            return time;
        }

        Optional<LogRank> test() {
            List<Group> groups = new ArrayList<>();
            double[] excess = new double[size];
            for (int g = 0; g < size; g++) {
                groups.add(new Group(n[g], observed[g], expected[g]));
                excess[g] = observed[g] - expected[g];
                for (int h = 0; h < g; h++) {
                    covariance[h * size + g] = covariance[g * size + h];
                }
            }
            // The excesses add up to 0, so one row at least is a combination of the others.
            Cholesky inverse = new Cholesky(covariance, size, TOLERANCE);
            return inverse.rank() == 0
                    ? Optional.empty()
                    : Optional.of(new LogRank(groups, ChiSquared.of(inverse.form(excess), inverse.rank())));
        }
    }

    /** Goes through a curve from time to time. */
    private static final class Walk {

        private final SurvivalTable table;
        private int step;
        private int event;
        private int entry;
        private long atRisk;
        private long events;

        Walk(SurvivalTable table) {
            this.table = table;
            atRisk = table.n - Arrays.stream(table.entering).sum();
        }

        /** The first time with an event that is not yet behind. */
        double nextEvent() {
            while (event < table.times.length && table.events[event] == 0) {
                event++;
            }
            return event < table.times.length ? table.times[event] : Double.POSITIVE_INFINITY;
        }

        /** Goes to a time that is no later than the next event. */
        void to(double time) {
            for (; step < table.times.length && table.times[step] < time; step++) {
                atRisk -= table.events[step] + table.censored[step];
            }
            for (; entry < table.entries.length && table.entries[entry] < time; entry++) {
                atRisk += table.entering[entry];
            }
            events = step < table.times.length && table.times[step] == time ? table.events[step] : 0;
            event += events > 0 ? 1 : 0;
        }
    }

    /** Returns the test and the groups. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("test", test).with("groups", groups).map();
    }
}
