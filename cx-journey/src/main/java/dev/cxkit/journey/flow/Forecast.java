package dev.cxkit.journey.flow;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that can come next.
 *
 * @param label the label of the step, or null for the end of the journey, which so is apart from every label
 * @param probability 0..1
 */
public record Forecast(@Nullable String label, double probability) {

    /** The more probable first, then by label, the end last. */
    static final Comparator<Forecast> ORDER = Comparator.comparingDouble(Forecast::probability)
            .reversed()
            .thenComparing(forecast -> forecast.step().isEmpty())
            .thenComparing(forecast -> forecast.step().orElse(""));

    /** Returns the label of the step; empty for the end of the journey. */
    public Optional<String> step() {
        return Optional.ofNullable(label);
    }

    /** Returns whether it is the end of the journey. */
    public boolean isEnd() {
        return label == null;
    }

    /** Whether this came; null is the end. */
    boolean is(@Nullable String next) {
        return Objects.equals(label, next);
    }
}
