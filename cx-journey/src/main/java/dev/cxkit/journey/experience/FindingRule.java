package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.metrics.stats.Correction;
import dev.cxkit.metrics.stats.Estimate;
import java.io.Serializable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What makes a difference significant enough to report when many are tested: minimum support, confidence level and correction for
 * {@index "multiple testing"}.
 *
 * <ul>
 *   <li>Differences with fewer journeys than the support on either side are excluded and not tested.
 *   <li>A finding is significant if its adjusted p-value is at most 1 less the level.
 * </ul>
 *
 * @param support the fewest journeys on each side, from 1 on
 * @param level the confidence level of the intervals
 * @param correction how p-values are adjusted for the number of tests
 */
public record FindingRule(long support, double level, Correction correction) implements Serializable {

    /**
     * 30 journeys on each side, a confidence level of 0.95, and p-values adjusted by Benjamini and Hochberg (1995), so that at most 5 % of the
     * findings are expected to be false.
     */
    public static final FindingRule STANDARD =
            new FindingRule(30, Estimate.DEFAULT_LEVEL, Correction.BENJAMINI_HOCHBERG);

    /** Throws an {@link IllegalArgumentException} if the support is below 1 or the level is not above 0 and below 1. */
    public FindingRule {
        requireNonNull(correction, "correction");
        Require.that(support >= 1, () -> "support " + support + " is below 1 journey");
        Require.that(level > 0 && level < 1, () -> "level " + level + " is not above 0 and below 1");
    }

    /** Returns the tested differences, each with its p-value adjusted for the number of them. */
    <T> List<T> adjusted(List<T> tested, ToDoubleFunction<T> p, BiFunction<T, Double, T> with) {
        double[] adjusted = correction.adjust(tested.stream().mapToDouble(p).toArray());
        return IntStream.range(0, adjusted.length)
                .mapToObj(i -> with.apply(tested.get(i), adjusted[i]))
                .toList();
    }

    boolean isSignificant(double adjustedPValue) {
        return adjustedPValue <= 1 - level;
    }
}
