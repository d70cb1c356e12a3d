package dev.cxkit.journey.flow;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An activity that can come next, or the end of the journey, with its probability.
 *
 * @param nextActivity the activity, or null for the end of the journey, which so is apart from every activity
 * @param probability 0..1
 */
public record Forecast(@Nullable String nextActivity, double probability) implements Result {

    /** The more probable first, then by name, the end last. */
    static final Comparator<Forecast> ORDER = Comparator.comparingDouble(Forecast::probability)
            .reversed()
            .thenComparing(forecast -> forecast.activity().isEmpty())
            .thenComparing(forecast -> forecast.activity().orElse(""));

    /** Returns the activity; empty for the end of the journey. */
    public Optional<String> activity() {
        return Optional.ofNullable(nextActivity);
    }

    /** Returns whether it is the end of the journey. */
    public boolean isEnd() {
        return nextActivity == null;
    }

    /** Whether this came; null is the end. */
    boolean is(@Nullable String next) {
        return Objects.equals(nextActivity, next);
    }

    /** Returns {@code activity}, {@code isEnd} and {@code probability}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("activity", activity())
                .with("isEnd", isEnd())
                .with("probability", probability)
                .map();
    }
}
