package dev.cxkit.journey.compare;

import static java.util.Objects.requireNonNull;

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
 * What differs between two segments or two periods, figure by figure, with the p of each test corrected for the number of tests. The two
 * are taken for independent: a journey is in one of them. {@link Figures} reads the figures from the answers of analyses.
 *
 * <pre>{@code
 * Comparison<String, Proportion> found = Comparison.ofShares(Figures.steps(lastMonth), Figures.steps(thisMonth));
 * found.below(0.05).forEach(step -> report(step, found.get(step)));
 * }</pre>
 *
 * @param <K> what tells one figure from another
 * @param <V> the figures
 * @param correction how p is corrected
 * @param changes the figures of either side, those of the first side first, in their order; unmodifiable
 */
public record Comparison<K, V>(Correction correction, Map<K, Change<V>> changes) {

    /**
     * One figure on both sides.
     *
     * @param <V> the figure
     * @param first the figure of the first side; null where it has none
     * @param second the figure of the second side; null where it has none
     * @param tested the difference and its p; null where a side has no figure, or too little data to test
     */
    public record Change<V>(
            @Nullable V first, @Nullable V second, @Nullable TestResult tested) {

        /** Returns the figure of the first side. */
        public Optional<V> before() {
            return Optional.ofNullable(first);
        }

        /** Returns the figure of the second side. */
        public Optional<V> after() {
            return Optional.ofNullable(second);
        }

        /** Returns the difference and its p; empty where a side has no figure, or too little data to test. */
        public Optional<TestResult> test() {
            return Optional.ofNullable(tested);
        }
    }

    /**
     * A difference that was tested.
     *
     * @param difference the second side less the first, with its interval and its own p, both for this one figure alone
     * @param adjustedP the p corrected for all figures that were tested, 0..1
     */
    public record TestResult(Difference difference, double adjustedP) {

        /** Checks the parts; throws an {@link IllegalArgumentException} if {@code adjustedP} is outside 0..1. */
        public TestResult {
            requireNonNull(difference, "difference");
            if (!(adjustedP >= 0 && adjustedP <= 1)) {
                throw new IllegalArgumentException("adjusted p " + adjustedP + " is outside 0..1");
            }
        }
    }

    /** Copies the map and keeps its order. */
    public Comparison {
        requireNonNull(correction, "correction");
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** Returns the comparison of shares at {@link Estimate#DEFAULT_LEVEL}, corrected by {@link Correction#HOLM}. */
    public static <K> Comparison<K, Proportion> ofProportions(Map<K, Proportion> first, Map<K, Proportion> second) {
        return ofProportions(first, second, Correction.HOLM, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the comparison of shares, each as by {@link Proportion#minus(Proportion, double)}.
     *
     * @param level the confidence of the intervals
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static <K> Comparison<K, Proportion> ofProportions(
            Map<K, Proportion> first, Map<K, Proportion> second, Correction correction, double level) {
        return of(first, second, correction, (before, after) -> after.minus(before, level));
    }

    /** Returns the comparison of mean durations at {@link Estimate#DEFAULT_LEVEL}, corrected by {@link Correction#HOLM}. */
    public static <K> Comparison<K, Durations> ofDurations(Map<K, Durations> first, Map<K, Durations> second) {
        return ofDurations(first, second, Correction.HOLM, Estimate.DEFAULT_LEVEL);
    }

    /**
     * Returns the comparison of mean durations, in seconds, each as by {@link Welch}. A side with fewer than two durations is not tested.
     *
     * @param level the confidence of the intervals
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
     * Returns what differs: the keys whose corrected p is at most {@code alpha}, the smallest p first.
     *
     * @throws IllegalArgumentException if {@code alpha} is outside 0..1
     */
    public List<K> significant(double alpha) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha " + alpha + " is outside 0..1");
        }
        Map<K, TestResult> found = new LinkedHashMap<>();
        changes.forEach((key, change) -> change.test()
                .filter(tested -> tested.adjustedP() <= alpha)
                .ifPresent(tested -> found.put(key, tested)));
        Comparator<Map.Entry<K, TestResult>> order =
                Comparator.comparingDouble(entry -> entry.getValue().adjustedP());
        return found.entrySet().stream()
                .sorted(order.thenComparingDouble(
                        entry -> entry.getValue().difference().pValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
