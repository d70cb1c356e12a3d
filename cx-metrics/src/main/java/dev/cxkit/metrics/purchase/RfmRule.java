package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.quantiles.QuantileType;
import dev.cxkit.metrics.quantiles.Quantiles;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@index RFM} scoring of customers by recency, frequency and monetary value: the metric, and the rule by which it scores.
 *
 * <ul>
 *   <li>Recency: ticks from the last purchase to the last tick of the log. Frequency: number of purchases. Monetary value: amount spent, in
 *       all or per purchase.
 *   <li>The highest score is best on each axis, so the score of recency falls with its value.
 *   <li>Excluded: customers without purchases.
 *   <li>States of different rules merge: customers are scored when the result is asked for.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import dev.cxkit.metrics.purchase.RfmRule;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.Currency;
 * import java.util.List;
 *
 * List<Order> orders = new ArrayList<>();
 * for (String sale : List.of("ann 2026-01-05 20", "ben 2026-01-09 90", "ann 2026-02-11 30", "cem 2026-03-20 10")) {
 *     String[] words = sale.split(" ", -1);
 *     Instant at = Instant.parse(words[1] + "T10:00:00Z");
 *     orders.add(Order.of(OrderId.of(sale), CustomerId.of(words[0]), at, Money.of(words[2], "EUR")));
 * }
 * OrderLog log = OrderLog.of(Currency.getInstance("EUR"), ZoneOffset.UTC, Instant.parse("2026-04-01T00:00:00Z"));
 * log.metric(RfmRule.ntile(3)).over(orders).customers().forEach(customer ->
 *         System.out.println(customer.customer().value() + " " + customer.r() + customer.f() + customer.m()));
 * // -> ann 232
 * // -> ben 113
 * // -> cem 321
 * }</pre>
 *
 * @param cuts where groups end
 * @param spending what the monetary value is
 * @param bins the number of groups of each axis, 2..100; with {@link Cuts#FIXED} one more than it has cut points
 * @param fixed the cut points of recency in ticks, frequency and monetary value, ascending; empty but for {@link Cuts#FIXED}
 */
public record RfmRule(Cuts cuts, Spending spending, int bins, List<List<Double>> fixed)
        implements Metric<Purchases, RfmScores> {

    private static final int MOST = 100;

    /** Where the groups of an axis end. */
    public enum Cuts {

        /**
         * Groups of equal size, in which equal values may be parted, as by {@code NTILE} in SQL: of equal values the customer whose id
         * comes first has the lower score. Where the sizes cannot be equal the groups of the lowest scores have one more.
         */
        NTILE,

        /** At the quantiles (type 7): equal values have equal scores, so a group may be larger than others, or empty. */
        QUANTILES,

        /** At values that the host gives. */
        FIXED
    }

    /** What the monetary value is. */
    public enum Spending {
        /** The amounts of all purchases. */
        TOTAL,
        /** The mean amount of a purchase. */
        MEAN
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the number of groups is outside its range, or cut points do not ascend
     */
    public RfmRule {
        requireNonNull(cuts, "cuts");
        requireNonNull(spending, "spending");
        Require.range("bins", bins, 2, MOST);
        fixed = fixed.stream().map(List::copyOf).toList();
        if (fixed.size() != (cuts == Cuts.FIXED ? 3 : 0)) {
            throw new IllegalArgumentException("cut points of " + fixed.size() + " axes do not go with " + cuts);
        }
        for (List<Double> axis : fixed) {
            if (axis.size() != bins - 1
                    || !axis.stream().allMatch(Double::isFinite)
                    || !IntStream.range(1, axis.size()).allMatch(i -> axis.get(i - 1) < axis.get(i))) {
                throw new IllegalArgumentException(
                        "cut points " + axis + " are not " + (bins - 1) + " finite ones that ascend");
            }
        }
    }

    /** Returns scores from 1 to {@code bins} in groups of equal size. */
    public static RfmRule ntile(int bins) {
        return new RfmRule(Cuts.NTILE, Spending.TOTAL, bins, List.of());
    }

    /** Returns scores from 1 to {@code bins} in groups between the quantiles. */
    public static RfmRule quantiles(int bins) {
        return new RfmRule(Cuts.QUANTILES, Spending.TOTAL, bins, List.of());
    }

    /**
     * Returns scores in groups between these cut points, ascending and equally many on each axis; a value at a cut point is in the
     * group below it.
     *
     * @param rule the purchase rule of the log, in whose {@linkplain PurchaseRule#ticks ticks} recency is counted
     * @param recency how long ago the last purchase is, each a {@link java.time.Duration} or {@link java.time.Period}
     * @throws IllegalArgumentException if they do not ascend or are not equally many
     */
    public static RfmRule fixed(
            PurchaseRule rule, List<? extends TemporalAmount> recency, List<Double> frequency, List<Double> monetary) {
        List<Double> ticks =
                recency.stream().map(each -> (double) rule.ticks(each)).toList();
        return new RfmRule(Cuts.FIXED, Spending.TOTAL, recency.size() + 1, List.of(ticks, frequency, monetary));
    }

    /** Returns the same with the mean amount of a purchase as monetary value. */
    public RfmRule byMean() {
        return new RfmRule(cuts, Spending.MEAN, bins, fixed);
    }

    @Override
    public String definition() {
        return "rfm";
    }

    /** Returns an empty accumulator. Memory: about 100 bytes and the id for each customer. */
    @Override
    public Accumulator<Purchases, RfmScores> start() {
        return new StateMetric<>(definition(), RfmState::new, state -> score(state.sorted())).start();
    }

    private RfmScores score(List<RfmState.Entry> sorted) {
        double[] recency = sorted.stream().mapToDouble(RfmState.Entry::recency).toArray();
        double[] frequency =
                sorted.stream().mapToDouble(RfmState.Entry::frequency).toArray();
        double[] spent = sorted.stream().mapToDouble(this::monetary).toArray();
        double[] recencyCuts = cuts(0, recency);
        double[] frequencyCuts = cuts(1, frequency);
        double[] monetaryCuts = cuts(2, spent);
        int[] r = scores(recency, recencyCuts, true);
        int[] f = scores(frequency, frequencyCuts, false);
        int[] m = scores(spent, monetaryCuts, false);
        RfmScores.Scored[] scored = new RfmScores.Scored[r.length];
        Arrays.setAll(scored, i -> {
            RfmState.Entry entry = sorted.get(i);
            return new RfmScores.Scored(
                    entry.customer(), entry.recency(), entry.frequency(), entry.spent(), r[i], f[i], m[i]);
        });
        return new RfmScores(this, list(recencyCuts), list(frequencyCuts), list(monetaryCuts), Arrays.asList(scored));
    }

    private double monetary(RfmState.Entry entry) {
        return spending == Spending.TOTAL ? entry.spent() : (double) entry.spent() / entry.frequency();
    }

    private static List<Double> list(double... cuts) {
        return Arrays.stream(cuts).boxed().toList();
    }

    private double[] cuts(int axis, double... values) {
        if (values.length == 0) {
            return new double[0];
        }
        return switch (cuts) {
            case FIXED -> fixed.get(axis).stream().mapToDouble(cut -> cut).toArray();
            case QUANTILES -> quantiles(axis < 2 || spending == Spending.TOTAL, values);
            case NTILE -> ends(axis == 0, values);
        };
    }

    /** Whole numbers are not sorted for it, which is faster. */
    private double[] quantiles(boolean whole, double... values) {
        double[] shares =
                IntStream.range(1, bins).mapToDouble(i -> (double) i / bins).toArray();
        return whole
                ? Quantiles.exact(
                        Arrays.stream(values).mapToLong(value -> (long) value).toArray(), QuantileType.TYPE_7, shares)
                : Quantiles.exact(values, QuantileType.TYPE_7, shares);
    }

    /** The highest value of each group but the last, the groups in ascending order of the values. */
    private double[] ends(boolean falls, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, bins)
                .map(group ->
                        falls ? values.length - sizeUpTo(bins - group, values.length) : sizeUpTo(group, values.length))
                .filter(size -> size > 0)
                .mapToDouble(size -> sorted[size - 1])
                .toArray();
    }

    /** How many customers have this score or a lower one. */
    private int sizeUpTo(int score, int n) {
        return score * (n / bins) + Math.min(score, n % bins);
    }

    private int[] scores(double[] values, double[] ends, boolean falls) {
        int[] scores = new int[values.length];
        if (cuts == Cuts.NTILE) {
            Comparator<Integer> order = Comparator.comparingDouble(i -> falls ? -values[i] : values[i]);
            // The sort is stable, and the customers are in the order of their ids.
            int[] ranked = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(order)
                    .mapToInt(i -> i)
                    .toArray();
            int score = 1;
            for (int rank = 0; rank < ranked.length; rank++) {
                while (rank >= sizeUpTo(score, ranked.length)) {
                    score++;
                }
                scores[ranked[rank]] = score;
            }
            return scores;
        }
        for (int i = 0; i < scores.length; i++) {
            int below = 0;
            while (below < ends.length && ends[below] < values[i]) {
                below++;
            }
            scores[i] = falls ? bins - below : below + 1;
        }
        return scores;
    }
}
