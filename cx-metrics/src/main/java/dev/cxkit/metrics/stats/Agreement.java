package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.CountsState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@index "Inter-rater agreement"} of two raters on an ordinal or nominal scale: contingency table, observed agreement,
 * {@index "Cohen's kappa"}.
 *
 * <ul>
 *   <li>Counted: every thing that both raters rated, on a scale of 2 to 100 whole numbers.
 *   <li>Kappa is empty for fewer than two things, or where both raters gave one and the same rating to all.
 * </ul>
 *
 * @param lowest the lowest value of the scale
 * @param table the contingency table: a row for each value of the first rater, in it a column for each of the second; square, of 2 to 100
 *     values
 */
public record Agreement(int lowest, List<List<Long>> table) implements Result {

    private static final int MOST_VALUES = 100;

    /**
     * The ratings of one thing by two raters.
     *
     * @param first by the first rater
     * @param second by the second
     */
    public record RatingPair(int first, int second) {}

    /**
     * Refuses a table that is not square, not of 2 to 100 values, or has a count below 0, with an {@link IllegalArgumentException}; copies
     * it.
     */
    public Agreement {
        table = table.stream().map(List::copyOf).toList();
        values(table.size());
        for (List<Long> row : table) {
            if (row.size() != table.size()) {
                throw new IllegalArgumentException(
                        "row of " + row.size() + " columns in a table of " + table.size() + " rows");
            }
            row.forEach(count -> Check.count("count", count));
        }
        sum(table);
    }

    private static int values(long values) {
        if (values < 2 || values > MOST_VALUES) {
            throw new IllegalArgumentException(values + " values are outside 2.." + MOST_VALUES);
        }
        return (int) values;
    }

    /**
     * Returns the metric for a scale; a rating outside of it fails with an {@link IllegalArgumentException}. Memory: 8 bytes for each pair
     * of values.
     *
     * @param lowest the lowest value
     * @param highest the highest value, 1 to 99 above it
     * @throws IllegalArgumentException if there are not 2 to 100 values
     */
    public static Metric<RatingPair, Agreement> metric(int lowest, int highest) {
        int values = values((long) highest - lowest + 1);
        return CountsState.metric(
                "agreement(" + lowest + ".." + highest + ")",
                () -> new long[values * values],
                (counts, pair) ->
                        counts[place(pair.first, lowest, values) * values + place(pair.second, lowest, values)]++,
                (counts, more) -> {
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] = Math.addExact(counts[i], more[i]);
                    }
                },
                long[]::clone,
                state -> ofState(state, values),
                counts -> new Agreement(lowest, rows(counts, values)));
    }

    private static int place(int value, int lowest, int values) {
        long place = (long) value - lowest;
        if (place < 0 || place >= values) {
            throw new IllegalArgumentException(
                    "rating " + value + " is outside " + lowest + ".." + (lowest + values - 1));
        }
        return (int) place;
    }

    private static long[] ofState(long[] state, int values) {
        if (state.length != values * values) {
            throw new IllegalArgumentException("state of " + state.length + " counts is not of " + values + " values");
        }
        return state;
    }

    private static List<List<Long>> rows(long[] counts, int values) {
        List<List<Long>> rows = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            List<Long> row = new ArrayList<>();
            for (int j = 0; j < values; j++) {
                row.add(counts[i * values + j]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns how many things were rated. */
    public long n() {
        return sum(table);
    }

    private static long sum(List<List<Long>> table) {
        long n = 0;
        for (List<Long> row : table) {
            for (long count : row) {
                n = Math.addExact(n, count);
            }
        }
        return n;
    }

    /** Returns the observed agreement: the things that were rated alike, of all. */
    public Proportion observedAgreement() {
        long same = 0;
        for (int i = 0; i < table.size(); i++) {
            same += table.get(i).get(i);
        }
        return Proportion.of(same, n());
    }

    /** Returns kappa with its confidence interval at {@link Estimate#DEFAULT_LEVEL}. */
    public Optional<Estimate> kappa(KappaWeights weights) {
        return kappa(weights, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns Cohen's kappa (1960; weighted, 1968): the agreement beyond what chance would give, as a part of what is possible; 1 is full
     * agreement, 0 that of chance, -1 the least.
     *
     * <p>The confidence interval is Wald's with the standard error for large samples (Fleiss, Cohen and Everitt, 1969), kept within -1..1;
     * it is too narrow for a few dozen things, and of no width at full agreement. Empty for fewer than two things, or where both raters
     * gave one and the same rating to all: then chance agrees in full too.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> kappa(KappaWeights weights, double level) {
        requireNonNull(weights, "weights");
        Check.level(level);
        return n() < 2 ? Optional.empty() : new Chance(this, weights).kappa(level);
    }

    /** The shares of the ratings, and what raters would agree on who rate by chance with the same shares. */
    private static final class Chance {

        private final double n;
        private final double[][] share;
        private final double[][] weight;
        private final double[] first;
        private final double[] second;

        Chance(Agreement of, KappaWeights weights) {
            int values = of.table.size();
            n = of.n();
            share = new double[values][values];
            weight = new double[values][values];
            first = new double[values];
            second = new double[values];
            for (int i = 0; i < values; i++) {
                for (int j = 0; j < values; j++) {
                    share[i][j] = of.table.get(i).get(j) / n;
                    weight[i][j] = weights.agreement(Math.abs(i - j), values - 1);
                    first[i] += share[i][j];
                    second[j] += share[i][j];
                }
            }
        }

        Optional<Estimate> kappa(double level) {
            double apart = 0;
            double apartByChance = 0;
            for (int i = 0; i < first.length; i++) {
                for (int j = 0; j < first.length; j++) {
                    apart += share[i][j] * (1 - weight[i][j]);
                    apartByChance += first[i] * second[j] * (1 - weight[i][j]);
                }
            }
            if (apartByChance == 0) {
                return Optional.empty();
            }
            double kappa = Math.max(-1, 1 - apart / apartByChance);
            double margin = Estimate.z(level) * standardError(kappa, apartByChance);
            return Optional.of(
                    new Estimate(kappa, Math.max(-1, kappa - margin), Math.min(1, kappa + margin), level, n));
        }

        private double standardError(double kappa, double apartByChance) {
            double beyond = 1 - kappa;
            double sum = 0;
            for (int i = 0; i < first.length; i++) {
                for (int j = 0; j < first.length; j++) {
                    double off = weight[i][j] - (ofFirst(i) + ofSecond(j)) * beyond;
                    sum += share[i][j] * off * off;
                }
            }
            double centre = kappa - (1 - apartByChance) * beyond;
            return Math.sqrt(Math.max(0, sum - centre * centre) / n) / apartByChance;
        }

        /** The mean agreement of the value of the first rater with what the second gives. */
        private double ofFirst(int i) {
            double mean = 0;
            for (int j = 0; j < second.length; j++) {
                mean += weight[i][j] * second[j];
            }
            return mean;
        }

        private double ofSecond(int j) {
            double mean = 0;
            for (int i = 0; i < first.length; i++) {
                mean += weight[i][j] * first[i];
            }
            return mean;
        }
    }

    /** Returns {@code n}, the {@code observedAgreement}, {@code kappa} by its weights, and the table from {@code lowest} on. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("n", n())
                .with("observedAgreement", observedAgreement())
                .with(
                        "kappa",
                        Stream.of(KappaWeights.values())
                                .collect(Collectors.toMap(
                                        weights -> weights,
                                        this::kappa,
                                        (a, b) -> a,
                                        () -> new EnumMap<>(KappaWeights.class))))
                .with("lowest", lowest)
                .with("table", table)
                .map();
    }
}
