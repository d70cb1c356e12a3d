package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@index Raking} ({@index "RIM weighting"}, {@index "iterative proportional fitting"}; Deming and Stephan, 1940) of a sample to population
 * margins.
 *
 * <p>The weights are scaled to each margin in turn until every share is at its target. With one margin it is
 * {@index "post-stratification"}. It fails loudly:
 *
 * <ul>
 *   <li>where a category has a target but nobody in the sample;
 *   <li>where somebody is in a category without a target;
 *   <li>where the targets of a margin do not add up to 1;
 *   <li>where the weights do not converge.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survey.Raking;
 * import java.util.List;
 * import java.util.Locale;
 * import java.util.Map;
 *
 * var weights = Raking.of(
 *                 new Raking.Margin("age", Map.of("young", 0.5, "old", 0.5)),
 *                 new Raking.Margin("plan", Map.of("basic", 0.7, "pro", 0.3)))
 *         .weights(Map.of(
 *                 List.of("young", "basic"), 10L, List.of("young", "pro"), 10L,
 *                 List.of("old", "basic"), 40L, List.of("old", "pro"), 40L));
 * System.out.printf(Locale.ROOT, "%.2f, effective n %.1f of 100%n", weights.weight("young", "basic"), weights.effectiveN());
 * // -> 3.50, effective n 55.2 of 100
 * }</pre>
 *
 * @param margins the margins, at least one
 * @param maxWeight the highest weight, in multiples of the mean weight, above 1; higher ones are trimmed and the rest raked again
 * @param maxIterations how often all margins are fitted at the most, at least 1
 * @param tolerance the largest difference between a share and its target that is left, above 0
 */
public record Raking(List<Margin> margins, double maxWeight, int maxIterations, double tolerance) {

    /** Refuses a setting outside its range, with an {@link IllegalArgumentException}. */
    public Raking {
        margins = List.copyOf(margins);
        Require.that(!margins.isEmpty(), () -> "raking needs at least one margin");
        if (!(maxWeight > 1) || maxIterations < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException("maxWeight " + maxWeight + ", maxIterations " + maxIterations
                    + ", tolerance " + tolerance + " are not above 1, at least 1, and above 0");
        }
    }

    /**
     * One margin: the shares of its categories in the population.
     *
     * @param name what the categories are of
     * @param targets the share of each category, 0..1; together 1, to which they are scaled exactly
     */
    public record Margin(String name, Map<String, Double> targets) {

        /** Refuses shares outside 0..1, and such as do not add up to 1 within 1e-5, with an {@link IllegalArgumentException}. */
        public Margin {
            requireNonNull(name, "name");
            double sum = 0;
            for (Map.Entry<String, Double> target : targets.entrySet()) {
                if (!(target.getValue() >= 0 && target.getValue() <= 1)) {
                    throw new IllegalArgumentException("target " + target.getValue() + " of " + target.getKey()
                            + " in margin " + name + " is outside 0..1");
                }
                sum += target.getValue();
            }
            if (!(Math.abs(sum - 1) <= 1e-5)) {
                throw new IllegalArgumentException("targets of margin " + name + " add up to " + sum + ", not to 1");
            }
            double whole = sum;
            Map<String, Double> scaled = new LinkedHashMap<>();
            targets.forEach((category, target) -> scaled.put(category, target / whole));
            targets = Collections.unmodifiableMap(scaled);
        }
    }

    /**
     * The weights, with what is to be known of their quality.
     *
     * @param weights the weight of each cell; its key has one category for each margin, in their order. The mean over the sample is 1
     * @param iterations how often all margins were fitted
     * @param largestDeviation the largest difference between a share and its target that is left
     * @param lowest the lowest weight
     * @param highest the highest weight
     * @param effectiveN Kish's effective sample size (1965), what the sample is worth in answers of equal weight: (sum of w)² / sum of w²
     * @param designEffect the size of the sample divided by {@code effectiveN}, at least 1
     */
    public record Weights(
            Map<List<String>, Double> weights,
            int iterations,
            double largestDeviation,
            double lowest,
            double highest,
            double effectiveN,
            double designEffect)
            implements Result {

        /** Copies the map. */
        public Weights {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }

        /**
         * Returns the weight of somebody with these categories, one for each margin.
         *
         * @throws IllegalArgumentException if nobody in the sample had them
         */
        public double weight(String... categories) {
            Double weight = weights.get(List.of(categories));
            if (weight == null) {
                throw new IllegalArgumentException("nobody in the sample is in " + List.of(categories));
            }
            return weight;
        }

        /** Returns the quality of the weights, and the weight of each cell as {@code key} and {@code result}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("iterations", iterations)
                    .with("largestDeviation", largestDeviation)
                    .with("lowest", lowest)
                    .with("highest", highest)
                    .with("effectiveN", effectiveN)
                    .with("designEffect", designEffect)
                    .results("weights", weights)
                    .map();
        }
    }

    /** Returns raking to these margins without trimming, with 1,000 iterations at the most and a tolerance of 1e-9. */
    public static Raking of(Margin... margins) {
        return new Raking(List.of(margins), Double.MAX_VALUE, 1_000, 1e-9);
    }

    /** Returns the same with weights trimmed at this multiple of the mean weight. */
    public Raking trimmedAt(double maxWeight) {
        return new Raking(margins, maxWeight, maxIterations, tolerance);
    }

    /**
     * Returns the weights for a sample.
     *
     * @param sample how many answers there are in each cell; a key has one category for each margin, in their order
     * @throws IllegalArgumentException if a key does not fit the margins, a category has no target, or a target has nobody
     * @throws IllegalStateException if the weights do not converge within {@code maxIterations}
     */
    public Weights weights(Map<List<String>, Long> sample) {
        List<Cell> cells = cells(sample);
        double n = cells.stream().mapToDouble(cell -> cell.count).sum();
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            for (int m = 0; m < margins.size(); m++) {
                Map<String, Double> shares = shares(cells, m, n);
                Map<String, Double> targets = margins.get(m).targets();
                for (Cell cell : cells) {
                    String category = cell.key.get(m);
                    double share = requireNonNull(shares.get(category), "share");
                    cell.weight *= share > 0 ? requireNonNull(targets.get(category), "target") / share : 0;
                }
            }
            boolean trimmed = false;
            for (Cell cell : cells) {
                if (cell.weight > maxWeight * (1 + 1e-12)) {
                    cell.weight = maxWeight;
                    trimmed = true;
                }
            }
            double deviation = largestDeviation(cells, n);
            if (!trimmed && deviation <= tolerance) {
                return result(cells, n, iteration, deviation);
            }
        }
        throw new IllegalStateException(
                "raking to " + margins.stream().map(Margin::name).toList()
                        + " did not converge in " + maxIterations + " iterations; the largest deviation left is "
                        + largestDeviation(cells, n));
    }

    private List<Cell> cells(Map<List<String>, Long> sample) {
        List<Cell> cells = new ArrayList<>();
        sample.forEach((key, count) -> {
            if (key.size() != margins.size() || count < 0) {
                throw new IllegalArgumentException(
                        "cell " + key + " with " + count + " answers is not of " + margins.size() + " margins");
            }
            for (int m = 0; m < margins.size(); m++) {
                if (!margins.get(m).targets().containsKey(key.get(m))) {
                    throw new IllegalArgumentException("category " + key.get(m) + " has no target in margin "
                            + margins.get(m).name());
                }
            }
            if (count > 0) {
                cells.add(new Cell(List.copyOf(key), count));
            }
        });
        for (int m = 0; m < margins.size(); m++) {
            int margin = m;
            margins.get(m).targets().forEach((category, target) -> {
                if (target > 0
                        && cells.stream().noneMatch(cell -> cell.key.get(margin).equals(category))) {
                    throw new IllegalArgumentException("category " + category + " of margin "
                            + margins.get(margin).name() + " has target " + target + " but nobody in the sample");
                }
            });
        }
        // The order of additions is fixed, so that equal samples have equal weights to the last bit.
        cells.sort((a, b) -> String.join("\0", a.key).compareTo(String.join("\0", b.key)));
        return cells;
    }

    private static Map<String, Double> shares(List<Cell> cells, int margin, double n) {
        Map<String, Double> shares = new TreeMap<>();
        cells.forEach(cell -> shares.merge(cell.key.get(margin), cell.weight * cell.count / n, Double::sum));
        return shares;
    }

    private double largestDeviation(List<Cell> cells, double n) {
        double largest = 0;
        for (int m = 0; m < margins.size(); m++) {
            for (Map.Entry<String, Double> share : shares(cells, m, n).entrySet()) {
                double target = requireNonNull(margins.get(m).targets().get(share.getKey()), "target");
                largest = Math.max(largest, Math.abs(share.getValue() - target));
            }
        }
        return largest;
    }

    private static Weights result(List<Cell> cells, double n, int iterations, double deviation) {
        Map<List<String>, Double> weights = new LinkedHashMap<>();
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        double sum = 0;
        double squares = 0;
        for (Cell cell : cells) {
            weights.put(cell.key, cell.weight);
            lowest = Math.min(lowest, cell.weight);
            highest = Math.max(highest, cell.weight);
            sum += cell.weight * cell.count;
            squares += cell.weight * cell.weight * cell.count;
        }
        double effective = sum * sum / squares;
        return new Weights(weights, iterations, deviation, lowest, highest, effective, n / effective);
    }

    private static final class Cell {

        final List<String> key;
        final long count;
        double weight = 1;

        Cell(List<String> key, long count) {
            this.key = key;
            this.count = count;
        }
    }
}
