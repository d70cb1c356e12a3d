package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conversions and value attributed to each activity by a {@linkplain CreditRule rule}.
 *
 * @param rule the name of the rule
 * @param attributable what was attributed: the credits add up to its conversions and value
 * @param unattributable conversions without an activity before them, which are in no credit
 * @param credits what is attributed to each activity, 0 for one that is on no converting path or has no part by this rule; in the order of
 *     the activities; unmodifiable
 */
public record RuleAttribution(
        String rule, PathTotals attributable, PathTotals unattributable, Map<String, Credit> credits)
        implements Result {

    public RuleAttribution {
        requireNonNull(rule, "rule");
        requireNonNull(attributable, "attributable");
        requireNonNull(unattributable, "unattributable");
        credits = Collections.unmodifiableMap(new LinkedHashMap<>(credits));
    }

    /** Returns the metric that extracts the paths of journeys and attributes their conversions by the rule. */
    public static Metric<Journey, RuleAttribution> metric(GoalPaths paths, CreditRule rule) {
        return paths.then(rule::attribute);
    }

    /** Returns {@code rule}, {@code attributable}, {@code unattributable} and {@code credits}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("rule", rule)
                .with("attributable", attributable)
                .with("unattributable", unattributable)
                .results("credits", credits)
                .map();
    }
}
