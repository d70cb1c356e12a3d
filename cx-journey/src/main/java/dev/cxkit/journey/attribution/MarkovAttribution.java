package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Conversions and value attributed by {@linkplain Markov removal effects}.
 *
 * @param model the chain
 * @param attributable the totals of the chain: its conversions and its value are what is attributed
 * @param unattributable conversions without an activity before them, which are not in the chain
 * @param states how many states with activities the chain has
 * @param conversions the effect of each activity on conversions, in the order of the activities; empty if there is no answer; unmodifiable
 * @param value the effect of each activity on value; empty if there is no answer or no value; unmodifiable
 * @param reason why there is no answer, or null where there is one
 */
public record MarkovAttribution(
        Markov model,
        PathTotals attributable,
        PathTotals unattributable,
        int states,
        Map<String, RemovalEffect> conversions,
        Map<String, RemovalEffect> value,
        @Nullable String reason)
        implements Result {

    public MarkovAttribution {
        requireNonNull(model, "model");
        requireNonNull(attributable, "attributable");
        requireNonNull(unattributable, "unattributable");
        conversions = Collections.unmodifiableMap(new LinkedHashMap<>(conversions));
        value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
    }

    /** Returns the metric that extracts the paths of journeys and attributes their conversions by the model. */
    public static Metric<Journey, MarkovAttribution> metric(GoalPaths paths, Markov model) {
        return paths.then(model::attribute);
    }

    /** Returns why there is no answer; empty where there is one. */
    public Optional<String> whyEmpty() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns the probability that a path of the chain converts, 0..1; empty if there is no path. Without null paths it is 1. It is the observed
     * share, as the transitions of the chain are those of the paths.
     */
    public OptionalDouble conversionProbability() {
        double paths = (double) attributable.conversions() + attributable.nulls();
        return paths == 0 ? OptionalDouble.empty() : OptionalDouble.of(attributable.conversions() / paths);
    }

    /**
     * Returns {@code order}, {@code nullPaths}, {@code attributable}, {@code unattributable}, {@code conversionProbability}, {@code
     * states}, {@code conversions}, {@code value} and {@code whyEmpty}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("order", model.order())
                .with("nullPaths", model.nullPaths())
                .with("attributable", attributable)
                .with("unattributable", unattributable)
                .with("conversionProbability", conversionProbability())
                .with("states", states)
                .results("conversions", conversions)
                .results("value", value)
                .with("whyEmpty", whyEmpty())
                .map();
    }
}
