package dev.cxkit.journey.compare;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Durations;
import dev.cxkit.metrics.stats.Correction;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.stats.Welch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two segments or periods, figure by figure, with p-values adjusted for {@index "multiple testing"}.
 *
 * <ul>
 *   <li>The two sides are taken for independent: a journey is in one of them.
 *   <li>Proportions are compared by Newcombe's interval (1998), mean durations by Welch's t-test (1947).
 *   <li>Adjusted are the p-values of all figures that were tested, by Holm (1979) unless said otherwise.
 *   <li>A figure that only one side has, or with too little data to test, is there without a test and does not count in the adjustment.
 * </ul>
 *
 * <p>{@link Figures} reads the figures from the answers of analyses.
 *
 * <pre>{@code
 * import dev.cxkit.journey.compare.Comparison;
 * import dev.cxkit.metrics.stats.Proportion;
 * import java.util.Locale;
 * import java.util.Map;
 *
 * Map<String, Proportion> may = Map.of("order", Proportion.of(48, 80), "return", Proportion.of(5, 48));
 * Map<String, Proportion> june = Map.of("order", Proportion.of(66, 80), "return", Proportion.of(6, 66));
 * Comparison<String, Proportion> comparison = Comparison.ofProportions(may, june);
 * for (String name : comparison.significant(0.05)) {
 *     System.out.printf(Locale.ROOT, "%s %+.3f, adjusted p %.3f%n", name,
 *             comparison.get(name).orElseThrow().test().orElseThrow().difference().value(),
 *             comparison.get(name).orElseThrow().test().orElseThrow().adjustedPValue());
 * }
 * // -> order +0.225, adjusted p 0.003
 * }</pre>
 *
 * @param <K> what tells one figure from another
 * @param <V> the figures
 * @param correction how p-values are adjusted
 * @param changes the figures of both sides, those of the first side first, in their order; unmodifiable
 */
public record Comparison<K, V>(Correction correction, Map<K, Change<V>> changes) implements Result {

    /**
     * One figure on both sides.
     *
     * @param <V> the figure
     * @param first the figure of the first side; null where it has none
     * @param second the figure of the second side; null where it has none
     * @param tested the test of the difference; null where a side has no figure, or too little data to test
     */
    public record Change<V>(
            @Nullable V first, @Nullable V second, @Nullable TestResult tested) implements Result {

        /** Returns the figure of the first side; empty where it has none. */
        public Optional<V> before() {
            return Optional.ofNullable(first);
        }

        /** Returns the figure of the second side; empty where it has none. */
        public Optional<V> after() {
            return Optional.ofNullable(second);
        }

        /** Returns the test of the difference; empty where a side has no figure, or too little data to test. */
        public Optional<TestResult> test() {
            return Optional.ofNullable(tested);
        }

        /** Returns {@code before}, {@code after} and {@code test}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("before", before())
                    .with("after", after())
                    .with("test", test())
                    .map();
        }
    }

    /**
     * The test of one difference.
     *
     * @param difference the second side less the first, with its confidence interval and p-value, both for this one figure alone
     * @param adjustedPValue the p-value adjusted for all figures that were tested, 0..1
     */
    public record TestResult(Difference difference, double adjustedPValue) implements Result {

        /** Throws an {@link IllegalArgumentException} if {@code adjustedPValue} is outside 0..1. */
        public TestResult {
            requireNonNull(difference, "difference");
            if (!(adjustedPValue >= 0 && adjustedPValue <= 1)) {
                throw new IllegalArgumentException("adjusted p " + adjustedPValue + " is outside 0..1");
            }
        }

        /** Returns the difference, {@code adjustedPValue}. */
        @Override
        public Map<String, Object> document() {
            return Document.of(Optional.of(difference))
                    .with("adjustedPValue", adjustedPValue)
                    .map();
        }

        /** Returns the {@link #text} with two decimals. */
        @Override
        public String toString() {
            return text(2);
        }
    }

    public Comparison {
        requireNonNull(correction, "correction");
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** Returns the comparison of proportions at {@link Estimate#DEFAULT_LEVEL}, adjusted by {@link Correction#HOLM}. */
    public static <K> Comparison<K, Proportion> ofProportions(Map<K, Proportion> first, Map<K, Proportion> second) {
        return ofProportions(first, second, Correction.HOLM, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the comparison of proportions, each as by {@link Proportion#minus(Proportion, double)}.
     *
     * @param level the confidence level of the intervals
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static <K> Comparison<K, Proportion> ofProportions(
            Map<K, Proportion> first, Map<K, Proportion> second, Correction correction, double level) {
        return of(first, second, correction, (before, after) -> after.minus(before, level));
    }

    /** Returns the comparison of mean durations at {@link Estimate#DEFAULT_LEVEL}, adjusted by {@link Correction#HOLM}. */
    public static <K> Comparison<K, Durations> ofDurations(Map<K, Durations> first, Map<K, Durations> second) {
        return ofDurations(first, second, Correction.HOLM, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the comparison of mean durations, in seconds, each as by {@link Welch}. A side with fewer than two durations is not tested.
     *
     * @param level the confidence level of the intervals
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static <K> Comparison<K, Durations> ofDurations(
            Map<K, Durations> first, Map<K, Durations> second, Correction correction, double level) {
        return of(
                first,
                second,
                correction,
                (before, after) ->
                        Welch.of(after.millis(), before.millis(), level).map(welch -> inSeconds(welch.difference())));
    }

    private static Difference inSeconds(Difference millis) {
        return new Difference(
                millis.value() / 1000, millis.low() / 1000, millis.high() / 1000, millis.level(), millis.pValue());
    }

    private static <K, V> Comparison<K, V> of(
            Map<K, V> first, Map<K, V> second, Correction correction, BiFunction<V, V, Optional<Difference>> test) {
        requireNonNull(correction, "correction");
        Set<K> keys = new LinkedHashSet<>(first.keySet());
        keys.addAll(second.keySet());
        List<K> testedKeys = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (K key : keys) {
            V before = first.get(key);
            V after = second.get(key);
            if (before != null && after != null) {
                test.apply(before, after).ifPresent(difference -> {
                    testedKeys.add(key);
                    differences.add(difference);
                });
            }
        }
        double[] adjusted = correction.adjust(
                differences.stream().mapToDouble(Difference::pValue).toArray());
        Map<K, Change<V>> changes = new LinkedHashMap<>();
        keys.forEach(key -> changes.put(key, new Change<>(first.get(key), second.get(key), null)));
        for (int i = 0; i < adjusted.length; i++) {
            K key = testedKeys.get(i);
            changes.put(
                    key,
                    new Change<>(first.get(key), second.get(key), new TestResult(differences.get(i), adjusted[i])));
        }
        return new Comparison<>(correction, changes);
    }

    /** Returns the figure on both sides; empty if neither has it. */
    public Optional<Change<V>> get(K key) {
        return Optional.ofNullable(changes.get(requireNonNull(key, "key")));
    }

    /**
     * Returns the keys of the significant differences, those with an adjusted p-value of at most {@code alpha}, the smallest first.
     *
     * @throws IllegalArgumentException if {@code alpha} is outside 0..1
     */
    public List<K> significant(double alpha) {
        Require.that(alpha >= 0 && alpha <= 1, () -> "alpha " + alpha + " is outside 0..1");
        Map<K, TestResult> found = new LinkedHashMap<>();
        changes.forEach((key, change) -> change.test()
                .filter(tested -> tested.adjustedPValue() <= alpha)
                .ifPresent(tested -> found.put(key, tested)));
        Comparator<Map.Entry<K, TestResult>> order =
                Comparator.comparingDouble(entry -> entry.getValue().adjustedPValue());
        return found.entrySet().stream()
                .sorted(order.thenComparingDouble(
                        entry -> entry.getValue().difference().pValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns {@code correction} and {@code changes}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("correction", correction)
                .results("changes", changes)
                .map();
    }
}
