package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conversions and value shared out by a rule.
 *
 * @param rule the rule
 * @param attributable what was shared out: the credits add up to its conversions and value
 * @param unattributable goals without a touch before them, which are in no credit
 * @param credits what each label gets, 0 for one that is on no path to the goal or has no part by this rule; in the order of the
 *     labels; unmodifiable
 */
public record RuleAttribution(
        String rule, PathTotals attributable, PathTotals unattributable, Map<String, Credit> credits) {

    /** Copies the map and keeps its order. */
    public RuleAttribution {
        requireNonNull(rule, "rule");
        requireNonNull(attributable, "touched");
        requireNonNull(unattributable, "untouched");
        credits = Collections.unmodifiableMap(new LinkedHashMap<>(credits));
    }
}
