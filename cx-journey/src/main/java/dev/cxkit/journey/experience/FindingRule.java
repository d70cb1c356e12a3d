package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Correction;
import dev.cxkit.metrics.stats.Estimate;
import java.io.Serializable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a difference needs to be called a finding when many are looked at.
 *
 * @param support how many journeys each side of it has at least, from 1 on
 * @param level the confidence of the intervals; a finding has a corrected p of at most 1 less this
 * @param correction how p is corrected for the number of differences that were looked at
 */
public record FindingRule(long support, double level, Correction correction) implements Serializable {

    /** 30 journeys on each side, a level of 0.95, and at most 5 % false ones expected among the findings. */
    public static final FindingRule STANDARD =
            new FindingRule(30, Estimate.DEFAULT_LEVEL, Correction.BENJAMINI_HOCHBERG);

    /** Checks the parts; throws an {@link IllegalArgumentException} if the support is below 1 or the level is not above 0 and below 1. */
    public FindingRule {
        requireNonNull(correction, "correction");
        if (support < 1) {
            throw new IllegalArgumentException("support " + support + " is below 1 journey");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not above 0 and below 1");
        }
    }

    /** Returns what was looked at, each with its p corrected for the number of them. */
    <T> List<T> adjusted(List<T> looked, ToDoubleFunction<T> p, BiFunction<T, Double, T> with) {
        double[] adjusted = correction.adjust(looked.stream().mapToDouble(p).toArray());
        return IntStream.range(0, adjusted.length)
                .mapToObj(i -> with.apply(looked.get(i), adjusted[i]))
                .toList();
    }

    boolean isSignificant(double correctedP) {
        return correctedP <= 1 - level;
    }
}
