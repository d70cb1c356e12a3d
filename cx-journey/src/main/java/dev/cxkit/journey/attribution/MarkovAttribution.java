package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Conversions and value shared out by removal effects.
 *
 * @param model the chain
 * @param attributable what the chain was made of: its conversions and its value are what is shared out
 * @param unattributable goals without a touch before them, which are not in the chain
 * @param states how many states at touches the chain has
 * @param conversions the effect of each label on conversions, in the order of the labels; empty if there is no answer; unmodifiable
 * @param value the effect of each label on value; empty if there is no answer or no value; unmodifiable
 * @param reason why there is no answer, or null where there is one
 */
public record MarkovAttribution(
        Markov model,
        PathTotals attributable,
        PathTotals unattributable,
        int states,
        Map<String, RemovalEffect> conversions,
        Map<String, RemovalEffect> value,
        @Nullable String reason) {

    /** Copies the maps and keeps their order. */
    public MarkovAttribution {
        requireNonNull(model, "model");
        requireNonNull(attributable, "touched");
        requireNonNull(unattributable, "untouched");
        conversions = Collections.unmodifiableMap(new LinkedHashMap<>(conversions));
        value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
    }

    /** Returns why there is no answer; empty where there is one. */
    public Optional<String> whyEmpty() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns the probability that a path of the chain ends in the goal, 0..1; empty if there is no path. Without null paths it is 1.
     * The chain gives back the share that was observed, as its transitions are those of the paths.
     */
    public OptionalDouble conversionProbability() {
        double paths = (double) attributable.conversions() + attributable.nulls();
        return paths == 0 ? OptionalDouble.empty() : OptionalDouble.of(attributable.conversions() / paths);
    }
}
