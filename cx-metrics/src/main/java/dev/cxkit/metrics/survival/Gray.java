package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.numeric.Cholesky;
import dev.cxkit.metrics.stats.ChiSquared;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Gray's test"} of equal {@index "cumulative incidence"} of one cause in k groups under competing risks (Gray, 1988): what
 * {@link LogRank} is where there is one cause only.
 *
 * <p>Gray, "A class of K-sample tests for comparing the cumulative incidence of a competing risk" (Annals of Statistics 16, 1988), with
 * rho 0 and with the variance for ties of {@code cuminc} of R. The score of a group compares its subdistribution hazard with that of all;
 * the statistic is chi-squared with one degree of freedom less than groups.
 *
 * <ul>
 *   <li>Counted: every observation of the groups; right-censored ones are at risk up to their time.
 *   <li>Empty if there is nothing to compare: no event of the cause while two groups were at risk.
 *   <li>Delayed entry is refused, since the test is not made for it.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.Gray;
 * import dev.cxkit.metrics.survival.SurvivalTime;
 * import java.util.List;
 * import java.util.Locale;
 *
 * record Contract(String plan, int months, String cause) {} // "" as long as it runs
 * var contracts = List.of(
 *         new Contract("basic", 2, "price"), new Contract("basic", 3, "price"), new Contract("basic", 4, "service"),
 *         new Contract("basic", 6, "price"), new Contract("basic", 9, ""), new Contract("pro", 5, "service"),
 *         new Contract("pro", 8, "price"), new Contract("pro", 10, ""), new Contract("pro", 12, ""));
 * Gray price = Gray.metric(
 *                 (Contract c) -> new SurvivalTime(c.months(), !c.cause().isEmpty()), Contract::cause, Contract::plan, "price")
 *         .over(contracts)
 *         .orElseThrow();
 * System.out.printf(Locale.ROOT, "p-value %.3f%n", price.test().pValue());
 * // -> p-value 0.244
 * }</pre>
 *
 * @param groups what was found in each group, in the order given
 * @param test the test; its degrees of freedom are one less than the groups that were ever at risk
 */
public record Gray(List<Group> groups, ChiSquared test) implements Result {

    /** What must be left of a variance for a group to be no combination of others. */
    private static final double TOLERANCE = 1e-9;

    /**
     * One group.
     *
     * @param n the number of observations
     * @param events its events of the cause
     * @param score its events of the cause, less those expected if all groups had the same cumulative incidence of it
     */
    public record Group(long n, long events, double score) implements Result {
        /** Returns {@code n}, the events and the score. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("n", n)
                    .with("events", events)
                    .with("score", score)
                    .map();
        }
    }

    /** Copies the list. */
    public Gray {
        groups = List.copyOf(groups);
        requireNonNull(test, "test");
    }

    /**
     * Returns the test of the cumulative incidence of a cause in groups, in the order given; empty if there is nothing to compare.
     *
     * @throws IllegalArgumentException if a group has delayed entry
     */
    public static <K> Optional<Gray> of(Collection<CumulativeIncidence<K>> groups, K cause) {
        requireNonNull(cause, "cause");
        Sums sums = new Sums(groups.stream()
                .map(group -> new Walk(group.survival().table(), group.causes().getOrDefault(cause, List.of())))
                .toList());
        return sums.test();
    }

    /**
     * Returns the metric. Memory is that of the curves of the causes in each group.
     *
     * @param survivalTime the survival time of an observation
     * @param cause the cause of the event, never null; where the time is right-censored it does not matter which
     * @param group the group that it belongs to, never null
     * @param of the cause to compare
     */
    public static <T, K, G> Metric<T, Optional<Gray>> metric(
            Fn<? super T, SurvivalTime> survivalTime,
            Fn<? super T, ? extends K> cause,
            Fn<? super T, ? extends G> group,
            K of) {
        requireNonNull(of, "of");
        Metric<T, CumulativeIncidence<K>> incidence = CumulativeIncidence.metric(survivalTime, cause);
        Metric<T, Segments<G, CumulativeIncidence<K>>> groups = incidence.by(group);
        return groups.then(each -> of(each.each().values(), of));
    }

    /** One group, from time to time: just before it, what happens then, and just after. */
    private static final class Walk {

        private final SurvivalTable table;
        private final List<CumulativeIncidence.Step> steps;
        private int place;
        private int step;

        private long atRisk;
        private long ofCause;
        private long others;
        private double survival = 1;
        private double incidence;
        private double nextSurvival = 1;
        private double nextIncidence;

        Walk(SurvivalTable table, List<CumulativeIncidence.Step> steps) {
            if (table.entries.length > 0) {
                throw new IllegalArgumentException("times with delayed entry cannot be compared by Gray's test");
            }
            this.table = table;
            this.steps = steps;
            atRisk = table.n;
        }

        double nextEvent() {
            int next = place;
            while (next < table.times.length && table.events[next] == 0) {
                next++;
            }
            return next < table.times.length ? table.times[next] : Double.POSITIVE_INFINITY;
        }

        /** Goes to a time that is no later than the next event. */
        void to(double time) {
            survival = nextSurvival;
            incidence = nextIncidence;
            while (place < table.times.length && table.times[place] < time) {
                place++;
            }
            atRisk = place < table.times.length ? table.atRisk[place] : 0;
            ofCause = 0;
            others = 0;
            if (place < table.times.length && table.times[place] == time) {
                if (step < steps.size() && steps.get(step).time() == time) {
                    ofCause = steps.get(step++).events();
                }
                others = table.events[place] - ofCause;
                nextIncidence = incidence + survival * ofCause / atRisk;
                nextSurvival = table.survival[place];
                place++;
            }
        }

        /** How many would be at risk without the competing causes. */
        double h() {
            return atRisk == 0 ? 0 : atRisk / survival;
        }
    }

    /** The score of each group with its covariance, as sums over the times of events. */
    private static final class Sums {

        private final List<Walk> walks;
        private final int size;
        private final double[] score;
        private final double[] covariance;
        private final double[] c;
        private final double[] linear;
        private final double[] square;
        private double incidence;

        Sums(List<Walk> walks) {
            this.walks = walks;
            size = walks.size();
            score = new double[size];
            covariance = new double[size * size];
            c = new double[size * size];
            linear = new double[size * size];
            square = new double[size];
        }

        Optional<Gray> test() {
            for (double time = next(); time < Double.POSITIVE_INFINITY; time = next()) {
                for (Walk walk : walks) {
                    walk.to(time);
                }
                add();
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    for (int k = 0; k < size; k++) {
                        covariance[i * size + j] += c[i * size + k] * c[j * size + k] * square[k]
                                + c[i * size + k] * linear[j * size + k]
                                + c[j * size + k] * linear[i * size + k];
                    }
                }
            }
            // The scores add up to 0, so one row at least is a combination of the others.
            Cholesky inverse = new Cholesky(covariance, size, TOLERANCE);
            if (inverse.rank() == 0) {
                return Optional.empty();
            }
            List<Group> groups = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Walk walk = walks.get(i);
                long events = walk.steps.stream()
                        .mapToLong(CumulativeIncidence.Step::events)
                        .sum();
                groups.add(new Group(walk.table.n, events, score[i]));
            }
            return Optional.of(new Gray(groups, ChiSquared.of(inverse.form(score), inverse.rank())));
        }

        private double next() {
            return walks.stream().mapToDouble(Walk::nextEvent).min().orElse(Double.POSITIVE_INFINITY);
        }

        private void add() {
            double h = 0;
            double atRisk = 0;
            long ofCause = 0;
            for (Walk walk : walks) {
                h += walk.h();
                atRisk += walk.h() * (1 - walk.incidence);
                ofCause += walk.ofCause;
            }
            double hazard = ofCause / h;
            double next = incidence + hazard;
            double[] a = new double[size * size];
            for (int i = 0; i < size; i++) {
                double own = walks.get(i).h();
                for (int j = 0; j < size; j++) {
                    a[i * size + j] = own * ((i == j ? 1 : 0) - walks.get(j).h() / h);
                    c[i * size + j] += hazard > 0 ? a[i * size + j] * hazard / (1 - incidence) : 0;
                }
                score[i] += walks.get(i).ofCause - ofCause * own * (1 - walks.get(i).incidence) / atRisk;
            }
            for (int k = 0; k < size; k++) {
                Walk walk = walks.get(k);
                double left = walk.nextSurvival > 0 ? (1 - next) / walk.nextSurvival : 0;
                if (ofCause > 0 && walk.atRisk > 0) {
                    double ties = ofCause > 1 ? 1 - (ofCause - 1) / (h * walk.survival - 1) : 1;
                    spread(k, a, 1 - left, ties * walk.survival * hazard / walk.atRisk);
                }
                if (walk.others > 0 && walk.nextSurvival > 0) {
                    double ties = walk.others > 1 ? 1 - (walk.others - 1.0) / (walk.atRisk - 1.0) : 1;
                    double share = walk.survival / walk.atRisk;
                    spread(k, new double[size * size], -left, ties * share * share * walk.others);
                }
            }
            incidence = next;
        }

        /** The part of the covariance that comes from group k at this time. */
        private void spread(int k, double[] a, double factor, double variance) {
            square[k] += factor * factor * variance;
            for (int i = 0; i < size; i++) {
                double one = a[i * size + k] - factor * c[i * size + k];
                linear[i * size + k] += one * factor * variance;
                for (int j = 0; j < size; j++) {
                    covariance[i * size + j] += one * (a[j * size + k] - factor * c[j * size + k]) * variance;
                }
            }
        }
    }

    /** Returns the test and the groups. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("test", test).with("groups", groups).map();
    }
}
