package dev.cxkit.journey.analysis;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * One part of a {@link PathPattern}.
 *
 * @param labels the steps that it names
 * @param isNegated whether it stands for all others
 * @param isGap whether it stands for any number of steps and not for one
 */
record PatternToken(TreeSet<String> labels, boolean isNegated, boolean isGap) implements Serializable {

    static PatternToken of(Set<String> labels, boolean isNegated, boolean isGap) {
        return new PatternToken(new TreeSet<>(labels), isNegated, isGap);
    }

    boolean accepts(String label) {
        return labels.contains(label) != isNegated;
    }
}
